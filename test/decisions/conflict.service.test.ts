/** Conflicts of interest in the committee (D-5): each kind with real posts and cases, declared ones, and the deputy in the chair's place. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { adoptRule, seatMember } from '../../server/committee/committee.service.js';
import { USUAL_RULE } from '../../server/committee/voting-rule.rules.js';
import { castVotes } from '../../server/decisions/cast-vote.service.js';
import { giveNotice } from '../../server/decisions/hearing.service.js';
import { closeVotes, declareConflict, openVotes } from '../../server/decisions/vote.service.js';
import { withdrawCases } from '../../server/decisions/withdraw.service.js';
import { recordAbsence, transferOfficer } from '../../server/registry/officer.service.js';
import { recordOtherPost } from '../../server/registry/other-post.service.js';
import { World } from '../support/world.js';
import { caseOf, Supply, votesOf } from './case-steps.js';
import { DecisionWorld, done, NOW, type Person, refusals } from './decision-world.js';

let world: World;
let town: DecisionWorld;
let supply: Supply;
let outside: string;
beforeAll(async () => {
  world = await World.open();
  town = await DecisionWorld.build(world, { members: 9, never: 40 });
  supply = new Supply(town);
  outside = await world.agency('NGOAI');
  await seatMember(town.secretary, { committeeId: town.committee, userId: deputy().userId, seat: 'DEPUTY', fromOn: '2026-11-01' });
}, 120_000);
afterAll(() => world.close());
beforeEach(() => world.ground.clock.stopAt(NOW));

const deputy = (): Person => town.members[1]!;
const voting = async (input = {}): Promise<string> => (await town.voting(1, { findingIds: supply.findings(), ...input }))[0]!;
/** Who is recused in the last vote on a case, and why. */
const recusedIn = async (id: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    (
      await town.rows<{ user_id: string; recused_for: string }>(
        `select w.user_id, w.recused_for from decision_voter w join decision_vote v on v.id = w.vote_id
         where v.decision_id = ? and w.recused_for is not null and v.number = (select max(number) from decision_vote where decision_id = v.decision_id)`,
        [id],
      )
    ).map((row) => [row.user_id, row.recused_for]),
  );
const baseOf = async (id: string): Promise<number> => (await votesOf(town, id)).at(-1)!.base;
const sit = async (person: Person): Promise<Person> => {
  await seatMember(town.secretary, { committeeId: town.committee, userId: person.userId, seat: 'MEMBER', fromOn: '2026-11-01' });
  return person;
};

