/** Is anything of a case still to come: a vote, a period to appeal, an answer to one (K-2)? */
import type { CutOff } from '../kernel/retention.js';

/** Not decided, not yet in force, appealed, or still open to an appeal: a condition of SQL over a case under an alias. */
export const isCasePending = ({ today }: Pick<CutOff, 'today'>, d = 'd'): string =>
  `(${d}.is_pending or ${d}.state in ('VOTING', 'ADOPTED', 'APPEALED') or coalesce(${d}.appeal_until, ${today} - 1) >= ${today}
    or exists (select 1 from appeal p where p.decision_id = ${d}.id and p.settled_on is null))`;
