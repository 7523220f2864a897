/** Merging committees with cases in every state (C-2 … C-5). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { appeal, settle } from '../../server/decisions/appeal.service.js';
import { castVotes } from '../../server/decisions/cast-vote.service.js';
import { enterIntoForce } from '../../server/decisions/enactment.service.js';
import { answerExplanation, explain, giveNotice } from '../../server/decisions/hearing.service.js';
import { applyDueMergers, cancelMerger, mergeCommittees } from '../../server/decisions/merger.service.js';
import { openVotes } from '../../server/decisions/vote.service.js';
import { adoptRule } from '../../server/committee/committee.service.js';
import { USUAL_RULE } from '../../server/committee/voting-rule.rules.js';
import { withdrawCases } from '../../server/decisions/withdraw.service.js';
import { World } from '../support/world.js';
import { DecisionWorld, done, refusalOf } from './decision-world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const TODAY = '2026-11-25';

/** A second committee that shares AWARD_EXCLUSION with the first: members 3 … 6 of the first and two of its own. */
async function twoCommittees(never = 8) {
  const town = await DecisionWorld.build(world, { members: 7, never });
  const own = [await town.member('Chủ tịch CNTT'), await town.member('Ủy viên CNTT')];
  const second = await town.newCommittee(
    'BCD-CNTT',
    [own[0]!, ...town.members.slice(3), own[1]!],
    ['AWARD_EXCLUSION', 'MAILBOX_PROVISION'],
  );
  const input = {
    sourceIds: [town.committee, second],
    code: 'BCD-HN',
    name: 'Ban Chỉ đạo hợp nhất',
    chairUserId: town.chair.userId,
    effectiveOn: TODAY,
    legalBasis: 'Quyết định số 9/QĐ-UBND',
  };
  return { town, second, own, input };
}

const committeeOf = async (town: DecisionWorld, ids: readonly string[]) => {
  const rows = await town.rows<{ id: string; code: string; state: string }>(
    'select d.id, k.code, d.state from decision d join committee k on k.id = d.committee_id where d.id = any(?::uuid[])',
    [`{${ids.join(',')}}`],
  );
  return ids.map((id) => rows.find((row) => row.id === id)!).map(({ code, state }) => `${code} ${state}`);
};

