/** Gives people a role that something else has made theirs, such as a seat in a committee; whoever holds it already is left alone. */
import type { Act } from './command.js';
import type { RoleName } from './actor.js';
import { newId } from '../kernel/record.js';

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
    act.record('user.addRole', `user:${userId}`, { role });
  }
}
