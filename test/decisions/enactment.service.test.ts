/** Signing and coming into force (N-1, D-8, D-11): numbers, days, what is ordered with it, what ends, and taking back. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { settleAllDue } from '../../server/decisions/falling-due.js';
import { castVotes } from '../../server/decisions/cast-vote.service.js';
import { enterIntoForce } from '../../server/decisions/enactment.service.js';
import { withdrawCases } from '../../server/decisions/withdraw.service.js';
import { declareConflict, openVotes } from '../../server/decisions/vote.service.js';
import { explain, giveNotice } from '../../server/decisions/hearing.service.js';
import { setCause } from '../../server/review/cause.service.js';
import type { DecisionKind } from '../../server/committee/vocabulary.js';
import { World } from '../support/world.js';
import { adopt, adopted, caseOf, exclusionsOf, expectedOf, historyOf, inForce, lettersOf, ordersOf, Supply } from './case-steps.js';
import { DecisionWorld, done, NOW, refusalOf, refusals, YEAR } from './decision-world.js';

let world: World;
let town: DecisionWorld;
let supply: Supply;
beforeAll(async () => {
  world = await World.open();
  town = await DecisionWorld.build(world, { members: 3, never: 60 });
  supply = new Supply(town);
}, 120_000);
afterAll(() => world.close());
beforeEach(() => world.ground.clock.stopAt(NOW));

const ADOPTED_ON = '2026-12-15';
const sign = (ids: readonly string[], input = {}) => enterIntoForce(town.secretary, ids, input);
const numbers = async (): Promise<number[]> =>
  (
    await town.rows<{ n: number }>(
      `select split_part(number, '/', 1)::int as n from decision where number is not null and number_year = ${YEAR} order by 1`,
    )
  ).map(({ n }) => n);
/** Whether the numbers of the year are 1, 2, 3 … */
const areGapless = (all: readonly number[]) => all.every((n, i) => n === i + 1);

async function needless(): Promise<{ officerId: string; findingId: string }> {
  const taken = supply.one();
  await setCause(town.force, [taken.findingId], 'NO_NEED', null);
  return taken;
}
/** A kind that is not adverse, from proposal to adoption. */
async function adoptedNow(kind: DecisionKind, input: object): Promise<string> {
  const [made] = done(await town.propose({ kind, grounds: 'Theo đề nghị', ...input }));
  const id = made!.decisionId!;
  done(await openVotes(town.secretary, [id]));
  await adopt(town, id);
  return id;
}

