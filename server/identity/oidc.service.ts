/** Whom does the provider's word sign in? The first time somebody who is invited already, found by the claim of the settings; afterwards whoever is linked to the account. */
import { ref } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Ground } from '../kernel/ground.js';
import { newId } from '../kernel/record.js';
import { type Actor, systemActor } from './actor.js';
import { type Act, perform } from './command.js';
import type { Told } from './oidc-client.js';
import { mappedClaim, secondFactorAge } from './oidc-claims.rules.js';
import type { OidcSettings } from './oidc-settings.rules.js';
import { type NewSession, openSession } from './session.service.js';
import { UserIdentity } from './user-identity.entity.js';
import { RoleGrant, User } from './user.entity.js';
import { normalEmail } from './user.rules.js';

export type NotAdmittedReason =
  /** The account lacks the claim that says who somebody is. */
  | 'NO_CLAIM'
  | 'EMAIL_UNVERIFIED'
  /** Nobody here, or more than one, answers to the claim. */
  | 'UNKNOWN'
  | 'DISABLED'
  /** The user is linked to another account of the same provider: an address may have passed to somebody else. */
  | 'LINKED_TO_ANOTHER';

/** The provider's word is good, and opens nothing here. */
export class NotAdmitted extends Error {
  constructor(
    readonly reason: NotAdmittedReason,
    /** Whom it would have signed in, if that is known. */
    readonly userId: string | null,
    /** What the account answers to, for the administrator's record. */
    readonly claim: string | null,
  ) {
    super(reason);
    this.name = 'NotAdmitted';
  }
}

/** The officer with a code; the room that knows officers lends it. */
export type OfficerOfCode = (em: SqlEntityManager, code: string) => Promise<string | null>;

export interface SignOnGround {
  ground: Ground;
  settings: OidcSettings;
  officerOfCode: OfficerOfCode;
}

async function usersOf(em: SqlEntityManager, value: string, { settings, officerOfCode }: SignOnGround): Promise<User[]> {
  if (settings.match === 'email') return em.find(User, { email: normalEmail(value) });
  const officerId = await officerOfCode(em, value);
  if (!officerId) return [];
  const grants = await em.find(RoleGrant, { role: 'OFFICER', scopeId: officerId }, { populate: ['user'] });
  return grants.map((grant) => grant.user.$);
}

interface Found {
  user: User;
  isLinked: boolean;
}

/** Who signs in; throws NotAdmitted. */
async function userOf(em: SqlEntityManager, told: Told, on: SignOnGround): Promise<Found> {
  const { issuer, subject } = told;
  const mapped = mappedClaim(told.person, on.settings.claim);
  const claim = 'value' in mapped ? mapped.value : null;
  const linked = await em.findOne(UserIdentity, { issuer, subject }, { populate: ['user'] });
  if (linked) {
    if (linked.user.$.disabledAt) throw new NotAdmitted('DISABLED', linked.user.id, claim);
    return { user: linked.user.$, isLinked: true };
  }
  if ('missing' in mapped) throw new NotAdmitted(mapped.missing, null, null);
  const [user, another] = await usersOf(em, mapped.value, on);
  if (!user || another) throw new NotAdmitted('UNKNOWN', null, claim);
  if (user.disabledAt) throw new NotAdmitted('DISABLED', user.id, claim);
  const held = await em.findOne(UserIdentity, { user: user.id, issuer });
  if (held && held.subject !== subject) throw new NotAdmitted('LINKED_TO_ANOTHER', user.id, claim);
  // The same person, linked by another sign-in since it was looked for above.
  return { user, isLinked: held !== null };
}

function link(act: Act, user: User, { issuer, subject }: Told): void {
  const identity = { id: newId(), user: ref(User, user.id), issuer, subject, createdAt: act.now, updatedAt: act.now };
  act.em.persist(act.em.create(UserIdentity, identity));
  act.record('identity.link', `user:${user.id}`, { issuer });
}

const actorFor = (userId: string): Actor => ({ ...systemActor, name: `user:${userId}`, userId });

/** Signs in whom the provider has named, links the account the first time; throws NotAdmitted. */
export async function signInByProvider(on: SignOnGround, told: Told, device: string | null): Promise<NewSession> {
  const { ground, settings } = on;
  const { user } = await userOf(ground.orm.em.fork(), told, on);
  return perform({ ground, actor: actorFor(user.id) }, async (act) => {
    act.allowAnyone('the provider has shown who it is');
    // Looked at again under lock: meanwhile the user may be disabled, or the account linked.
    await act.load(User, user.id);
    const found = await userOf(act.em, told, on);
    if (found.user.id !== user.id) throw new NotAdmitted('LINKED_TO_ANOTHER', user.id, null);
    if (!found.isLinked) link(act, found.user, told);
    const age = secondFactorAge(told.token, settings.strongAcr, Math.floor(Date.now() / 1000));
    const secondFactorAt = age === null ? null : new Date(act.now.getTime() - age * 1000);
    return openSession(act, user.id, { method: 'OIDC', secondFactorAt, device });
  });
}

/** Leaves a record that somebody was not signed in, and why. */
export async function recordRefusal(
  ground: Ground,
  reason: string,
  requestId: string,
  { userId = null, claim = null }: { userId?: string | null; claim?: string | null } = {},
): Promise<void> {
  await perform({ ground, actor: userId ? actorFor(userId) : systemActor }, async (act) => {
    act.allowAnyone('a refusal is recorded whoever is refused');
    act.record('session.refuse', userId ? `user:${userId}` : 'session', { method: 'OIDC', reason, requestId, ...(claim && { claim }) });
  });
}
