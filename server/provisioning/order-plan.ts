/** What would an order do at its mail system? Asked of the connector; nothing is written (dry run). */
import type { Acting } from '../identity/command.js';
import { executeBound } from '../kernel/bulk.js';
import { isId } from '../kernel/record.js';
import { Refusal } from '../kernel/refusal.js';
import { type Change, Unreachable } from './connector.js';
import { PLANNED_HASH } from './mail-password.js';
import { mailSystemsOf } from './mail-systems.js';
import { accountOf } from './order-carrying.js';
import type { ClaimedOrder } from './order-claim.js';
import { provisioningMessages } from './provisioning.messages.js';

type Planned = Pick<ClaimedOrder, 'kind' | 'mailboxId' | 'address' | 'accountId' | 'name' | 'forwarding'> & {
  connector: string;
  state: string;
};

const ORDER = `select o.kind, o.state, o.mailbox_id as "mailboxId", m.address, m.account_id as "accountId", f.full_name as name, o.forwarding::text as forwarding,
  coalesce(nullif(o.connector, ''), (select s.name from mail_system s where split_part(m.address, '@', 2) = any (s.domains)), '') as connector
from mail_order o join mailbox m on m.id = o.mailbox_id left join officer f on f.id = m.officer_id where o.id = $1::uuid`;

/** The steps; none where no mail system serves the mailbox yet, or the order is done. The caller has asked for the right. */
export async function planOf({ ground }: Acting, id: string): Promise<Change[]> {
  if (!isId(id)) return [];
  const [order] = await executeBound<Planned & { forwarding: string | null }>(ground.orm.em.fork(), ORDER, [id]);
  if (!order || order.state === 'DONE') return [];
  const system = await mailSystemsOf(ground).named(order.connector);
  if (!system) return [];
  const forwarding = order.forwarding === null ? null : (JSON.parse(order.forwarding as unknown as string) as ClaimedOrder['forwarding']);
  const account = accountOf({ ...order, forwarding, fence: ground.clock.now().getTime() } as unknown as ClaimedOrder, PLANNED_HASH);
  return system.connector.plan(order.kind, account).catch((error: unknown) => {
    if (!(error instanceof Unreachable)) throw error;
    const message = { text: provisioningMessages.notAsked, values: { problem: error.message } };
    throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'D-8', path: ['id'], message });
  });
}
