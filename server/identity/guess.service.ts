/**
 * Guessing is useless (G-16): whoever tries a secret first takes a place, of which an account and an address have few in a quarter
 * of an hour; a success gives it back. The places are kept in the database, so that they outlive a restart and all servers share them.
 */
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Ground } from '../kernel/ground.js';
import type { Text } from '../kernel/language.js';
import { newId } from '../kernel/record.js';
import { Refusal } from '../kernel/refusal.js';
import { systemActor } from './actor.js';
import { perform } from './command.js';
import {
  addressBlock,
  countsSince,
  FAILURES_PER_ACCOUNT,
  FAILURES_PER_ADDRESS,
  freeAgainAt,
  fullMinute,
  GUESS_MINUTES,
  PAPER_CODE_FAILURES_PER_ADDRESS,
} from './guess.rules.js';
import { signInMessages } from './sign-in.messages.js';
import { normalEmail } from './user.rules.js';

/** Who tries: for whose account, as far as known, and from where; a program on the machine itself comes from nowhere. */
export interface Guesser {
  /** As it was typed: passwords and codes for it are counted together. */
  email?: string | null;
  /** Id of the user whose passkey it is, counted apart: nobody finds one by trying, and wrong passwords of strangers must not shut out its owner. */
  passkeyOf?: string;
  address?: string | null;
  /** A code from paper is tried: of those an address has few, for there is no account they could be counted for. */
  isPaperCode?: boolean;
}

interface Subject {
  of: 'account' | 'address';
  key: bigint;
  limit: number;
  email?: string;
  userId?: string;
}

const accountKey = (ground: Ground, email: string): bigint => ground.key.of(`guess account ${normalEmail(email)}`);

function subjectsOf(ground: Ground, { email, passkeyOf, address, isPaperCode }: Guesser): Subject[] {
  const subjects: Subject[] = [];
  if (email != null)
    subjects.push({ of: 'account', key: accountKey(ground, email), limit: FAILURES_PER_ACCOUNT, email: normalEmail(email) });
  if (passkeyOf) {
    subjects.push({ of: 'account', key: ground.key.of(`guess passkey ${passkeyOf}`), limit: FAILURES_PER_ACCOUNT, userId: passkeyOf });
  }
  if (address) {
    subjects.push({ of: 'address', key: ground.key.of(`guess address ${addressBlock(address)}`), limit: FAILURES_PER_ADDRESS });
  }
  if (address && isPaperCode) {
    const key = ground.key.of(`guess paper code ${addressBlock(address)}`);
    subjects.push({ of: 'address', key, limit: PAPER_CODE_FAILURES_PER_ADDRESS });
  }
  // Always in one order: two who wait for each other's would wait for ever.
  return subjects.sort((a, b) => (a.key < b.key ? -1 : 1));
}

async function lock(em: SqlEntityManager, subjects: readonly Subject[]): Promise<void> {
  for (const { key } of subjects) await em.execute('select pg_advisory_xact_lock(?::bigint)', [String(key)]);
}

/** Takes a place for each; refused LIMIT when one has none left, whether or not there is such an account. */
async function reserve(ground: Ground, subjects: readonly Subject[], path: string[], text: Text): Promise<string[]> {
  return ground.orm.em.fork().transactional(async (forked) => {
    const em = forked as SqlEntityManager;
    await lock(em, subjects);
    const now = ground.clock.now();
    let until: Date | undefined;
    for (const { key, limit } of subjects) {
      const rows = await em.execute<{ at: Date | string }[]>(
        'select at from guess where subject = ?::bigint and at >= ? order by at desc limit ?',
        [String(key), countsSince(now).toISOString(), limit],
      );
      const free = freeAgainAt(
        rows.map(({ at }) => new Date(at)),
        limit,
      );
      if (free && (!until || free > until)) until = free;
    }
    if (until) {
      const time = new Intl.DateTimeFormat('en-GB', { timeZone: ground.clock.zone, hour: '2-digit', minute: '2-digit', hour12: false });
      throw new Refusal({
        code: 'LIMIT',
        path,
        message: { text, values: { time: time.format(fullMinute(until)) } },
      });
    }
    const ids: string[] = [];
    for (const { key } of subjects) {
      const id = newId();
      await em.execute('insert into guess (id, subject, at, is_failure) values (?, ?::bigint, ?, false)', [
        id,
        String(key),
        now.toISOString(),
      ]);
      ids.push(id);
    }
    return ids;
  });
}

