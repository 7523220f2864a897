/**
 * How issued papers forget whom they were about (K-5): that one was issued, when, under which number and code stays, so that it can still be checked. A paper
 * about nobody else loses its text; one about many, and minutes of votes in which the person sat, the person's lines in lists and the name.
 */
import { type Erasing, lendErasure, namesIn } from '../../kernel/erasure.js';
import { REMOVED, REMOVED_SQL } from '../../kernel/removed.js';
import type { Paper } from './paper.js';
import { withoutPerson, withoutText } from './removed-paper.rules.js';

const NAMING = ({ officer, users }: Erasing): string =>
  `select id from paper where ${officer} = any(officer_ids) or kind in ('VOTE_MINUTES', 'DOCKET_MINUTES')
     and decision_ids && array(select v.decision_id from decision_vote v join decision_voter w on w.vote_id = v.id where w.user_id = any(${users}))`;

interface Naming {
  id: string;
  content: string;
  isAlone: boolean;
  scanId: string | null;
  isLast: boolean;
  others: string;
}

/** Papers that name the person, with the names of everybody else who may stand on them. */
const papersNaming = (erasing: Erasing): Promise<Naming[]> => {
  const { run, officer, users } = erasing;
  return run<Naming>(
    `select p.id::text as id, p.content::text as content, p.officer_ids = array[${officer}] as "isAlone", p.scan_id::text as "scanId",
       not exists (select 1 from officer o where o.id = any(p.officer_ids) and o.id <> ${officer} and o.erased_at is null) as "isLast",
       to_json(array(select o.full_name from officer o where o.id = any(p.officer_ids) and o.id <> ${officer}
         union select u.name from decision_vote v join decision_voter w on w.vote_id = v.id join app_user u on u.id = w.user_id
           where v.decision_id = any(p.decision_ids) and u.id <> all(${users})))::text as others
     from paper p where p.id in (${NAMING(erasing)})`,
  );
};

export function lendPapersErasing(): void {
  lendErasure({
    room: 'papers',
    tables: ['paper', 'paper_template'],
    subjects: (erasing) =>
      namesIn(erasing, 'paper', `select id::text as id from paper where officer_ids <@ array[${erasing.officer}] and officer_ids <> '{}'`),
    async erase(erasing) {
      const { run, officer, users, now, person } = erasing;
      const named = await run<{ name: string }>(
        `select full_name as name from officer where id = ${officer} union select name from app_user where id = any(${users})`,
      );
      const names = named.map(({ name }) => name).filter((name) => name !== REMOVED);
      const papers = await papersNaming(erasing);
      for (const { id, content, isAlone, others } of papers) {
        const paper = JSON.parse(content) as Paper;
        const forgotten = { ids: [person.officerId, ...person.userIds], names, others: JSON.parse(others) as string[] };
        const left = isAlone ? withoutText(paper, REMOVED) : withoutPerson(paper, forgotten, REMOVED);
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
