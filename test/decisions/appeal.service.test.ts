/** Appeals (D-9, D-10): received in time, staying the effect at once, settled by each who may, and everything taken back together. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { adoptRule, seatMember } from '../../server/committee/committee.service.js';
import { USUAL_RULE, type RuleValues } from '../../server/committee/voting-rule.rules.js';
import { appeal, settle } from '../../server/decisions/appeal.service.js';
import { castVotes } from '../../server/decisions/cast-vote.service.js';
import { enterIntoForce } from '../../server/decisions/enactment.service.js';
import { settleAllDue } from '../../server/decisions/falling-due.js';
import { closeVotes, declareConflict, openVotes } from '../../server/decisions/vote.service.js';
import { finaliseReview } from '../../server/review/close-review.service.js';
import { openReview } from '../../server/review/open-review.service.js';
import { setCause } from '../../server/review/cause.service.js';
import type { DecisionKind } from '../../server/committee/vocabulary.js';
import { recordAbsence } from '../../server/registry/officer.service.js';
import { World } from '../support/world.js';
import { adopt, caseOf, exclusionsOf, expectedOf, historyOf, inForce, lettersOf, ordersOf, Supply, votesOf } from './case-steps.js';
import { DecisionWorld, done, NOW, type Person, refusalOf, refusals } from './decision-world.js';

let world: World;
let town: DecisionWorld;
let supply: Supply;
beforeAll(async () => {
  world = await World.open();
  town = await DecisionWorld.build(world, { members: 9, never: 50 });
  supply = new Supply(town);
  await seatMember(town.secretary, { committeeId: town.committee, userId: deputy().userId, seat: 'DEPUTY', fromOn: '2026-11-01' });
}, 120_000);
afterAll(() => world.close());
beforeEach(() => world.ground.clock.stopAt(NOW));

const deputy = (): Person => town.members[1]!;
const text = 'Quyết định không đúng';
interface Held {
  id: string;
  officerId: string;
  findingId: string;
}

/** A decision in force since 15 December; the appeal period ends on 14 January. */
async function held(kind: DecisionKind = 'MAILBOX_REVOCATION'): Promise<Held> {
  world.ground.clock.stopAt(NOW);
  const taken = supply.one();
  if (kind === 'MAILBOX_REVOCATION') await setCause(town.force, [taken.findingId], 'NO_NEED', null);
  const [id] = (await inForce(town, [taken.findingId], { kind })) as [string];
  return { id, ...taken };
}
async function appealed(kind?: DecisionKind): Promise<Held> {
  const made = await held(kind);
  done(await appeal(town.officer(made.officerId), made.id, { text }));
  return made;
}
const appealsOf = (id: string) =>
  town.rows<{
    instance: number;
    settle_by: string;
    settled_on: string | null;
    is_upheld: boolean | null;
    settler: string;
    received_on: string;
  }>(
    'select instance, settle_by::text, settled_on::text, is_upheld, settler, received_on::text from appeal where decision_id = ? order by instance',
    [id],
  );
const rule = (values: Partial<RuleValues>) =>
  adoptRule(town.secretary, {
    ...USUAL_RULE,
    ...values,
    committeeId: town.committee,
    kind: 'MAILBOX_REVOCATION',
    effectiveOn: '2026-11-01',
  });