const giveBack = (ground: Ground, ids: readonly string[]): Promise<unknown> =>
  ground.orm.em.fork().execute(`delete from guess where id in (${ids.map(() => '?').join(', ')})`, [...ids]);

/** Keeps the places of a failure. Whoever takes the last one leaves one event in the audit log, not one for each try. */
async function keep(ground: Ground, subjects: readonly Subject[], ids: readonly string[]): Promise<void> {
  ground.metrics.count('hopthu_sign_in_failures_total', 'Wrong passwords, codes and links.');
  await perform({ ground, actor: systemActor }, async (act) => {
    act.allowAnyone('the program counts failures');
    act.unchanged();
    await lock(act.em, subjects);
    await act.em.execute(`update guess set is_failure = true where id in (${ids.map(() => '?').join(', ')})`, [...ids]);
    for (const { of, key, limit, email, userId } of subjects) {
      const [row] = await act.em.execute<{ failures: number | string }[]>(
        'select count(*) as failures from guess where subject = ?::bigint and at >= ? and is_failure',
        [String(key), countsSince(act.now).toISOString()],
      );
      if (Number(row?.failures) !== limit) continue;
      ground.metrics.count('hopthu_sign_in_lockouts_total', 'Accounts and addresses that used up their tries.', { of });
      const [user] = email ? await act.em.execute<{ id: string }[]>('select id from app_user where email = ?', [email]) : [];
      const known = userId ?? user?.id;
      act.record('session.lock', known ? `user:${known}` : `${of}:${BigInt.asUintN(64, key).toString(16)}`, {
        of,
        limit,
        minutes: GUESS_MINUTES,
      });
    }
  });
  await purge(ground);
}

const purgedAt = new WeakMap<Ground, number>();

/** Takes away what no longer counts, at most once a minute. */
async function purge(ground: Ground): Promise<void> {
  const now = ground.clock.now();
  if (now.getTime() - (purgedAt.get(ground) ?? 0) < 60_000) return;
  purgedAt.set(ground, now.getTime());
  await ground.orm.em
    .fork()
    .execute('delete from guess where id in (select id from guess where at < ? for update skip locked)', [countsSince(now).toISOString()]);
}

/**
 * Tries a secret, within the limits. Refusals INVALID and NOT_FOUND at one of the fields in `guessed` are failures and keep their
 * places; any other outcome gives them back, except a fault, of which nobody knows how far it came.
 */
export async function guessing<T>(ground: Ground, guesser: Guesser, guessed: readonly string[], work: () => Promise<T>): Promise<T> {
  const subjects = subjectsOf(ground, guesser);
  if (subjects.length === 0) return work();
  const tooMany = guesser.isPaperCode ? signInMessages.tooManyPaperCodes : signInMessages.tooManyTries;
  const ids = await reserve(ground, subjects, [guessed[0]!], tooMany);
  let result: T;
  try {
    result = await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const isFailure = error.reasons.some((r) => (r.code === 'INVALID' || r.code === 'NOT_FOUND') && guessed.includes(r.path?.[0] ?? ''));
    await (isFailure ? keep(ground, subjects, ids) : giveBack(ground, ids));
    throw error;
  }
  await giveBack(ground, ids);
  return result;
}

/** Opens an account again before its time: when an administrator sends a new link. */
export async function forgetGuesses(ground: Ground, em: SqlEntityManager, email: string): Promise<void> {
  await em.execute('delete from guess where subject = ?::bigint', [String(accountKey(ground, email))]);
}
