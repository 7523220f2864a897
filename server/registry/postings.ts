/** Keeps the officer's own columns equal to the main posting of the day; postings are the truth (T-2). */
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Day } from '../kernel/calendar.js';
import { arrayOf } from './register.read.js';

/**
 * Agency, post and leader flag of the officers, or of all when none are named: those of the main posting of `today`, else of
 * the last before it, else of the first after it. Run after every change of postings and at the start of every day.
 */
export async function refreshCurrentPosts(em: SqlEntityManager, today: Day, officerIds?: readonly string[]): Promise<number> {
  const [{ n }] = (await em.execute<{ n: number }[]>(
    `with current as (
       select distinct on (p.officer_id) p.officer_id, p.agency_id, p.post, p.is_leader from posting p
       where p.is_main ${officerIds ? 'and p.officer_id = any(?::uuid[])' : ''}
       order by p.officer_id, p.from_on <= ?::date desc, abs(p.from_on - ?::date), p.id desc),
     changed as (
       update officer o set agency_id = c.agency_id, post = c.post, is_leader = c.is_leader from current c
       where c.officer_id = o.id and (o.agency_id, o.post, o.is_leader) is distinct from (c.agency_id, c.post, c.is_leader) returning 1)
     select count(*)::int as n from changed`,
    officerIds ? [arrayOf(officerIds), today, today] : [today, today],
  )) as [{ n: number }];
  return n;
}
