/**
 * How issued papers forget whom they were about (K-5): that one was issued, when, under which number and code stays, so that it can still be checked. A paper
 * about nobody else loses its text; in one about many the person's line in lists, and the name wherever it stands.
 */
import { type Erasing, lendErasure, namesIn } from '../../kernel/erasure.js';
import { REMOVED, REMOVED_SQL } from '../../kernel/removed.js';
import type { Paper } from './paper.js';
import { withoutPerson, withoutText } from './removed-paper.rules.js';

const ABOUT = ({ officer }: Erasing): string => `select id from paper where ${officer} = any(officer_ids)`;

export function lendPapersErasing(): void {
  lendErasure({
    room: 'papers',
    tables: ['paper', 'paper_template'],
    subjects: (erasing) =>
      namesIn(erasing, 'paper', `select id::text as id from paper where officer_ids <@ array[${erasing.officer}] and officer_ids <> '{}'`),
    async erase(erasing) {
      const { run, officer, users, now } = erasing;
      const [person] = await run<{ name: string }>(`select full_name as name from officer where id = ${officer}`);
      const papers = await run<{ id: string; content: string; isAlone: boolean; scanId: string | null; isLast: boolean }>(
        `select p.id::text as id, p.content::text as content, cardinality(p.officer_ids) = 1 as "isAlone", p.scan_id::text as "scanId",
           not exists (select 1 from officer o where o.id = any(p.officer_ids) and o.id <> ${officer} and o.erased_at is null) as "isLast"
         from paper p where p.id in (${ABOUT(erasing)})`,
      );
      for (const { id, content, isAlone } of papers) {
        const paper = JSON.parse(content) as Paper;
        const left = isAlone ? withoutText(paper, REMOVED) : withoutPerson(paper, person?.name ?? '', REMOVED);
        await run('select public.paper_erase_content($1::uuid, $2::jsonb, $3::boolean, $4)', [id, JSON.stringify(left), isAlone, REMOVED]);
      }
      // A scan may show many: it goes with the last of them.
      const scans = papers.flatMap(({ scanId, isLast }) => (scanId && isLast ? [scanId] : []));
      await run(`update paper set scan_id = null, updated_at = ${now} where scan_id = any($1::uuid[])`, [`{${scans.join(',')}}`]);
      await run('delete from attachment where id = any($1::uuid[])', [`{${scans.join(',')}}`]);
      await run(
        `update paper_template set changed_by = ${REMOVED_SQL}, updated_at = ${now} where changed_by in (select name from app_user where id = any(${users}))`,
      );
    },
  });
}
