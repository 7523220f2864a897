// The columns of the list of exclusions.
import { AgencyName } from '../agencies/fields.js';
import type { Column } from '../ui/column.js';
import { DateVi } from '../ui/DateVi.js';
import type { AwardTitle, Exclusion } from './documents.js';
import { ExclusionStateWords } from './state.js';
import { nameOfTitle, TitleNames } from './titles.js';

/** With the titles by name, for the file too. */
export const exclusionColumns = (titles: readonly AwardTitle[]): Column<Exclusion>[] => [
  {
    source: 'officer',
    label: 'exclusions.column.officer',
    phone: 'title',
    cell: ({ officer }) => officer.fullName,
    csv: ({ officer }) => officer.fullName,
  },
  {
    source: 'code',
    label: 'exclusions.column.code',
    isTight: true,
    cell: ({ officer }) => officer.code,
    csv: ({ officer }) => officer.code,
  },
  {
    source: 'agency',
    label: 'exclusions.column.agency',
    cell: ({ officer }) => <AgencyName agency={officer.agency} />,
    csv: ({ officer }) => officer.agency.name,
  },
  {
    source: 'titles',
    label: 'exclusions.column.titles',
    cell: ({ awardTitles }) => <TitleNames codes={awardTitles} />,
    csv: ({ awardTitles }) => awardTitles.map((code) => nameOfTitle(titles, code)).join('; '),
  },
  {
    source: 'number',
    label: 'exclusions.column.number',
    isTight: true,
    cell: ({ number }) => number ?? '–',
    csv: ({ number }) => number,
  },
  {
    source: 'inForceOn',
    label: 'exclusions.column.inForceOn',
    isTight: true,
    cell: ({ inForceOn }) => <DateVi value={inForceOn} />,
    csv: ({ inForceOn }, { format }) => inForceOn && format.day(inForceOn),
  },
  {
    source: 'state',
    label: 'exclusions.column.state',
    cell: (exclusion) => <ExclusionStateWords exclusion={exclusion} />,
    csv: ({ state, endedBy }, { t }) =>
      state === 'EXPIRED' && endedBy ? t('exclusions.liftedBy', { number: endedBy.number ?? '' }) : t(`exclusions.state.${state}`),
  },
];
