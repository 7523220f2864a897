/** Who may see and manage accounts and API keys (product.md §2). */
import { type Actor, ROLES } from './actor.js';
import { by, emptyWithout, fieldsOf, right, withSecondFactor } from './right.js';

/** What a right about an account looks at. */
export interface Account {
  id: string;
}

/** Whether an account is the actor's own: everybody may read their own. */
export const isOneself = (actor: Actor, userId: string): boolean => actor.userId !== null && actor.userId === userId;

const isOwnAccount = (actor: Actor, account: Account) => isOneself(actor, account.id);

/** A program has no account. */
const PEOPLE = ROLES.filter((role) => role !== 'SERVICE');

export const userAccess = {
  /** Task force and secretary pick trainers and members of committees: they see who there is, by name, and nothing else of an account. */
  list: right('user.list', by('ADMIN'), by('TASK_FORCE'), by('SECRETARY')),
  /** Everybody's address, roles, whether and how somebody signs in. */
  read: right('user.read', by('ADMIN')),
  /** The same of one account. */
  readAccount: right<Account>('user.readAccount', by('ADMIN'), ...PEOPLE.map((role) => by(role, isOwnAccount))),
  change: withSecondFactor(right('user.change', by('ADMIN'))),
};

/** Of the demonstration city alone (L-2). */
export const clockAccess = { move: right('clock.move', by('ADMIN')) };

export const apiKeyAccess = {
  read: right('apiKey.read', by('ADMIN')),
  change: withSecondFactor(right('apiKey.change', by('ADMIN'))),
};

const { readAccount } = userAccess;

/** What of an account is open to whoever may list users, and what is not (G-15). */
export const identityFields = {
  User: fieldsOf<Account>('id name officer version availableActions', {
    email: readAccount,
    grants: emptyWithout(readAccount),
    disabledAt: readAccount,
    invitedUntil: readAccount,
    lastSignInAt: readAccount,
    hasPassword: readAccount,
    hasSecondFactor: readAccount,
    hasSingleSignOn: readAccount,
  }),
  RoleGrant: fieldsOf('id role scopeId agency officer'),
  ApiKey: fieldsOf('id name prefix scopes createdAt expiresOn lastUsedAt endedAt createdBy availableActions'),
  AuditEvent: fieldsOf('seq at actor actorName action subject subjectName summary hash'),
};
