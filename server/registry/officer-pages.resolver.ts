/** Pages of officers and mailboxes. */
import { connectionOf } from '../api/connection.js';
import { Mailbox } from './mailbox.entity.js';
import { Officer } from './officer.entity.js';

export const [OfficerEdge, OfficerConnection] = connectionOf(Officer);
export const [MailboxEdge, MailboxConnection] = connectionOf(Mailbox);
