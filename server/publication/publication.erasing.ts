/** How published lists forget whom they named (K-5): the row stays, without name and post, and the sentences of corrections that named the person say it of nobody. */
import { lendErasure } from '../kernel/erasure.js';
import type { Text } from '../kernel/language.js';
import { REMOVED, REMOVED_SQL } from '../kernel/removed.js';

export function lendPublicationErasing(): void {
  lendErasure({
    room: 'publication',
    tables: ['published_row', 'published_list'],
    async erase({ run, officer, now }) {
      const named = await run<{ name: string; agency: string; agencyEn: string | null; slug: string }>(
        `select distinct r.name, r.agency, r.agency_en as "agencyEn", l.slug from published_row r join published_list l on l.id = r.list_id where r.officer_id = ${officer}`,
      );
      for (const { name, agency, agencyEn, slug } of named) {
        const lists = await run<{ id: string; corrections: string }>(
          `select id, corrections::text from published_list where slug = $1 and corrections::text <> '[]'`,
          [slug],
        );
        const without = (sentence: string) =>
          [agency, agencyEn].some((one) => one && sentence.includes(one)) || !sentence.includes(agency)
            ? sentence.replaceAll(name, REMOVED)
            : sentence;
        for (const { id, corrections } of lists) {
          const said = (JSON.parse(corrections) as Text[]).map(({ vi, en }) => ({ vi: without(vi), en: without(en) }));
          await run('update published_list set corrections = $2::jsonb where id = $1::uuid', [id, JSON.stringify(said)]);
        }
      }
      await run(`update published_row set name = ${REMOVED_SQL}, post = null, updated_at = ${now} where officer_id = ${officer}`);
    },
  });
}
