/** Making and changing accounts, and closing the door to them. Whoever changes an account is never the one it is about, but for name and address. */
import { ref } from '@mikro-orm/core';
import { cleanText, nameSortKey } from '../kernel/name.rules.js';
import { newId } from '../kernel/record.js';
import { Refusal } from '../kernel/refusal.js';
import { searchText } from '../kernel/search.rules.js';
import { accountMessages } from './account.messages.js';
import { keepAnAdministrator, lockAdministrators } from './administrators.js';
import { type Act, type Acting, perform } from './command.js';
import { isOneself, userAccess } from './identity.access.js';
import { endInvitations, issueInvitation, type NewInvitation } from './invitation.service.js';
import { hashPassword } from './password.js';
import { refuseUnknownScopes } from './role-scope.js';
import { forgetSessions } from './session.service.js';
import { RoleGrant, User } from './user.entity.js';
import { type GivenGrant, grantDefects, normalEmail, personDefects, reasonDefects } from './user.rules.js';
import { endSessionsOf } from './user-sessions.js';

export interface UserFacts {
  name: string;
  email: string;
  grants: readonly GivenGrant[];
}

/** With a password that is known to everybody anyway: the demonstration city and tests. */
export interface NewUser extends UserFacts {
  password?: string;
}

/** What became of a command about an account. */
export interface InvitedUser {
  id: string;
  invitation: NewInvitation;
}

const keyOf = ({ role, scopeId }: GivenGrant) => `${role} ${scopeId?.toLowerCase() ?? ''}`;
const shownGrants = (grants: readonly GivenGrant[]) => grants.map(({ role, scopeId }) => ({ role, scopeId: scopeId ?? null }));
/** The officers whose own file somebody gets or loses: it stands in their trail. */
const filesOf = (grants: readonly GivenGrant[]) =>
  grants.flatMap(({ role, scopeId }) => (role === 'OFFICER' && scopeId ? [`officer:${scopeId}`] : []));
const isAdministrator = (grants: readonly GivenGrant[]) => grants.some(({ role }) => role === 'ADMIN');

async function refuseDefects(act: Act, { name, email, grants }: UserFacts, own?: string): Promise<void> {
  const reasons = [...personDefects(name, email), ...grantDefects(grants)];
  if (reasons.length) throw new Refusal(...reasons);
  const holder = await act.em.findOne(User, { email: normalEmail(email) });
  if (holder && holder.id !== own)
    throw new Refusal({ code: 'DUPLICATE', path: ['input', 'email'], message: { text: accountMessages.emailTaken } });
}

function writePerson(user: User, name: string, email: string): void {
  user.name = cleanText(name);
  user.email = normalEmail(email);
  user.nameWords = searchText(user.name);
  user.emailWords = searchText(user.email);
  user.sortKey = nameSortKey(user.name);
}

function give(act: Act, user: User, { role, scopeId }: GivenGrant): void {
  act.em.persist(
    act.em.create(RoleGrant, { id: newId(), user: ref(user), role, scopeId: scopeId ?? null, createdAt: act.now, updatedAt: act.now }),
  );
}

async function makeUser(act: Act, facts: UserFacts, passwordHash: string | null): Promise<User> {
  act.allow(userAccess.change, undefined);
  await refuseDefects(act, facts);
  await refuseUnknownScopes(act, facts.grants, null);
  const user = new User();
  writePerson(user, facts.name, facts.email);
  Object.assign(user, { passwordHash, createdAt: act.now, updatedAt: act.now });
  act.em.persist(user);
  for (const grant of facts.grants) give(act, user, grant);
  act.record(
    'user.create',
    `user:${user.id}`,
    { name: user.name, email: user.email, grants: shownGrants(facts.grants) },
    filesOf(facts.grants),
  );
  return user;
}

/** Makes a user without a link; refused DUPLICATE when the address is taken. */
export async function createUser(acting: Acting, { password, ...facts }: NewUser): Promise<string> {
  const passwordHash = password ? await hashPassword(password) : null;
  return perform(acting, async (act) => (await makeUser(act, facts, passwordHash)).id);
}

