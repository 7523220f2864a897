// Hộp thư: every official mailbox, what it is at its mail system and what decisions want.
import icon from '@mui/icons-material/AlternateEmailOutlined';
import { type Noun, page } from '../shell/noun.js';
import { type Mailbox, mailboxDocuments } from './documents.js';

export const mailboxes: Noun = {
  name: 'mailboxes',
  icon,
  documents: mailboxDocuments,
  opensWith: ['mailbox.read'],
  represent: (mailbox: Mailbox) => mailbox.address,
  list: page(() => import('./MailboxList.js'), 'MailboxList'),
  show: page(() => import('./MailboxShow.js'), 'MailboxShow'),
};
