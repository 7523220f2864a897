/**
 * Which order is next, and whose is it? An order is claimed for a short lease with a fence of its own, so that of several workers one carries it out
 * and one that slept past its lease cannot undo what came after (G-8). Orders of one mailbox follow one another in the order of issue.
 */
import { executeBound } from '../kernel/bulk.js';
import type { Ground } from '../kernel/ground.js';
import { newId } from '../kernel/record.js';
import type { Operation } from './connector.js';
import { IS_OVERTAKEN, WAITS_FOR_EMERGENCY } from './order-overtaken.js';
import { provisioningMessages } from './provisioning.messages.js';

/** Longer than an attempt takes, and short enough that the orders of a server that died go on within a minute (G-7). */
export const LEASE_SECONDS = 40;

export interface ClaimedOrder {
  id: string;
  number: number;
  attemptId: string;
  kind: Operation;
  attempts: number;
  fence: number;
  mailboxId: string;
  decisionId: string | null;
  officerId: string | null;
  address: string;
  accountId: string | null;
  name: string | null;
  passwordHash: string | null;
  /** The suspension that it renews or ends. */
  aboutId: string | null;
  forwarding: { forwardTo: string[]; keepCopy: boolean } | null;
  liveSessionsRemaining: number | null;
  /** It may have been written before: it was UNKNOWN, or whoever carried it out stopped. */
  isUnsettled: boolean;
  /** A later order wants another state of the same mailbox. */
  isOvertaken: boolean;
  /** It opens a mailbox whose password somebody else may know: an emergency suspension came before, or its holder had left, and no new password since. */
  needsNewPassword: boolean;
}

/** Whether an emergency suspension came before, or the one it ends, and no password since that was not there then; what was overtaken ($4 says so) replaced none. */
const NEEDS_NEW_PASSWORD = `(c.kind = 'RESTORE' and exists (select 1 from mail_order e where e.mailbox_id = c.mailbox_id and (e.ends_at is not null or e.id = c.about_id) and e.number < c.number
  and not exists (select 1 from mail_order p where p.mailbox_id = e.mailbox_id and p.number > e.number and p.state = 'DONE'
    and p.message is distinct from $4 and (p.kind = 'RESET_PASSWORD' or (p.kind = 'RESTORE' and p.about_id is not null)))))`;

/**
 * $1 mail system, $2 now by the city's clock, $3 id of the attempt, $4 what is said of an overtaken order. One that is overtaken before it was written
 * writes nothing, so neither the brake nor an emergency nor its time keeps it, and nothing waits for it.
 */
const CLAIM = `
with next as (
  select o.id, o.state in ('RUNNING', 'UNKNOWN') as is_unsettled, v.is_overtaken
  from mail_order o join mailbox m on m.id = o.mailbox_id cross join lateral (select ${IS_OVERTAKEN} as is_overtaken) v
  where o.connector = $1 and o.state in ('WAITING', 'RUNNING', 'UNKNOWN') and (o.leased_until is null or o.leased_until <= now())
    and not exists (select 1 from mail_order e where e.mailbox_id = o.mailbox_id and e.number < o.number and e.state in ('WAITING', 'RUNNING', 'UNKNOWN'))
    and (o.state = 'WAITING' and v.is_overtaken or o.held_for is null and (o.next_try_at is null or o.next_try_at <= $2::timestamptz)
      and not ${WAITS_FOR_EMERGENCY})
    and not exists (select 1 from setting where name = 'provisioning.paused' and value = 'true')
  order by o.number limit 1 for update of o skip locked
), claimed as (
  update mail_order o set state = 'RUNNING', attempts = o.attempts + 1, begun_at = coalesce(o.begun_at, $2::timestamptz), updated_at = $2::timestamptz, next_try_at = null, held_for = null,
    leased_until = now() + interval '${LEASE_SECONDS} seconds',
    fence = greatest((select coalesce(max(f.fence), 0) + 1 from mail_order f where f.mailbox_id = o.mailbox_id), (extract(epoch from clock_timestamp()) * 1000)::bigint)
  from next where o.id = next.id returning o.*, next.is_unsettled, next.is_overtaken
), noted as (
  insert into mail_order_attempt (id, created_at, updated_at, order_id, fence) select $3::uuid, $2::timestamptz, $2::timestamptz, id, fence from claimed returning id
)
select c.id, c.number, n.id as "attemptId", c.kind, c.attempts, c.fence::text as fence, c.mailbox_id as "mailboxId", c.decision_id as "decisionId", m.officer_id as "officerId",
  m.address, m.account_id as "accountId", f.full_name as name, c.password_hash as "passwordHash", c.about_id as "aboutId", c.forwarding::text as forwarding,
  c.live_sessions_remaining as "liveSessionsRemaining", c.is_unsettled as "isUnsettled", c.is_overtaken as "isOvertaken",
  ${NEEDS_NEW_PASSWORD} as "needsNewPassword"
from claimed c cross join noted n join mailbox m on m.id = c.mailbox_id left join officer f on f.id = m.officer_id`;

type Raw = Omit<ClaimedOrder, 'fence' | 'forwarding'> & { fence: string; forwarding: string | null };

/** The next order of a mail system that is due, or nothing. */
export async function claimOrder(ground: Ground, system: string): Promise<ClaimedOrder | undefined> {
  const [row] = await executeBound<Raw>(ground.orm.em.fork(), CLAIM, [
    system,
    ground.clock.now().toISOString(),
    newId(),
    provisioningMessages.overtaken.en,
  ]);
  return row && { ...row, fence: Number(row.fence), forwarding: row.forwarding === null ? null : JSON.parse(row.forwarding) };
}

/** Orders whose mailbox is on no mail system yet go to the one that serves its domain; the others wait, and say for what. */
export async function assignSystems(ground: Ground): Promise<void> {
  await executeBound(
    ground.orm.em.fork(),
    `update mail_order o set connector = s.name, message = null, updated_at = $1::timestamptz from mailbox m, mail_system s
     where o.connector = '' and o.state = 'WAITING' and m.id = o.mailbox_id and split_part(m.address, '@', 2) = any (s.domains)`,
    [ground.clock.now().toISOString()],
  );
}
