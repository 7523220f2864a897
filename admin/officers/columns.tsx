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
    csv: (officer) => officer.fullName,
  },
  {
    source: 'code',
    label: 'officers.column.code',
    isTight: true,
    isSortable: true,
    phone: 'none',
    cell: (officer) => officer.code,
    csv: (officer) => officer.code,
  },
  { source: 'post', label: 'officers.column.post', cell: (officer) => officer.post ?? '–', csv: (officer) => officer.post },
  {
    source: 'isLeader',
    label: 'officers.column.isLeader',
    isTight: true,
    phone: 'none',
    cell: (officer) => <LeaderMark isLeader={officer.isLeader} />,
    csv: (officer, { t }) => t(officer.isLeader ? 'ui.yes' : 'ui.no'),
  },
  {
    source: 'agency',
    label: 'officers.column.agency',
    isSortable: true,
    cell: (officer) => <AgencyName agency={officer.agency} />,
    csv: (officer) => officer.agency.name,
  },
  {
    source: 'tier',
    label: 'officers.column.tier',
    needs: 'finding.read',
    isTight: true,
    cell: (officer) => (officer.mayReadFinding ? <TierChip tier={officer.latestFinding?.tier} /> : <NotShown />),
    csv: (officer, { t }) =>
      officer.latestFinding ? t(`ui.tier.${officer.latestFinding.tier}`) : officer.mayReadFinding ? null : t('ui.notShown'),
  },
  {
    source: 'mailboxState',
    label: 'officers.column.mailboxState',
    needs: 'officer.readMailbox',
    isTight: true,
    phone: 'none',
    cell: (officer) => (officer.mayReadFile ? <MailboxStateWords state={officer.mailbox?.state} /> : <NotShown />),
    csv: (officer, { t }) => t(officer.mayReadFile ? `ui.mailbox.${officer.mailbox?.state ?? 'NONE'}` : 'ui.notShown'),
  },
  {
    source: 'address',
    label: 'officers.column.address',
    needs: 'officer.readMailbox',
    isExtra: true,
    phone: 'none',
    cell: (officer) => (officer.mayReadFile ? (officer.mailbox?.address ?? '–') : <NotShown />),
    csv: (officer, { t }) => (officer.mayReadFile ? officer.mailbox?.address : t('ui.notShown')),
  },
];
