/** Ids of agencies as somebody gave them: each must be there. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { isId } from '../kernel/record.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import { REVIEW_TEXTS } from './review.messages.js';

/** Each once; NOT_FOUND at the place of every one that is not there. */
export async function knownAgencies(em: SqlEntityManager, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids)];
  const found = await em.execute<{ id: string }[]>('select id from agency where id = any(?::uuid[])', [
    `{${wanted.filter(isId).join(',')}}`,
  ]);
  const known = new Set(found.map(({ id }) => id));
  const faults = ids.flatMap((id, i): Reason[] =>
    known.has(id.toLowerCase())
      ? []
      : [{ code: 'NOT_FOUND', path: ['input', 'agencyIds', String(i)], message: { text: REVIEW_TEXTS.noAgency } }],
  );
  if (faults.length) throw new Refusal(...faults);
  return [...known];
}
