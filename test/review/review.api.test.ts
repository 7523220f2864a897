import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MailboxKind } from '../../server/registry/mailbox.entity.js';
import { recordAbsence, recordMailbox } from '../../server/registry/officer.service.js';
import { onEvidenceChanged } from '../../server/review/late-facts.js';
import { type Ask, World } from '../support/world.js';
import { addEvidence, city, type City, POLICY, today, WINDOW, WORKDAYS } from './review-world.js';

const FINDING = `id tier daysOfUse daysOfUseOutside assessableDays coverage notAssessedReason sent read logins isLeader version cause causeNote nextStep signals improvedTier
  officer { code } agency { code } review { reference state }`;
const OPEN = `mutation ($input: ReviewOpenInput!) { reviewOpen(input: $input) {
  review { id reference state windowFrom windowTo policy { version } availableActions
    figures { officers withMailbox coverage all { regular irregular never notAssessed assessed regularShare usingShare } leaders { irregular usingShare } }
    findings(first: 10) { totalCount nodes { ${FINDING} reason days { date read isDayOfUse isWorkingDay } } } }
  userErrors { code rule path message } } }`;
const bulk = (name: string, args: string, values: string) =>
  `mutation (${args}) { ${name}(${values}) { findings { ${FINDING} } userErrors { code rule path message } } }`;
