// The columns of the list of mailboxes.
import { AgencyName } from '../agencies/fields.js';
import { AddressWords } from '../ui/AddressWords.js';
import type { Column } from '../ui/column.js';
import { MomentVi } from '../ui/DateVi.js';
import type { Mailbox } from './documents.js';
import { isOtherwise, MailboxMark, StandingNotes } from './state.js';

export const mailboxColumns: Column<Mailbox>[] = [
  {
    source: 'address',
    label: 'mailboxes.column.address',
    phone: 'title',
    cell: ({ address }) => <AddressWords address={address} />,
  },
  {
    source: 'officer',
    label: 'mailboxes.column.officer',
    cell: ({ officer }) => officer?.fullName ?? '–',
  },
  {
    source: 'agency',
    label: 'mailboxes.column.agency',
    cell: ({ officer }) => (officer ? <AgencyName agency={officer.agency} /> : '–'),
  },
  {
    source: 'state',
    label: 'mailboxes.column.state',
    cell: (mailbox) => (
      <>
        <MailboxMark state={mailbox.state} />
        <StandingNotes mailbox={mailbox} />
      </>
    ),
  },
  {
    source: 'expectedState',
    label: 'mailboxes.column.expectedState',
    phone: 'none',
    isExtra: true,
    cell: ({ expectedState }) => <MailboxMark state={expectedState} />,
  },
  {
    source: 'isOtherwise',
    label: 'mailboxes.column.isOtherwise',
    phone: 'none',
    isExtra: true,
    cell: (mailbox) => (isOtherwise(mailbox) ? '≠' : '='),
  },
  {
    source: 'connector',
    label: 'mailboxes.column.connector',
    cell: ({ connector }) => connector ?? '–',
  },
  {
    source: 'verifiedAt',
    label: 'mailboxes.column.verifiedAt',
    isTight: true,
    phone: 'none',
    cell: ({ verifiedAt }) => <MomentVi value={verifiedAt} />,
  },
  {
    source: 'liveSessionsRemaining',
    label: 'mailboxes.column.sessions',
    isNumber: true,
    phone: 'none',
    cell: ({ liveSessionsRemaining }) => liveSessionsRemaining ?? '–',
  },
];
