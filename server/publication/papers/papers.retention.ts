/**
 * For how long do issued case files say what they say (K-1)? They hold grounds, explanation, answer and appeal word for word: a replaced version goes sooner, all of them
 * with the papers of the case. That one was issued, when, under which number and code stays.
 */
import { PAPERS, closedBefore } from '../../decisions/decisions.retention.js';
import { isCasePending } from '../../decisions/pending-case.js';
import { executeBound } from '../../kernel/bulk.js';
import { REMOVED } from '../../kernel/removed.js';
import { type CutOff, isNeeded, type Keeper, keeperNamed, lendRetention, together } from '../../kernel/retention.js';
import type { Paper } from './paper.js';
import { papersKeeps as t } from './papers-retention.messages.js';
import { emptyBody, withoutText } from './removed-paper.rules.js';

const SAYS = `p.kind = 'CASE_FILE' and p.content->'body' <> '${JSON.stringify(emptyBody(REMOVED))}'::jsonb`;

interface FilesOf {
  old: (cutOff: CutOff) => string;
  stays: (cutOff: CutOff) => string;
}

/** Files under the alias `p`, with their case under `d`. */
const files = ({ old, stays }: FilesOf): Pick<Keeper, 'due' | 'apply'> => {
  const from = (cutOff: CutOff) => `from paper p join decision d on d.id = p.decision_ids[1] where ${SAYS} and ${old(cutOff)}`;
  return {
    async due({ orm }, cutOff) {
      const [row] = await executeBound<{ due: string; needed: string }>(
        orm.em.fork(),
        `select count(*) filter (where not x.stays)::text as due, count(*) filter (where x.stays)::text as needed from (select ${stays(cutOff)} as stays ${from(cutOff)}) x`,
        [],
      );
      return { due: Number(row!.due), needed: Number(row!.needed) };
    },
    apply: ({ orm }, cutOff, limit) =>
      orm.em.fork().transactional(async (em) => {
        const rows = await executeBound<{ id: string; content: string; scanId: string | null }>(
          em,
          `select p.id::text as id, p.content::text as content, p.scan_id::text as "scanId" ${from(cutOff)} and not ${stays(cutOff)}
           order by p.id limit ${limit} for update of p skip locked`,
          [],
        );
        for (const { id, content } of rows)
          await executeBound(em, 'select public.paper_erase_content($1::uuid, $2::jsonb, true, $3)', [
            id,
            JSON.stringify(withoutText(JSON.parse(content) as Paper, REMOVED)),
            REMOVED,
          ]);
        const scans = `{${rows.flatMap(({ scanId }) => scanId ?? []).join(',')}}`;
        await executeBound(em, 'update paper set scan_id = null where scan_id = any($1::uuid[])', [scans]);
        await executeBound(em, 'delete from attachment where id = any($1::uuid[])', [scans]);
        return rows.length;
      }),
  };
};

export function lendPapersRetention(): void {
  lendRetention({
    name: 'publication.replacedFiles',
    rule: 'K-1',
    what: t.replaced,
    why: t.replacedWhy,
    unit: 'MONTHS',
    usual: 24,
    least: 1,
    most: 120,
    tables: ['paper'],
    ...files({ old: ({ moment }) => `p.replaced_at < ${moment}`, stays: (cutOff) => isCasePending(cutOff) }),
  });
  // What a case file says goes when the papers do of which it says it.
  const papers = keeperNamed(PAPERS)!;
  const ofCase = files({ old: ({ moment }) => closedBefore(moment), stays: (cutOff) => isNeeded(PAPERS, cutOff) });
  lendRetention({ ...papers, tables: [...papers.tables, 'paper'], ...together(papers, ofCase) });
}