describe('receiving', () => {
  test('a revoked mailbox is given back at once; the chair settles within the days of the rule', async () => {
    const { id, officerId } = await held();
    expect(await expectedOf(town, officerId)).toBe('REVOKED');
    done(await appeal(town.officer(officerId), id, { text }));
    expect(await caseOf(town, id)).toMatchObject({ state: 'APPEALED' });
    expect([await ordersOf(town, id), await expectedOf(town, officerId)]).toEqual([['REVOKE WAITING', 'RESTORE WAITING'], 'ACTIVE']);
    expect(await appealsOf(id)).toEqual([
      { instance: 1, settle_by: '2027-01-14', settled_on: null, is_upheld: null, settler: 'CHAIR', received_on: '2026-12-15' },
    ]);
    expect(await refusalOf(appeal(town.officer(officerId), id, { text }))).toEqual(['NOT_ALLOWED_NOW D-9']);
  });

  test('an exclusion answers UNDER_APPEAL', async () => {
    const { id } = await appealed('AWARD_EXCLUSION');
    expect(await exclusionsOf(town, id)).toEqual(['EXCLUDED until', 'UNDER_APPEAL']);
  });

  test('on the last day, not the day after; from paper the day of receipt counts', async () => {
    const [mine, late, paper] = [await held(), await held(), await held()];
    expect((await caseOf(town, mine.id)).appeal_until).toBe('2027-01-14');
    world.ground.clock.stopAt(new Date('2027-01-14T16:59:59Z'));
    done(await appeal(town.officer(mine.officerId), mine.id, { text }));
    world.ground.clock.stopAt(new Date('2027-01-14T17:00:00Z'));
    expect(await refusalOf(appeal(town.officer(late.officerId), late.id, { text }))).toEqual(['NOT_ALLOWED_NOW D-9']);
    expect(await refusalOf(appeal(town.secretary, paper.id, { text, receivedOn: '2027-01-15' }))).toEqual(['NOT_ALLOWED_NOW D-9']);
    expect(await refusalOf(appeal(town.secretary, paper.id, { text, receivedOn: '2026-12-14' }))).toEqual(['INVALID L-1 receivedOn']);
    expect(await refusalOf(appeal(town.secretary, paper.id, { text, receivedOn: '2027-01-16' }))).toEqual(['INVALID L-1 receivedOn']);
    done(await appeal(town.contact(), paper.id, { text, receivedOn: '2027-01-14' }));
    expect(await appealsOf(paper.id)).toMatchObject([{ received_on: '2027-01-14', settle_by: '2027-02-15' }]);
  });

  test('not by strangers, members or the task force, not of what is not adverse, not without words', async () => {
    const { id, officerId } = await held();
    const other = supply.one().officerId;
    expect(await refusalOf(appeal(town.officer(other), id, { text }))).toEqual(['NOT_FOUND']);
    expect(await refusalOf(appeal(town.contact(town.office), id, { text }))).toEqual(['NOT_FOUND']);
    await expect(appeal(town.force, id, { text })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusalOf(appeal(town.chair, id, { text }))).toEqual(['RULE_VIOLATED D-9']);
    expect(await refusalOf(appeal(town.officer(officerId), id, { text: ' ' }))).toEqual(['REQUIRED text']);
    const officer = await world.officer(town.agency, { mailboxAddress: null });
    const [made] = done(await town.propose({ kind: 'MAILBOX_PROVISION', officerIds: [officer] }));
    const provision = made!.decisionId!;
    done(await openVotes(town.secretary, [provision]));
    await adopt(town, provision);
    done(await enterIntoForce(town.secretary, [provision], {}));
    expect(await refusalOf(appeal(town.officer(officer), provision, { text }))).toEqual(['RULE_VIOLATED D-9']);
  });

  test('the end of the year takes nobody the rest of the appeal period; one under appeal does not expire (docs/adr/0013)', async () => {
    const [over, open] = [await held('AWARD_EXCLUSION'), await appealed('AWARD_EXCLUSION')];
    world.ground.clock.stopAt(new Date('2027-01-02T02:00:00Z'));
    await settleAllDue(world.ground);
    expect([await town.state(over.id), await town.state(open.id)]).toEqual(['EXPIRED', 'APPEALED']);
    const [{ until }] = (await town.rows<{ until: string }>('select appeal_until::text as until from decision where id = ?', [
      over.id,
    ])) as [{ until: string }];
    expect(until > '2027-01-02').toBe(true);
    done(await appeal(town.officer(over.officerId), over.id, { text }));
    expect([await town.state(over.id), await exclusionsOf(town, over.id)]).toEqual(['APPEALED', ['EXCLUDED until', 'UNDER_APPEAL']]);
    for (const { id } of [over, open]) done(await settle(town.chair, id, { uphold: true, text: 'Giữ nguyên' }));
    await settleAllDue(world.ground);
    for (const { id } of [over, open])
      expect([await town.state(id), await exclusionsOf(town, id)]).toEqual([
        'EXPIRED',
        ['EXCLUDED until', 'UNDER_APPEAL until', 'EXCLUDED'],
      ]);
    world.ground.clock.stopAt(new Date('2027-06-01T02:00:00Z'));
    expect(await refusalOf(appeal(town.officer(over.officerId), over.id, { text }))).toEqual(['NOT_ALLOWED_NOW D-9']);
  });
});

