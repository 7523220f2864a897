// The columns of the list of exclusions.
import { AgencyName } from '../agencies/fields.js';
import type { Column } from '../ui/column.js';
import { DateVi } from '../ui/DateVi.js';
import type { Exclusion } from './documents.js';
import { ExclusionStateWords } from './state.js';
import { TitleNames } from './titles.js';

export const exclusionColumns: Column<Exclusion>[] = [
  {
    source: 'officer',
    label: 'exclusions.column.officer',
    phone: 'title',
    cell: ({ officer }) => officer.fullName,
  },
  {
    source: 'code',
    label: 'exclusions.column.code',
    isTight: true,
    cell: ({ officer }) => officer.code,
  },
  {
    source: 'agency',
    label: 'exclusions.column.agency',
    cell: ({ officer }) => <AgencyName agency={officer.agency} />,
  },
  {
    source: 'titles',
    label: 'exclusions.column.titles',
    cell: ({ awardTitles }) => <TitleNames codes={awardTitles} />,
  },
  {
    source: 'number',
    label: 'exclusions.column.number',
    isTight: true,
    cell: ({ number }) => number ?? '–',
  },
  {
    source: 'inForceOn',
    label: 'exclusions.column.inForceOn',
    isTight: true,
    cell: ({ inForceOn }) => <DateVi value={inForceOn} />,
  },
  {
    source: 'state',
    label: 'exclusions.column.state',
    cell: (exclusion) => <ExclusionStateWords exclusion={exclusion} />,
  },
];
