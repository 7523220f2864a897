/** Is there still somebody who can let people in? An administrator who can sign in must remain, also when two leave at the same moment. */
import { Refusal } from '../kernel/refusal.js';
import { accountMessages } from './account.messages.js';
import type { Act } from './command.js';

/** Any number that no other lock of the house has; it is `hopthu admins` on a telephone. */
const LOCK = 467_848_236_467;

/** Taken before a user is loaded, so that of two commands that take away administrators the second sees what the first has done. */
export async function lockAdministrators(act: Act): Promise<void> {
  await act.em.execute('select pg_advisory_xact_lock(?::bigint)', [String(LOCK)]);
}

/** Refuses when this user is the last administrator who is not disabled and has a way of signing in. */
export async function keepAnAdministrator(act: Act, userId: string, path: string[]): Promise<void> {
  const rows = await act.em.execute<{ id: string }[]>(
    `select u.id from app_user u
     where u.disabled_at is null and exists (select 1 from role_grant g where g.user_id = u.id and g.role = 'ADMIN')
       and (u.password_hash is not null or exists (select 1 from passkey p where p.user_id = u.id)
            or exists (select 1 from user_identity i where i.user_id = u.id))`,
  );
  if (rows.length !== 1 || rows[0]!.id !== userId) return;
  throw new Refusal({ code: 'CONFLICT', path, message: { text: accountMessages.lastAdministrator } });
}
