/** Whole cases over GraphQL, from the finding to what other systems are answered. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createClass } from '../../server/training/class.service.js';
import { requestSeats } from '../../server/training/request.service.js';
import { withdrawEnrolments } from '../../server/training/seat.service.js';
import { DecisionWorld, type Person, YEAR } from '../decisions/decision-world.js';
import { addEvidence, WORKDAYS } from '../review/review-world.js';
import { World } from '../support/world.js';
import { CaseRoom } from './case-room.js';

let world: World;
let town: DecisionWorld;
let room: CaseRoom;
let officer: Person;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  town = await DecisionWorld.build(world, { never: 2, cause: null });
  room = new CaseRoom(town);
  officer = await town.person('OFFICER', 'Cán bộ', town.never[0]!.officerId);
});

const propose = (kind: string, more = '') =>
  `decisionPropose(input: { kind: ${kind}, findingIds: $ids, legalBasis: "Luật Thi đua, khen thưởng", grounds: "Không chấp hành" ${more} })`;
const EXCLUSION = `awardYear: ${YEAR}, awardTitles: ["CSTDCS", "LDTT"]`;

async function setCause(cause: string): Promise<void> {
  const query = `mutation ($ids: [ID!]!) { findingSetCause(ids: $ids, cause: ${cause}, note: "Đã nhắc ngày 01/10/2026, đã mời học lớp LH-2026-0001") { userErrors { code message } } }`;
  const { findingSetCause } = await room.ask(town.force, query, { ids: town.never.map(({ findingId }) => findingId) });
  expect(findingSetCause.userErrors).toEqual([]);
}

/** Proposes, gives notice and waits for the end of the period; the id of the case. */
async function heard(kind: string, more = ''): Promise<string> {
  const [held] = await room.do(town.force, propose(kind, more), { ids: [town.never[0]!.findingId] }, '$ids: [ID!]!');
  await room.do(town.secretary, 'decisionGiveNotice(ids: $ids, means: HANDED_OVER)', { ids: [held.id] }, '$ids: [ID!]!');
  await room.later(13);
  return held.id;
}

async function adopted(id: string): Promise<void> {
  await room.do(town.secretary, 'decisionOpenVote(ids: $ids)', { ids: [id] }, '$ids: [ID!]!');
  for (const member of town.members.slice(0, 5))
    await room.do(member, 'decisionCastVote(ids: $ids, choice: FOR)', { ids: [id] }, '$ids: [ID!]!');
}

async function inForce(id: string): Promise<any> {
  await adopted(id);
  const [held] = await room.do(town.secretary, 'decisionEnterIntoForce(ids: $ids)', { ids: [id] }, '$ids: [ID!]!');
  return held;
}

const officerCode = async () =>
  (await town.rows<{ code: string }>('select code from officer where id = ?', [town.never[0]!.officerId]))[0]!.code;

/** What the award system is answered, now or as of a moment. */
async function answer(title = 'CSTDCS', year = YEAR, asOf?: Date): Promise<string> {
  const query = `query ($codes: [String!]!, $asOf: DateTime) { awardEligibility(officerCodes: $codes, year: ${year}, title: "${title}", asOf: $asOf) { status isEligible decisionNumber } }`;
  const { awardEligibility } = await room.ask(town.secretary, query, { codes: [await officerCode()], asOf: asOf?.toISOString() });
  const [{ status, isEligible, decisionNumber }] = awardEligibility;
  return [status, isEligible, decisionNumber].join(' ');
}

/** The moment it is, and then a little later, so that what follows lies after it. */
async function moment(): Promise<Date> {
  const { clock } = world.ground;
  const at = clock.now();
  clock.stopAt(new Date(at.getTime() + 60_000));
  return at;
}

