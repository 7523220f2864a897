/** A met quorum closes the vote, once (G-1): many rounds of three, five and nine members who vote at the same moment over several connections. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { castVotes } from '../../server/decisions/cast-vote.service.js';
import { openVotes } from '../../server/decisions/vote.service.js';
import { inFull } from '../support/in-full.js';
import { World } from '../support/world.js';
import { damageOf, play, racing, SIZES } from './race-world.js';

/** All thousand take seven minutes: HOPTHU_TEST_PROMISED=1 npm test -- --system test/decisions/race */
const ROUNDS = inFull(1_000, 40, 300);
const services = { castVotes, openVotes };
let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

test(
  `${ROUNDS} rounds of ${SIZES.join(', ')} members each: none left open, none closed twice, every tally that of its ballots`,
  async () => {
    const { town, rounds } = await racing(world, services, ROUNDS);
    for (const round of rounds) await play(services, town, round);
    const [connections] = await world.asOwner<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and usename <> current_user`,
    );
    expect(connections!.n).toBeGreaterThan(2);
    expect(rounds).toHaveLength(ROUNDS * SIZES.length);
    expect(await damageOf(town, rounds)).toEqual({ leftOpen: 0, closedTwice: 0, miscounted: 0 });
  },
  20 * 60_000,
);