describe('numbers (N-1)', () => {
  test('follow without gaps, each with the symbol of the committee; a wrong one is refused and takes none', async () => {
    const ids = await adopted(town, supply.findings(3));
    const [last] = (await numbers()).slice(-1);
    const next = (last ?? 0) + 1;
    expect(refusals(await sign([ids[0]!], { number: `${next + 1}/QĐ-BCĐ` }))).toEqual(['RULE_VIOLATED N-1 number']);
    expect(refusals(await sign([ids[0]!], { number: `${next}/QĐ-KHAC` }))).toEqual(['RULE_VIOLATED N-1 number']);
    expect(await refusalOf(sign(ids, { number: `${next}` }))).toEqual(['INVALID N-1 number']);
    done(await sign([ids[0]!], { number: ` 0${next} / QĐ-BCĐ ` }));
    expect((await caseOf(town, ids[0]!)).number).toBe(`${next}/QĐ-BCĐ`);
    // A refused one between two others takes no number.
    expect(refusals(await sign([ids[1]!, ids[0]!, ids[2]!]))).toEqual(['NOT_ALLOWED_NOW N-1 ids.1']);
    expect([(await caseOf(town, ids[1]!)).number, (await caseOf(town, ids[2]!)).number]).toEqual([
      `${next + 1}/QĐ-BCĐ`,
      `${next + 2}/QĐ-BCĐ`,
    ]);
    expect(areGapless(await numbers())).toBe(true);
  });

  test('20 signings at once: no number twice, none left out', async () => {
    const ids = await adopted(town, supply.findings(20));
    const results = await Promise.all(ids.map((id) => sign([id])));
    expect(results.flatMap(refusals)).toEqual([]);
    const all = await numbers();
    expect(areGapless(all)).toBe(true);
    expect(all.length).toBeGreaterThanOrEqual(20);
  }, 120_000);

  test('begin anew in another year, and in another committee', async () => {
    const other = await town.newCommittee('KHAC', town.members, ['MAILBOX_PROVISION']);
    const officerId = await world.officer(town.agency, { mailboxAddress: null });
    const id = await adoptedNow('MAILBOX_PROVISION', { officerIds: [officerId], committeeId: other });
    done(await sign([id]));
    expect((await caseOf(town, id)).number).toMatch(/^1\//);
    await town.rows(`update decision set number_year = 0 where id = ?`, [id]);
    const box = await adoptedNow('MAILBOX_PROVISION', {
      officerIds: [await world.officer(town.agency, { mailboxAddress: null })],
      committeeId: town.committee,
    });
    world.ground.clock.stopAt(new Date('2028-03-01T02:00:00Z'));
    done(await sign([box]));
    expect((await caseOf(town, box)).number).toBe('1/QĐ-BCĐ');
  });
});

describe('days (D-8, L-1)', () => {
  test('in force today unless another day is named; the appeal period counts from the service', async () => {
    const [id] = (await adopted(town, supply.findings())) as [string];
    done(await sign([id], { signedBy: ' Nguyễn Văn Chủ ' }));
    expect(await caseOf(town, id)).toMatchObject({
      state: 'IN_FORCE',
      in_force_on: ADOPTED_ON,
      appeal_until: '2027-01-14',
      signed_by: 'Nguyễn Văn Chủ',
    });
    expect(await lettersOf(town, id)).toEqual(['decision.notice', 'decision.inForce']);
    expect(await exclusionsOf(town, id)).toEqual(['EXCLUDED']);
    expect(await ordersOf(town, id)).toEqual([]);
    expect((await historyOf(town, id)).slice(-3)).toEqual(['CLOSE_VOTE', 'ENTER_INTO_FORCE', 'COME_INTO_FORCE']);
  });

  test('the chair signs where nobody is named', async () => {
    const [id] = (await inForce(town, supply.findings())) as [string];
    expect((await caseOf(town, id)).signed_by).toBe('Ủy viên 1');
  });

  test('never before the adoption, never served in the future', async () => {
    const [id] = (await adopted(town, supply.findings())) as [string];
    expect(refusals(await sign([id], { inForceOn: '2026-12-14' }))).toEqual(['INVALID D-8 inForceOn']);
    expect(refusals(await sign([id], { servedOn: '2026-12-14' }))).toEqual(['INVALID L-1 servedOn']);
    expect(await refusalOf(sign([id], { servedOn: '2026-12-16' }))).toEqual(['INVALID L-1 servedOn']);
    expect(await caseOf(town, id)).toMatchObject({ state: 'ADOPTED', number: null });
  });

  test('a day to come: it waits as ADOPTED, with its number, and comes into force by itself on its day, not before', async () => {
    const { officerId, findingId } = await needless();
    const [id] = (await adopted(town, [findingId], { kind: 'MAILBOX_REVOCATION' })) as [string];
    done(await sign([id], { inForceOn: '2026-12-20' }));
    expect(await caseOf(town, id)).toMatchObject({ state: 'ADOPTED', in_force_on: '2026-12-20', number: expect.any(String) });
    expect([await ordersOf(town, id), await expectedOf(town, officerId)]).toEqual([[], 'ACTIVE']);
    expect(refusals(await sign([id]))).toEqual(['NOT_ALLOWED_NOW N-1 ids.0']);
    world.ground.clock.stopAt(new Date('2026-12-19T16:59:59Z'));
    await settleAllDue(world.ground);
    expect(await town.state(id)).toBe('ADOPTED');
    world.ground.clock.stopAt(new Date('2026-12-19T17:00:00Z'));
    await settleAllDue(world.ground);
    expect(await town.state(id)).toBe('IN_FORCE');
    expect([await ordersOf(town, id), await expectedOf(town, officerId)]).toEqual([['REVOKE WAITING'], 'REVOKED']);
    await settleAllDue(world.ground);
    expect(await ordersOf(town, id)).toHaveLength(1);
  });
});

describe('orders to mail systems (D-8)', () => {
  test('a provision makes the mailbox it names, expected and not there yet', async () => {
    const officerId = await world.officer(town.agency, { mailboxAddress: null, fullName: 'Phạm Thu Hà' });
    const id = await adoptedNow('MAILBOX_PROVISION', { officerIds: [officerId], committeeId: town.committee });
    expect(await expectedOf(town, officerId)).toBeUndefined();
    done(await sign([id]));
    const boxes = await town.rows('select address, state, expected_state from mailbox where officer_id = ?', [officerId]);
    expect(boxes).toEqual([{ address: 'ha.pt@snv.example', state: 'NONE', expected_state: 'ACTIVE' }]);
    expect(await ordersOf(town, id)).toEqual(['PROVISION WAITING']);
  });

  test('a restoration gives back what a revocation took and ends it', async () => {
    const { officerId, findingId } = await needless();
    const [taken] = (await inForce(town, [findingId], { kind: 'MAILBOX_REVOCATION' })) as [string];
    expect(await town.rows('select state, expected_state from mailbox where officer_id = ?', [officerId])).toEqual([
      { state: 'ACTIVE', expected_state: 'REVOKED' },
    ]);
    expect(await lettersOf(town, taken)).toContain('decision.inForce');
    const given = await adoptedNow('MAILBOX_RESTORATION', { officerIds: [officerId] });
    expect(await expectedOf(town, officerId)).toBe('REVOKED');
    done(await sign([given]));
    expect([await ordersOf(town, given), await expectedOf(town, officerId)]).toEqual([['RESTORE WAITING'], 'ACTIVE']);
    expect(await caseOf(town, taken)).toMatchObject({ state: 'EXPIRED', ended_by_id: given });
  });

  test('a signing that fails leaves neither force nor order', async () => {
    const { officerId, findingId } = await needless();
    const [id] = (await adopted(town, [findingId], { kind: 'MAILBOX_REVOCATION' })) as [string];
    const before = await numbers();
    await world.asOwner(`alter table mail_order add constraint test_breaks check (kind <> 'REVOKE') not valid`);
    try {
      await expect(sign([id])).rejects.toThrow();
    } finally {
      await world.asOwner('alter table mail_order drop constraint test_breaks');
    }
    expect(await caseOf(town, id)).toMatchObject({ state: 'ADOPTED', number: null });
    expect([await expectedOf(town, officerId), await numbers()]).toEqual(['ACTIVE', before]);
    done(await sign([id]));
    expect(areGapless(await numbers())).toBe(true);
  });
});

describe('the emulation year (D-11)', () => {
  test('on 1 January the exclusion expires, and the answer for its year stays', async () => {
    const [id] = (await inForce(town, supply.findings())) as [string];
    world.ground.clock.stopAt(new Date('2026-12-31T16:59:59Z'));
    await settleAllDue(world.ground);
    expect(await town.state(id)).toBe('IN_FORCE');
    world.ground.clock.stopAt(new Date('2026-12-31T17:00:00Z'));
    await settleAllDue(world.ground);
    expect(await town.state(id)).toBe('EXPIRED');
    expect(await exclusionsOf(town, id)).toEqual(['EXCLUDED']);
  });

  test('a lift ends it: the answer is lifted, the history stays', async () => {
    const { officerId, findingId } = supply.one();
    const [id] = (await inForce(town, [findingId])) as [string];
    const lift = await adoptedNow('EXCLUSION_LIFT', { officerIds: [officerId] });
    done(await sign([lift]));
    expect(await caseOf(town, id)).toMatchObject({ state: 'EXPIRED', ended_by_id: lift });
    expect(await exclusionsOf(town, id)).toEqual(['EXCLUDED until']);
    expect(refusals(await town.propose({ kind: 'EXCLUSION_LIFT', officerIds: [officerId] }))).toEqual([
      'RULE_VIOLATED D-11 input.officerIds.0',
    ]);
  });

  test('after the year the answer may still be lifted', async () => {
    const { officerId, findingId } = supply.one();
    const [id] = (await inForce(town, [findingId])) as [string];
    world.ground.clock.stopAt(new Date('2027-02-01T02:00:00Z'));
    await settleAllDue(world.ground);
    done(await sign([await adoptedNow('EXCLUSION_LIFT', { officerIds: [officerId], awardYear: YEAR })]));
    expect([await town.state(id), await exclusionsOf(town, id)]).toEqual(['EXPIRED', ['EXCLUDED until']]);
  });

  test('asking systems are told once a change, with the officers and the year', async () => {
    const orders = () =>
      town.rows<{ id: string; payload: string | object }>(`select id, payload from outbox_message where kind = 'AWARD_ANSWERS_CHANGED'`);
    const before = new Set((await orders()).map(({ id }) => id));
    const taken = supply.take(2);
    const ids = await inForce(
      town,
      taken.map(({ findingId }) => findingId),
    );
    const told = (await orders())
      .filter(({ id }) => !before.has(id))
      .map(({ payload }) => (typeof payload === 'string' ? (JSON.parse(payload) as object) : payload));
    const last = told.at(-1) as { decisionIds: string[]; officerIds: string[]; year: number };
    expect(told).toHaveLength(1);
    expect([last.decisionIds.sort(), last.officerIds.sort(), last.year]).toEqual([
      [...ids].sort(),
      taken.map(({ officerId }) => officerId).sort(),
      YEAR,
    ]);
  });
});

describe('taking back', () => {
  test('by the proposer or the chair, with a reason, until it is in force; the officer is told where notice was given', async () => {
    const [proposedOne, notifiedOne, readyOne] = [
      await town.cases(1, { findingIds: supply.findings() }),
      await town.cases(1, { findingIds: supply.findings() }),
      await town.ready(1, { findingIds: supply.findings() }),
    ].map(([id]) => id!) as [string, string, string];
    done(await giveNotice(town.secretary, [notifiedOne], 'HANDED_OVER'));
    const [adoptedOne] = (await adopted(town, supply.findings())) as [string];
    expect(await refusalOf(withdrawCases(town.force, [proposedOne], ' '))).toEqual(['REQUIRED reason']);
    // The secretary did not propose it, nor does a member who is not the chair.
    expect(refusals(await withdrawCases(town.secretary, [proposedOne], 'x'))).toEqual(['RULE_VIOLATED D-1 ids.0']);
    expect(refusals(await withdrawCases(town.members[1]!, [proposedOne], 'x'))).toEqual(['RULE_VIOLATED D-1 ids.0']);
    done(await withdrawCases(town.force, [proposedOne, readyOne], 'Nhầm'));
    done(await withdrawCases(town.chair, [notifiedOne, adoptedOne], 'Nhầm'));
    for (const id of [proposedOne, notifiedOne, readyOne, adoptedOne])
      expect(await caseOf(town, id)).toMatchObject({ state: 'WITHDRAWN', is_pending: false });
    expect(await lettersOf(town, proposedOne)).toEqual([]);
    expect(await lettersOf(town, readyOne)).toContain('decision.notAdopted');
    expect(refusals(await sign([adoptedOne]))).toEqual(['NOT_ALLOWED_NOW N-1 ids.0']);
  });

  test('not while it is voted on, and not what is in force', async () => {
    const [voting] = (await town.voting(1, { findingIds: supply.findings() })) as [string];
    const [force] = (await inForce(town, supply.findings())) as [string];
    expect(refusals(await withdrawCases(town.force, [voting, force], 'x'))).toEqual([
      'NOT_ALLOWED_NOW D-1 ids.0',
      'NOT_ALLOWED_NOW D-1 ids.1',
    ]);
  });

  test('what was explained stays in the record', async () => {
    const { officerId, findingId } = supply.one();
    const [id] = (await town.cases(1, { findingIds: [findingId] })) as [string];
    done(await giveNotice(town.secretary, [id], 'HANDED_OVER'));
    done(await explain(town.officer(officerId), id, { text: 'Lý do' }));
    done(await withdrawCases(town.force, [id], 'Đã xem xét'));
    expect((await caseOf(town, id)).explanation).toBe('Lý do');
  });
});

// The last: from here on two committees decide exclusions.
describe('who signs (D-5)', () => {
  test('where the chair took no part in the case, whoever sits next signs', async () => {
    const voters = [town.members[1]!, town.members[2]!, await town.member('Ủy viên 4')];
    const seated = await town.newCommittee('NHIEU', [town.chair, ...voters], ['AWARD_EXCLUSION'], ['CHAIR', 'MEMBER', 'DEPUTY']);
    const proposed = await town.propose({ findingIds: supply.findings(2), committeeId: seated });
    const ids = done(proposed).map(({ decisionId }) => decisionId!) as [string, string];
    done(await giveNotice(town.secretary, ids, 'HANDED_OVER'));
    await town.later(20);
    done(await openVotes(town.secretary, ids));
    done(await declareConflict(town.chair, [ids[0]], 'Là em họ'));
    for (const id of ids) for (const member of voters) done(await castVotes(member, [id], { choice: 'FOR' }));
    done(await sign(ids));
    expect([(await caseOf(town, ids[0])).signed_by, (await caseOf(town, ids[1])).signed_by]).toEqual(['Ủy viên 3', 'Ủy viên 1']);
  });
});