describe('an officer who refuses', () => {
  test('is excluded, appeals, and is eligible again after the reversal; as of before the answer stays what it was', async () => {
    await setCause('REFUSES');
    expect(await answer()).toBe('ELIGIBLE true ');
    const before = await moment();
    const held = await inForce(await heard('AWARD_EXCLUSION', EXCLUSION));
    expect(held).toMatchObject({ state: 'IN_FORCE', number: '1/QĐ-BCĐ' });
    expect(await answer()).toBe('EXCLUDED false 1/QĐ-BCĐ');
    expect(await answer('CSTDTQ')).toBe('ELIGIBLE true ');
    expect(await answer('CSTDCS', YEAR + 1)).toBe('ELIGIBLE true ');
    const excluded = await moment();

    await room.do(officer, 'decisionAppeal(id: $id, text: "Tôi có sử dụng")', { id: held.id }, '$id: ID!');
    expect(await answer()).toBe('UNDER_APPEAL true 1/QĐ-BCĐ');
    const appealed = await moment();
    const [reversed] = await room.do(
      town.chair,
      'decisionSettleAppeal(id: $id, uphold: false, text: "Chấp nhận khiếu nại", findingWasWrong: true)',
      { id: held.id },
      '$id: ID!',
    );
    expect(reversed.state).toBe('REVERSED');
    expect(await answer()).toBe('ELIGIBLE true ');
    expect(await answer('CSTDCS', YEAR, before)).toBe('ELIGIBLE true ');
    expect(await answer('CSTDCS', YEAR, excluded)).toBe('EXCLUDED false 1/QĐ-BCĐ');
    expect(await answer('CSTDCS', YEAR, appealed)).toBe('UNDER_APPEAL true 1/QĐ-BCĐ');
    const { finding } = await room.ask(town.force, 'query ($id: ID!) { finding(id: $id) { tier } }', { id: town.never[0]!.findingId });
    expect(finding.tier).toBe('NOT_ASSESSED');
    // The same finding carries no second case of the kind.
    const [again] = await room.results(
      town.force,
      propose('AWARD_EXCLUSION', EXCLUSION),
      { ids: [town.never[0]!.findingId] },
      '$ids: [ID!]!',
    );
    expect(again.userErrors).toMatchObject([{ code: 'RULE_VIOLATED', rule: 'D-2' }]);
  });

  test('is excluded for the year alone: on 1 January the decision expires, the answer stays', async () => {
    await setCause('REFUSES');
    const held = await inForce(await heard('AWARD_EXCLUSION', EXCLUSION));
    await room.later(40);
    const { decision } = await room.ask(town.secretary, 'query ($id: ID!) { decision(id: $id) { state availableActions } }', {
      id: held.id,
    });
    expect(decision.state).toBe('EXPIRED');
    expect(await answer()).toBe('EXCLUDED false 1/QĐ-BCĐ');
    expect(await answer('CSTDCS', YEAR + 1)).toBe('ELIGIBLE true ');
  });

  test('explains, and no vote opens before the period is over and the explanation answered', async () => {
    await setCause('REFUSES');
    const [held] = await room.do(town.force, propose('AWARD_EXCLUSION', EXCLUSION), { ids: [town.never[0]!.findingId] }, '$ids: [ID!]!');
    const opening = () => room.results(town.secretary, 'decisionOpenVote(ids: $ids)', { ids: [held.id] }, '$ids: [ID!]!');
    expect((await opening())[0].userErrors).toMatchObject([{ code: 'NOT_ALLOWED_NOW' }]);
    await room.do(town.secretary, 'decisionGiveNotice(ids: $ids, means: REGISTERED_POST)', { ids: [held.id] }, '$ids: [ID!]!');
    await room.do(officer, 'decisionExplain(id: $id, text: "Tôi đi công tác dài ngày")', { id: held.id }, '$id: ID!');
    await room.later(13);
    expect((await opening())[0].userErrors).toMatchObject([{ code: 'NOT_ALLOWED_NOW' }]);
    await room.do(town.force, 'decisionAnswerExplanation(id: $id, text: "Đã đối chiếu")', { id: held.id }, '$id: ID!');
    expect((await opening())[0].userErrors).toEqual([]);
    const seen = await room.ask(
      officer,
      'query ($id: ID!) { decision(id: $id) { explanation answer state vote { ballots { choice } } } }',
      { id: held.id },
    );
    expect(seen.decision).toEqual({
      explanation: 'Tôi đi công tác dài ngày',
      answer: 'Đã đối chiếu',
      state: 'VOTING',
      vote: { ballots: [] },
    });
  });
});