describe('settled by the chair', () => {
  test('upheld: in force again, with orders again; the second instance may be asked', async () => {
    const { id, officerId } = await appealed();
    done(await settle(town.chair, id, { uphold: true, text: 'Giữ nguyên' }));
    expect(await caseOf(town, id)).toMatchObject({ state: 'IN_FORCE', appeal_until: '2027-01-14' });
    expect([await ordersOf(town, id), await expectedOf(town, officerId)]).toEqual([
      ['REVOKE WAITING', 'RESTORE WAITING', 'REVOKE WAITING'],
      'REVOKED',
    ]);
    expect(await lettersOf(town, id)).toContain('decision.settled');
  });

  test('reversed: everything is taken back together, and nothing twice', async () => {
    const { id, officerId, findingId } = await appealed();
    done(await settle(town.chair, id, { uphold: false, text: 'Hủy bỏ' }));
    expect(await caseOf(town, id)).toMatchObject({ state: 'REVERSED', appeal_until: null, is_pending: false });
    // The stay has given the mailbox back already.
    expect([await ordersOf(town, id), await expectedOf(town, officerId)]).toEqual([['REVOKE WAITING', 'RESTORE WAITING'], 'ACTIVE']);
    expect(await refusalOf(settle(town.chair, id, { uphold: false, text: 'Lại' }))).toEqual(['NOT_ALLOWED_NOW D-9']);
    expect(await town.rows('select tier from finding where id = ?', [findingId])).toEqual([{ tier: 'NEVER' }]);
  });

  test('a mailbox that was suspended before returns to that, not to more', async () => {
    const taken = supply.one();
    await setCause(town.force, [taken.findingId], 'NO_NEED', null);
    await town.rows(`update mailbox set expected_state = 'SUSPENDED' where officer_id = ?`, [taken.officerId]);
    const [id] = (await inForce(town, [taken.findingId], { kind: 'MAILBOX_REVOCATION' })) as [string];
    done(await appeal(town.officer(taken.officerId), id, { text }));
    expect([await ordersOf(town, id), await expectedOf(town, taken.officerId)]).toEqual([
      ['REVOKE WAITING', 'SUSPEND WAITING'],
      'SUSPENDED',
    ]);
  });

  test('an exclusion that is reversed ends as if never made; its history is kept', async () => {
    const { id } = await appealed('AWARD_EXCLUSION');
    done(await settle(town.chair, id, { uphold: false, text: 'Hủy bỏ' }));
    expect(await exclusionsOf(town, id)).toEqual(['EXCLUDED until', 'UNDER_APPEAL until']);
  });

  test('where the finding was wrong the officer counts as not assessed, and the lists follow (D-10)', async () => {
    const { id, officerId, findingId } = await appealed('AWARD_EXCLUSION');
    done(await settle(town.chair, id, { uphold: false, text: 'Số liệu sai', findingWasWrong: true }));
    expect(await town.rows('select tier, change from finding where id = ?', [findingId])).toEqual([
      { tier: 'NOT_ASSESSED', change: 'SET_ASIDE' },
    ]);
    expect(await town.rows('select current_tier from officer where id = ?', [officerId])).toEqual([{ current_tier: 'NOT_ASSESSED' }]);
    const kept = await town.rows("select content->>'tier' as tier from finding_version where finding_id = ? order by version", [findingId]);
    expect(kept.at(-1)).toEqual({ tier: 'NEVER' });
  });

  test('upheld, the finding stays what it was whatever is ticked', async () => {
    const { id, findingId } = await appealed('AWARD_EXCLUSION');
    done(await settle(town.chair, id, { uphold: true, text: 'Giữ', findingWasWrong: true }));
    expect(await town.rows('select tier from finding where id = ?', [findingId])).toEqual([{ tier: 'NEVER' }]);
  });

  test('only by the chair; by the deputy where the chair is absent; nobody in the own case', async () => {
    const { id, officerId } = await appealed();
    for (const who of [deputy(), town.members[4]!, town.secretary])
      expect(await refusalOf(settle(who, id, { uphold: true, text: 'Giữ' }))).toEqual(['RULE_VIOLATED D-9']);
    await expect(settle(town.force, id, { uphold: true, text: 'Giữ' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusalOf(settle(town.chair, id, { uphold: true, text: '' }))).toEqual(['REQUIRED text']);
    const own = await town.person('SECRETARY', 'Thư ký đương sự', null, officerId);
    expect(await refusalOf(settle(own, id, { uphold: false, text: 'Hủy' }))).toEqual(['RULE_VIOLATED D-5']);
    const today = world.ground.clock.today();
    await recordAbsence(world.system(), town.chair.officerId, { fromOn: today, untilOn: today, document: 'Nghỉ phép 1' });
    done(await settle(deputy(), id, { uphold: false, text: 'Hủy' }));
    expect(await town.state(id)).toBe('REVERSED');
    await town.rows('delete from absence where officer_id = ?', [town.chair.officerId]);
  });

  test('unsettled at its date it stays open and the stay holds', async () => {
    const { id, officerId } = await appealed();
    world.ground.clock.stopAt(new Date('2027-06-01T02:00:00Z'));
    await settleAllDue(world.ground);
    expect([await town.state(id), await expectedOf(town, officerId)]).toEqual(['APPEALED', 'ACTIVE']);
    done(await settle(town.chair, id, { uphold: true, text: 'Giữ' }));
  });
});

describe('the second instance', () => {
  const paper = { paperNumber: '99/UBND', paperOn: '2026-12-15' };

  test('is recorded by the secretary with the paper of the superior authority; there is no third', async () => {
    const { id, officerId } = await appealed();
    done(await settle(town.chair, id, { uphold: true, text: 'Giữ' }));
    done(await appeal(town.officer(officerId), id, { text: 'Khiếu nại lần hai' }));
    expect([await town.state(id), await expectedOf(town, officerId)]).toEqual(['APPEALED', 'ACTIVE']);
    expect(await refusalOf(settle(town.chair, id, { uphold: true, text: 'Giữ', ...paper }))).toEqual(['RULE_VIOLATED D-9']);
    expect(await refusalOf(settle(town.secretary, id, { uphold: true, text: 'Giữ' }))).toEqual(['REQUIRED D-9 paperNumber']);
    expect(await refusalOf(settle(town.secretary, id, { uphold: true, text: 'Giữ', paperNumber: '9' }))).toEqual(['REQUIRED D-9 paperOn']);
    const future = { ...paper, paperOn: '2026-12-16' };
    expect(await refusalOf(settle(town.secretary, id, { uphold: true, text: 'Giữ', ...future }))).toEqual(['INVALID L-1 paperOn']);
    done(await settle(town.secretary, id, { uphold: true, text: 'Giữ', ...paper }));
    expect(await caseOf(town, id)).toMatchObject({ state: 'IN_FORCE', appeal_until: null });
    expect(await expectedOf(town, officerId)).toBe('REVOKED');
    expect((await appealsOf(id)).map(({ instance, is_upheld }) => [instance, is_upheld])).toEqual([
      [1, true],
      [2, true],
    ]);
    expect(await refusalOf(appeal(town.officer(officerId), id, { text: 'Lần ba' }))).toEqual(['NOT_ALLOWED_NOW D-9']);
  });

  test('within its own days, and not before the first was settled', async () => {
    const { id, officerId } = await appealed();
    world.ground.clock.stopAt(new Date('2026-12-21T02:00:00Z'));
    done(await settle(town.chair, id, { uphold: true, text: 'Giữ' }));
    expect((await caseOf(town, id)).appeal_until).toBe('2027-01-20');
    expect(await refusalOf(appeal(town.secretary, id, { text, receivedOn: '2026-12-18' }))).toEqual(['INVALID L-1 receivedOn']);
    world.ground.clock.stopAt(new Date('2027-01-20T17:00:00Z'));
    expect(await refusalOf(appeal(town.officer(officerId), id, { text }))).toEqual(['NOT_ALLOWED_NOW D-9']);
    done(await appeal(town.secretary, id, { text, receivedOn: '2027-01-20' }));
    done(await settle(town.secretary, id, { uphold: false, text: 'Hủy', paperNumber: '1', paperOn: '2027-01-20' }));
    expect([await town.state(id), await expectedOf(town, officerId)]).toEqual(['REVERSED', 'ACTIVE']);
  });
});

describe('what other decisions did meanwhile', () => {
  test('a mailbox that was restored by a decision is not revoked again when the appeal is upheld', async () => {
    const { id, officerId } = await held();
    const [made] = done(await town.propose({ kind: 'MAILBOX_RESTORATION', officerIds: [officerId] }));
    const restoration = made!.decisionId!;
    done(await appeal(town.officer(officerId), id, { text }));
    done(await openVotes(town.secretary, [restoration]));
    await adopt(town, restoration);
    done(await enterIntoForce(town.secretary, [restoration], {}));
    expect(await caseOf(town, id)).toMatchObject({ state: 'APPEALED', ended_by_id: restoration });
    done(await settle(town.chair, id, { uphold: true, text: 'Giữ' }));
    await settleAllDue(world.ground);
    expect([await town.state(id), await expectedOf(town, officerId)]).toEqual(['EXPIRED', 'ACTIVE']);
    expect(await ordersOf(town, id)).toEqual(['REVOKE WAITING', 'RESTORE WAITING']);
  });

  test('an exclusion that was lifted under appeal does not come back', async () => {
    const { id, officerId } = await held('AWARD_EXCLUSION');
    const [made] = done(await town.propose({ kind: 'EXCLUSION_LIFT', officerIds: [officerId] }));
    done(await appeal(town.officer(officerId), id, { text }));
    done(await openVotes(town.secretary, [made!.decisionId!]));
    await adopt(town, made!.decisionId!);
    done(await enterIntoForce(town.secretary, [made!.decisionId!], {}));
    done(await settle(town.chair, id, { uphold: true, text: 'Giữ' }));
    expect(await exclusionsOf(town, id)).toEqual(['EXCLUDED until', 'UNDER_APPEAL until']);
  });

  test('a mailbox that a later decision took stays taken when the earlier one is reversed', async () => {
    const { id, officerId } = await appealed();
    // A later review found the same, and its revocation is in force.
    const review = await openReview(town.force, { title: 'Rà soát lại', windowTo: '2026-11-26' });
    await finaliseReview(town.force, review);
    const [later] = await town.rows<{ id: string }>('select id from finding where review_id = ? and officer_id = ?', [review, officerId]);
    await setCause(town.force, [later!.id], 'NO_NEED', null);
    const [second] = (await inForce(town, [later!.id], { kind: 'MAILBOX_REVOCATION' })) as [string];
    expect(await expectedOf(town, officerId)).toBe('REVOKED');
    done(await settle(town.chair, id, { uphold: false, text: 'Hủy' }));
    expect([await expectedOf(town, officerId), await ordersOf(town, second)]).toEqual(['REVOKED', ['REVOKE WAITING']]);
  });
});

// Last, for the rule stays.
describe('settled by members who did not vote on the case, where the rule says so', () => {
  beforeAll(() => rule({ appealSettledBy: 'OTHER_MEMBERS' }));

  test('their vote opens with the appeal; the chair waits; for it, it is upheld', async () => {
    const { id, officerId } = await appealed();
    const [first, second] = await votesOf(town, id);
    expect(second).toMatchObject({ purpose: 'APPEAL', base: 9 - first!.present, is_open: true });
    expect(await refusalOf(settle(town.chair, id, { uphold: true, text: 'Giữ' }))).toEqual(['NOT_ALLOWED_NOW D-9']);
    expect(refusals(await castVotes(town.chair, [id], { choice: 'FOR' }))).toEqual(['RULE_VIOLATED D-4 ids.0']);
    for (const member of town.members.slice(first!.present, first!.present + 3)) done(await castVotes(member, [id], { choice: 'FOR' }));
    expect((await votesOf(town, id))[1]).toMatchObject({ is_open: false, result: 'IN_FORCE', ended_by: 'ITSELF' });
    expect([await town.state(id), await expectedOf(town, officerId)]).toEqual(['IN_FORCE', 'REVOKED']);
    // The second instance is the superior authority's.
    done(await appeal(town.officer(officerId), id, { text: 'Lần hai' }));
    expect(await appealsOf(id)).toMatchObject([{ settler: 'OTHER_MEMBERS' }, { settler: 'CHAIR', instance: 2 }]);
    expect((await votesOf(town, id)).filter(({ is_open }) => is_open)).toEqual([]);
  });

  test('against it, or too few for it, it is reversed', async () => {
    const { id, officerId } = await appealed();
    const others = town.members.slice((await votesOf(town, id))[0]!.present);
    for (const member of others.slice(0, 3)) done(await castVotes(member, [id], { choice: 'AGAINST' }));
    expect([await town.state(id), await expectedOf(town, officerId)]).toEqual(['REVERSED', 'ACTIVE']);
    expect((await historyOf(town, id)).slice(-2)).toEqual(['CAST_VOTE', 'SETTLE_APPEAL']);
  });

  test('without a quorum at its date it stays open, and the chair settles it', async () => {
    const { id } = await appealed();
    world.ground.clock.stopAt(new Date('2027-01-14T17:00:00Z'));
    await settleAllDue(world.ground);
    expect((await votesOf(town, id))[1]).toMatchObject({ is_open: false, result: 'LAPSED', ended_by: 'DEADLINE' });
    expect(await town.state(id)).toBe('APPEALED');
    done(await settle(town.chair, id, { uphold: true, text: 'Giữ' }));
  });

  test('where conflicts leave too few of them the chair settles it', async () => {
    const { id } = await appealed();
    const others = town.members.slice((await votesOf(town, id))[0]!.present);
    for (const member of others.slice(0, 2)) done(await declareConflict(member, [id], 'Quen biết'));
    expect((await votesOf(town, id))[1]).toMatchObject({ is_open: false, result: null, ended_by: 'CONFLICTS' });
    done(await settle(town.chair, id, { uphold: false, text: 'Hủy' }));
    expect(await town.state(id)).toBe('REVERSED');
  });

  test('the chair does not close their vote', async () => {
    const { id } = await appealed();
    expect(refusals(await closeVotes(town.chair, [id]))).toEqual(['NOT_ALLOWED_NOW D-7 ids.0']);
  });

  test('where too few have not voted, the chair settles from the beginning', async () => {
    const few = await town.newCommittee('IT', town.members.slice(0, 4), ['MAILBOX_REVOCATION']);
    await adoptRule(town.secretary, {
      ...USUAL_RULE,
      appealSettledBy: 'OTHER_MEMBERS',
      committeeId: few,
      kind: 'MAILBOX_REVOCATION',
      effectiveOn: '2026-11-01',
    });
    const taken = supply.one();
    await setCause(town.force, [taken.findingId], 'NO_NEED', null);
    const [id] = (await inForce(town, [taken.findingId], { kind: 'MAILBOX_REVOCATION', committeeId: few })) as [string];
    done(await appeal(town.officer(taken.officerId), id, { text }));
    expect(await appealsOf(id)).toMatchObject([{ settler: 'CHAIR' }]);
    done(await settle(town.chair, id, { uphold: true, text: 'Giữ' }));
  });
});
