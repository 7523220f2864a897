/**
 * Challenges that a passkey answers. A challenge is itself sealed: for whom, for what and until when it counts can be read by the servers
 * of this installation only, so nothing is stored for whoever merely asks for one. Answered, it is spent (its hash is kept): one use.
 */
import { hash } from 'node:crypto';
import type { Ground } from '../kernel/ground.js';
import { CHALLENGE_MINUTES } from './passkey.rules.js';

export interface Challenge {
  purpose: 'ADD' | 'SHOW';
  /** The session it was asked for from; null when nobody was signed in. */
  sessionId: string | null;
  /** Milliseconds. */
  until: number;
}

const MARK = 'passkey ';

export function newChallenge(ground: Ground, purpose: Challenge['purpose'], sessionId: string | null): Uint8Array<ArrayBuffer> {
  const challenge: Challenge = { purpose, sessionId, until: ground.clock.now().getTime() + CHALLENGE_MINUTES * 60_000 };
  return new Uint8Array(Buffer.from(ground.key.seal(Buffer.from(MARK + JSON.stringify(challenge))), 'base64'));
}

/** What an answer says its challenge was, as the authenticator signed it; undefined for what cannot be read. */
export function challengeIn(clientDataJSON: unknown): string | undefined {
  try {
    const { challenge } = JSON.parse(Buffer.from(String(clientDataJSON), 'base64url').toString()) as { challenge?: unknown };
    return typeof challenge === 'string' ? challenge : undefined;
  } catch {
    return undefined;
  }
}

/** Whether this challenge came from here, for this purpose and session, is not too old and was not answered before; it is spent now. */
export async function spendChallenge(
  ground: Ground,
  challenge: string | undefined,
  purpose: Challenge['purpose'],
  sessionId: string | null,
): Promise<boolean> {
  const now = ground.clock.now();
  const asked = challenge === undefined ? undefined : opened(ground, challenge);
  if (!asked || asked.purpose !== purpose || asked.sessionId !== sessionId || asked.until < now.getTime()) return false;
  const em = ground.orm.em.fork();
  const spent = await em.execute<unknown[]>(
    'insert into spent_challenge (hash, expires_at) values (?, ?) on conflict (hash) do nothing returning hash',
    // Of the bytes, for more than one text stands for the same.
    [hash('sha256', Buffer.from(challenge!, 'base64url'), 'hex'), new Date(asked.until).toISOString()],
  );
  await em.execute(
    'delete from spent_challenge where hash in (select hash from spent_challenge where expires_at < ? for update skip locked)',
    [now.toISOString()],
  );
  return spent.length === 1;
}

function opened(ground: Ground, challenge: string): Challenge | undefined {
  try {
    const text = ground.key.open(Buffer.from(challenge, 'base64url').toString('base64')).toString();
    return text.startsWith(MARK) ? (JSON.parse(text.slice(MARK.length)) as Challenge) : undefined;
  } catch {
    return undefined;
  }
}
