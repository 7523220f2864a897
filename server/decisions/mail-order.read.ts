/** Orders to mail systems as rows. */
import { sql } from 'kysely';
import { type Asked, manyOf, onceEach, type Reader, type View } from '../kernel/read.js';
import { mailboxColumns } from '../registry/officer.read.js';

export const mailOrderView: View<any> = {
  id: 'mo.id',
  kind: 'mo.kind',
  connector: 'mo.connector',
  state: 'mo.state',
  attempts: 'mo.attempts',
  message: 'mo.message',
  liveSessionsRemaining: 'mo.live_sessions_remaining',
  verified: 'mo.verified',
  createdAt: 'mo.created_at',
  doneAt: 'mo.done_at',
  decisionId: 'mo.decision_id',
  mailbox: { table: 'mailbox as mom', on: ['mom.id', 'mo.mailbox_id'], view: () => mailboxColumns('mom') },
};

const withNeeds = onceEach((asked: Asked): Asked => {
  const all: Asked = new Map(asked).set('id', new Map()).set('decisionId', new Map());
  const mailbox = all.get('mailbox');
  if (mailbox) all.set('mailbox', new Map(mailbox).set('id', new Map()));
  return all;
});

/** The orders of each decision, the oldest first. */
export async function mailOrdersOf(read: Reader, asked: Asked, decisionIds: readonly string[]): Promise<unknown[][]> {
  const rows = await manyOf<any>(read, withNeeds(asked), {
    table: 'mail_order as mo',
    view: mailOrderView,
    where: (q) => q.where(sql<boolean>`mo.decision_id = any(${[...decisionIds]}::uuid[])`).orderBy('mo.id'),
  });
  return decisionIds.map((id) => rows.filter((row) => row.decisionId === id));
}
