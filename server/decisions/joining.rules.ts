/** Which cases are the same, and what does the older one take over from the younger (C-4)? */
import type { CaseRow } from './decision-rows.js';

type Matter = Pick<CaseRow, 'id' | 'kind' | 'officerId' | 'awardYear' | 'isPending' | 'proposedAt'>;

/** The younger cases, each with the older one that survives: same officer, kind and year, both pending. */
export function joiningPairs<C extends Matter>(cases: readonly C[]): { older: C; younger: C }[] {
  const first = new Map<string, C>();
  const pairs: { older: C; younger: C }[] = [];
  const inOrder = cases
    .filter(({ isPending }) => isPending)
    .sort((a, b) => (a.proposedAt < b.proposedAt ? -1 : a.proposedAt > b.proposedAt ? 1 : a.id < b.id ? -1 : 1));
  for (const held of inOrder) {
    const matter = `${held.officerId} ${held.kind} ${held.awardYear ?? ''}`;
    const older = first.get(matter);
    if (older) pairs.push({ older, younger: held });
    else first.set(matter, held);
  }
  return pairs;
}

type Heard = Pick<
  CaseRow,
  | 'notifiedAt'
  | 'noticeMeans'
  | 'servedOn'
  | 'explainUntil'
  | 'explanation'
  | 'explainedOn'
  | 'explanationAttachmentId'
  | 'answer'
  | 'answeredAt'
  | 'hasDeclaredConflict'
>;

const together = (one: string | null, other: string | null): string | null => (one && other ? `${one}\n\n${other}` : (one ?? other));
const later = <T extends string>(one: T | null, other: T | null): T | null => (one && other ? (one > other ? one : other) : (one ?? other));

/** What was heard in both: the later end of the notice period holds, and every explanation must have been answered. */
export function heardTogether(older: Heard, younger: Heard): Heard {
  const isUnanswered = (held: Heard) => held.explanation !== null && held.answeredAt === null;
  return {
    notifiedAt: older.notifiedAt ?? younger.notifiedAt,
    noticeMeans: older.noticeMeans ?? younger.noticeMeans,
    servedOn: older.servedOn ?? younger.servedOn,
    explainUntil: later(older.explainUntil, younger.explainUntil),
    explanation: together(older.explanation, younger.explanation),
    explainedOn: later(older.explainedOn, younger.explainedOn),
    explanationAttachmentId: older.explanationAttachmentId ?? younger.explanationAttachmentId,
    answer: together(older.answer, younger.answer),
    answeredAt: isUnanswered(older) || isUnanswered(younger) ? null : later(older.answeredAt, younger.answeredAt),
    hasDeclaredConflict: older.hasDeclaredConflict || younger.hasDeclaredConflict,
  };
}