describe('an officer who needs no mailbox', () => {
  test('has it revoked, with an order that waits, and restored by a later decision', async () => {
    await setCause('NO_NEED');
    const held = await inForce(await heard('MAILBOX_REVOCATION'));
    const query = `query ($id: ID!) { decision(id: $id) { state endedBy { reference } orders { kind state attempts mailbox { state expectedState } } } }`;
    expect((await room.ask(town.secretary, query, { id: held.id })).decision).toEqual({
      state: 'IN_FORCE',
      endedBy: null,
      orders: [{ kind: 'REVOKE', state: 'WAITING', attempts: 0, mailbox: { state: 'ACTIVE', expectedState: 'REVOKED' } }],
    });
    const [restoration] = await room.do(
      town.force,
      'decisionPropose(input: { kind: MAILBOX_RESTORATION, officerIds: $ids, legalBasis: "Quy chế", grounds: "Cần dùng lại" })',
      { ids: [town.never[0]!.officerId] },
      '$ids: [ID!]!',
    );
    expect(restoration.state).toBe('READY');
    await inForce(restoration.id);
    const after = (await room.ask(town.secretary, query, { id: held.id })).decision;
    expect(after.state).toBe('EXPIRED');
    expect(after.endedBy.reference).toBe(restoration.reference);
    const { decision } = await room.ask(town.secretary, query, { id: restoration.id });
    expect(decision.orders).toMatchObject([{ kind: 'RESTORE', state: 'WAITING', mailbox: { expectedState: 'ACTIVE' } }]);
  });
});

describe('what blocks the vote', () => {
  test('a class that the officer asks for, until it is taken back (TR-3)', async () => {
    await setCause('REFUSES');
    const id = await heard('AWARD_EXCLUSION', EXCLUSION);
    const startsAt = new Date(world.ground.clock.now().getTime() + 5 * 24 * 3_600_000);
    const sessions = [{ startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) }];
    const held = await createClass(town.force, { title: 'Lớp', capacity: 5, passShare: 0.8, sessions });
    const { ids } = await requestSeats(town.force, held, [town.never[0]!.officerId]);
    const opening = () => room.results(town.secretary, 'decisionOpenVote(ids: $ids)', { ids: [id] }, '$ids: [ID!]!');
    expect((await opening())[0].userErrors).toMatchObject([{ code: 'NOT_ALLOWED_NOW', rule: 'TR-3' }]);
    await withdrawEnrolments(town.force, ids, 'Không học nữa');
    expect((await opening())[0].userErrors).toEqual([]);
  });

  test('newer evidence, until the task force has settled it; an improved tier ends the case (T-5, D-2)', async () => {
    await setCause('REFUSES');
    const id = await heard('AWARD_EXCLUSION', EXCLUSION);
    const [{ address }] = (await town.rows<{ address: string }>(
      'select m.address from officer o join mailbox m on m.id = o.mailbox_id where o.id = ?',
      [town.never[0]!.officerId],
    )) as [{ address: string }];
    await addEvidence(world, address, WORKDAYS, { read: 2 });
    await town.rows('update finding set improved_tier = ? where id = ?', ['REGULAR', town.never[0]!.findingId]);
    const opening = () => room.results(town.secretary, 'decisionOpenVote(ids: $ids)', { ids: [id] }, '$ids: [ID!]!');
    expect((await opening())[0].userErrors).toMatchObject([{ code: 'NOT_ALLOWED_NOW', rule: 'T-5' }]);
    const settle = `mutation ($ids: [ID!]!) { findingSettleSignals(ids: $ids, takeImproved: true, note: "Có sử dụng") { userErrors { message } findings { tier } } }`;
    const { findingSettleSignals } = await room.ask(town.force, settle, { ids: [town.never[0]!.findingId] });
    expect(findingSettleSignals).toEqual({ userErrors: [], findings: [{ tier: 'REGULAR' }] });
    expect((await opening())[0].userErrors).toMatchObject([{ code: 'NOT_ALLOWED_NOW', rule: 'D-2' }]);
  });
});