describe('known by the registry and the record', () => {
  test('the own case: the member is the officer and nobody else in it', async () => {
    const { officerId, findingId } = supply.one();
    const member = await sit(await town.person('COMMITTEE_MEMBER', 'Chính đương sự', null, officerId));
    const [id] = (await town.voting(1, { findingIds: [findingId] })) as [string];
    expect((await recusedIn(id))[member.userId]).toBe('OWN_CASE');
    expect(await baseOf(id)).toBe(9);
    expect(refusals(await castVotes(member, [id], { choice: 'AGAINST' }))).toEqual(['RULE_VIOLATED D-5 ids.0']);
    expect(refusals(await closeVotes(member, [id]))).toEqual(['RULE_VIOLATED D-5 ids.0']);
    // In any other case of the agency the post in it stands against the same person.
    expect((await recusedIn(await voting()))[member.userId]).toBe('SAME_AGENCY');
  });

  test('a post in the agency, its parent or its child; held by transfer in the window; concurrent; not one that ended before', async () => {
    const parent = await world.agency('CHA', null);
    const child = await world.agency('CON', null);
    await town.rows('update agency set parent_id = ? where id = ?', [parent, town.agency]);
    await town.rows('update agency set parent_id = ? where id = ?', [town.agency, child]);
    const inParent = await sit(await town.member('Ở cấp trên', parent));
    const inChild = await sit(await town.member('Ở cấp dưới', child));
    const concurrent = await sit(await town.member('Kiêm nhiệm', outside));
    const past = { isLeader: false, post: 'Kiêm nhiệm' };
    await recordOtherPost(world.system(), concurrent.officerId, { ...past, agencyId: town.agency, fromOn: '2026-11-20' });
    const moved = await sit(await town.member('Chuyển đi', town.agency));
    await transferOfficer(world.system(), moved.officerId, { agencyId: outside, post: null, isLeader: false, onDate: '2026-10-01' });
    const longAgo = await sit(await town.member('Chuyển đi đã lâu', town.agency));
    await transferOfficer(world.system(), longAgo.officerId, { agencyId: outside, post: null, isLeader: false, onDate: '2026-08-27' });
    const recused = await recusedIn(await voting());
    expect([inParent, inChild, concurrent, moved, longAgo].map(({ userId }) => recused[userId] ?? null)).toEqual([
      'SAME_AGENCY',
      'SAME_AGENCY',
      'SAME_AGENCY',
      'SAME_AGENCY',
      null,
    ]);
  });

  test('the agency at the time of the finding, also after the officer was transferred', async () => {
    const { officerId, findingId } = supply.one();
    const atTheTime = await sit(await town.member('Cùng cơ quan khi rà soát', town.agency));
    await transferOfficer(world.system(), officerId, { agencyId: outside, post: null, isLeader: false, onDate: '2026-11-25' });
    const now = await sit(await town.member('Cùng cơ quan hiện nay', outside));
    const [id] = (await town.voting(1, { findingIds: [findingId] })) as [string];
    const recused = await recusedIn(id);
    expect([recused[atTheTime.userId], recused[now.userId]]).toEqual(['SAME_AGENCY', 'SAME_AGENCY']);
  });

  test('who proposed it', async () => {
    const member = await sit(await town.member('Tổ viên kiêm ủy viên'));
    const grants = [...member.actor.grants, { role: 'TASK_FORCE' as const, scopeId: null }];
    const both: Person = { ...member, actor: { ...member.actor, grants } };
    const findingIds = supply.findings();
    const [made] = done(await town.propose({ findingIds }, both));
    done(await giveNotice(town.secretary, [made!.decisionId!], 'HANDED_OVER'));
    await town.later(20);
    done(await openVotes(town.secretary, [made!.decisionId!]));
    expect((await recusedIn(made!.decisionId!))[member.userId]).toBe('PROPOSER');
    expect(refusals(await castVotes(both, [made!.decisionId!], { choice: 'FOR' }))).toEqual(['RULE_VIOLATED D-5 ids.0']);
  });

  test('an adverse case of the same kind against oneself, pending or in force, and no longer once it is withdrawn', async () => {
    const member = await sit(await town.member('Bị đề nghị', outside));
    const [finding] = await town.rows<{ id: string }>('select id from finding where officer_id = ?', [supply.one().officerId]);
    await town.rows('update finding set officer_id = ? where id = ?', [member.officerId, finding!.id]);
    const [own] = (await town.cases(1, { findingIds: [finding!.id] })) as [string];
    expect((await recusedIn(await voting()))[member.userId]).toBe('OWN_ADVERSE_CASE');
    done(await withdrawCases(town.force, [own], 'Nhầm'));
    world.ground.clock.stopAt(NOW);
    expect((await recusedIn(await voting()))[member.userId]).toBeUndefined();
  });
});

