/** Gives people a role that something else has made theirs, such as a seat in a committee; whoever holds it already is left alone. */
import type { Act } from './command.js';
import type { RoleName } from './actor.js';
import { newId } from '../kernel/record.js';

/** Roles stand in another table, and the version of the account counts them: a form that was opened before is not saved over them (G-3). */
const changeAccount = (act: Act, userId: string) =>
  act.em.execute('update app_user set version = version + 1, updated_at = ? where id = ?', [act.now, userId]);

/** Inside the command that makes it theirs; call `forgetSessions` once it is committed. */
export async function addRole(act: Act, userIds: readonly string[], role: RoleName): Promise<void> {
  await act.em.flush();
  for (const userId of new Set(userIds)) {
    const [held] = await act.em.execute<{ id: string }[]>('select id from role_grant where user_id = ? and role = ? limit 1', [
      userId,
      role,
    ]);
    if (held) continue;
    await act.em.execute('insert into role_grant (id, created_at, updated_at, user_id, role) values (?, ?, ?, ?, ?)', [
      newId(),
      act.now,
      act.now,
      userId,
      role,
    ]);
    await changeAccount(act, userId);
    act.record('user.addRole', `user:${userId}`, { role });
  }
}

/** Gives a role bound to something, such as an agency; false where the person holds it already. Call `forgetSessions` once it is committed. */
export async function addScopedRole(act: Act, userId: string, role: RoleName, scopeId: string): Promise<boolean> {
  await act.em.flush();
  const given = await act.em.execute<{ id: string }[]>(
    'insert into role_grant (id, created_at, updated_at, user_id, role, scope_id) values (?, ?, ?, ?, ?, ?) on conflict do nothing returning id',
    [newId(), act.now, act.now, userId, role, scopeId],
  );
  if (given.length === 0) return false;
  await changeAccount(act, userId);
  act.record('user.addRole', `user:${userId}`, { role, scopeId });
  return true;
}

/** Takes such a role away again, where it is still held. Call `forgetSessions` once it is committed. */
export async function takeRole(act: Act, userId: string, role: RoleName, scopeId: string): Promise<void> {
  await act.em.flush();
  const taken = await act.em.execute<unknown[]>('delete from role_grant where user_id = ? and role = ? and scope_id = ? returning id', [
    userId,
    role,
    scopeId,
  ]);
  if (taken.length === 0) return;
  await changeAccount(act, userId);
  act.record('user.takeRole', `user:${userId}`, { role, scopeId });
}
