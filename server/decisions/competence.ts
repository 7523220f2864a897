/** Which committee does a proposal go to (C-1)? */
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { DecisionKind } from '../committee/vocabulary.js';
import { executeBound } from '../kernel/bulk.js';
import type { Day } from '../kernel/calendar.js';
import { isId } from '../kernel/record.js';
import { Refusal } from '../kernel/refusal.js';
import { DECISION_TEXTS } from './decision.messages.js';

/** The committee in force that decides a kind; where two in force share it, the one that is named. RULE_VIOLATED C-1 else. */
export async function competentCommittee(em: SqlEntityManager, kind: DecisionKind, day: Day, named: string | null): Promise<string> {
  const rows = await executeBound<{ id: string }>(
    em,
    `select id from committee where $1 = any(competences) and effective_on <= $2::date and (closed_on is null or closed_on > $2::date) order by id for share`,
    [kind, day],
  );
  const refuse = (text: keyof typeof DECISION_TEXTS) =>
    new Refusal({ code: 'RULE_VIOLATED', rule: 'C-1', path: ['input', 'committeeId'], message: { text: DECISION_TEXTS[text] } });
  if (named !== null) {
    if (rows.some(({ id }) => id === named)) return named;
    const [known] = isId(named) ? await executeBound(em, 'select 1 from committee where id = $1::uuid', [named]) : [];
    if (known) throw refuse('notCompetent');
    throw new Refusal({ code: 'NOT_FOUND', path: ['input', 'committeeId'], message: { text: DECISION_TEXTS.noSuchCommittee } });
  }
  if (rows.length === 1) return rows[0]!.id;
  throw refuse(rows.length === 0 ? 'noCommittee' : 'severalCommittees');
}
