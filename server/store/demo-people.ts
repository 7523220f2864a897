/** As whom things are done in the demonstration city: the accounts themselves, with the rights they hold. */
import type { Actor, Grant } from '../identity/actor.js';
import type { Acting } from '../identity/command.js';
import { DEMO_MAIL_DOMAIN } from './demo-accounts.js';

/** What they do while the city is built needs no second factor: nobody is there to show one. */
const SHOWN = new Date('9999-01-01T00:00:00Z');

/** The account of this name, as who it is to the services. */
export async function demoPerson({ ground }: Acting, user: string): Promise<Acting & { userId: string }> {
  const em = ground.orm.em.fork();
  const [row] = await em.execute<{ id: string; name: string }[]>('select id, name from app_user where email = ?', [
    `${user}@${DEMO_MAIL_DOMAIN}`,
  ]);
  if (!row) throw new Error(`The demonstration city has no account ${user}.`);
  const grants = await em.execute<Grant[]>('select role, scope_id as "scopeId" from role_grant where user_id = ?', [row.id]);
  const actor: Actor = {
    name: `user:${row.id}`,
    userId: row.id,
    displayName: row.name,
    grants,
    scopes: [],
    sessionId: null,
    secondFactorAt: SHOWN,
    isSystem: false,
  };
  return { ground, actor, userId: row.id };
}

/** An officer without an account of their own in this city, acting in the own case. */
export const asOfficer = ({ ground }: Acting, officerId: string): Acting => ({
  ground,
  actor: {
    name: `officer:${officerId}`,
    userId: null,
    displayName: 'Cán bộ',
    grants: [{ role: 'OFFICER', scopeId: officerId }],
    scopes: [],
    sessionId: null,
    secondFactorAt: null,
    isSystem: false,
  },
});
