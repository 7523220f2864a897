/** Proposing (D-1, D-2, C-1): from findings and for officers, one and a thousand, and everything that refuses one of them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { closeVotes, openVotes } from '../../server/decisions/vote.service.js';
import { appeal, settle } from '../../server/decisions/appeal.service.js';
import { proposeCases } from '../../server/decisions/propose.service.js';
import type { ProposalInput } from '../../server/decisions/propose.rules.js';
import { withdrawCases } from '../../server/decisions/withdraw.service.js';
import { openReview } from '../../server/review/open-review.service.js';
import { setCause } from '../../server/review/cause.service.js';
import { storeKind, World } from '../support/world.js';
import { caseOf, historyOf, inForce, lettersOf, Supply } from './case-steps.js';
import { DecisionWorld, done, NOW, refusalOf, refusals, YEAR } from './decision-world.js';

const minutes = 60_000;
let world: World;
let town: DecisionWorld;
let supply: Supply;
beforeAll(async () => {
  world = await World.open();
  town = await DecisionWorld.build(world, { members: 3, never: 40 });
  supply = new Supply(town);
}, 2 * minutes);
afterAll(() => world.close());
// Each test has the days of the year to itself.
beforeEach(() => world.ground.clock.stopAt(NOW));

const provide = (officerIds: string[], input: Partial<ProposalInput> = {}): Partial<ProposalInput> => ({
  kind: 'MAILBOX_PROVISION',
  officerIds,
  grounds: 'Chưa có hộp thư',
  ...input,
});
/** So many officers without a mailbox, written into the registry at once. */
const withoutMailbox = async (count: number, agency = town.agency): Promise<string[]> => {
  const like = await world.officer(agency, { mailboxAddress: null, fullName: 'Lê Thị Mới' });
  const rows = await town.rows<{ id: string }>(
    `insert into officer select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'code', o.code || '-' || i))).*
     from officer o, generate_series(1, ${count}) i where o.id = ? returning id`,
    [like],
  );
  return rows.map(({ id }) => id);
};

