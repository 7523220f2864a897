/** What removals have left on record in the world of the rights; a part of rights-world.ts. */
import type { World } from './world.js';

/** What a removal that found something would have reported. */
export async function reportOfRemoval(world: World): Promise<void> {
  const results = [{ name: 'kernel.outbox', cutOff: '2026-01-01', removed: 7, needed: 0, isComplete: true, fault: null }];
  await world.ground.orm.em.fork().execute(
    `insert into retention_run (id, created_at, updated_at, started_at, ended_at, is_broken_off, actor, results)
     values (gen_random_uuid(), now(), now(), '2026-11-01', '2026-11-01', false, 'system', ?::jsonb)`,
    [JSON.stringify(results)],
  );
}
