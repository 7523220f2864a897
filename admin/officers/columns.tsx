// The columns of a list of officers.
import { AgencyName } from '../agencies/fields.js';
import type { Column } from '../ui/column.js';
import { TierChip } from '../ui/TierChip.js';
import { LeaderMark, MailboxStateWords, NotShown } from '../ui/words.js';
import type { Officer } from './documents.js';

export const officerColumns: Column<Officer>[] = [
  {
    source: 'fullName',
    label: 'officers.column.fullName',
    isTight: true,
    isSortable: true,
    phone: 'title',
    cell: (officer) => officer.fullName,
  },
  {
    source: 'code',
    label: 'officers.column.code',
    isTight: true,
    isSortable: true,
    phone: 'none',
    cell: (officer) => officer.code,
  },
  { source: 'post', label: 'officers.column.post', cell: (officer) => officer.post ?? '–' },
  {
    source: 'isLeader',
    label: 'officers.column.isLeader',
    isTight: true,
    phone: 'none',
    cell: (officer) => <LeaderMark isLeader={officer.isLeader} />,
  },
  {
    source: 'agency',
    label: 'officers.column.agency',
    isSortable: true,
    cell: (officer) => <AgencyName agency={officer.agency} />,
  },
  {
    source: 'tier',
    label: 'officers.column.tier',
    needs: 'finding.read',
    isTight: true,
    cell: (officer) => (officer.mayReadFinding ? <TierChip tier={officer.latestFinding?.tier} /> : <NotShown />),
  },
  {
    source: 'mailboxState',
    label: 'officers.column.mailboxState',
    needs: 'officer.readMailbox',
    isTight: true,
    phone: 'none',
    cell: (officer) => (officer.mayReadFile ? <MailboxStateWords state={officer.mailbox?.state} /> : <NotShown />),
  },
  {
    source: 'address',
    label: 'officers.column.address',
    needs: 'officer.readMailbox',
    isExtra: true,
    phone: 'none',
    cell: (officer) => (officer.mayReadFile ? (officer.mailbox?.address ?? '–') : <NotShown />),
  },
];