describe('from findings and for officers', () => {
  test('one case each, in the order given, with reference, docket, history and the finding it rests on', async () => {
    const [one, two] = supply.take(2) as [{ officerId: string; findingId: string }, { officerId: string; findingId: string }];
    const results = await town.propose({
      officerIds: [two.officerId],
      findingIds: [one.findingId],
      docket: ' Phiên 12 ',
      awardTitles: ['CSTDTP', 'LDTT'],
    });
    expect(results.map(({ id }) => id)).toEqual([two.officerId, one.findingId]);
    const [second, first] = done(results).map(({ decisionId }) => decisionId!) as [string, string];
    expect(await caseOf(town, first)).toMatchObject({
      state: 'PROPOSED',
      docket: 'Phiên 12',
      award_titles: ['LDTT', 'CSTDTP'],
      award_year: YEAR,
    });
    expect((await caseOf(town, first)).reference).toMatch(/^QD-2026-\d{4}$/);
    const rests = await town.rows('select finding_id, finding_version, window_from::text from decision where id = ?', [second]);
    expect(rests).toEqual([{ finding_id: two.findingId, finding_version: expect.any(Number), window_from: '2026-08-27' }]);
    expect(await historyOf(town, first)).toEqual(['PROPOSE']);
    expect(await lettersOf(town, first)).toEqual([]);
    const audit = await town.rows('select 1 from audit_event where action = ? and subject = ?', ['decision.propose', `decision:${first}`]);
    expect(audit).toHaveLength(1);
  });

  test('each stands alone: who is unknown, named twice or pending is refused, the others count', async () => {
    const [one, two] = supply.take(2) as [{ officerId: string; findingId: string }, { officerId: string; findingId: string }];
    const nobody = '01900000-0000-7000-8000-000000000000';
    const results = await town.propose({
      officerIds: [one.officerId, nobody, one.officerId],
      findingIds: ['x', one.findingId, two.findingId],
    });
    expect(refusals(results)).toEqual([
      'NOT_FOUND input.officerIds.1',
      'DUPLICATE D-2 input.officerIds.2',
      'NOT_FOUND input.findingIds.0',
      'DUPLICATE D-2 input.findingIds.1',
    ]);
    expect(results.map(({ decisionId }) => decisionId !== null)).toEqual([true, false, false, false, false, true]);
    expect(refusals(await town.propose({ officerIds: [two.officerId, one.officerId] }))).toEqual([
      'DUPLICATE D-2 input.officerIds.0',
      'DUPLICATE D-2 input.officerIds.1',
    ]);
  });

  test(
    '1,000 mailboxes at once, each with its own reference and address',
    async () => {
      const officers = await withoutMailbox(1000);
      const ids = done(await town.propose(provide(officers))).map(({ decisionId }) => decisionId!);
      const [made] = await town.rows(
        `select count(*)::int as cases, count(distinct reference)::int as refs, count(distinct mailbox_address)::int as boxes,
         bool_and(state = 'READY') as are_ready from decision where id = any(?::uuid[])`,
        [`{${ids.join(',')}}`],
      );
      expect(made).toEqual({ cases: 1000, refs: 1000, boxes: 1000, are_ready: true });
      expect(refusals(await town.propose(provide([...officers.slice(0, 999), 'x']))).slice(-1)).toEqual(['NOT_FOUND input.officerIds.999']);
      expect(await refusalOf(town.propose(provide([...officers, 'x'])))).toEqual(['LIMIT input.officerIds']);
    },
    minutes,
  );

  test('the wrong cause, tier, year or review', async () => {
    const hard = supply.one();
    await setCause(town.force, [hard.findingId], 'HARD_TO_USE', null);
    expect(refusals(await town.propose({ findingIds: [hard.findingId] }))).toEqual(['RULE_VIOLATED D-2 input.findingIds.0']);
    const [regular] = await town.rows<{ id: string }>(`select id from finding where tier = 'REGULAR'`);
    expect(refusals(await town.propose({ findingIds: [regular!.id] }))).toEqual(['RULE_VIOLATED D-2 input.findingIds.0']);
    const findingIds = supply.findings();
    expect(refusals(await town.propose({ findingIds, awardYear: YEAR - 1 }))).toEqual(['RULE_VIOLATED D-2 input.findingIds.0']);
    expect(refusals(await town.propose({ findingIds, kind: 'MAILBOX_REVOCATION' }))).toEqual(['RULE_VIOLATED D-2 input.findingIds.0']);
    expect(await refusalOf(town.propose({ findingIds, awardTitles: ['LDTT', 'KHONGCO'] }))).toEqual(['INVALID input.awardTitles']);
    const unassessed = await withoutMailbox(1);
    expect(refusals(await town.propose({ officerIds: unassessed }))).toEqual(['RULE_VIOLATED D-2 input.officerIds.0']);
  });

  test('a finding of a review that is still open', async () => {
    const review = await openReview(town.force, { title: 'Quý IV, lại', windowTo: '2026-11-24' });
    const { officerId } = supply.one();
    const [open] = await town.rows<{ id: string }>('select id from finding where review_id = ? and officer_id = ?', [review, officerId]);
    expect(refusals(await town.propose({ findingIds: [open!.id] }))).toEqual(['RULE_VIOLATED D-2 input.findingIds.0']);
  });
});