/** Makes a user and a one-time link by which a password is chosen; refused DUPLICATE when the address is taken. */
export async function createInvitedUser(acting: Acting, facts: UserFacts): Promise<InvitedUser> {
  return perform(acting, async (act) => {
    const user = await makeUser(act, facts, null);
    return { id: user.id, invitation: await issueInvitation(act, user) };
  });
}

/** Changes name, address and roles. Nobody changes their own roles, and an administrator always remains; new roles count at once. */
export async function updateUser(acting: Acting, id: string, facts: UserFacts, expectedVersion: number): Promise<string> {
  await perform(acting, async (act) => {
    act.allow(userAccess.change, undefined);
    await lockAdministrators(act);
    const user = await act.load(User, id);
    act.expectVersion(user, expectedVersion);
    await refuseDefects(act, facts, id);
    const before = await act.em.find(RoleGrant, { user: id });
    const wanted = new Set(facts.grants.map(keyOf));
    const held = new Set(before.map(keyOf));
    const added = facts.grants.filter((grant) => !held.has(keyOf(grant)));
    const removed = before.filter((grant) => !wanted.has(keyOf(grant)));
    if ((added.length || removed.length) && isOneself(act.actor, id))
      throw new Refusal({ code: 'CONFLICT', path: ['input', 'grants'], message: { text: accountMessages.notOwnRoles } });
    if (isAdministrator(removed)) await keepAnAdministrator(act, id, ['input', 'grants']);
    await refuseUnknownScopes(act, facts.grants, user.id);
    const { name, email } = user;
    writePerson(user, facts.name, facts.email);
    // The version counts changes of the roles too, which stand in another table.
    user.updatedAt = act.now;
    for (const grant of removed) act.em.remove(grant);
    for (const grant of added) give(act, user, grant);
    // A link that went to the address of before must not open an account with another address.
    if (user.email !== email) await endInvitations(act, id);
    const bound = filesOf([...added, ...removed]);
    act.record(
      'user.update',
      `user:${id}`,
      {
        ...(user.name !== name && { name: user.name }),
        ...(user.email !== email && { email: user.email }),
        ...(added.length && { added: shownGrants(added) }),
        ...(removed.length && { removed: shownGrants(removed) }),
      },
      bound,
    );
  });
  forgetSessions(acting.ground);
  return id;
}

/** Closes the door to somebody: sessions and links end at once. Keys the person made go on, they belong to the city. */
export async function disableUser(acting: Acting, id: string, reason: string): Promise<string> {
  await perform(acting, async (act) => {
    act.allow(userAccess.change, undefined);
    await lockAdministrators(act);
    const user = await act.load(User, id);
    const defects = reasonDefects(reason);
    if (defects.length) throw new Refusal(...defects);
    if (isOneself(act.actor, id)) throw new Refusal({ code: 'CONFLICT', path: ['id'], message: { text: accountMessages.notOneself } });
    if (user.disabledAt) throw new Refusal({ code: 'CONFLICT', path: ['id'], message: { text: accountMessages.disabledAlready } });
    await keepAnAdministrator(act, id, ['id']);
    user.disabledAt = act.now;
    user.updatedAt = act.now;
    const sessions = await endSessionsOf(act, id);
    await endInvitations(act, id);
    act.record('user.disable', `user:${id}`, { reason: reason.trim(), sessions });
  });
  forgetSessions(acting.ground);
  return id;
}

/** Opens the door again; the person signs in as before. */
export async function enableUser(acting: Acting, id: string): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(userAccess.change, undefined);
    const user = await act.load(User, id);
    if (isOneself(act.actor, id)) throw new Refusal({ code: 'CONFLICT', path: ['id'], message: { text: accountMessages.notOneself } });
    if (!user.disabledAt) throw new Refusal({ code: 'CONFLICT', path: ['id'], message: { text: accountMessages.enabledAlready } });
    user.disabledAt = null;
    user.updatedAt = act.now;
    act.record('user.enable', `user:${id}`);
    return id;
  });
}
