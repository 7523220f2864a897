/** G-6 on PostgreSQL: a merger that is broken off at any moment leaves the old world or the new one, and nothing between. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { castVotes } from '../../server/decisions/cast-vote.service.js';
import { mergeCommittees } from '../../server/decisions/merger.service.js';
import { openVotes } from '../../server/decisions/vote.service.js';
import { inFull } from '../support/in-full.js';
import { World } from '../support/world.js';
import { DecisionWorld, done, type Person } from './decision-world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const ROUNDS = inFull(50, 8);

/** Two committees that share a kind, with an open vote, the same case in both, a closed case and one that only moves. */
async function pair(town: DecisionWorld, people: readonly Person[], round: number) {
  const a = await town.newCommittee(`A-${round}`, people.slice(0, 4), ['MAILBOX_PROVISION']);
  const b = await town.newCommittee(`B-${round}`, people.slice(2, 6), ['MAILBOX_PROVISION']);
  const officers: string[] = [];
  for (let i = 0; i < 4; i++) officers.push(await world.officer(town.agency, { mailboxAddress: null, sinceOn: '2020-01-01' }));
  const propose = async (committeeId: string, officerIds: string[]) =>
    done(await town.propose({ kind: 'MAILBOX_PROVISION', committeeId, officerIds })).map(({ decisionId }) => decisionId!);
  const [moved, voting, rejected, twice] = (await propose(a, officers)) as [string, string, string, string];
  const [younger] = (await propose(b, officers.slice(3))) as [string];
  done(await openVotes(town.secretary, [voting, rejected]));
  for (const member of people.slice(0, 3)) done(await castVotes(member, [rejected], { choice: 'AGAINST' }));
  done(await castVotes(people[0]!, [voting], { choice: 'FOR' }));
  return { sources: [a, b], cases: [moved, voting, rejected, twice, younger] };
}

test(`of ${ROUNDS} mergers broken off none is half done, and each can be done again`, async () => {
  const town = await DecisionWorld.build(world, { members: 6, never: 1, cause: null });
  const chance = (n: number) => ((n * 7919) % 97) / 97;
  let wasOld = 0;
  let wasNew = 0;
  let took = 60;
  for (let round = 0; round < ROUNDS; round++) {
    const { sources, cases } = await pair(town, town.members, round);
    const input = {
      sourceIds: sources,
      code: `N-${round}`,
      name: 'Ban Chỉ đạo hợp nhất',
      chairUserId: town.chair.userId,
      effectiveOn: world.ground.clock.today(),
      legalBasis: 'Quyết định số 9/QĐ-UBND',
    };
    const look = async () => {
      const committees = await town.rows<{ n: number }>('select count(*)::int as n from committee where code = ?', [input.code]);
      const states = await town.rows<{ line: string }>(
        `select k.code || ' ' || d.state || ' ' || (select count(*) from decision_vote v where v.decision_id = d.id and v.is_open) as line
         from decision d join committee k on k.id = d.committee_id where d.id = any(?::uuid[]) order by d.id`,
        [`{${cases.join(',')}}`],
      );
      return JSON.stringify([committees[0]!.n, states.map(({ line }) => line)]);
    };
    const before = await look();
    const began = performance.now();
    const merging = mergeCommittees(town.secretary, input).then(
      () => undefined,
      () => undefined,
    );
    // As long as the last whole merger took, and a little longer, so that some are over.
    await sleep(chance(round + 1) * took * 1.3);
    await world.asOwner(
      `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database() and state <> 'idle'`,
    );
    await merging;
    const after = await look();
    const merged = JSON.stringify([
      1,
      [`N-${round} READY 0`, `N-${round} VOTING 1`, `A-${round} REJECTED 0`, `N-${round} READY 0`, `B-${round} JOINED 0`],
    ]);
    if (after === before) wasOld += 1;
    else {
      expect(after).toBe(merged);
      wasNew += 1;
    }
    const result = await mergeCommittees(town.secretary, input);
    took = after === before ? performance.now() - began : took;
    expect(await look()).toBe(merged);
    expect(result).toMatchObject({ moved: 3, reopened: 1, joined: 1 });
    // Twice is once.
    expect((await mergeCommittees(town.secretary, input)).committeeId).toBe(result.committeeId);
    expect(await look()).toBe(merged);
  }
  expect(wasOld + wasNew).toBe(ROUNDS);
  expect(wasOld).toBeGreaterThan(0);
});
