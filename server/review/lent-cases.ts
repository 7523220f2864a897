/** Which findings already carry a case? Their cause stands (T-8). Cases are in a room further right, which lends its answer at composition. */
import type { SqlEntityManager } from '@mikro-orm/sql';

export type CaseSource = (em: SqlEntityManager, findingIds: readonly string[]) => Promise<ReadonlySet<string>>;

let source: CaseSource = async () => new Set();

export const lendCasesOfFindings = (lent: CaseSource): void => {
  source = lent;
};

/** Of these findings those on which a case rests that was not taken back. Inside a command give its own entity manager. */
export const findingsWithCases: CaseSource = (em, findingIds) => source(em, findingIds);
