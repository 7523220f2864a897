/** One-time links: making one, looking at one, and choosing a password by it. A newer link, a use and a disabled account each end it. */
import { LockMode, ref } from '@mikro-orm/core';
import type { Ground } from '../kernel/ground.js';
import { ownUrl } from '../kernel/own-url.js';
import { newId } from '../kernel/record.js';
import { Refusal } from '../kernel/refusal.js';
import { accountMessages } from './account.messages.js';
import { orderToTell } from './account-opened.js';
import { systemActor } from './actor.js';
import { type Act, type Acting, perform } from './command.js';
import { forgetGuesses } from './guess.service.js';
import { isOneself, userAccess } from './identity.access.js';
import { Invitation } from './invitation.entity.js';
import { invitationEnd, invitationHash, invitationUrl, newInvitationToken } from './invitation.rules.js';
import { hashPassword } from './password.js';
import { passwordProblem } from './password.rules.js';
import { forgetSessions } from './session.service.js';
import { User } from './user.entity.js';
import { endSessionsOf } from './user-sessions.js';

/** Shown once; only the hash of the token in the link is stored (G-17). */
export interface NewInvitation {
  url: string;
  expiresAt: Date;
}

/** Whom a link is for, shown before a password is chosen. */
export interface InvitationShown {
  name: string;
  email: string;
  expiresAt: Date;
}

/** Makes the links of a user worthless. */
export async function endInvitations(act: Act, userId: string): Promise<void> {
  await act.em.nativeUpdate(Invitation, { user: userId, endedAt: null }, { endedAt: act.now, updatedAt: act.now });
}

/** A new link for a user, in the command that has a reason to make one. */
export async function issueInvitation(act: Act, user: User): Promise<NewInvitation> {
  await endInvitations(act, user.id);
  const token = newInvitationToken();
  const expiresAt = invitationEnd(act.now);
  act.em.persist(
    act.em.create(Invitation, {
      id: newId(),
      user: ref(user),
      tokenHash: invitationHash(token)!,
      expiresAt,
      createdAt: act.now,
      updatedAt: act.now,
    }),
  );
  return { url: invitationUrl(ownUrl(act.ground), token), expiresAt };
}

/** A new one-time link, for the first password or a forgotten one; opens an account that is shut after wrong tries (G-16). What the person signs in with now goes on until the link is used. */
export async function inviteUser(acting: Acting, id: string): Promise<{ id: string; invitation: NewInvitation }> {
  return perform(acting, async (act) => {
    act.allow(userAccess.change, undefined);
    const user = await act.load(User, id);
    if (isOneself(act.actor, id)) throw new Refusal({ code: 'CONFLICT', path: ['id'], message: { text: accountMessages.notOneself } });
    if (user.disabledAt) throw new Refusal({ code: 'CONFLICT', path: ['id'], message: { text: accountMessages.isDisabled } });
    const invitation = await issueInvitation(act, user);
    await forgetGuesses(act.ground, act.em, user.email);
    act.record('user.invite', `user:${id}`, { expiresAt: invitation.expiresAt });
    orderToTell(act, id, 'NEW_LINK');
    return { id, invitation };
  });
}

const worthless = () => new Refusal({ code: 'INVALID', path: ['token'], message: { text: accountMessages.invitationWorthless } });

async function livingInvitation(ground: Ground, token: string): Promise<Invitation | null> {
  const tokenHash = invitationHash(token);
  if (!tokenHash) return null;
  const now = ground.clock.now();
  const where = { tokenHash, endedAt: null, expiresAt: { $gt: now }, user: { disabledAt: null } };
  return ground.orm.em.fork().findOne(Invitation, where, { populate: ['user'] });
}

/** Whom a link is for; refused INVALID in the same words whether it was used, has expired, or never was. */
export async function lookUpInvitation(ground: Ground, token: string): Promise<InvitationShown> {
  const invitation = await livingInvitation(ground, token);
  if (!invitation) throw worthless();
  const { name, email } = invitation.user.unwrap();
  return { name, email, expiresAt: invitation.expiresAt };
}

/** Sets the password by a link, once, and ends every session of before; the id of the user. Refused INVALID for link or password. */
export async function acceptInvitation(ground: Ground, token: string, password: string): Promise<string> {
  const seen = await livingInvitation(ground, token);
  if (!seen) throw worthless();
  const problem = passwordProblem(password, seen.user.unwrap());
  if (problem) throw new Refusal({ code: 'INVALID', path: ['password'], message: problem });
  const passwordHash = await hashPassword(password);
  const userId = seen.user.id;
  await perform({ ground, actor: { ...systemActor, name: `user:${userId}`, userId } }, async (act) => {
    act.allowAnyone('the link was right');
    // The user first, as everywhere, so that disabling at the same moment waits or is seen.
    const user = await act.load(User, userId);
    const invitation = await act.em.findOne(Invitation, { id: seen.id, endedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!invitation || invitation.expiresAt <= act.now || user.disabledAt) throw worthless();
    user.passwordHash = passwordHash;
    user.updatedAt = act.now;
    await endInvitations(act, userId);
    const sessions = await endSessionsOf(act, userId);
    act.record('invitation.accept', `user:${userId}`, { sessions });
  });
  forgetSessions(ground);
  return userId;
}
