/** What did the latest removals do? */
import { executeBound } from '../../kernel/bulk.js';
import type { Ground } from '../../kernel/ground.js';
import type { RunResult } from './retention-run.entity.js';

export interface FoundRun {
  id: string;
  startedAt: Date;
  endedAt: Date | null;
  isBrokenOff: boolean;
  actor: string;
  results: RunResult[];
}

export const MOST_RUNS = 100;

/** The latest first. */
export async function retentionRuns({ orm }: Ground, first: number): Promise<FoundRun[]> {
  const rows = await executeBound<{
    id: string;
    started: string | Date;
    ended: string | Date | null;
    broken: boolean;
    actor: string;
    results: string;
  }>(
    orm.em.fork(),
    `select id::text, started_at as started, ended_at as ended, is_broken_off as broken, actor, results::text from retention_run order by started_at desc, id desc limit $1::int`,
    [Math.min(Math.max(first, 0), MOST_RUNS)],
  );
  return rows.map(({ id, started, ended, broken, actor, results }) => ({
    id,
    startedAt: new Date(started),
    endedAt: ended ? new Date(ended) : null,
    isBrokenOff: broken,
    actor,
    results: JSON.parse(results) as RunResult[],
  }));
}