describe('a finding carries one adverse case of a kind (D-2)', () => {
  test('after a rejection a new finding is needed', async () => {
    const findingIds = supply.findings();
    const [id] = (await town.voting(1, { findingIds })) as [string];
    await town.vote(id, ['AGAINST', 'AGAINST']);
    expect(await town.state(id)).toBe('REJECTED');
    expect(refusals(await town.propose({ findingIds }))).toEqual(['RULE_VIOLATED D-2 input.findingIds.0']);
    expect(await lettersOf(town, id)).toContain('decision.notAdopted');
  });

  test('after a reversal too', async () => {
    const { officerId, findingId } = supply.one();
    const [id] = (await inForce(town, [findingId])) as [string];
    done(await appeal(town.officer(officerId), id, { text: 'Không đúng' }));
    done(await settle(town.chair, id, { uphold: false, text: 'Hủy' }));
    expect(await town.state(id)).toBe('REVERSED');
    expect(refusals(await town.propose({ findingIds: [findingId] }))).toEqual(['RULE_VIOLATED D-2 input.findingIds.0']);
  });

  test('after it lapsed twice too: it is pending no more, and used', async () => {
    const findingIds = supply.findings();
    const [id] = (await town.voting(1, { findingIds })) as [string];
    done(await closeVotes(town.chair, [id], 'Không đủ người'));
    expect(refusals(await town.propose({ findingIds }))).toEqual(['DUPLICATE D-2 input.findingIds.0']);
    done(await openVotes(town.chair, [id]));
    done(await closeVotes(town.chair, [id], 'Không đủ người'));
    expect(await caseOf(town, id)).toMatchObject({ state: 'LAPSED', lapses: 2, is_pending: false });
    expect(refusals(await town.propose({ findingIds }))).toEqual(['RULE_VIOLATED D-2 input.findingIds.0']);
  });

  test('what was withdrawn never was', async () => {
    const findingIds = supply.findings();
    const [first] = await town.cases(1, { findingIds });
    done(await withdrawCases(town.force, [first!], 'Nhầm người'));
    const [second] = done(await town.propose({ findingIds }));
    expect(second!.decisionId).not.toBe(first);
  });
});

