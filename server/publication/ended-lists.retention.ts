/** Lists that were withdrawn or have ended lose their names after the policy's days; what they counted stays (P-1, K-1). */
import { executeBound } from '../kernel/bulk.js';
import { REMOVED_SQL } from '../kernel/removed.js';
import { isNeeded, lendRetention, type Keeper } from '../kernel/retention.js';
import { publicationKeeps as t } from './publication-retention.messages.js';
import { pagesOf } from './pages/page-cache.js';

const ENDED = 'publication.endedLists';

/** All versions at an address whose latest one is down, or past its last day, since before the period. */
const endedLists = (cutOff: { moment: string; date: string }): string =>
  `select l.id from published_list l join published_list last on last.slug = l.slug and last.superseded_by is null
   where last.withdrawn_at < ${cutOff.moment} or last.expires_on < ${cutOff.date}`;

const rows: Pick<Keeper, 'due' | 'apply'> = {
  async due({ orm }, cutOff) {
    const [row] = await executeBound<{ due: string; needed: string }>(
      orm.em.fork(),
      `select count(*) filter (where not x.stays)::text as due, count(*) filter (where x.stays)::text as needed from (
         select ${isNeeded(ENDED, cutOff)} as stays from published_row t where t.name <> ${REMOVED_SQL} and t.list_id in (${endedLists(cutOff)})) x`,
      [],
    );
    return { due: Number(row!.due), needed: Number(row!.needed) };
  },
  async apply(ground, cutOff, limit) {
    const em = ground.orm.em.fork();
    const gone = await executeBound(
      em,
      `update published_row set name = ${REMOVED_SQL}, post = null where id in (
         select t.id from published_row t where t.name <> ${REMOVED_SQL} and t.list_id in (${endedLists(cutOff)}) and not ${isNeeded(ENDED, cutOff)}
         order by t.id limit ${limit} for update skip locked) returning 1`,
      [],
    );
    // Sentences of corrections name people; they go with the last name.
    const said = await executeBound(
      em,
      `update published_list l set corrections = '[]'::jsonb where l.corrections <> '[]'::jsonb and l.id in (${endedLists(cutOff)})
         and not exists (select 1 from published_row r join published_list s on s.id = r.list_id where s.slug = l.slug and r.name <> ${REMOVED_SQL}) returning 1`,
      [],
    );
    if (gone.length + said.length > 0) pagesOf(ground).forget();
    return gone.length || said.length;
  },
};

export function lendPublicationRetention(): void {
  lendRetention({
    name: ENDED,
    rule: 'P-1',
    what: t.lists,
    why: t.listsWhy,
    unit: 'DAYS',
    usual: 365,
    least: 1,
    most: 3_650,
    tables: ['published_row', 'published_list'],
    ...rows,
  });
}