describe('a merger of two committees', () => {
  test('unites people, competences and rules; open cases move, votes open again, the closed ones stay; previewed, and once only (C-2, C-3, C-5)', async () => {
    const { town, second, own, input } = await twoCommittees();
    await adoptRule(town.secretary, {
      ...USUAL_RULE,
      committeeId: second,
      kind: 'AWARD_EXCLUSION',
      quorum: 'AT_LEAST_TWO_THIRDS',
      minimumVoters: 4,
      effectiveOn: '2026-01-02',
    });
    const ids = await town.cases(6, { committeeId: town.committee });
    const [withdrawn, proposed, noticed, , voting, force] = ids as [string, string, string, string, string, string];
    done(await withdrawCases(town.force, [withdrawn], 'Nhầm'));
    done(await giveNotice(town.secretary, ids.slice(3), 'HANDED_OVER'));
    await town.later(13);
    done(await openVotes(town.secretary, [voting, force]));
    await town.vote(force, ['FOR', 'FOR', 'FOR', 'FOR', 'FOR', 'FOR', 'FOR'].slice(0, 4) as never);
    done(await enterIntoForce(town.secretary, [force], {}));
    await town.vote(voting, ['FOR', 'FOR']);
    done(await giveNotice(town.secretary, [noticed], 'HANDED_OVER'));
    const today = world.ground.clock.today();
    const counted = await town.rows<{ n: number }>('select count(*)::int as n from decision');

    const preview = await mergeCommittees(town.secretary, { ...input, effectiveOn: today, dryRun: true });
    expect(preview).toMatchObject({ isPlanned: false, committeeId: null, moved: 5, reopened: 1, joined: 0 });
    expect(await committeeOf(town, [voting])).toEqual(['BCD VOTING']);

    const merged = await mergeCommittees(town.secretary, { ...input, effectiveOn: today });
    expect(merged).toMatchObject({ moved: 5, reopened: 1, joined: 0 });
    expect(merged.united.members).toHaveLength(9);
    expect(merged.united.members.filter(({ seat }) => seat === 'CHAIR').map(({ userId }) => userId)).toEqual([town.chair.userId]);
    expect(merged.united.members.find(({ userId }) => userId === own[0]!.userId)?.seat).toBe('DEPUTY');
    expect(await committeeOf(town, [withdrawn, proposed, noticed, voting, force])).toEqual([
      'BCD WITHDRAWN',
      'BCD-HN PROPOSED',
      'BCD-HN NOTIFIED',
      'BCD-HN VOTING',
      'BCD-HN IN_FORCE',
    ]);
    const votes = await town.rows<{ base: number; quorum: number; is_open: boolean; ended_by: string | null; present: number }>(
      'select base, quorum, is_open, ended_by, present from decision_vote where decision_id = ? order by number',
      [voting],
    );
    expect(votes).toEqual([
      { base: 7, quorum: 4, is_open: false, ended_by: 'MERGER', present: 2 },
      { base: 9, quorum: 6, is_open: true, ended_by: null, present: 0 },
    ]);
    expect(await town.rows('select count(*)::int as n from decision')).toEqual(counted);
    // Again changes nothing.
    expect(await mergeCommittees(town.secretary, { ...input, effectiveOn: today })).toEqual(merged);
    expect(await town.rows('select count(*)::int as n from committee')).toEqual([{ n: 3 }]);
    // Somebody who sat only in the second votes on the case of the first.
    done(await castVotes(own[1]!, [voting], { choice: 'AGAINST' }));
  });

  test('joins the same case pending in both: notices, explanation and answer go to the older, the later end holds (C-4)', async () => {
    const { town, second, input } = await twoCommittees(2);
    const [older] = (await town.cases(1, { committeeId: town.committee })) as [string];
    await town.later(1);
    const [younger] = (await town.cases(1, { committeeId: second })) as [string];
    done(await giveNotice(town.secretary, [younger], 'REGISTERED_POST'));
    await explain(town.officer(town.never[0]!.officerId), younger, { text: 'Tôi đi công tác.' });
    await answerExplanation(town.force, younger, 'Đã kiểm tra.');
    const merged = await mergeCommittees(town.secretary, { ...input, effectiveOn: world.ground.clock.today() });
    expect(merged).toMatchObject({ moved: 1, reopened: 0, joined: 1 });
    expect(await committeeOf(town, [older, younger])).toEqual(['BCD-HN NOTIFIED', 'BCD-CNTT JOINED']);
    const [held] = await town.rows<Record<string, unknown>>(
      'select explanation, answer, notice_means, explain_until::text as until from decision where id = ?',
      [older],
    );
    expect(held).toEqual({ explanation: 'Tôi đi công tác.', answer: 'Đã kiểm tra.', notice_means: 'REGISTERED_POST', until: '2026-12-07' });
    await town.later(14);
    expect(await town.state(older)).toBe('READY');
  });

  test('what the younger case still owes the officer takes an older one that was ready, or lapsed, back to the hearing (C-4, D-3)', async () => {
    const { town, second, input } = await twoCommittees(3);
    const [ready, lapsed] = (await town.ready(2, { committeeId: town.committee })) as [string, string];
    done(await openVotes(town.secretary, [lapsed]));
    await town.later(12);
    expect([await town.state(ready), await town.state(lapsed)]).toEqual(['READY', 'LAPSED']);
    const younger = await town.cases(2, { committeeId: second });
    done(await giveNotice(town.secretary, younger, 'HANDED_OVER'));
    done(await explain(town.officer(town.never[1]!.officerId), younger[1]!, { text: 'Tôi đi công tác.' }));
    await mergeCommittees(town.secretary, { ...input, effectiveOn: world.ground.clock.today() });
    expect([await town.state(ready), await town.state(lapsed)]).toEqual(['NOTIFIED', 'NOTIFIED']);
    done(await explain(town.officer(town.never[0]!.officerId), ready, { text: 'Tôi cũng vậy.' }));
    await town.later(14);
    for (const id of [ready, lapsed]) done(await answerExplanation(town.force, id, 'Đã kiểm tra.'));
    expect([await town.state(ready), await town.state(lapsed)]).toEqual(['READY', 'READY']);
    done(await openVotes(town.secretary, [ready, lapsed]));
  });

  test('an exclusion that has expired and can still be appealed goes along, so that somebody can settle the appeal (D-9)', async () => {
    const { town, input } = await twoCommittees(1);
    const [id] = (await town.voting(1, { committeeId: town.committee })) as [string];
    await town.vote(id, ['FOR', 'FOR', 'FOR', 'FOR']);
    done(await enterIntoForce(town.secretary, [id], {}));
    world.ground.clock.stopAt(new Date('2027-01-04T02:00:00Z'));
    await town.later(0);
    expect(await town.state(id)).toBe('EXPIRED');
    await mergeCommittees(town.secretary, { ...input, effectiveOn: world.ground.clock.today() });
    expect(await committeeOf(town, [id])).toEqual(['BCD-HN EXPIRED']);
    done(await appeal(town.officer(town.never[0]!.officerId), id, { text: 'Tôi khiếu nại.' }));
    done(await settle(town.chair, id, { uphold: false, text: 'Chấp nhận' }));
    expect(await town.state(id)).toBe('REVERSED');
  });

  test('is planned for a day to come and done by itself; the past is refused, another plan too (C-2)', async () => {
    const { town, second, input } = await twoCommittees(2);
    const [id] = (await town.cases(1, { committeeId: second })) as [string];
    expect(await refusalOf(mergeCommittees(town.secretary, { ...input, effectiveOn: '2026-11-24' }))).toEqual([
      'INVALID C-2 input.effectiveOn',
    ]);
    const plan = await mergeCommittees(town.secretary, { ...input, effectiveOn: '2026-12-01' });
    expect(plan).toMatchObject({ isPlanned: true, committeeId: null });
    expect(await refusalOf(mergeCommittees(town.secretary, { ...input, code: 'KHAC', effectiveOn: '2026-12-02' }))).toEqual([
      'CONFLICT C-2 input.sourceIds',
    ]);
    await town.later(3);
    await applyDueMergers(world.ground);
    expect(await committeeOf(town, [id])).toEqual(['BCD-CNTT PROPOSED']);
    await town.later(3);
    await applyDueMergers(world.ground);
    await applyDueMergers(world.ground);
    expect(await committeeOf(town, [id])).toEqual(['BCD-HN PROPOSED']);
    const [row] = await town.rows<{ id: string }>('select id from committee_merger');
    expect(await refusalOf(cancelMerger(town.secretary, row!.id))).toEqual(['NOT_ALLOWED_NOW C-2 id']);
  });

  test('of three committees works too, with a chair from outside', async () => {
    const { town, second, input } = await twoCommittees(1);
    const third = await town.newCommittee('BCD-3', [await town.member('Chủ tịch 3')], ['EXCLUSION_LIFT']);
    const outside = await town.member('Người ngoài');
    const merged = await mergeCommittees(town.secretary, {
      ...input,
      sourceIds: [town.committee, second, third],
      chairUserId: outside.userId,
    });
    expect(merged.united.members.filter(({ seat }) => seat === 'DEPUTY')).toHaveLength(3);
    expect(merged.united.members[0]).toEqual({ userId: outside.userId, seat: 'CHAIR' });
    expect(merged.united.competences).toHaveLength(5);
  });
});
