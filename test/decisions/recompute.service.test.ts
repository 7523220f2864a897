/** A past decision can be recomputed (G-5): every vote of a city with cases in every state, from its ballots, frozen rule and voters. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { adoptRule } from '../../server/committee/committee.service.js';
import { USUAL_RULE } from '../../server/committee/voting-rule.rules.js';
import { appeal, settle } from '../../server/decisions/appeal.service.js';
import { castVotes } from '../../server/decisions/cast-vote.service.js';
import { giveNotice } from '../../server/decisions/hearing.service.js';
import { recomputeVotes } from '../../server/decisions/recompute.js';
import { closeVotes, declareConflict, openVotes } from '../../server/decisions/vote.service.js';
import { withdrawCases } from '../../server/decisions/withdraw.service.js';
import { DECISION_STATES } from '../../server/decisions/vocabulary.js';
import { World } from '../support/world.js';
import { inForce, Supply } from './case-steps.js';
import { DecisionWorld, done, NOW } from './decision-world.js';

let world: World;
let town: DecisionWorld;
beforeAll(async () => {
  world = await World.open();
  town = await DecisionWorld.build(world, { members: 7, never: 30 });
  await everything();
}, 120_000);
afterAll(() => world.close());

/** Cases in every state, with votes of every end. */
async function everything(): Promise<void> {
  const supply = new Supply(town);
  const back = () => world.ground.clock.stopAt(NOW);
  const one = () => supply.findings();
  const voting = async () => {
    back();
    return (await town.voting(1, { findingIds: one() }))[0]!;
  };
  const appealed = async () => {
    back();
    const taken = supply.one();
    const [id] = (await inForce(town, [taken.findingId])) as [string];
    done(await appeal(town.officer(taken.officerId), id, { text: 'Không đúng' }));
    return id;
  };
  await town.cases(1, { findingIds: one() });
  const [withdrawn] = await town.cases(1, { findingIds: one() });
  done(await withdrawCases(town.force, [withdrawn!], 'Nhầm'));
  await town.ready(1, { findingIds: one() });
  // Voting, with a changed and a struck ballot.
  const open = await voting();
  await town.vote(open, ['FOR', 'AGAINST', 'FOR']);
  done(await castVotes(town.members[1]!, [open], { choice: 'ABSTAIN' }));
  done(await declareConflict(town.members[2]!, [open], 'Họ hàng'));
  const rejected = await voting();
  await town.vote(rejected, ['AGAINST', 'AGAINST', 'AGAINST', 'AGAINST']);
  const byChair = await voting();
  await town.vote(byChair, ['FOR', 'FOR', 'FOR', 'AGAINST']);
  done(await closeVotes(town.chair, [byChair], 'Hết phiên'));
  const lapsed = await voting();
  done(await closeVotes(town.chair, [lapsed]));
  done(await openVotes(town.chair, [lapsed]));
  await town.vote(lapsed, ['FOR']);
  done(await closeVotes(town.chair, [lapsed]));
  const conflicts = await voting();
  for (const member of town.members.slice(0, 5)) done(await declareConflict(member, [conflicts], 'Họ hàng'));
  await appealed();
  done(await settle(town.chair, await appealed(), { uphold: true, text: 'Giữ' }));
  done(await settle(town.chair, await appealed(), { uphold: false, text: 'Hủy' }));
  // Another rule from now on: what was voted under the former is counted by the former.
  const rule = {
    ...USUAL_RULE,
    quorum: 'AT_LEAST_TWO_THIRDS',
    majority: 'AT_LEAST_THREE_QUARTERS',
    appealSettledBy: 'OTHER_MEMBERS',
    minimumVoters: 2,
  } as const;
  await adoptRule(town.secretary, { ...rule, committeeId: town.committee, kind: 'AWARD_EXCLUSION', effectiveOn: '2026-11-01' });
  for (const choice of ['FOR', 'AGAINST'] as const) {
    const id = await appealed();
    const [vote] = await town.rows<{ present: number }>(`select present from decision_vote where decision_id = ? and purpose = 'CASE'`, [
      id,
    ]);
    for (const member of town.members.slice(vote!.present)) await castVotes(member, [id], { choice });
  }
  back();
  const deadline = await voting();
  await town.vote(deadline, ['FOR', 'FOR', 'FOR', 'AGAINST', 'ABSTAIN']);
  await town.later(30);
  // Last, so that they stay where they are.
  const still = await voting();
  await town.vote(still, ['FOR']);
  back();
  await inForce(town, one());
  back();
  const [notified] = await town.cases(1, { findingIds: one() });
  done(await giveNotice(town.secretary, [notified!], 'HANDED_OVER'));
}

test('the city has cases in every state but those that come of a merger', async () => {
  const rows = await town.rows<{ state: string }>('select distinct state from decision');
  expect(rows.map(({ state }) => state).sort()).toEqual(DECISION_STATES.filter((state) => state !== 'JOINED').sort());
  const ends = await town.rows<{ ended_by: string | null }>('select distinct ended_by from decision_vote');
  expect(ends.map(({ ended_by }) => String(ended_by)).sort()).toEqual(['CHAIR', 'CONFLICTS', 'DEADLINE', 'ITSELF', 'null']);
});

test('every vote counted again is what was stored (G-5)', async () => {
  const { votes, deviations } = await recomputeVotes(world.ground.orm.em.fork());
  expect(deviations).toEqual([]);
  const [stored] = await town.rows<{ n: number }>('select count(*)::int as n from decision_vote');
  expect(votes).toBe(stored!.n);
  expect(votes).toBeGreaterThan(12);
});

test.each<[string, string, string]>([
  ['a result that was altered', `update decision_vote set result = 'ADOPTED' where id = $id`, `result = 'REJECTED' and purpose = 'CASE'`],
  ['a counter that was altered', `update decision_vote set "for" = "for" + 1 where id = $id`, `ended_by = 'ITSELF'`],
  ['a base that was altered', `update decision_vote set base = base + 1 where id = $id`, 'is_open'],
  [
    'a ballot that was turned',
    `update ballot set choice = 'AGAINST' where choice = 'FOR' and vote_id = $id`,
    `result = 'ADOPTED' and purpose = 'CASE'`,
  ],
  ['a ballot that was taken away', 'delete from ballot where vote_id = $id', `result = 'ADOPTED' and purpose = 'CASE'`],
  [
    'a rule that was exchanged',
    `update decision_vote set rule = rule || '{"minimumVoters": 4}' where id = $id`,
    `ended_by = 'CHAIR' and result = 'ADOPTED'`,
  ],
  ['a voter who was added', `update decision_voter set recused_for = null where vote_id = $id`, `ended_by = 'CONFLICTS'`],
])('%s is found', async (_name, sql, where) => {
  const em = world.ground.orm.em.fork();
  await em
    .transactional(async (inside) => {
      const [vote] = await inside.execute<{ id: string }[]>(`select id from decision_vote where ${where} order by id limit 1`);
      if (!vote) throw new Error(`No vote with ${where}.`);
      await inside.execute(sql.replace('$id', `'${vote.id}'`));
      const { deviations } = await recomputeVotes(inside as never);
      expect(deviations.map(({ voteId }) => voteId)).toContain(vote.id);
      throw new Error('undone');
    })
    .catch((error: Error) => {
      if (error.message !== 'undone') throw error;
    });
});
