import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MailboxKind } from '../../server/registry/mailbox.entity.js';
import { recordMailbox } from '../../server/registry/mailbox.service.js';
import { recordAbsence } from '../../server/registry/officer.service.js';
import { Finding } from '../../server/review/finding.entity.js';
import { Judging, storedFacts } from '../../server/review/rejudging.js';
import { reviewFrames } from '../../server/review/review.read.js';
import { type Ask, World } from '../support/world.js';
import { addEvidence, city, type City, POLICY, today, WINDOW, WORKDAYS } from './review-world.js';
import { ANSWER, CONTEST, FINALISE, OPEN, SET_CAUSE, findingOf } from './review-documents.js';

describe('reviews over GraphQL', () => {
  let world: World;
  let here: City;
  let taskForce: Ask;
  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(async () => {
    await world.clear();
    here = await city(world);
    taskForce = await world.signIn('TASK_FORCE');
  });
  afterAll(() => world.close());

  async function open(input: Record<string, unknown> = {}) {
    const { data, errors } = await taskForce(OPEN, { input: { title: 'Quý IV', windowTo: WINDOW.to, ...input } });
    expect(errors).toBeUndefined();
    return data.reviewOpen;
  }

  test('a review judges the whole city, freezes it and counts it, leaders apart (T-1 to T-7)', async () => {
    const { review, userErrors } = await open();
    expect(userErrors).toEqual([]);
    expect(review).toMatchObject({
      reference: 'DR-2026-0001',
      state: 'OPEN',
      windowFrom: WINDOW.from,
      windowTo: WINDOW.to,
      policy: { version: 1 },
      availableActions: ['FINALISE', 'CANCEL'],
    });
    expect(review.figures).toEqual({
      officers: 3,
      withMailbox: 3,
      coverage: 1,
      all: { regular: 1, irregular: 1, never: 1, notAssessed: 0, assessed: 3, regularShare: 1 / 3, usingShare: 2 / 3 },
      leaders: { irregular: 1, usingShare: 1 },
    });
    expect(review.findings.totalCount).toBe(3);
    expect(review.findings.nodes.map((f: any) => f.officer.code)).toEqual(['HEAD', 'DAILY', 'IDLE']);
    expect(findingOf(review, 'DAILY')).toMatchObject({
      tier: 'REGULAR',
      daysOfUse: 64,
      assessableDays: 64,
      coverage: 1,
      sent: 64,
      read: 192,
      nextStep: 'NONE',
      version: 1,
    });
    expect(findingOf(review, 'HEAD')).toMatchObject({ tier: 'IRREGULAR', daysOfUse: 32, isLeader: true, nextStep: 'SET_CAUSE' });
    const idle = findingOf(review, 'IDLE');
    expect(idle).toMatchObject({ tier: 'NEVER', daysOfUse: 0, signals: [], agency: { code: 'SNV' } });
    expect(idle.reason).toContain('không sử dụng');
    expect(idle.days).toHaveLength(90);
    const days = findingOf(review, 'DAILY').days;
    expect(days.filter((day: any) => day.isDayOfUse)).toHaveLength(64);
    expect(days[WORKDAYS[0]!]).toEqual({ date: WINDOW.from, read: 3, isDayOfUse: true, isWorkingDay: true });
  });

  test('the reason comes in the language asked for', async () => {
    const { review } = await open();
    const { data } = await taskForce(
      'query ($id: ID!) { finding(id: $id) { reason } }',
      { id: findingOf(review, 'IDLE').id },
      { 'accept-language': 'en' },
    );
    expect(data.finding.reason).toContain('the finding is: never uses');
  });

  test('the same key opens one review; an officer is in one open review at most (T-8)', async () => {
    const first = await open({ idempotencyKey: 'k1' });
    const again = await open({ idempotencyKey: 'k1' });
    expect(again.review.id).toBe(first.review.id);
    expect((await open({ title: 'Khác', idempotencyKey: 'k1' })).userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }]);
    expect((await open()).userErrors).toMatchObject([{ code: 'NOT_ALLOWED_NOW', rule: 'T-8' }]);
    await taskForce('mutation ($id: ID!) { reviewCancel(id: $id, reason: "nhầm kỳ") { userErrors { code } } }', { id: first.review.id });
    expect((await open()).review.reference).toBe('DR-2026-0002');
  });

  test('a window in the future, an unknown agency and a day without a policy are refused', async () => {
    expect((await open({ windowTo: '2026-11-26' })).userErrors).toMatchObject([{ code: 'INVALID', path: ['input', 'windowTo'] }]);
    expect((await open({ windowTo: '2025-12-31' })).userErrors).toMatchObject([{ code: 'NOT_ALLOWED_NOW', rule: 'T-1' }]);
    expect((await open({ agencyIds: [here.agency, 'nobody'] })).userErrors).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'agencyIds', '1'] },
    ]);
    expect((await open({ title: ' ' })).userErrors).toMatchObject([{ code: 'REQUIRED', path: ['input', 'title'] }]);
  });

  test('open, contest, answer, finalise: then it is the latest finding and the figures of the agency (T-6, T-8)', async () => {
    const { review } = await open();
    const idle = findingOf(review, 'IDLE');
    const officer = await world.signIn('OFFICER', here.never);
    const contested = await officer(CONTEST, { id: idle.id, note: 'Tôi đi công tác dài ngày' });
    expect(contested.data.findingContest.findings).toMatchObject([{ signals: ['CONTESTED'], version: 2 }]);
    expect((await officer(CONTEST, { id: idle.id, note: 'lại' })).data.findingContest.userErrors).toMatchObject([
      { code: 'NOT_ALLOWED_NOW', rule: 'T-8' },
    ]);
    expect((await taskForce(FINALISE, { id: review.id })).data.reviewFinalise.userErrors).toEqual([
      { code: 'NOT_ALLOWED_NOW', rule: 'T-8' },
    ]);
    const answered = await taskForce(ANSWER, { id: idle.id, accept: true, note: 'Đã kiểm tra quyết định cử đi công tác' });
    expect(answered.data.findingAnswerContest.findings).toMatchObject([
      { tier: 'NOT_ASSESSED', notAssessedReason: 'EXCUSED', version: 3, signals: [], nextStep: 'NONE' },
    ]);
    const done = await taskForce(FINALISE, { id: review.id });
    expect(done.data.reviewFinalise).toMatchObject({ review: { state: 'FINALISED' }, userErrors: [] });
    expect((await taskForce(FINALISE, { id: review.id })).data.reviewFinalise.userErrors).toEqual([
      { code: 'NOT_ALLOWED_NOW', rule: 'T-8' },
    ]);
    const after = await taskForce(
      `{ officers(where: { tier: [NOT_ASSESSED] }) { nodes { code latestFinding { tier review { reference } } } }
         agencies { nodes { code usage { officers leaders { usingShare } all { notAssessed } } } } }`,
    );
    expect(after.errors).toBeUndefined();
    expect(after.data.officers.nodes).toEqual([
      { code: 'IDLE', latestFinding: { tier: 'NOT_ASSESSED', review: { reference: 'DR-2026-0001' } } },
    ]);
    expect(after.data.agencies.nodes).toEqual([
      { code: 'SNV', usage: { officers: 3, leaders: { usingShare: 1 }, all: { notAssessed: 1 } } },
    ]);
    const [agency] = await world.ground.orm.em.fork().execute('select leader_share from agency');
    expect(agency).toEqual({ leader_share: 1 });
  });

  test('contesting and finalising keep to the policy’s days (T-8)', async () => {
    await world.clear();
    here = await city(world, { contestDays: 5 });
    taskForce = await world.signIn('TASK_FORCE');
    const { review } = await open();
    const idle = findingOf(review, 'IDLE');
    expect((await taskForce(FINALISE, { id: review.id })).data.reviewFinalise.userErrors).toEqual([
      { code: 'NOT_ALLOWED_NOW', rule: 'T-8' },
    ]);
    world.ground.clock.stopAt(today('2026-12-03'));
    taskForce = await world.signIn('TASK_FORCE');
    const contact = await world.signIn('AGENCY_CONTACT', here.agency);
    expect((await contact(CONTEST, { id: idle.id, note: 'muộn' })).data.findingContest.userErrors).toMatchObject([
      { code: 'NOT_ALLOWED_NOW', rule: 'T-8' },
    ]);
    expect((await taskForce(FINALISE, { id: review.id })).data.reviewFinalise).toMatchObject({
      review: { state: 'FINALISED' },
      userErrors: [],
    });
  });

  test('a policy is tried on the frozen evidence and nothing is written (T-6)', async () => {
    const { review } = await open();
    const TRY = `mutation ($id: ID!, $input: UsagePolicyInput!) { usagePolicyTry(reviewId: $id, input: $input) {
      figures { all { regular irregular never } } changed sample(first: 5) { officer { code } from to } userErrors { code path rule } } }`;
    const { version: _version, ...values } = POLICY;
    const before = await world.ground.orm.em.fork().execute('select count(*)::int as n from audit_event');
    const tried = await taskForce(TRY, { id: review.id, input: { ...values, regularShare: 0.5 } });
    expect(tried.data.usagePolicyTry).toEqual({
      figures: { all: { regular: 2, irregular: 0, never: 1 } },
      changed: 1,
      sample: [{ officer: { code: 'HEAD' }, from: 'IRREGULAR', to: 'REGULAR' }],
      userErrors: [],
    });
    expect(await world.ground.orm.em.fork().execute('select count(*)::int as n from audit_event')).toEqual(before);
    const shorter = await taskForce(TRY, { id: review.id, input: { ...values, windowDays: 30 } });
    expect(shorter.data.usagePolicyTry).toMatchObject({ changed: 0, userErrors: [] });
    expect((await taskForce(TRY, { id: review.id, input: { ...values, windowDays: 91 } })).data.usagePolicyTry.userErrors).toMatchObject([
      { code: 'INVALID', rule: 'T-6' },
    ]);
    expect(
      (await taskForce(TRY, { id: review.id, input: { ...values, acts: ['RECEIVED'] } })).data.usagePolicyTry.userErrors,
    ).toMatchObject([{ rule: 'E-4' }]);
    expect((await taskForce('{ usagePolicies { version } }')).data.usagePolicies).toEqual([{ version: 1 }]);
  });

  test('only the task force adopts policies and opens reviews', async () => {
    for (const role of ['ADMIN', 'SECRETARY', 'COMMITTEE_MEMBER', 'AGENCY_CONTACT'] as const) {
      const ask = await world.signIn(role, role === 'AGENCY_CONTACT' ? here.agency : undefined);
      expect((await ask(OPEN, { input: { title: 'x', windowTo: WINDOW.to } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  test('every change leaves its record (R-1, G-23)', async () => {
    const { review } = await open();
    await taskForce(SET_CAUSE, { ids: [findingOf(review, 'IDLE').id], cause: 'HARD_TO_USE' });
    await taskForce(FINALISE, { id: review.id });
    const acts = await world.ground.orm.em
      .fork()
      .execute<{ action: string }[]>(`select action from audit_event where action like 'review.%' or action like 'finding.%' order by seq`);
    expect(acts.map(({ action }) => action).filter((action) => action !== 'finding.readEvidence')).toEqual([
      'review.open',
      'finding.setCause',
      'review.finalise',
    ]);
  });

  test('mailboxes of an office are united with the personal one, and a mailbox held for part of the window shows only those days (T-2, T-4)', async () => {
    await recordMailbox(world.operator(), { address: 'vanthu@snv.example', kind: MailboxKind.ROLE, officerId: here.never });
    await addEvidence(world, 'vanthu@snv.example', WORKDAYS.slice(0, 45), { sent: 2 });
    await world.officer(here.agency, {
      code: 'NEW',
      mailboxAddress: 'new@snv.example',
      mailboxCreatedOn: '2026-11-02',
      sinceOn: '2020-01-01',
    });
    await addEvidence(world, 'new@snv.example', WORKDAYS, { read: 1 });
    const { review } = await open();
    expect(findingOf(review, 'IDLE')).toMatchObject({ tier: 'REGULAR', daysOfUse: 45, sent: 90 });
    const joined = findingOf(review, 'NEW');
    expect(joined).toMatchObject({ tier: 'NOT_ASSESSED', notAssessedReason: 'TOO_FEW_DAYS', read: 17, daysOfUse: 17, assessableDays: 17 });
    expect(joined.days.filter((day: any) => day.read > 0).map((day: any) => day.date)[0]).toBe('2026-11-02');
    const stored = await world.ground.orm.em
      .fork()
      .execute<{ counters: string }[]>('select counters from finding_facts where finding_id = ?', [joined.id]);
    expect(stored[0]!.counters.split(';')).toHaveLength(17);
  });

  test('every finding worked out again from what is stored is the same (G-5)', async () => {
    await recordAbsence(world.operator(), here.leader, { fromOn: '2026-09-01', untilOn: '2026-09-10', document: 'QĐ 1/2026' });
    await addEvidence(world, 'idle@snv.example', [...WORKDAYS.slice(0, 5), 2, 3], { logins: 9, received: 1 });
    await world.officer(here.agency, { code: 'NONE', mailboxAddress: undefined, sinceOn: '2020-01-01' });
    const { review } = await open();
    const em = world.ground.orm.em.fork();
    const [frame] = await reviewFrames(world.ground.read, [review.id]);
    const judging = new Judging(frame!, frame!.policy);
    const stored = await em.find(Finding, { review: review.id });
    const facts = await storedFacts(
      em,
      stored.map(({ id }) => id),
    );
    expect(stored).toHaveLength(4);
    for (const finding of stored) {
      const { marks: _marks, share: _share, ...numbers } = judging.outcome(facts.get(finding.id)!);
      expect(finding).toMatchObject(numbers);
    }
    expect(stored.map(({ notAssessedReason }) => notAssessedReason).filter(Boolean)).toEqual(['NO_MAILBOX']);
  });
});
