/** The person and the session behind a command that everybody may give about themselves. */
import { LockMode } from '@mikro-orm/core';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { Denial, Refusal } from '../kernel/refusal.js';
import type { Act, Acting } from './command.js';
import { isPassword } from './password.js';
import { Session } from './session.entity.js';
import { isAlive } from './session.rules.js';
import { signInMessages } from './sign-in.messages.js';
import { User } from './user.entity.js';

/** Acting on oneself, and from which network address: tries are counted by it (G-16). */
export interface ActingOnOneself extends Acting {
  address?: string | null;
}

/** Who is signed in; FORBIDDEN for programs, which are nobody. */
export async function oneself({ ground, actor }: Acting): Promise<User> {
  const user = actor.userId && actor.sessionId ? await ground.orm.em.fork().findOne(User, { id: actor.userId, disabledAt: null }) : null;
  if (!user) throw new Denial('FORBIDDEN', { text: kernelMessages.forbidden });
  return user;
}

/** The session the command came in, locked and still alive. */
export async function ownSession(act: Act): Promise<Session> {
  const id = act.actor.sessionId;
  const session = id ? await act.em.findOne(Session, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (!session || !isAlive(session, act.now)) throw new Denial('UNAUTHENTICATED', { text: kernelMessages.signIn });
  return session;
}

/** Minutes after signing in for which somebody without a password need not sign in again. */
const FRESH_MINUTES = 10;

/** Asks the password again; whoever has none (single sign-on) must have signed in just now. Refused at `path`. */
export async function askPassword({ ground, actor }: Acting, user: User, password: string | null | undefined, path: string): Promise<void> {
  if (user.passwordHash) {
    if (!password) throw new Refusal({ code: 'REQUIRED', path: [path], message: { text: signInMessages.passwordNeeded } });
    if (await isPassword(user.passwordHash, password)) return;
    throw new Refusal({ code: 'INVALID', path: [path], message: { text: signInMessages.wrongOwnPassword } });
  }
  const session = await ground.orm.em.fork().findOne(Session, { id: actor.sessionId! });
  const age = session ? ground.clock.now().getTime() - session.createdAt.getTime() : Infinity;
  if (age > FRESH_MINUTES * 60_000)
    throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'G-18', path: [path], message: { text: signInMessages.signInAgain } });
}
