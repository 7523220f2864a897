/**
 * Removes what is older than its period, name by name in small parts, and reports it (K-1). It bears being broken off: each part stands for itself, the
 * report is written as it goes, and the next run ends the report of one that was cut short.
 */
import { systemActor } from '../../identity/actor.js';
import { type Act, type Acting, perform } from '../../identity/command.js';
import { executeBound } from '../../kernel/bulk.js';
import type { Ground } from '../../kernel/ground.js';
import { newId } from '../../kernel/record.js';
import { Refusal } from '../../kernel/refusal.js';
import { keepingAccess } from './keeping.access.js';
import { keepingMessages as m } from './keeping.messages.js';
import { type HeldPeriod, periodsHeld } from './retention-policy.read.js';
import type { RunResult } from './retention-run.entity.js';

const ROWS_A_PART = 1_000;
/** Less than the lease of a routine: what is not done by then is done by the next run. */
const LONGEST_SECONDS = 300;

const counts = (results: readonly RunResult[]) => ({
  removed: Object.fromEntries(results.filter(({ removed }) => removed > 0).map(({ name, removed }) => [name, removed])),
  cutOffs: Object.fromEntries(results.map(({ name, cutOff }) => [name, cutOff])),
  faults: results.filter(({ fault }) => fault !== null).map(({ name }) => name),
});

/** Reports of runs that are no longer going on get their end, with what they had done. */
async function endBrokenOff(act: Act): Promise<void> {
  const broken = await executeBound<{ id: string; results: string }>(
    act.em,
    `update retention_run set is_broken_off = true, ended_at = $1::timestamptz, updated_at = $1::timestamptz where ended_at is null returning id, results::text`,
    [act.now.toISOString()],
  );
  for (const { id, results } of broken)
    act.record('retention.apply', `retention-run:${id}`, { isBrokenOff: true, ...counts(JSON.parse(results) as RunResult[]) });
}

async function begin({ ground, actor }: Acting, id: string): Promise<void> {
  await perform({ ground, actor }, async (act) => {
    if (actor.isSystem) act.allowAnyone('the clock asks for it');
    else act.allow(keepingAccess.run, undefined);
    // One at a time: whoever began within the time that one may take is still at it.
    await act.em.execute(`select pg_advisory_xact_lock(hashtext('retention_run'))`);
    const [going] = await executeBound(
      act.em,
      `select 1 from retention_run where ended_at is null and updated_at > now() - interval '${LONGEST_SECONDS * 2} seconds' limit 1`,
      [],
    );
    if (going) throw new Refusal({ code: 'CONFLICT', path: [], message: { text: m.running } });
    await endBrokenOff(act);
    await executeBound(
      act.em,
      `insert into retention_run (id, created_at, updated_at, started_at, is_broken_off, actor, results) values ($1, $2, now(), $2, false, $3, '[]'::jsonb)`,
      [id, act.now.toISOString(), actor.name],
    );
    // Nothing is removed before there is a record that it will be (G-23).
    act.record('retention.begin', `retention-run:${id}`);
  });
}

/** Everything of one name that is due, or as much as there is time for. */
async function applyOne(ground: Ground, { keeper, cutOff }: HeldPeriod, until: number): Promise<RunResult> {
  const result: RunResult = { name: keeper.name, cutOff: cutOff.day, removed: 0, needed: 0, isComplete: false, fault: null };
  try {
    for (;;) {
      const removed = await keeper.apply(ground, cutOff, ROWS_A_PART);
      result.removed += removed;
      if (removed === 0) break;
      if (performance.now() > until || ground.routines.isStopping) return result;
    }
    const { due, needed } = await keeper.due(ground, cutOff);
    Object.assign(result, { needed, isComplete: due === 0 });
  } catch (error) {
    result.fault = (error as Error).name;
    ground.log.error({ keeper: keeper.name, error }, 'What is past its period could not be removed, and is tried again by the next run');
  }
  return result;
}

/** Carries out the policy. The id of the report. */
export async function applyRetention(acting: Acting): Promise<string> {
  const { ground, actor } = acting;
  const id = newId();
  await begin(acting, id);
  const until = performance.now() + LONGEST_SECONDS * 1000;
  const results: RunResult[] = [];
  // The shortest first: raw traces never wait behind millions of counters.
  for (const held of (await periodsHeld(ground)).toSorted((a, b) => b.cutOff.number - a.cutOff.number)) {
    const result = await applyOne(ground, held, until);
    results.push(result);
    ground.metrics.count(
      'hopthu_retention_removed_total',
      'What was removed because its period was over.',
      { name: result.name },
      result.removed,
    );
    await executeBound(ground.orm.em.fork(), 'update retention_run set results = $2::jsonb, updated_at = now() where id = $1::uuid', [
      id,
      JSON.stringify(results),
    ]);
  }
  await perform({ ground, actor: actor.isSystem ? systemActor : actor }, async (act) => {
    act.allowAnyone('it was allowed when it began');
    await executeBound(
      act.em,
      'update retention_run set results = $2::jsonb, ended_at = $3::timestamptz, updated_at = now() where id = $1::uuid',
      [id, JSON.stringify(results), act.now.toISOString()],
    );
    act.record('retention.apply', `retention-run:${id}`, counts(results));
  });
  return id;
}

/** The daily routine. */
export async function applyRetentionDaily(ground: Ground): Promise<void> {
  await applyRetention({ ground, actor: systemActor });
}

/** How long ago the last removal ended, for the metrics. */
export function retentionFigures(ground: Ground): void {
  ground.metrics.gauge('hopthu_retention_age_seconds', 'Since the last time that data past their period were removed.', async () => {
    const [row] = await executeBound<{ at: Date | string | null }>(
      ground.orm.em.fork(),
      'select max(ended_at) as at from retention_run where not is_broken_off',
      [],
    );
    return row?.at ? Math.max(0, Math.round((ground.clock.now().getTime() - new Date(row.at).getTime()) / 1000)) : undefined;
  });
}