const SET_CAUSE = bulk('findingSetCause', '$ids: [ID!]!, $cause: Cause!, $note: String', 'ids: $ids, cause: $cause, note: $note');
const CONTEST = bulk('findingContest', '$id: ID!, $note: String!', 'id: $id, note: $note');
const ANSWER = bulk('findingAnswerContest', '$id: ID!, $accept: Boolean!, $note: String!', 'id: $id, accept: $accept, note: $note');
const SETTLE = bulk('findingSettleSignals', '$ids: [ID!]!, $take: Boolean!, $note: String!', 'ids: $ids, takeImproved: $take, note: $note');
const FINALISE = `mutation ($id: ID!) { reviewFinalise(id: $id) { review { state finalisedAt } userErrors { code rule } } }`;

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

  const findingOf = (review: any, code: string) => review.findings.nodes.find((finding: any) => finding.officer.code === code);

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

  test('causes stand alone, need their notes, and lead to the next step (D-2, D-2a)', async () => {
    const { review } = await open();
    const ids = ['DAILY', 'IDLE', 'HEAD'].map((code) => findingOf(review, code).id);
    const contact = await world.signIn('AGENCY_CONTACT', here.agency);
    const set = await contact(SET_CAUSE, { ids: [...ids, 'nothing'], cause: 'NO_NEED' });
    expect(set.errors).toBeUndefined();
    expect(set.data.findingSetCause.findings).toMatchObject([{ id: ids[1], cause: 'NO_NEED', nextStep: 'REVOCATION', version: 2 }]);
    expect(set.data.findingSetCause.userErrors).toMatchObject([
      { code: 'RULE_VIOLATED', rule: 'D-2', path: ['ids', '0'] },
      { code: 'RULE_VIOLATED', rule: 'D-2a', path: ['ids', '2'] },
      { code: 'NOT_FOUND', path: ['ids', '3'] },
    ]);
    expect((await taskForce(SET_CAUSE, { ids: [ids[2]], cause: 'REFUSES' })).data.findingSetCause.userErrors).toMatchObject([
      { code: 'REQUIRED', rule: 'D-2a' },
    ]);
    const refuses = await taskForce(SET_CAUSE, { ids: [ids[2]], cause: 'REFUSES', note: 'Công văn 12 ngày 02/11/2026; lớp LH-3' });
    expect(refuses.data.findingSetCause.findings).toMatchObject([
      { cause: 'REFUSES', nextStep: 'EXCLUSION', causeNote: 'Công văn 12 ngày 02/11/2026; lớp LH-3' },
    ]);
    expect((await taskForce(SET_CAUSE, { ids: [ids[1]], cause: 'EXCUSED' })).data.findingSetCause.userErrors).toMatchObject([
      { code: 'REQUIRED' },
    ]);
    const missing = await taskForce('{ findings(where: { causeMissing: true }) { totalCount } }');
    expect(missing.data.findings.totalCount).toBe(0);
    const ending = (from: string) =>
      taskForce('query ($from: Date) { findings(where: { windowTo: { gte: $from } }) { totalCount } }', { from });
    expect((await ending(WINDOW.to)).data.findings.totalCount).toBe(3);
    expect((await ending('2026-11-25')).data.findings.totalCount).toBe(0);
  });

  test('a contact of another agency, and the administrator, see nothing (product.md §2)', async () => {
    const { review } = await open();
    const idle = findingOf(review, 'IDLE').id;
    const other = await world.signIn('AGENCY_CONTACT', await world.agency('Q1', null));
    expect((await other('{ findings { totalCount nodes { id } } }')).data.findings).toEqual({ totalCount: 0, nodes: [] });
    expect((await other('query ($id: ID!) { finding(id: $id) { tier } }', { id: idle })).data.finding).toBeNull();
    expect((await other(SET_CAUSE, { ids: [idle], cause: 'NO_NEED' })).data.findingSetCause.userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    expect((await other(CONTEST, { id: idle, note: 'x' })).data.findingContest.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const admin = await world.signIn('ADMIN');
    expect((await admin('{ findings { totalCount } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const officers = await admin('{ officers { nodes { code latestFinding { tier } } } }');
    expect(officers.data.officers.nodes.every((officer: any) => officer.latestFinding === null)).toBe(true);
    const officer = await world.signIn('OFFICER', here.never);
    expect((await officer('{ findings { nodes { officer { code } reason days { date } causeNote } } }')).data.findings.nodes).toMatchObject(
      [{ officer: { code: 'IDLE' } }],
    );
    expect((await officer('{ reviews { nodes { figures { officers } } } }')).data.reviews.nodes).toEqual([{ figures: { officers: 1 } }]);
  });

  test('later evidence never worsens, flags what it would improve, and is settled by the task force (T-5)', async () => {
    const { review } = await open();
    const idle = findingOf(review, 'IDLE');
    await addEvidence(world, 'idle@snv.example', WORKDAYS.slice(0, 50), { read: 1 });
    await addEvidence(world, 'daily@snv.example', WORKDAYS, { read: 0, sent: 0 });
    const late = () => onEvidenceChanged({ from: WINDOW.from, to: WINDOW.to }, world.ground);
    await late();
    const read = async (code: string) =>
      (
        await taskForce(
          `{ officer(code: "${code}") { id } findings(where: { reviewId: { eq: "${review.id}" } }) { nodes { ${FINDING} } } }`,
        )
      ).data.findings.nodes.find((f: any) => f.officer.code === code);
    expect(await read('IDLE')).toMatchObject({ tier: 'NEVER', improvedTier: 'REGULAR', signals: ['NEWER_EVIDENCE'], version: 1 });
    expect(await read('DAILY')).toMatchObject({ tier: 'REGULAR', improvedTier: null, version: 1 });
    await taskForce(FINALISE, { id: review.id });
    const kept = await taskForce(SETTLE, { ids: [idle.id], take: false, note: 'Dữ liệu của người khác' });
    expect(kept.data.findingSettleSignals.findings).toMatchObject([{ tier: 'NEVER', improvedTier: null, signals: [], version: 2 }]);
    await late();
    expect(await read('IDLE')).toMatchObject({ improvedTier: null });
    expect((await taskForce(SETTLE, { ids: [idle.id], take: true, note: 'x' })).data.findingSettleSignals.userErrors).toMatchObject([
      { code: 'RULE_VIOLATED', rule: 'T-5', path: ['ids', '0'] },
    ]);
  });

  test('an improved tier that is taken is a new version with new numbers, in the lists too (T-5)', async () => {
    const { review } = await open();
    const idle = findingOf(review, 'IDLE');
    await taskForce(FINALISE, { id: review.id });
    await addEvidence(world, 'idle@snv.example', WORKDAYS.slice(0, 50), { read: 1 });
    await onEvidenceChanged({ from: '2026-09-01', to: '2026-09-01' }, world.ground);
    const taken = await taskForce(SETTLE, { ids: [idle.id], take: true, note: 'Đã đối chiếu' });
    expect(taken.data.findingSettleSignals).toMatchObject({
      findings: [{ tier: 'REGULAR', daysOfUse: 50, improvedTier: null, version: 2 }],
      userErrors: [],
    });
    const { data } = await taskForce(
      `{ officer(code: "IDLE") { latestFinding { tier reason days { isDayOfUse } } } officers(where: { tier: [REGULAR] }) { totalCount } }`,
    );
    expect(data.officers.totalCount).toBe(2);
    expect(data.officer.latestFinding.reason).toContain('đã được điều chỉnh');
    expect(data.officer.latestFinding.days.filter((day: any) => day.isDayOfUse)).toHaveLength(50);
    const kept = await world.ground.orm.em.fork().execute('select version, change, content from finding_version');
    expect(kept).toMatchObject([{ version: 1, change: 'IMPROVED_TAKEN' }]);
  });

  test('forwarding waits for the task force, which keeps the tier with a reason (T-5, example j)', async () => {
    await addEvidence(world, 'idle@snv.example', WORKDAYS, { forwarded: 3, received: 3 });
    const { review } = await open();
    const idle = findingOf(review, 'IDLE');
    expect(idle).toMatchObject({ tier: 'NEVER', signals: ['FORWARDED'] });
    const settled = await taskForce(SETTLE, { ids: [idle.id, findingOf(review, 'DAILY').id], take: false, note: 'Chuyển tiếp cho thư ký' });
    expect(settled.data.findingSettleSignals.findings).toMatchObject([{ tier: 'NEVER', signals: [] }]);
    expect(settled.data.findingSettleSignals.userErrors).toMatchObject([{ rule: 'T-5', path: ['ids', '1'] }]);
  });

  test('an absence recorded later works the finding out again from the frozen evidence, only for the better (T-5)', async () => {
    const { review } = await open();
    await addEvidence(world, 'idle@snv.example', WORKDAYS, { read: 1 });
    await recordAbsence(world.operator(), here.never, { fromOn: WINDOW.from, untilOn: WINDOW.to, document: 'QĐ 34/2026' });
    await recordAbsence(world.operator(), here.regular, { fromOn: WINDOW.from, untilOn: WINDOW.to, document: 'QĐ 35/2026' });
    await world.ground.outbox.drain();
    const { data } = await taskForce(`{ findings(where: { reviewId: { eq: "${review.id}" } }) { nodes { ${FINDING} } } }`);
    expect(findingOf({ findings: data.findings }, 'IDLE')).toMatchObject({
      tier: 'NOT_ASSESSED',
      notAssessedReason: 'EXCUSED',
      read: 0,
      version: 2,
    });
    expect(findingOf({ findings: data.findings }, 'DAILY')).toMatchObject({ tier: 'REGULAR', version: 1 });
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
      const ask = await world.signIn(role, here.agency);
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

  test('reading somebody’s evidence is recorded once a request with those it is about, reading one’s own is not (R-1)', async () => {
    const { review } = await open();
    const readings = () =>
      world.ground.orm.em
        .fork()
        .execute<{ details: string }[]>(`select details from audit_event where action = 'finding.readEvidence' order by seq`);
    const before = (await readings()).length;
    const contact = await world.signIn('AGENCY_CONTACT', here.agency);
    await contact('{ findings { nodes { tier signals } } }');
    expect(await readings()).toHaveLength(before);
    await contact('{ findings { nodes { reason days { date } causeNote } } }');
    const after = await readings();
    expect(after).toHaveLength(before + 1);
    const ids = review.findings.nodes.map((finding: any) => finding.id);
    expect(JSON.parse(after.at(-1)!.details).findings.sort()).toEqual([...ids].sort());
    const officer = await world.signIn('OFFICER', here.never);
    await officer('{ findings { nodes { reason } } }');
    expect(await readings()).toHaveLength(before + 1);
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
});
