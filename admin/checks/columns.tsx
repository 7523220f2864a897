// The columns of a list of checks.
import { AgencyName } from '../agencies/fields.js';
import type { Column } from '../ui/column.js';
import { DateVi } from '../ui/DateVi.js';
import { Answered, CheckSignals } from './fields.js';
import type { AgencyCheck } from './documents.js';
import { CheckStateMark } from './state.js';

export const checkColumns: Column<AgencyCheck>[] = [
  { source: 'agency', label: 'checks.column.agency', phone: 'title', cell: ({ agency }) => <AgencyName agency={agency} /> },
  { source: 'review', label: 'checks.column.review', isTight: true, cell: ({ review }) => review.reference },
  { source: 'checkUntil', label: 'checks.column.until', isTight: true, cell: ({ review }) => <DateVi value={review.checkUntil} /> },
  { source: 'answered', label: 'checks.column.answered', isTight: true, cell: (check) => <Answered check={check} /> },
  {
    source: 'contested',
    label: 'checks.column.contested',
    isNumber: true,
    isTight: true,
    phone: 'none',
    cell: ({ contested }) => contested,
  },
  { source: 'state', label: 'checks.column.state', isTight: true, cell: (check) => <CheckStateMark check={check} /> },
  { source: 'head', label: 'checks.column.head', phone: 'none', cell: ({ head }) => head?.fullName ?? '–' },
  { source: 'signals', label: 'checks.column.signals', phone: 'none', isExtra: true, cell: (check) => <CheckSignals check={check} /> },
];