describe('declared while the vote is open', () => {
  test('the ballot is struck and kept, base and quorum are counted anew, and nobody declares twice', async () => {
    const id = await voting();
    const before = (await votesOf(town, id))[0]!;
    const member = town.members[4]!;
    done(await castVotes(member, [id], { choice: 'AGAINST', reason: 'riêng' }));
    await expect(declareConflict(town.secretary, [id], 'x')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    done(await declareConflict(member, [id], 'Vợ của đương sự'));
    const [vote] = await votesOf(town, id);
    expect(vote).toMatchObject({ base: before.base - 1, present: 0, against: 0 });
    expect(vote!.quorum).toBe(Math.floor(vote!.base / 2) + 1);
    const voter = await town.rows('select recused_for, recusal_note from decision_voter where vote_id = ? and user_id = ?', [
      vote!.id,
      member.userId,
    ]);
    expect(voter).toEqual([{ recused_for: 'DECLARED', recusal_note: 'Vợ của đương sự' }]);
    expect(await town.rows('select choice, reason, because from ballot_archive where vote_id = ?', [vote!.id])).toEqual([
      { choice: 'AGAINST', reason: 'riêng', because: 'STRUCK' },
    ]);
    expect(refusals(await declareConflict(member, [id], 'x'))).toEqual(['RULE_VIOLATED D-5 ids.0']);
  });

  test('by it the rest may be settled', async () => {
    const small = await town.newCommittee(
      'NHO',
      [town.chair, deputy(), ...town.members.slice(2, 5)],
      ['AWARD_EXCLUSION'],
      ['CHAIR', 'DEPUTY'],
    );
    const id = await voting({ committeeId: small });
    await town.vote(id, ['FOR', 'FOR'], 0);
    await town.vote(id, ['AGAINST', 'AGAINST'], 2);
    expect(await town.state(id)).toBe('VOTING');
    // Of four, 2 : 2 is a tie that nobody is left to turn.
    done(await declareConflict(town.members[4]!, [id], 'Anh em'));
    expect(await votesOf(town, id)).toMatchObject([{ base: 4, present: 4, result: 'REJECTED', ended_by: 'ITSELF' }]);
  });

  test('where fewer than the minimum remain the vote ends without result; the case is READY and who declared stays out', async () => {
    const small = await town.newCommittee('BA', town.members.slice(0, 4), ['AWARD_EXCLUSION']);
    const id = await voting({ committeeId: small });
    await town.vote(id, ['FOR', 'FOR'], 1);
    done(await declareConflict(town.members[1]!, [id], 'Anh em'));
    expect(await town.state(id)).toBe('VOTING');
    done(await declareConflict(town.members[2]!, [id], 'Anh em'));
    expect(await town.state(id)).toBe('READY');
    expect(await votesOf(town, id)).toMatchObject([{ base: 2, is_open: false, result: null, ended_by: 'CONFLICTS' }]);
    expect(refusals(await openVotes(town.secretary, [id]))).toEqual(['NOT_ALLOWED_NOW D-4 ids.0']);
    for (const member of [town.members[5]!, town.members[6]!])
      await seatMember(town.secretary, { committeeId: small, userId: member.userId, seat: 'MEMBER', fromOn: '2026-11-01' });
    done(await openVotes(town.secretary, [id]));
    expect(await baseOf(id)).toBe(4);
    expect(Object.values(await recusedIn(id))).toEqual(['DECLARED', 'DECLARED']);
    expect((await caseOf(town, id)).lapses).toBe(0);
  });
});

describe('the deputy in the chair’s place', () => {
  const main = () => ({ committeeId: town.committee });

  test('only where the chair is recused', async () => {
    const id = await voting(main());
    expect(refusals(await closeVotes(deputy(), [id]))).toEqual(['RULE_VIOLATED D-7 ids.0']);
    done(await declareConflict(town.chair, [id], 'Bạn thân'));
    expect(refusals(await closeVotes(town.chair, [id]))).toEqual(['RULE_VIOLATED D-5 ids.0']);
    done(await closeVotes(deputy(), [id], 'Hết phiên'));
    expect(await town.state(id)).toBe('LAPSED');
    expect(refusals(await openVotes(town.chair, [id]))).toEqual(['RULE_VIOLATED D-5 ids.0']);
    done(await openVotes(deputy(), [id]));
  });

  test('or absent on that day', async () => {
    const id = await voting(main());
    const today = world.ground.clock.today();
    expect(refusals(await closeVotes(deputy(), [id]))).toHaveLength(1);
    await recordAbsence(world.system(), town.chair.officerId, { fromOn: today, untilOn: today, document: 'Giấy đi công tác 15' });
    done(await closeVotes(deputy(), [id]));
    expect(await town.state(id)).toBe('LAPSED');
  });

  test('decides alone what the chair alone decides', async () => {
    await adoptRule(town.secretary, {
      ...USUAL_RULE,
      isByChairAlone: true,
      ...main(),
      kind: 'MAILBOX_PROVISION',
      effectiveOn: '2026-11-01',
    });
    const provide = async (agency: string) => {
      const officerId = await world.officer(agency, { mailboxAddress: null });
      return done(await town.propose({ kind: 'MAILBOX_PROVISION', officerIds: [officerId], ...main() }))[0]!.decisionId!;
    };
    // The chair sits in the office, so the mailbox of a colleague is not the chair's to decide; nor is it the deputy's from there.
    const colleague = await provide(town.office);
    expect(refusals(await openVotes(town.secretary, [colleague]))).toEqual(['NOT_ALLOWED_NOW D-4 ids.0']);
    const id = await provide(outside);
    done(await openVotes(town.secretary, [id]));
    done(await declareConflict(town.chair, [id], 'Con gái'));
    expect(await town.state(id)).toBe('READY');
    done(await openVotes(town.secretary, [id]));
    expect(await votesOf(town, id)).toMatchObject([{ ended_by: 'CONFLICTS' }, { base: 1, is_open: true }]);
    done(await castVotes(deputy(), [id], { choice: 'FOR' }));
    expect(await town.state(id)).toBe('ADOPTED');
  });
});
