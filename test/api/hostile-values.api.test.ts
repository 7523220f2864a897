/** G-30: whatever stands in an argument, the answer is data or says what is wrong with it; it is never a fault. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hopthuSchema } from '../../server/app.js';
import { HostileValues } from '../support/hostile-values.js';
import { inFull } from '../support/in-full.js';
import { rightsWorld, type RightsWorld } from '../support/rights-world.js';
import { World } from '../support/world.js';

/** Every day each so many-th request, another part each time. */
const EACH = inFull(1, 6);
const START = Number(process.env.HOPTHU_FUZZ_SEED ?? Math.floor(Math.random() * EACH)) % EACH;

describe('one hostile value in each argument', () => {
  let world: World;
  let city: RightsWorld;
  let headers: Record<string, string>;
  const signIn = async () => {
    headers = await world.bearer('TASK_FORCE', 'ADMIN');
  };
  beforeAll(async () => {
    world = await World.open();
    city = await rightsWorld(world);
    await signIn();
  });
  afterAll(() => world.close());

  test(`each ${EACH}. from ${START} on (HOPTHU_FUZZ_SEED=${START}): no fault`, async () => {
    const faults: string[] = [];
    const codes = new Map<string, number>();
    let i = 0;
    for (const { name, query, variables } of new HostileValues(hopthuSchema(), city).requests()) {
      if (i++ % EACH !== START) continue;
      const ask = () => world.query(query, variables, headers);
      let answer = await ask();
      if (answer.errors?.[0]?.extensions.code === 'UNAUTHENTICATED') {
        await signIn();
        answer = await ask();
      }
      const code = answer.errors?.[0]?.extensions.code ?? 'DATA';
      codes.set(code, (codes.get(code) ?? 0) + 1);
      if (answer.status >= 500 || answer.errors?.some((error) => error.extensions.code === 'INTERNAL_SERVER_ERROR')) faults.push(name);
    }
    process.stdout.write(`${[...codes].map(([code, n]) => `${code} ${n}`).join(', ')}\n`);
    expect(faults).toEqual([]);
    expect(codes.get('DATA')).toBeGreaterThan(i / EACH / 5);
    expect(codes.get('BAD_USER_INPUT')).toBeGreaterThan(i / EACH / 5);
  }, 600_000);
});
