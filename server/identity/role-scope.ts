/** Does the thing exist that a role is bound to? Identity knows no agency and no officer: the room that does lends its answer at composition. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { isId } from '../kernel/record.js';
import { Refusal } from '../kernel/refusal.js';
import { accountMessages } from './account.messages.js';
import type { RoleName } from './actor.js';
import type { GivenGrant } from './user.rules.js';

export type ScopeCheck = (em: SqlEntityManager, id: string) => Promise<boolean>;

const checks = new Map<RoleName, ScopeCheck>();

/** Lends the answer for a role: `lendScope('OFFICER', async (em, id) => …)`. */
export const lendScope = (role: RoleName, check: ScopeCheck): void => {
  checks.set(role, check);
};

/** Refuses roles that are bound to something that does not exist. */
export async function refuseUnknownScopes(em: SqlEntityManager, grants: readonly GivenGrant[]): Promise<void> {
  for (const [i, { role, scopeId }] of grants.entries()) {
    if (!scopeId) continue;
    const check = checks.get(role);
    if (!check) throw new Error(`No room has lent what ${role} is bound to.`);
    if (isId(scopeId) && (await check(em, scopeId))) continue;
    const text = role === 'OFFICER' ? accountMessages.officerUnknown : accountMessages.agencyUnknown;
    throw new Refusal({ code: 'NOT_FOUND', path: ['input', 'grants', String(i), 'scopeId'], message: { text } });
  }
}
