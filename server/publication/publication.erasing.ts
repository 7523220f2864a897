/** How published lists forget whom they named (K-5): the row stays, without name and post, and the person's sentences among the corrections are emptied. */
import { lendErasure } from '../kernel/erasure.js';
import { REMOVED, REMOVED_SQL } from '../kernel/removed.js';
import type { SaidCorrection } from './list.rules.js';

export function lendPublicationErasing(): void {
  lendErasure({
    room: 'publication',
    tables: ['published_row', 'published_list'],
    async erase({ run, officer, person, now }) {
      const lists = await run<{ id: string; corrections: string }>(
        `select id::text as id, corrections::text from published_list l where exists (select 1 from jsonb_array_elements(l.corrections) c where c ->> 'officerId' = ${officer}::text)`,
      );
      for (const { id, corrections } of lists) {
        const said = (JSON.parse(corrections) as SaidCorrection[]).map((one) =>
          one.officerId === person.officerId ? { ...one, vi: REMOVED, en: REMOVED } : one,
        );
        await run('update published_list set corrections = $2::jsonb where id = $1::uuid', [id, JSON.stringify(said)]);
      }
      await run(`update published_row set name = ${REMOVED_SQL}, post = null, updated_at = ${now} where officer_id = ${officer}`);
    },
  });
}