describe('who may propose', () => {
  test('a contact proposes mailboxes for the own agency, and nothing else', async () => {
    const [ours] = await withoutMailbox(1);
    const [theirs] = await withoutMailbox(1, town.office);
    expect(refusals(await town.propose(provide([ours!, theirs!]), town.contact()))).toEqual(['NOT_FOUND input.officerIds.1']);
    const { findingId } = supply.one();
    await expect(town.propose({ findingIds: [findingId] }, town.contact())).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(town.propose({ kind: 'EXCLUSION_LIFT', findingIds: [findingId] }, town.contact())).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test('members, officers, trainers and administrators propose nothing', async () => {
    const [officerId] = await withoutMailbox(1);
    for (const who of [town.chair, town.officer(officerId!), world.as('TRAINER'), world.as('ADMIN')])
      await expect(town.propose(provide([officerId!]), who)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('nobody proposes in the own case', async () => {
    const { officerId, findingId } = supply.one();
    const own = await town.person('TASK_FORCE', 'Tổ viên', null, officerId);
    expect(refusals(await town.propose({ findingIds: [findingId] }, own))).toEqual(['RULE_VIOLATED D-5 input.findingIds.0']);
  });
});

describe('addresses of new mailboxes', () => {
  test('the one asked for, or the next that nobody has and no pending case will give', async () => {
    const [one, two, three] = await withoutMailbox(3);
    const made = async (id: string, mailboxAddress?: string) => {
      const [result] = done(await town.propose(provide([id], { mailboxAddress })));
      return (await caseOf(town, result!.decisionId!)).mailbox_address;
    };
    expect(await made(one!, 'Moi@SNV.example')).toBe('moi@snv.example');
    expect(refusals(await town.propose(provide([two!], { mailboxAddress: 'moi@snv.example' })))).toEqual(['DUPLICATE input.officerIds.0']);
    expect(refusals(await town.propose(provide([two!], { mailboxAddress: 'idle@snv.example' })))).toEqual(['DUPLICATE input.officerIds.0']);
    const [second, third] = [await made(two!), await made(three!)];
    expect(second).toMatch(/^moi\.lt\d*@snv\.example$/);
    expect(third).not.toBe(second);
  });

  test('an officer with a mailbox needs none', async () => {
    const { officerId } = supply.one();
    expect(refusals(await town.propose(provide([officerId])))).toEqual(['RULE_VIOLATED D-1 input.officerIds.0']);
  });
});

describe('ending another decision', () => {
  test('a lift takes titles and year from the exclusion, found or named; only one at a time', async () => {
    const [one, two] = supply.take(2) as [{ officerId: string; findingId: string }, { officerId: string; findingId: string }];
    const [first, second] = (await inForce(town, [one.findingId, two.findingId], { awardTitles: ['LDTT', 'CSTDCS'] })) as [string, string];
    const lift = (input: Partial<ProposalInput>) => town.propose({ kind: 'EXCLUSION_LIFT', grounds: 'Đã sửa', ...input });
    const [found] = done(await lift({ officerIds: [one.officerId] }));
    expect(await caseOf(town, found!.decisionId!)).toMatchObject({ award_titles: ['LDTT', 'CSTDCS'], award_year: YEAR, state: 'READY' });
    expect(await town.rows('select ends_decision_id from decision where id = ?', [found!.decisionId])).toEqual([
      { ends_decision_id: first },
    ]);
    expect(refusals(await lift({ officerIds: [one.officerId] }))).toEqual(['DUPLICATE D-2 input.officerIds.0']);
    expect(refusals(await lift({ officerIds: [two.officerId], awardYear: YEAR + 1 }))).toEqual(['RULE_VIOLATED D-11 input.officerIds.0']);
    expect(refusals(await lift({ officerIds: [two.officerId], endsDecisionId: first }))).toEqual(['RULE_VIOLATED D-11 input.officerIds.0']);
    const [named] = done(await lift({ endsDecisionId: second }));
    expect(named!.id).toBe(two.officerId);
    expect(await refusalOf(lift({ endsDecisionId: 'nothing' }))).toEqual(['NOT_FOUND input.endsDecisionId']);
    const { officerId } = supply.one();
    expect(refusals(await lift({ officerIds: [officerId] }))).toEqual(['RULE_VIOLATED D-11 input.officerIds.0']);
  });

  test('a restoration of a mailbox that was not revoked', async () => {
    const { officerId } = supply.one();
    const asked = { kind: 'MAILBOX_RESTORATION', officerIds: [officerId], grounds: 'Cần lại' } as const;
    expect(refusals(await town.propose(asked))).toEqual(['RULE_VIOLATED D-1 input.officerIds.0']);
  });
});

describe('asked again', () => {
  test('the same key with the same request proposes once, with another request it is refused', async () => {
    const findingIds = supply.findings(2);
    const asked = {
      kind: 'AWARD_EXCLUSION',
      findingIds,
      legalBasis: 'Luật',
      grounds: 'Vì',
      awardYear: YEAR,
      awardTitles: ['LDTT'],
      idempotencyKey: 'k1',
    } as const;
    const first = await proposeCases(town.force, asked);
    expect(await proposeCases(town.force, asked)).toEqual(first);
    expect(await refusalOf(proposeCases(town.force, { ...asked, grounds: 'Vì khác' }))).toEqual([
      'IDEMPOTENCY_CONFLICT input.idempotencyKey',
    ]);
    expect(await town.rows('select 1 from decision where finding_id = any(?::uuid[])', [`{${findingIds.join(',')}}`])).toHaveLength(2);
  });

  test('two who propose the same at once: one case, the other is told of it', async () => {
    const findingIds = supply.findings(1);
    const answers = await Promise.all(
      [town.force, town.secretary, town.force, town.secretary].map((who) => town.propose({ findingIds }, who)),
    );
    const refused = answers.flatMap(refusals);
    expect(refused).toEqual(Array(3).fill('DUPLICATE D-2 input.findingIds.0'));
    expect(await town.rows('select 1 from decision where finding_id = ?', findingIds)).toHaveLength(1);
    expect(['pglite', 'postgres']).toContain(storeKind());
  });
});

// Last, for from then on two committees share the kinds.
test('where two committees in force share a kind, the proposal names its committee (C-1)', async () => {
  const second = await town.newCommittee('BCD2', [town.members[1]!], ['AWARD_EXCLUSION']);
  const findingIds = supply.findings();
  expect(await refusalOf(town.propose({ findingIds }))).toEqual(['RULE_VIOLATED C-1 input.committeeId']);
  expect(await refusalOf(town.propose({ findingIds, committeeId: 'x' }))).toEqual(['NOT_FOUND input.committeeId']);
  const [officerId] = await withoutMailbox(1);
  expect(await refusalOf(town.propose(provide([officerId!], { committeeId: second })))).toEqual(['RULE_VIOLATED C-1 input.committeeId']);
  done(await town.propose(provide([officerId!])));
  const [made] = done(await town.propose({ findingIds, committeeId: second }));
  expect((await caseOf(town, made!.decisionId!)).committee_id).toBe(second);
});
