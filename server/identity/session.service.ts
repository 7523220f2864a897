/** Signing in with a password, and out. */
import { ref } from '@mikro-orm/core';
import type { Ground } from '../kernel/ground.js';
import { newId } from '../kernel/record.js';
import { Refusal } from '../kernel/refusal.js';
import { systemActor } from './actor.js';
import { type Act, type Acting, perform } from './command.js';
import { guessing } from './guess.service.js';
import { identityMessages } from './identity.messages.js';
import { isPassword } from './password.js';
import { needsCode, showCodeAtSignIn } from './second-factor.service.js';
import { forgetSessions } from './session-cache.js';
import { Session, type SignInMethod } from './session.entity.js';
import { expiryOf, newToken, tokenHash } from './session.rules.js';
import { normalEmail } from './user.rules.js';
import { User } from './user.entity.js';

export { actorOfToken, forgetSessions } from './session-cache.js';

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

/** What comes with a name and a password: a code, and where and on what it was typed. */
export interface SignIn {
  code?: string | null;
  /** Network address; a program on the machine itself comes from nowhere and is not counted by it. */
  address?: string | null;
  device?: string | null;
}

const wrongPassword = () => new Refusal({ code: 'INVALID', path: ['password'], message: { text: identityMessages.wrongPassword } });

/**
 * Signs in with e-mail and password, and with a code where one is set up (REQUIRED at `code` without). Refused INVALID in the same words
 * and time whoever is asked for, LIMIT after too many failures (G-16).
 */
export function createSession(
  ground: Ground,
  email: string,
  password: string,
  { code, address, device }: SignIn = {},
): Promise<NewSession> {
  return guessing(ground, { email, address }, ['password', 'code'], async () => {
    const user = await ground.orm.em.fork().findOne(User, { email: normalEmail(email), disabledAt: null });
    const matches = await isPassword(user?.passwordHash, password);
    if (!user || !matches) throw wrongPassword();
    return perform({ ground, actor: { ...systemActor, name: `user:${user.id}`, userId: user.id } }, async (act) => {
      act.allowAnyone('the password was right');
      const still = await act.load(User, user.id);
      // Whoever was disabled or given another password while this one was looked at does not slip in.
      if (still.disabledAt || still.passwordHash !== user.passwordHash) throw wrongPassword();
      const secondFactorAt = (await showCodeAtSignIn(act, user.id, code)) ? act.now : null;
      return openSession(act, user.id, { method: 'PASSWORD', secondFactorAt, device });
    });
  });
}

/** Signs in somebody who has just chosen a password by a one-time link; null where a code is needed too. */
export function createSessionOf(ground: Ground, userId: string, device: string | null): Promise<NewSession | null> {
  return perform({ ground, actor: { ...systemActor, name: `user:${userId}`, userId } }, async (act) => {
    act.allowAnyone('the link was right');
    const user = await act.load(User, userId);
    if (user.disabledAt) throw wrongPassword();
    if (await needsCode(act, userId)) {
      act.unchanged();
      return null;
    }
    return openSession(act, userId, { method: 'PASSWORD', device });
  });
}

/** Ends the session one is signed in with. */
export async function endSession({ ground, actor }: Acting): Promise<boolean> {
  const { sessionId } = actor;
  if (!sessionId) return false;
  await perform({ ground, actor }, async (act) => {
    act.allowAnyone('everybody may sign out');
    const session = await act.load(Session, sessionId);
    session.endedAt = act.now;
    act.record('session.end', actor.name);
  });
  forgetSessions(ground);
  return true;
}
