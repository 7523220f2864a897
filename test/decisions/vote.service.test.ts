/** The vote (D-4, D-6, D-7, D-12): what keeps it from opening, what is frozen, how it is cast, changed and closed. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { adoptRule, endSeat, seatMember } from '../../server/committee/committee.service.js';
import { USUAL_RULE } from '../../server/committee/voting-rule.rules.js';
import { castVotes } from '../../server/decisions/cast-vote.service.js';
import { settleAllDue } from '../../server/decisions/falling-due.js';
import { answerExplanation, explain, giveNotice } from '../../server/decisions/hearing.service.js';
import { closeVotes, declareConflict, openVotes } from '../../server/decisions/vote.service.js';
import { enterIntoForce } from '../../server/decisions/enactment.service.js';
import { onEvidenceChanged } from '../../server/review/late-facts.js';
import { settleSignals } from '../../server/review/settle-signals.service.js';
import { createClass } from '../../server/training/class.service.js';
import { requestSeats } from '../../server/training/request.service.js';
import { withdrawEnrolments } from '../../server/training/seat.service.js';
import { addEvidence, WINDOW, WORKDAYS } from '../review/review-world.js';
import { World } from '../support/world.js';
import { caseOf, historyOf, Supply, votesOf } from './case-steps.js';
import { DecisionWorld, done, NOW, type Person, refusalOf, refusals } from './decision-world.js';

let world: World;
let town: DecisionWorld;
let supply: Supply;
beforeAll(async () => {
  world = await World.open();
  town = await DecisionWorld.build(world, { members: 5, never: 60 });
  supply = new Supply(town);
}, 120_000);
afterAll(() => world.close());
// Each test has the days of the year to itself.
beforeEach(() => world.ground.clock.stopAt(NOW));

const one = async (): Promise<{ id: string; officerId: string; findingId: string }> => {
  const taken = supply.one();
  const [id] = (await town.ready(1, { findingIds: [taken.findingId] })) as [string];
  return { id, ...taken };
};
const voting = async (count = 1): Promise<string[]> => town.voting(count, { findingIds: supply.findings(count) });
const open = (id: string, who: Person = town.secretary) => openVotes(who, [id]);
const stored = (id: string) =>
  town.rows<{ choice: string }>(
    'select b.choice from ballot b join decision_vote v on v.id = b.vote_id where v.decision_id = ? order by b.created_at, b.id',
    [id],
  );

describe('opening is refused', () => {
  test('while a class shelters the officer (TR-3)', async () => {
    const { id, officerId } = await one();
    const now = world.ground.clock.now().getTime();
    const sessions = [{ startsAt: new Date(now + 5 * 86_400_000), endsAt: new Date(now + 5 * 86_400_000 + 3_600_000) }];
    const classId = await createClass(town.force, { title: 'Thư điện tử', capacity: 5, passShare: 0.8, sessions } as never);
    const { ids } = await requestSeats(town.officer(officerId), classId, [officerId]);
    expect(refusals(await open(id))).toEqual(['NOT_ALLOWED_NOW TR-3 ids.0']);
    await withdrawEnrolments(town.force, ids);
    done(await open(id));
  });

  test('while newer evidence would improve the tier, until the task force has settled it (T-5); taking it ends the case (D-2)', async () => {
    const cases = [await one(), await one()] as const;
    for (const { officerId } of cases) {
      const [box] = await town.rows<{ address: string }>(
        'select m.address from officer o join mailbox m on m.id = o.mailbox_id where o.id = ?',
        [officerId],
      );
      await addEvidence(world, box!.address, WORKDAYS, { read: 2 });
    }
    await onEvidenceChanged({ at: '2027-12-01T00:00:00Z', from: WINDOW.from, to: WINDOW.to }, world.ground);
    for (const { id } of cases) expect(refusals(await open(id))).toEqual(['NOT_ALLOWED_NOW T-5 ids.0']);
    await settleSignals(town.force, [cases[0].findingId], false, 'Đồng nghiệp dùng hộ');
    done(await open(cases[0].id));
    await settleSignals(town.force, [cases[1].findingId], true, 'Đúng');
    expect(refusals(await open(cases[1].id))).toEqual(['NOT_ALLOWED_NOW D-2 ids.0']);
  });

  test.each([
    ['mail that was forwarded elsewhere', 'forwarded = 5, is_forwarding_settled = false'],
    ['a contest that is not answered', 'is_contest_open = true'],
  ])('because of %s (T-5)', async (_name, set) => {
    const { id, findingId } = await one();
    await town.rows(`update finding set ${set} where id = ?`, [findingId]);
    expect(refusals(await open(id))).toEqual(['NOT_ALLOWED_NOW T-5 ids.0']);
  });

  test('where the cause was changed since (D-2)', async () => {
    const { id, findingId } = await one();
    await town.rows(`update finding set cause = 'HARD_TO_USE' where id = ?`, [findingId]);
    expect(refusals(await open(id))).toEqual(['NOT_ALLOWED_NOW D-2 ids.0']);
  });

  test('before notice, within its period and while an explanation is unanswered (D-3)', async () => {
    const { officerId, findingId } = supply.one();
    const [id] = (await town.cases(1, { findingIds: [findingId] })) as [string];
    expect(refusals(await open(id))).toEqual(['NOT_ALLOWED_NOW D-4 ids.0']);
    done(await giveNotice(town.secretary, [id], 'HANDED_OVER'));
    expect(refusals(await open(id))).toEqual(['NOT_ALLOWED_NOW D-4 ids.0']);
    done(await explain(town.officer(officerId), id, { text: 'Vì' }));
    await town.later(20);
    expect(refusals(await open(id))).toEqual(['NOT_ALLOWED_NOW D-4 ids.0']);
    done(await answerExplanation(town.force, id, 'Đáp'));
    done(await open(id));
    expect(refusals(await open(id))).toEqual(['NOT_ALLOWED_NOW D-4 ids.0']);
  });

  test('to whoever is neither chair nor secretary', async () => {
    const { id } = await one();
    expect(refusals(await open(id, town.members[1]))).toEqual(['RULE_VIOLATED D-4 ids.0']);
    await expect(open(id, town.force)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    done(await open(id, town.chair));
  });
});

describe('what is frozen when it opens (D-4)', () => {
  test('base, quorum and rule: a rule adopted and a member seated later count for the next vote only', async () => {
    const [first] = (await voting()) as [string];
    await adoptRule(town.secretary, {
      ...USUAL_RULE,
      quorum: 'AT_LEAST_THREE_QUARTERS',
      minimumVoters: 4,
      committeeId: town.committee,
      kind: 'AWARD_EXCLUSION',
      effectiveOn: '2026-11-01',
    });
    const late = await town.member('Ủy viên đến sau');
    const seat = await seatMember(town.secretary, {
      committeeId: town.committee,
      userId: late.userId,
      seat: 'MEMBER',
      fromOn: '2026-11-01',
    });
    expect(refusals(await castVotes(late, [first], { choice: 'FOR' }))).toEqual(['RULE_VIOLATED D-4 ids.0']);
    expect(await votesOf(town, first)).toMatchObject([{ base: 5, quorum: 3, rule: { quorum: 'MORE_THAN_HALF', minimumVoters: 3 } }]);
    await town.vote(first, ['FOR', 'FOR', 'FOR']);
    expect(await town.state(first)).toBe('ADOPTED');
    const [second] = (await voting()) as [string];
    expect(await votesOf(town, second)).toMatchObject([
      { base: 6, quorum: 5, rule: { quorum: 'AT_LEAST_THREE_QUARTERS', minimumVoters: 4 } },
    ]);
    expect(seat).toBeTruthy();
    const [member] = await town.rows<{ id: string }>('select id from committee_member where user_id = ?', [late.userId]);
    await endSeat(town.secretary, member!.id, '2026-11-30');
    // The term of the sixth has ended by now; the vote that was opened in it is still theirs.
    done(await castVotes(late, [second], { choice: 'AGAINST' }));
    expect(await votesOf(town, second)).toMatchObject([{ base: 6, present: 1, against: 1 }]);
    await adoptRule(town.secretary, { ...USUAL_RULE, committeeId: town.committee, kind: 'AWARD_EXCLUSION', effectiveOn: '2026-11-01' });
    const [third] = (await voting()) as [string];
    expect(await votesOf(town, third)).toMatchObject([{ base: 5, quorum: 3 }]);
  });
});

describe('casting', () => {
  test('a vote may be changed until it closes, and every change is kept (D-6)', async () => {
    const [id] = (await voting()) as [string];
    const member = town.members[1]!;
    for (const choice of ['AGAINST', 'ABSTAIN', 'FOR'] as const) done(await castVotes(member, [id], { choice, reason: `vì ${choice}` }));
    expect(await votesOf(town, id)).toMatchObject([{ present: 1, for: 1, against: 0, abstain: 0 }]);
    // The same once more changes nothing.
    done(await castVotes(member, [id], { choice: 'FOR', reason: 'vì FOR' }));
    const archive = await town.rows(
      'select a.choice, a.reason, a.because from ballot_archive a join decision_vote v on v.id = a.vote_id where v.decision_id = ? order by a.cast_at, a.id',
      [id],
    );
    expect(archive.map((row) => ({ ...row }))).toEqual(
      expect.arrayContaining([
        { choice: 'AGAINST', reason: 'vì AGAINST', because: 'CHANGED' },
        { choice: 'ABSTAIN', reason: 'vì ABSTAIN', because: 'CHANGED' },
      ]),
    );
    expect(archive).toHaveLength(2);
    expect((await historyOf(town, id)).filter((action) => action === 'CAST_VOTE')).toHaveLength(3);
    await town.vote(id, ['FOR'], 2);
    await town.vote(id, ['FOR'], 3);
    expect(await town.state(id)).toBe('ADOPTED');
    expect(refusals(await castVotes(member, [id], { choice: 'AGAINST' }))).toEqual(['NOT_ALLOWED_NOW D-4 ids.0']);
  });

  test('it closes by itself by a change too', async () => {
    const [id] = (await voting()) as [string];
    await town.vote(id, ['FOR', 'FOR', 'AGAINST']);
    expect(await town.state(id)).toBe('VOTING');
    done(await castVotes(town.members[2]!, [id], { choice: 'FOR' }));
    expect(await votesOf(town, id)).toMatchObject([{ is_open: false, result: 'ADOPTED', ended_by: 'ITSELF', for: 3, against: 0 }]);
  });

  test('abstaining counts for the quorum, not for the majority; where all abstain nothing is adopted', async () => {
    const [id] = (await voting()) as [string];
    await town.vote(id, ['ABSTAIN', 'ABSTAIN', 'ABSTAIN']);
    // With three of five abstaining the other two cannot be three for it.
    expect(await votesOf(town, id)).toMatchObject([{ present: 3, abstain: 3, result: 'REJECTED', ended_by: 'ITSELF' }]);
  });

  test('the deadline is the end of the last day; a vote after it is refused and the case is closed', async () => {
    const [id] = (await voting()) as [string];
    await town.vote(id, ['FOR', 'FOR']);
    const [vote] = await votesOf(town, id);
    const closesAt = new Date(vote!.closes_at);
    world.ground.clock.stopAt(new Date(closesAt.getTime() - 1));
    await settleAllDue(world.ground);
    expect(await town.state(id)).toBe('VOTING');
    world.ground.clock.stopAt(closesAt);
    expect(refusals(await castVotes(town.members[2]!, [id], { choice: 'FOR' }))).toEqual(['NOT_ALLOWED_NOW D-4 ids.0']);
    expect(await caseOf(town, id)).toMatchObject({ state: 'LAPSED', lapses: 1 });
  });

  test('a key sent twice votes once', async () => {
    const [id] = (await voting()) as [string];
    const vote = { choice: 'FOR', idempotencyKey: 'v1' } as const;
    const first = await castVotes(town.chair, [id], vote);
    expect(await castVotes(town.chair, [id], vote)).toEqual(first);
    expect(await refusalOf(castVotes(town.chair, [id], { ...vote, choice: 'AGAINST' }))).toEqual([
      'IDEMPOTENCY_CONFLICT input.idempotencyKey',
    ]);
    expect(await stored(id)).toHaveLength(1);
  });

  test('only by whoever was frozen as a voter', async () => {
    const [id] = (await voting()) as [string];
    const stranger = await town.member('Không ngồi ban nào');
    expect(refusals(await castVotes(stranger, [id], { choice: 'FOR' }))).toEqual(['NOT_FOUND ids.0']);
    for (const who of [town.secretary, town.force])
      await expect(castVotes(who, [id], { choice: 'FOR' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('many at once', () => {
  test('contested cases are refused and the others count; alone they are voted (D-12)', async () => {
    const explained = await one();
    // Explained from paper after the period, then answered: the vote opens on a contested case.
    done(await explain(town.contact(), explained.id, { text: 'Đơn', receivedOn: '2026-12-07' }));
    done(await answerExplanation(town.force, explained.id, 'Đáp'));
    const [plain, declared, twin] = (await voting(3)) as [string, string, string];
    done(await open(explained.id));
    done(await declareConflict(town.members[4]!, [declared], 'Họ hàng'));
    const member = town.members[1]!;
    expect(refusals(await castVotes(member, [plain, declared, explained.id, twin], { choice: 'FOR' }))).toEqual([
      'RULE_VIOLATED D-12 ids.1',
      'RULE_VIOLATED D-12 ids.2',
    ]);
    expect(
      [await stored(plain), await stored(declared), await stored(explained.id), await stored(twin)].map((rows) => rows.length),
    ).toEqual([1, 0, 0, 1]);
    done(await castVotes(member, [declared], { choice: 'FOR' }));
    done(await castVotes(member, [explained.id, explained.id], { choice: 'FOR' }));
    expect(await stored(explained.id)).toHaveLength(1);
  });

  test('each is closed for itself', async () => {
    const ids = await voting(4);
    for (const member of town.members.slice(0, 3)) done(await castVotes(member, ids, { choice: 'FOR' }));
    expect(await Promise.all(ids.map((id) => town.state(id)))).toEqual(Array(4).fill('ADOPTED'));
  });
});

describe('closing', () => {
  test('by the chair, counted as at the deadline, with the reason in the history', async () => {
    const [id] = (await voting()) as [string];
    await town.vote(id, ['FOR', 'FOR'], 1);
    expect(refusals(await closeVotes(town.members[1]!, [id], 'Tôi muốn'))).toEqual(['RULE_VIOLATED D-7 ids.0']);
    done(await closeVotes(town.chair, [id], 'Phiên họp kết thúc'));
    expect(await votesOf(town, id)).toMatchObject([{ result: 'LAPSED', ended_by: 'CHAIR' }]);
    const [event] = await town.rows(`select note, actor from decision_event where decision_id = ? and action = 'CLOSE_VOTE'`, [id]);
    expect(event).toEqual({ note: 'Phiên họp kết thúc', actor: town.chair.actor.name });
  });

  test('a case that lapsed is opened once more, and never again', async () => {
    const [id] = (await voting()) as [string];
    done(await closeVotes(town.chair, [id]));
    expect(await caseOf(town, id)).toMatchObject({ state: 'LAPSED', is_pending: true });
    done(await open(id));
    await town.later(15);
    expect(await caseOf(town, id)).toMatchObject({ state: 'LAPSED', lapses: 2, is_pending: false });
    expect(refusals(await open(id))).toEqual(['NOT_ALLOWED_NOW D-7 ids.0']);
    expect((await votesOf(town, id)).map(({ result, ended_by }) => [result, ended_by])).toEqual([
      ['LAPSED', 'CHAIR'],
      ['LAPSED', 'DEADLINE'],
    ]);
  });

  test('the guards are asked again before a lapsed case is opened', async () => {
    const taken = supply.one();
    const [id] = (await town.voting(1, { findingIds: [taken.findingId] })) as [string];
    done(await closeVotes(town.chair, [id]));
    await town.rows(`update finding set is_contest_open = true where id = ?`, [taken.findingId]);
    expect(refusals(await open(id))).toEqual(['NOT_ALLOWED_NOW T-5 ids.0']);
  });
});

test('deciding needs a second factor (G-18)', async () => {
  const [id] = (await voting()) as [string];
  const { id: ready } = await one();
  const weak = (person: Person): Person => ({ ...person, actor: { ...person.actor, secondFactorAt: null } });
  expect(await refusalOf(openVotes(weak(town.secretary), [ready]))).toEqual(['NOT_ALLOWED_NOW G-18']);
  expect(await refusalOf(castVotes(weak(town.chair), [id], { choice: 'FOR' }))).toEqual(['NOT_ALLOWED_NOW G-18']);
  expect(await refusalOf(declareConflict(weak(town.chair), [id], 'Anh'))).toEqual(['NOT_ALLOWED_NOW G-18']);
  expect(await refusalOf(closeVotes(weak(town.chair), [id]))).toEqual(['NOT_ALLOWED_NOW G-18']);
  expect(await refusalOf(enterIntoForce(weak(town.secretary), [id], {}))).toEqual(['NOT_ALLOWED_NOW G-18']);
  expect(await stored(id)).toEqual([]);
});

describe('by the chair alone, in kinds that are not adverse (D-4)', () => {
  test('one voter, whose vote decides', async () => {
    await adoptRule(town.secretary, {
      ...USUAL_RULE,
      isByChairAlone: true,
      committeeId: town.committee,
      kind: 'MAILBOX_PROVISION',
      effectiveOn: '2026-11-01',
    });
    const provide = async () => {
      const officerId = await world.officer(town.agency, { mailboxAddress: null });
      return done(await town.propose({ kind: 'MAILBOX_PROVISION', officerIds: [officerId] }))[0]!.decisionId!;
    };
    const ids = [await provide(), await provide(), await provide()] as const;
    done(await openVotes(town.secretary, ids));
    expect(await votesOf(town, ids[0])).toMatchObject([{ base: 1, quorum: 1 }]);
    expect(refusals(await castVotes(town.members[1]!, [ids[0]], { choice: 'FOR' }))).toEqual(['RULE_VIOLATED D-4 ids.0']);
    done(await castVotes(town.chair, [ids[0]], { choice: 'FOR' }));
    done(await castVotes(town.chair, [ids[1]], { choice: 'AGAINST' }));
    done(await castVotes(town.chair, [ids[2]], { choice: 'ABSTAIN' }));
    expect(await Promise.all(ids.map((id) => town.state(id)))).toEqual(['ADOPTED', 'REJECTED', 'REJECTED']);
  });

  test('never in adverse ones', async () => {
    const rule = {
      ...USUAL_RULE,
      isByChairAlone: true,
      committeeId: town.committee,
      kind: 'AWARD_EXCLUSION',
      effectiveOn: '2026-11-01',
    } as const;
    expect(await refusalOf(adoptRule(town.secretary, rule))).toEqual(['RULE_VIOLATED D-4 input.isByChairAlone']);
  });
});
