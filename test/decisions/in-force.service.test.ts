/** What comes of adopted cases: numbers, orders to the mail system, and their end when an appeal is upheld or not. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { appeal, settle } from '../../server/decisions/appeal.service.js';
import { castVotes } from '../../server/decisions/cast-vote.service.js';
import { enterIntoForce } from '../../server/decisions/enactment.service.js';
import { answerExplanation, explain, giveNotice } from '../../server/decisions/hearing.service.js';
import { openVotes } from '../../server/decisions/vote.service.js';
import { World } from '../support/world.js';
import { DecisionWorld, done, refusals } from './decision-world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

test('decisions are numbered one after the other, without gaps (N-1)', async () => {
  const town = await DecisionWorld.build(world, { never: 3, members: 3 });
  const ids = await town.voting(3);
  for (const id of ids) await town.vote(id, ['FOR', 'FOR', 'FOR']);
  const signed = await enterIntoForce(town.secretary, [ids[2]!, ids[0]!], {});
  done(signed);
  expect(refusals(await enterIntoForce(town.secretary, [ids[1]!], { number: '7' }))).toEqual(['RULE_VIOLATED N-1 number']);
  done(await enterIntoForce(town.secretary, [ids[1]!], { number: '3' }));
  const rows = await town.rows<{ id: string; number: string }>('select id, number from decision');
  expect(ids.map((id) => rows.find((row) => row.id === id)!.number)).toEqual(['2/QĐ-BCĐ', '3/QĐ-BCĐ', '1/QĐ-BCĐ']);
});

test('a revocation in force orders the mail system, its reversal orders the mailbox back (D-8, D-10)', async () => {
  const town = await DecisionWorld.build(world, { never: 1, members: 3, cause: 'NO_NEED' });
  const [id] = (await town.voting(1, { kind: 'MAILBOX_REVOCATION' })) as [string];
  await town.vote(id, ['FOR', 'FOR', 'FOR']);
  const orders = async () =>
    (await town.rows<{ kind: string }>('select kind from mail_order where decision_id = ? order by id', [id])).map(({ kind }) => kind);
  expect(await orders()).toEqual([]);
  done(await enterIntoForce(town.secretary, [id], {}));
  expect(await orders()).toEqual(['REVOKE']);
  const officer = town.officer(town.never[0]!.officerId);
  done(await appeal(officer, id, { text: 'Tôi vẫn cần hộp thư' }));
  expect(await orders()).toEqual(['REVOKE', 'RESTORE']);
  done(await settle(town.chair, id, { uphold: false, text: 'Đồng ý' }));
  const [row] = await town.rows<{ expected_state: string }>(
    'select m.expected_state from mailbox m join officer o on o.mailbox_id = m.id where o.id = ?',
    [town.never[0]!.officerId],
  );
  expect([await town.state(id), row!.expected_state]).toEqual(['REVERSED', 'ACTIVE']);
});

test('of several cases one with an explanation is refused, the others count (D-12)', async () => {
  const town = await DecisionWorld.build(world, { never: 2, members: 3 });
  const ids = (await town.cases(2)) as [string, string];
  done(await giveNotice(town.secretary, ids, 'HANDED_OVER'));
  done(await explain(town.officer(town.never[0]!.officerId), ids[0], { text: 'Tôi có dùng' }));
  done(await answerExplanation(town.force, ids[0], 'Không có căn cứ'));
  await town.later(20);
  done(await openVotes(town.secretary, ids));
  expect(refusals(await castVotes(town.members[0]!, ids, { choice: 'FOR' }))).toEqual(['RULE_VIOLATED D-12 ids.0']);
  done(await castVotes(town.members[0]!, [ids[0]], { choice: 'FOR' }));
  expect(await town.rows('select v.decision_id from ballot b join decision_vote v on v.id = b.vote_id')).toHaveLength(2);
});
