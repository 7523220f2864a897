// The columns of an export of letters.
import type { Column } from '../ui/column.js';
import type { Letter } from './documents.js';

const none = () => null;

export const letterColumns: Column<Letter>[] = [
  { source: 'title', label: 'letters.column.title', cell: none, csv: (letter) => letter.title },
  { source: 'officer', label: 'officers.column.fullName', cell: none, csv: (letter) => letter.officer.fullName },
  { source: 'code', label: 'officers.column.code', cell: none, csv: (letter) => letter.officer.code },
  { source: 'agency', label: 'officers.column.agency', cell: none, csv: (letter) => letter.officer.agency.name },
  { source: 'channel', label: 'letters.column.channel', cell: none, csv: (letter, { t }) => t(`letters.channel.${letter.channel}`) },
  { source: 'state', label: 'letters.column.state', cell: none, csv: (letter, { t }) => t(`letters.state.${letter.state}`) },
  { source: 'createdAt', label: 'letters.column.createdAt', cell: none, csv: (letter, { format }) => format.moment(letter.createdAt) },
  {
    source: 'sentAt',
    label: 'letters.column.sentAt',
    cell: none,
    csv: (letter, { format }) => (letter.sentAt ? format.moment(letter.sentAt) : null),
  },
];
