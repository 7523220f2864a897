/** What of closed cases goes after its time, and what of other rooms do pending cases need (K-1, K-2)? Decisions, numbers and votes stay for good (K-3). */
import { executeBound } from '../kernel/bulk.js';
import { REMOVED_SQL } from '../kernel/removed.js';
import { isNeeded, type Keeper, lendNeed, lendRetention } from '../kernel/retention.js';
import { decisionsKeeps as t } from './decisions-retention.messages.js';
import { isCasePending } from './pending-case.js';

/** Its period holds for papers that say the same word for word. */
export const PAPERS = 'decisions.papers';
const CLOSED = `d.state in ('REJECTED', 'REVERSED', 'EXPIRED', 'WITHDRAWN', 'JOINED', 'LAPSED')`;
const PAPERS_OF = `array_remove(d.earlier_attachment_ids || d.explanation_attachment_id || array(select p.attachment_id from appeal p where p.decision_id = d.id), null)`;
const HAS_PAPERS = `(d.explanation is not null and d.explanation <> ${REMOVED_SQL} or d.answer is not null and d.answer <> ${REMOVED_SQL}
  or cardinality(${PAPERS_OF}) > 0 or exists (select 1 from appeal p where p.decision_id = d.id and p.text <> ${REMOVED_SQL}))`;
/** Closed, with nothing since. */
export const closedBefore = (moment: string): string =>
  `${CLOSED} and (select coalesce(max(e.at), d.proposed_at) from decision_event e where e.decision_id = d.id) < ${moment}`;
const old = (moment: string): string => `${HAS_PAPERS} and ${closedBefore(moment)}`;

const papers: Pick<Keeper, 'due' | 'apply'> = {
  async due({ orm }, cutOff) {
    const [row] = await executeBound<{ due: string; needed: string }>(
      orm.em.fork(),
      `select count(*) filter (where not x.stays)::text as due, count(*) filter (where x.stays)::text as needed
       from (select ${isNeeded(PAPERS, cutOff)} as stays from decision d where ${old(cutOff.moment)}) x`,
      [],
    );
    return { due: Number(row!.due), needed: Number(row!.needed) };
  },
  apply: ({ orm }, cutOff, limit) =>
    orm.em.fork().transactional(async (em) => {
      const rows = await executeBound<{ id: string; papers: string[] | string }>(
        em,
        `select d.id, (${PAPERS_OF})::text as papers from decision d where ${old(cutOff.moment)} and not ${isNeeded(PAPERS, cutOff)}
         order by d.id limit ${limit} for update of d skip locked`,
        [],
      );
      if (rows.length === 0) return 0;
      const ids = `{${rows.map(({ id }) => id).join(',')}}`;
      const scans = rows.flatMap(({ papers: of }) => String(of).replace(/[{}]/g, '').split(',').filter(Boolean));
      await executeBound(
        em,
        `update decision set explanation = case when explanation is not null then ${REMOVED_SQL} end, answer = case when answer is not null then ${REMOVED_SQL} end,
           explanation_attachment_id = null, earlier_attachment_ids = '{}' where id = any($1::uuid[])`,
        [ids],
      );
      await executeBound(
        em,
        `update appeal set text = ${REMOVED_SQL}, answer = case when answer is not null then ${REMOVED_SQL} end, attachment_id = null where decision_id = any($1::uuid[])`,
        [ids],
      );
      // One paper may explain several cases: it goes with the last of them.
      await executeBound(
        em,
        `delete from attachment a where a.id = any($1::uuid[]) and not exists (select 1 from decision d where a.id = d.explanation_attachment_id or a.id = any(d.earlier_attachment_ids))
           and not exists (select 1 from appeal p where p.attachment_id = a.id)`,
        [`{${scans.join(',')}}`],
      );
      return rows.length;
    }),
};

export function lendDecisionsRetention(): void {
  lendRetention({
    name: PAPERS,
    rule: 'K-1',
    what: t.papers,
    why: t.papersWhy,
    unit: 'YEARS',
    usual: 10,
    least: 2,
    most: 70,
    tables: ['decision', 'appeal', 'attachment'],
    ...papers,
  });
  // A case that would end the closed one looks at what was said in it.
  lendNeed(PAPERS, 'decisions', (cutOff) =>
    [
      isCasePending(cutOff),
      `exists (select 1 from (select x.* from decision x where x.ends_decision_id = d.id or x.joined_to_id = d.id or x.id = d.joined_to_id) o where ${isCasePending(cutOff, 'o')})`,
    ].join(' or '),
  );
  lendNeed(
    'notices.letters',
    'decisions',
    (cutOff) => `exists (select 1 from decision d where t.about = 'decision:' || d.id and ${isCasePending(cutOff)})`,
  );
  // All counters of a window of which a case is pending: conflicts and appeals may ask for anybody's.
  lendNeed(
    'evidence.days',
    'decisions',
    (cutOff) =>
      `exists (select 1 from decision d join finding f on f.id = d.finding_id join review r on r.id = f.review_id
         where ${isCasePending(cutOff)} and t.day between (r.window_from - date '1970-01-01') and (r.window_to - date '1970-01-01'))`,
  );
  lendNeed(
    'publication.endedLists',
    'decisions',
    (cutOff) => `exists (select 1 from decision d where d.finding_id = t.finding_id and ${isCasePending(cutOff)})`,
  );
}
