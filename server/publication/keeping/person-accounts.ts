/**
 * Which accounts are the person's (K-5)? Those bound to the file now, and a former one that the log names only with this file and that opens nothing any more: one
 * that was bound by mistake is somebody else's, and is neither erased nor in the way.
 */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { executeBound } from '../../kernel/bulk.js';
import { type Person, personOf } from '../../kernel/personal-data.js';

export async function everBoundTo(em: SqlEntityManager, officerId: string): Promise<Person> {
  const person = await personOf(em, officerId);
  const former = await executeBound<{ id: string }>(
    em,
    `select distinct u.id::text as id from audit_event e join audit_mention n on n.seq = e.seq and n.subject = $1
       join app_user u on e.subject = 'user:' || u.id where e.action in ('user.create', 'user.update')
       and not exists (select 1 from role_grant g where g.user_id = u.id)
       and not exists (select 1 from audit_event o join audit_mention m on m.seq = o.seq and m.subject like 'officer:%' and m.subject <> $1
         where o.subject = e.subject and o.action in ('user.create', 'user.update'))`,
    [`officer:${officerId}`],
  );
  return { officerId, userIds: [...new Set([...person.userIds, ...former.map(({ id }) => id)])] };
}
