/** What was last seen of mailboxes on the mail system (D-8): the registry keeps it, and the days on which a mailbox was active follow it (T-2). */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { executeBound } from '../kernel/bulk.js';
import type { Day } from '../kernel/calendar.js';
import { newId } from '../kernel/record.js';

export interface SeenMailbox {
  mailboxId: string;
  /** Left out where nothing was seen of it. */
  state?: string;
  /** Name of the mail system. */
  connector: string;
  /** What the mail system knows it by, where that is not the mailbox's own id. */
  accountId?: string | null;
  /** Whether its password is now one that nobody knows (true) or one that was handed to somebody (false). */
  awaitsPassword?: boolean;
  /** Whether it was read back, not only written. */
  isVerified: boolean;
}

/**
 * Notes the state of a mailbox. From the day it opens it is its holder's, so it can be used; the day on which it closes is the last. One that opens
 * again on the day it closed, or the next, was never away.
 */
export async function noteSeen(em: SqlEntityManager, seen: SeenMailbox, today: Day, now: Date): Promise<void> {
  const at = now.toISOString();
  const [before] = await executeBound<{ officer_id: string | null; state: string }>(
    em,
    'select officer_id, state from mailbox where id = $1::uuid for update',
    [seen.mailboxId],
  );
  if (!before) return;
  const state = seen.state ?? before.state;
  await executeBound(
    em,
    `update mailbox set state = $2, awaits_password = coalesce($8::boolean, awaits_password), connector = $3, account_id = coalesce($4, account_id), verified_at = case when $5::boolean then $6::timestamptz else verified_at end,
       created_on = case when state = 'NONE' and $2 = 'ACTIVE' then coalesce(created_on, $7::date) else created_on end, version = version + 1, updated_at = $6::timestamptz
     where id = $1::uuid`,
    [seen.mailboxId, state, seen.connector, seen.accountId ?? null, seen.isVerified, at, today, seen.awaitsPassword ?? null],
  );
  if (before.state === state) return;
  if (state !== 'ACTIVE') {
    await executeBound(
      em,
      `update mailbox_period set until_on = $2::date, updated_at = $3::timestamptz where mailbox_id = $1::uuid and (until_on is null or until_on > $2::date)`,
      [seen.mailboxId, today, at],
    );
  } else if (before.officer_id) await open(em, seen.mailboxId, before.officer_id, today, at);
}

async function open(em: SqlEntityManager, mailboxId: string, officerId: string, today: Day, at: string): Promise<void> {
  const reopened = await executeBound<{ id: string }>(
    em,
    `update mailbox_period set until_on = null, updated_at = $4::timestamptz where mailbox_id = $1::uuid and officer_id = $2::uuid
       and (until_on is null or until_on >= $3::date - 1) returning id`,
    [mailboxId, officerId, today, at],
  );
  if (reopened.length > 0) return;
  await executeBound(
    em,
    `insert into mailbox_period (id, created_at, updated_at, mailbox_id, officer_id, from_on) values ($1::uuid, $5::timestamptz, $5::timestamptz, $2::uuid, $3::uuid, $4::date)`,
    [newId(), mailboxId, officerId, today, at],
  );
}
