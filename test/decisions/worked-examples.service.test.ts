/** The committee of nine of product.md §5: all ten cases, row by row (D-4 to D-7). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openVotes, declareConflict } from '../../server/decisions/vote.service.js';
import { castVotes } from '../../server/decisions/cast-vote.service.js';
import type { RuleValues } from '../../server/committee/voting-rule.rules.js';
import type { Choice } from '../../server/decisions/vocabulary.js';
import { recordOtherPost } from '../../server/registry/other-post.service.js';
import { World } from '../support/world.js';
import { DecisionWorld, done, refusals } from './decision-world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const votes = (forIt: number, against: number, abstain: number): Choice[] => [
  ...Array<Choice>(forIt).fill('FOR'),
  ...Array<Choice>(against).fill('AGAINST'),
  ...Array<Choice>(abstain).fill('ABSTAIN'),
];

/** Gives the last members a post in the officer's agency, so that they are recused. */
async function recuse(town: DecisionWorld, count: number): Promise<void> {
  for (const { officerId } of town.members.slice(town.members.length - count))
    await recordOtherPost(world.system(), officerId, { agencyId: town.agency, post: 'Kiêm nhiệm', isLeader: false, fromOn: '2026-09-01' });
}

const voteOf = async (town: DecisionWorld, id: string) =>
  (
    await town.rows<{ base: number; quorum: number; present: number; result: string | null; ended_by: string | null }>(
      'select base, quorum, present, result, ended_by from decision_vote where decision_id = ? order by number desc limit 1',
      [id],
    )
  )[0]!;

describe('a committee of nine, kind AWARD_EXCLUSION (D-4, D-6, D-7)', () => {
  test.each<[number, number, Partial<RuleValues>, [number, number, number], string, string, number]>([
    [1, 0, {}, [5, 0, 0], 'ITSELF', 'ADOPTED', 9],
    [2, 0, {}, [3, 1, 1], 'DEADLINE', 'ADOPTED', 9],
    [3, 0, {}, [2, 2, 1], 'DEADLINE', 'REJECTED', 9],
    [4, 0, {}, [3, 1, 0], 'DEADLINE', 'LAPSED', 9],
    [5, 2, {}, [3, 1, 0], 'DEADLINE', 'ADOPTED', 7],
    [7, 0, { majority: 'AT_LEAST_TWO_THIRDS' }, [4, 2, 0], 'DEADLINE', 'ADOPTED', 9],
    [8, 0, { majority: 'AT_LEAST_TWO_THIRDS' }, [5, 3, 0], 'DEADLINE', 'REJECTED', 9],
    [9, 0, {}, [1, 0, 4], 'DEADLINE', 'REJECTED', 9],
  ])('case %i: %i recused, %j', async (_case, recused, rule, [forIt, against, abstain], endedBy, result, base) => {
    const town = await DecisionWorld.build(world, { never: 1 });
    await town.rule(rule);
    if (recused) await recuse(town, recused);
    const [id] = (await town.voting()) as [string];
    await town.vote(id, votes(forIt, against, abstain));
    if (endedBy === 'ITSELF') expect(await town.state(id)).toBe(result);
    else {
      expect(await town.state(id)).toBe('VOTING');
      await town.later(15);
    }
    expect(await town.state(id)).toBe(result);
    expect(await voteOf(town, id)).toMatchObject({ base, result, ended_by: endedBy, present: forIt + against + abstain });
  });

  test('case 6: seven recused, two may vote and three must: refused to open', async () => {
    const town = await DecisionWorld.build(world, { never: 1 });
    await recuse(town, 7);
    const ids = await town.ready();
    expect(refusals(await openVotes(town.secretary, ids))).toEqual(['NOT_ALLOWED_NOW D-4 ids.0']);
    expect(await town.state(ids[0]!)).toBe('READY');
  });

  test('case 10: one of four who voted for declares a conflict: base 8, quorum 5, present 3, lapsed', async () => {
    const town = await DecisionWorld.build(world, { never: 1 });
    const [id] = (await town.voting()) as [string];
    await town.vote(id, votes(4, 0, 0));
    done(await declareConflict(town.members[3]!, [id], 'Anh em họ'));
    expect(await voteOf(town, id)).toMatchObject({ base: 8, quorum: 5, present: 3, result: null });
    expect(refusals(await castVotes(town.members[3]!, [id], { choice: 'FOR' }))).toEqual(['RULE_VIOLATED D-5 ids.0']);
    await town.later(15);
    expect(await town.state(id)).toBe('LAPSED');
    const archived = await town.rows<{ because: string; choice: string }>('select because, choice from ballot_archive');
    expect(archived).toEqual([{ because: 'STRUCK', choice: 'FOR' }]);
  });
});
