/** Ends what somebody is signed in with, inside the command that has a reason to; afterwards the command calls `forgetSessions`. */
import type { Act } from './command.js';

/** How many sessions were ended. */
export async function endSessionsOf(act: Act, userId: string): Promise<number> {
  const ended = await act.em.execute<{ id: string }[]>(
    'update session set ended_at = ?, updated_at = ? where user_id = ? and ended_at is null and expires_at > ? returning id',
    [act.now, act.now, userId, act.now],
  );
  return ended.length;
}
