/** Signing in and out, and who a token belongs to. */
import { ref } from '@mikro-orm/core';
import { sql } from 'kysely';
import type { Ground } from '../kernel/ground.js';
import { newId } from '../kernel/record.js';
import { Refusal } from '../kernel/refusal.js';
import { type Actor, type RoleName, systemActor } from './actor.js';
import { type Act, type Acting, perform } from './command.js';
import { identityMessages } from './identity.messages.js';
import { isPassword } from './password.js';
import { Session, type SignInMethod } from './session.entity.js';
import { expiryOf, isAlive, newToken, tokenHash } from './session.rules.js';
import { User } from './user.entity.js';

export interface NewSession {
  token: string;
  expiresAt: Date;
  userId: string;
}

/** A new session for a user who has just shown who they are; within the command that saw it. */
export function openSession(
  act: Act,
  userId: string,
  { method, secondFactorAt = null, device = null }: { method: SignInMethod; secondFactorAt?: Date | null; device?: string | null },
): NewSession {
  const token = newToken();
  const expiresAt = expiryOf(act.now);
  const session = act.em.create(Session, {
    id: newId(),
    user: ref(User, userId),
    tokenHash: tokenHash(token),
    expiresAt,
    lastUsedAt: act.now,
    secondFactorAt,
    method,
    device,
    createdAt: act.now,
    updatedAt: act.now,
  });
  act.em.persist(session);
  act.record('session.create', `user:${userId}`, { method });
  return { token, expiresAt, userId };
}

/** Signs in with e-mail and password; refused INVALID in the same words and time whoever is asked for. */
export async function createSession(ground: Ground, email: string, password: string): Promise<NewSession> {
  const user = await ground.orm.em.fork().findOne(User, { email: email.trim().toLowerCase(), disabledAt: null });
  const matches = await isPassword(user?.passwordHash, password);
  if (!user || !matches) throw new Refusal({ code: 'INVALID', path: ['password'], message: { text: identityMessages.wrongPassword } });
  return perform({ ground, actor: { ...systemActor, name: `user:${user.id}`, userId: user.id } }, async (act) => {
    act.allowAnyone('the password was right');
    return openSession(act, user.id, { method: 'PASSWORD' });
  });
}

/** Ends the session one is signed in with. */
export async function endSession({ ground, actor }: Acting): Promise<boolean> {
  const { sessionId } = actor;
  if (!sessionId) return false;
  forgetSessions();
  return perform({ ground, actor }, async (act) => {
    act.allowAnyone('everybody may sign out');
    const session = await act.load(Session, sessionId);
    session.endedAt = act.now;
    act.record('session.end', `user:${actor.userId}`);
    return true;
  });
}

interface Known {
  actor: Actor;
  session: { expiresAt: Date; lastUsedAt: Date };
  readAt: number;
}

/** How long a token is trusted without asking the store again; a revocation counts after that at the latest. */
const TRUSTED_MILLISECONDS = 2000;
const LAST_USE_SECONDS = 60;
const known = new Map<string, Known>();

export const forgetSessions = (): void => known.clear();

/** The actor behind a session token, or null. */
export async function actorOfToken(ground: Ground, token: string): Promise<Actor | null> {
  const hash = tokenHash(token);
  const now = ground.clock.now();
  const remembered = known.get(hash);
  if (remembered && Date.now() - remembered.readAt < TRUSTED_MILLISECONDS && isAlive(remembered.session, now)) return remembered.actor;
  const { db, run } = ground.read;
  const [row] = await run(
    db
      .selectFrom('session as s')
      .innerJoin('app_user as u', 'u.id', 's.user_id')
      .where('s.token_hash', '=', hash)
      .where('u.disabled_at', 'is', null)
      .select([
        's.id as sessionId',
        's.expires_at as expiresAt',
        's.last_used_at as lastUsedAt',
        's.ended_at as endedAt',
        's.second_factor_at as secondFactorAt',
        'u.id as userId',
        'u.name as displayName',
        sql<
          { role: RoleName; scopeId: string | null }[]
        >`coalesce((select json_agg(json_build_object('role', g.role, 'scopeId', g.scope_id))
          from role_grant g where g.user_id = u.id), '[]')`.as('grants'),
      ]),
  );
  if (!row || !isAlive(row, now)) return null;
  const actor: Actor = {
    name: `user:${row.userId}`,
    userId: row.userId,
    displayName: row.displayName,
    grants: row.grants,
    scopes: [],
    sessionId: row.sessionId,
    secondFactorAt: row.secondFactorAt,
    isSystem: false,
  };
  if (known.size > 10_000) known.clear();
  known.set(hash, { actor, session: row, readAt: Date.now() });
  if (now.getTime() - row.lastUsedAt.getTime() > LAST_USE_SECONDS * 1000) {
    await ground.orm.em.fork().execute('update session set last_used_at = ? where id = ?', [now.toISOString(), row.sessionId]);
  }
  return actor;
}
