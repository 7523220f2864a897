/** What a person changes about their own signing in: which sessions go on, and the password. */
import { Refusal } from '../kernel/refusal.js';
import { isId } from '../kernel/record.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { type Acting, perform } from './command.js';
import { guessing } from './guess.service.js';
import { type ActingOnOneself, askPassword, oneself, ownSession } from './oneself.js';
import { hashPassword } from './password.js';
import { passwordProblem } from './password.rules.js';
import { forgetSessions } from './session-cache.js';
import { Session } from './session.entity.js';
import { signInMessages } from './sign-in.messages.js';
import { User } from './user.entity.js';

/** Ends one of the own sessions; whether it is the one asked from. */
export async function revokeSession(acting: Acting, id: string): Promise<boolean> {
  const user = await oneself(acting);
  await perform(acting, async (act) => {
    act.allowAnyone('everybody may end their own sessions');
    await ownSession(act);
    const session = isId(id) ? await act.em.findOne(Session, { id, user: user.id, endedAt: null }) : null;
    if (!session) throw new Refusal({ code: 'NOT_FOUND', path: ['id'], message: { text: kernelMessages.notFound } });
    session.endedAt = act.now;
    act.record('session.revoke', `user:${user.id}`, { sessionId: session.id });
  });
  forgetSessions(acting.ground);
  return id.toLowerCase() === acting.actor.sessionId;
}

/** Ends the own sessions but the one asked from. */
export async function endOtherSessions(acting: Acting): Promise<void> {
  const user = await oneself(acting);
  await perform(acting, async (act) => {
    act.allowAnyone('everybody may end their own sessions');
    const { id } = await ownSession(act);
    const ended = await act.em.nativeUpdate(Session, { user: user.id, id: { $ne: id }, endedAt: null }, { endedAt: act.now });
    if (ended === 0) act.unchanged();
    else act.record('session.endOthers', `user:${user.id}`, { sessions: ended });
  });
  forgetSessions(acting.ground);
}

/** Another password: asks the current one, ends the other sessions; this one goes on. Refused INVALID at the password that cannot be. */
export async function changePassword(acting: ActingOnOneself, currentPassword: string, newPassword: string): Promise<void> {
  const user = await oneself(acting);
  await guessing(acting.ground, { email: user.email, address: acting.address }, ['currentPassword'], async () => {
    await askPassword(acting, user, currentPassword, 'currentPassword');
    const problem = passwordProblem(newPassword, user);
    if (problem) throw new Refusal({ code: 'INVALID', path: ['newPassword'], message: problem });
    if (newPassword.normalize('NFC') === currentPassword.normalize('NFC'))
      throw new Refusal({ code: 'INVALID', path: ['newPassword'], message: { text: signInMessages.samePassword } });
    const passwordHash = await hashPassword(newPassword);
    await perform(acting, async (act) => {
      act.allowAnyone('everybody may change their own password');
      const still = await act.load(User, user.id);
      const { id } = await ownSession(act);
      // Changed by somebody else in between: the current password is no longer the one that was shown.
      if (still.passwordHash !== user.passwordHash)
        throw new Refusal({ code: 'STALE', path: ['currentPassword'], message: { text: kernelMessages.stale } });
      still.passwordHash = passwordHash;
      const sessions = await act.em.nativeUpdate(Session, { user: user.id, id: { $ne: id }, endedAt: null }, { endedAt: act.now });
      act.record('password.change', `user:${user.id}`, { sessions });
    });
  });
  forgetSessions(acting.ground);
}
