/** Does the thing exist that a role is bound to? Identity knows no agency and no officer: the room that does lends its answer at composition. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { isId } from '../kernel/record.js';
import { Refusal } from '../kernel/refusal.js';
import { accountMessages } from './account.messages.js';
import type { RoleName } from './actor.js';
import type { Act } from './command.js';
import type { GivenGrant } from './user.rules.js';

export type ScopeCheck = (em: SqlEntityManager, id: string) => Promise<boolean>;

/** Two who bind accounts to files wait for one another. */
const FILES_LOCK = 7_311_019;

const checks = new Map<RoleName, ScopeCheck>();

/** Lends the answer for a role: `lendScope('OFFICER', async (em, id) => …)`. */
export const lendScope = (role: RoleName, check: ScopeCheck): void => {
  checks.set(role, check);
};

/**
 * Refuses roles that are bound to something that does not exist, and a file that another account is bound to already: what is read
 * as one's own leaves no trace, so nobody may be made a second owner of it.
 */
export async function refuseUnknownScopes({ em, actor }: Act, grants: readonly GivenGrant[], userId: string | null): Promise<void> {
  for (const [i, { role, scopeId }] of grants.entries()) {
    if (!scopeId) continue;
    const check = checks.get(role);
    if (!check) throw new Error(`No room has lent what ${role} is bound to.`);
    if (isId(scopeId) && (await check(em, scopeId))) {
      // Only people give accounts away; the program itself makes cities for demonstration and tests.
      if (role !== 'OFFICER' || actor.isSystem) continue;
      await em.execute('select pg_advisory_xact_lock(?)', [FILES_LOCK]);
      const [held] = await em.execute<{ name: string }[]>(
        `select u.name from role_grant g join app_user u on u.id = g.user_id where g.role = 'OFFICER' and g.scope_id = ? and g.user_id is distinct from ?::uuid`,
        [scopeId, userId],
      );
      if (!held) continue;
      throw new Refusal({
        code: 'DUPLICATE',
        path: ['input', 'grants', String(i), 'scopeId'],
        message: { text: accountMessages.officerHasAccount, values: { name: held.name } },
      });
    }
    const text = role === 'OFFICER' ? accountMessages.officerUnknown : accountMessages.agencyUnknown;
    throw new Refusal({ code: 'NOT_FOUND', path: ['input', 'grants', String(i), 'scopeId'], message: { text } });
  }
}
