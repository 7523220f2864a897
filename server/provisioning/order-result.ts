/** What came of an attempt: the order, the mailbox as it was seen, and the record, in one transaction; an attempt that was overtaken changes nothing. */
import { systemActor } from '../identity/actor.js';
import { perform } from '../identity/command.js';
import { executeBound } from '../kernel/bulk.js';
import type { Ground } from '../kernel/ground.js';
import { noteSeen } from '../registry/seen-mailbox.js';
import type { Capabilities, Result } from './connector.js';
import { stateAfter } from './order-carrying.js';
import type { ClaimedOrder } from './order-claim.js';
import { writePasswordLetter } from './password-letters.js';
import { nextTry } from './retry.rules.js';

/** So often sessions that are left are tried to be ended; then they are reported as they are. */
const MOST_ENDINGS = 6;
/** So often the rest of an order that is written is tried again, about a day: that the mail server forgets, ends sessions and tells what it believes. */
const MOST_VERIFYINGS = 30;
const LONGEST_MESSAGE = 1_000;

interface Standing {
  state: 'WAITING' | 'DONE' | 'FAILED' | 'UNKNOWN';
  nextTryAt: Date | null;
}

const CHANGES_STATE: readonly string[] = ['PROVISION', 'SUSPEND', 'RESTORE', 'REVOKE'];

/** Something is left to do although the state is written: sessions, or a mail server that could not be asked and may still let somebody in (G-11). */
function isUnfinished(
  { kind, attempts, isOvertaken }: StandingFacts,
  { liveSessionsRemaining, verified }: Result,
  isVerifiable: boolean,
): boolean {
  if (isOvertaken) return false;
  if ((liveSessionsRemaining ?? 0) > 0) return attempts < MOST_ENDINGS;
  return isVerifiable && !verified && CHANGES_STATE.includes(kind) && attempts < MOST_VERIFYINGS;
}

type StandingFacts = Pick<ClaimedOrder, 'attempts' | 'kind' | 'isOvertaken'>;

/** Where an order stands after an attempt. `isVerifiable`: whether the mail system can be read back at all. */
export function standingAfter(order: StandingFacts, result: Result, now: Date, isVerifiable: boolean): Standing {
  const later = () => nextTry(order.attempts, now, result.retryAfterSeconds);
  switch (result.outcome) {
    case 'changed':
    case 'unchanged':
      return isUnfinished(order, result, isVerifiable) ? { state: 'WAITING', nextTryAt: later() } : { state: 'DONE', nextTryAt: null };
    case 'retryable':
      return { state: 'WAITING', nextTryAt: later() };
    case 'unknown':
      return { state: 'UNKNOWN', nextTryAt: later() };
    case 'permanent':
      return { state: 'FAILED', nextTryAt: null };
  }
}

/** A mailbox that was made, or opened after an emergency, has a password nobody knows; a reset ends that. One that was there already keeps its own. */
function passwordAfter({ kind, isOvertaken, needsNewPassword }: ClaimedOrder, { outcome }: Result): boolean | undefined {
  if (isOvertaken) return undefined;
  if (kind === 'RESET_PASSWORD') return false;
  if (kind === 'PROVISION') return outcome === 'changed' ? true : undefined;
  return kind === 'RESTORE' && needsNewPassword ? true : undefined;
}

/** The capabilities say whether the holder is written to, and whether what is not verified is tried again. Stores it; when the order is tried again, if it is. */
export async function noteResult(
  ground: Ground,
  system: string,
  order: ClaimedOrder,
  result: Result,
  { resetPassword: canReset, verify }: Pick<Capabilities, 'resetPassword' | 'verify'> = { resetPassword: true, verify: 'readback' },
): Promise<Date | null> {
  const next = await perform({ ground, actor: systemActor }, async (act) => {
    act.allowAnyone('the runner of orders asks for it');
    const at = act.now.toISOString();
    const { state, nextTryAt } = standingAfter(order, result, act.now, verify !== 'none');
    const message = result.message?.slice(0, LONGEST_MESSAGE) ?? null;
    const isEnded = state === 'DONE' || state === 'FAILED';
    const stored = await executeBound<{ id: string }>(
      act.em,
      `update mail_order set state = $3, next_try_at = $4::timestamptz, leased_until = null, message = $5, live_sessions_remaining = $6::int, verified = $7::boolean,
         done_at = case when $3 = 'DONE' then $8::timestamptz end, password_hash = case when $9::boolean then null else password_hash end, updated_at = $8::timestamptz
       where id = $1::uuid and fence = $2::bigint and state = 'RUNNING' returning id`,
      [
        order.id,
        order.fence,
        state,
        nextTryAt?.toISOString() ?? null,
        message,
        result.liveSessionsRemaining ?? null,
        result.verified && state === 'DONE',
        at,
        isEnded,
      ],
    );
    await executeBound(
      act.em,
      `update mail_order_attempt set ended_at = $2::timestamptz, updated_at = $2::timestamptz, outcome = $3, message = $4 where id = $1::uuid`,
      [order.attemptId, at, result.outcome, message],
    );
    if (stored.length === 0) {
      act.unchanged();
      return null;
    }
    const seen = stateAfter(order, result);
    const awaitsPassword = isEnded && state === 'DONE' ? passwordAfter(order, result) : undefined;
    if (seen || awaitsPassword !== undefined)
      await noteSeen(
        act.em,
        {
          mailboxId: order.mailboxId,
          state: seen,
          connector: system,
          accountId: result.accountId,
          isVerified: result.verified,
          awaitsPassword,
        },
        act.today,
        act.now,
      );
    if (awaitsPassword && order.officerId && canReset)
      await writePasswordLetter(act, {
        mailboxId: order.mailboxId,
        officerId: order.officerId,
        address: order.address,
        because: order.kind === 'PROVISION' ? 'made' : 'reset',
      });
    if (!isEnded) act.unchanged();
    else
      act.record(
        state === 'DONE' ? 'mailOrder.done' : 'mailOrder.fail',
        `mailOrder:${order.id}`,
        {
          kind: order.kind,
          outcome: result.outcome,
          before: result.before,
          after: seen,
          verified: result.verified,
          sessionsLeft: result.liveSessionsRemaining,
          message,
        },
        [...(order.officerId ? [`officer:${order.officerId}`] : []), ...(order.decisionId ? [`decision:${order.decisionId}`] : [])],
      );
    return nextTryAt;
  });
  // Names that somebody typed are no labels.
  ground.metrics.count('hopthu_mail_order_attempts_total', 'Attempts at orders to mail systems, by kind and by what came of them.', {
    kind: order.kind,
    outcome: result.outcome,
  });
  if (result.outcome !== 'changed' && result.outcome !== 'unchanged')
    // What the mail system said may name the person; it stands with the attempt.
    ground.log.warn(
      { order: order.id, attempt: order.attemptId, kind: order.kind, outcome: result.outcome },
      'An order to a mail system was not carried out',
    );
  return next;
}
