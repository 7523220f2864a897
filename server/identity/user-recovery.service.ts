/** What an administrator does for somebody who lost a telephone or left a browser open: the second factor taken off, every session ended. */
import { Refusal } from '../kernel/refusal.js';
import { accountMessages } from './account.messages.js';
import { orderToTell } from './account-opened.js';
import { type Acting, perform } from './command.js';
import { isOneself, userAccess } from './identity.access.js';
import { Passkey } from './passkey.entity.js';
import { forgetSessions } from './session.service.js';
import { RecoveryCode, Totp } from './totp.entity.js';
import { User } from './user.entity.js';
import { reasonDefects } from './user.rules.js';
import { endSessionsOf } from './user-sessions.js';

const ownAccount = () => new Refusal({ code: 'CONFLICT', path: ['id'], message: { text: accountMessages.notOneself } });

/** Takes off codes and passkeys, so that new ones can be set up, and ends all sessions: what was lost may be in other hands. */
export async function resetSecondFactor(acting: Acting, id: string, reason: string): Promise<string> {
  await perform(acting, async (act) => {
    act.allow(userAccess.change, undefined);
    await act.load(User, id);
    const defects = reasonDefects(reason);
    if (defects.length) throw new Refusal(...defects);
    if (isOneself(act.actor, id)) throw ownAccount();
    const codes = await act.em.count(Totp, { user: id, confirmedAt: { $ne: null } });
    await act.em.nativeDelete(Totp, { user: id });
    const passkeys = await act.em.nativeDelete(Passkey, { user: id });
    await act.em.nativeDelete(RecoveryCode, { user: id });
    if (codes + passkeys === 0) throw new Refusal({ code: 'CONFLICT', path: ['id'], message: { text: accountMessages.noSecondFactor } });
    const sessions = await endSessionsOf(act, id);
    act.record('user.resetSecondFactor', `user:${id}`, { reason: reason.trim(), passkeys, sessions });
    orderToTell(act, id, 'SECOND_FACTOR_RESET');
  });
  forgetSessions(acting.ground);
  return id;
}

/** Signs somebody out everywhere. */
export async function endSessionsOfUser(acting: Acting, id: string): Promise<string> {
  await perform(acting, async (act) => {
    act.allow(userAccess.change, undefined);
    await act.load(User, id);
    if (isOneself(act.actor, id)) throw ownAccount();
    const sessions = await endSessionsOf(act, id);
    if (sessions === 0) act.unchanged();
    else act.record('user.endSessions', `user:${id}`, { sessions });
  });
  forgetSessions(acting.ground);
  return id;
}
