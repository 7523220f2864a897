/** Tells the room of reviews which findings carry a case, so that their cause is not changed under it (T-8, D-2). */
import { executeBound } from '../kernel/bulk.js';
import { idArray } from '../kernel/json-rows.js';
import { lendCasesOfFindings } from '../review/lent-cases.js';
import { UNMADE_STATES } from './vocabulary.js';

export function lendCases(): void {
  lendCasesOfFindings(async (em, findingIds) => {
    const rows = await executeBound<{ id: string }>(
      em,
      'select distinct finding_id as id from decision where finding_id = any($1::uuid[]) and not (state = any($2::text[]))',
      [idArray(findingIds), `{${UNMADE_STATES.join(',')}}`],
    );
    return new Set(rows.map(({ id }) => id));
  });
}
