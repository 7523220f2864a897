/** Orders to mail systems as rows. */
import { sql } from 'kysely';
import { type Asked, manyOf, onceEach, type Reader, type View } from '../kernel/read.js';
import { mailboxColumns, officerView, withRightsOfHolder } from '../registry/officer.read.js';

export const mailOrderView: View<any> = {
  id: 'mo.id',
  number: 'mo.number',
  kind: 'mo.kind',
  connector: 'mo.connector',
  state: 'mo.state',
  attempts: 'mo.attempts',
  message: 'mo.message',
  liveSessionsRemaining: 'mo.live_sessions_remaining',
  verified: 'mo.verified',
  createdAt: 'mo.created_at',
  doneAt: 'mo.done_at',
  nextTryAt: 'mo.next_try_at',
  begunAt: 'mo.begun_at',
  approvedAt: 'mo.approved_at',
  reason: 'mo.reason',
  endsAt: 'mo.ends_at',
  handedOverAt: 'mo.handed_over_at',
  heldFor: 'mo.held_for',
  orderedBy: 'mo.ordered_by',
  inForceOn: sql<string | null>`(select mod.in_force_on::text from decision mod where mod.id = mo.decision_id)`,
  decisionId: 'mo.decision_id',
  holderId: sql<string | null>`(select moh.officer_id from mailbox moh where moh.id = mo.mailbox_id)`,
  mailbox: {
    table: 'mailbox as mom',
    on: ['mom.id', 'mo.mailbox_id'],
    view: () => ({
      ...mailboxColumns('mom'),
      officer: { table: 'officer as momo', on: ['momo.id', 'mom.officer_id'], view: () => officerView('momo') },
    }),
  },
};

/** What an order's own fields need beside what was asked for. */
export const withOrderNeeds = onceEach((asked: Asked): Asked => {
  const all: Asked = new Map(asked).set('id', new Map()).set('decisionId', new Map());
  // Fields of rooms to the right look at these, whichever way the order was reached.
  if (asked.has('isTrouble') || asked.has('availableActions'))
    for (const name of ['state', 'attempts', 'heldFor', 'holderId']) all.set(name, new Map());
  if (asked.has('confirmBy') || asked.has('isLate'))
    for (const name of ['state', 'heldFor', 'handedOverAt', 'createdAt', 'inForceOn']) all.set(name, new Map());
  const mailbox = all.get('mailbox');
  if (mailbox) all.set('mailbox', withRightsOfHolder(mailbox));
  return all;
});

/** The orders of each decision, the oldest first. */
export async function mailOrdersOf(read: Reader, asked: Asked, decisionIds: readonly string[]): Promise<unknown[][]> {
  const rows = await manyOf<any>(read, withOrderNeeds(asked), {
    table: 'mail_order as mo',
    view: mailOrderView,
    where: (q) => q.where(sql<boolean>`mo.decision_id = any(${[...decisionIds]}::uuid[])`).orderBy('mo.id'),
  });
  return decisionIds.map((id) => rows.filter((row) => row.decisionId === id));
}
