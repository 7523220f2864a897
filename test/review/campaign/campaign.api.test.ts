/** A review as a campaign, over GraphQL: agencies check, heads confirm, silence convicts nobody, letters go out once (F-1 to F-6). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Ask, World } from '../../support/world.js';
import { type City, today } from '../review-world.js';
import {
  answer,
  ANSWER_FOR,
  CampaignRoom,
  CHECKS,
  CONFIRM,
  done,
  errorsOf,
  idOf,
  NAME_HEAD,
  PLAN,
  RETURN,
  SUBMIT,
} from './campaign-room.js';
import { ANSWER, CONTEST, FINALISE, SET_CAUSE } from '../review-documents.js';

describe('a campaign', () => {
  let world: World;
  let room: CampaignRoom;
  let here: City;
  let taskForce: Ask;
  let contact: Ask;
  let head: Ask;
  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(async () => {
    room = await CampaignRoom.build(world);
    ({ here, taskForce, contact, head } = room);
  });
  afterAll(() => world.close());

  test('begins with days, letters to come, and each agency at its check', async () => {
    const { review, userErrors } = await room.open();
    expect(userErrors).toEqual([]);
    // Opened on Wednesday 25 November 2026.
    expect(review).toMatchObject({
      stage: 'AGENCY_CHECK',
      silence: 'FINDING_STAYS',
      checkUntil: '2026-12-02',
      decideUntil: '2026-12-09',
      contestUntil: '2026-12-02',
    });
    expect(review.steps).toEqual([
      { kind: 'REMIND', dueAt: '2026-11-27T00:00:00.000Z', doneAt: null, letters: 0, unreached: 0 },
      { kind: 'TELL_HEAD', dueAt: '2026-12-01T00:00:00.000Z', doneAt: null, letters: 0, unreached: 0 },
      { kind: 'TELL_TASK_FORCE', dueAt: '2026-12-03T00:00:00.000Z', doneAt: null, letters: 0, unreached: 0 },
    ]);
    expect(review.progress).toEqual({
      agencies: 1,
      submitted: 0,
      confirmed: 0,
      overdue: 0,
      findings: 3,
      answered: 0,
      openContests: 0,
      unanswered: 2,
    });
    expect(await room.checkOf()).toMatchObject({
      state: 'CHECKING',
      findings: 3,
      answered: 0,
      head: null,
      availableActions: ['NAME_HEAD'],
    });
    const told = await room.letters('review.finding');
    expect(told.map(({ officer_id }) => officer_id).sort()).toEqual([here.never, here.leader].sort());
    expect(told[0]!.body).toContain('02/12/2026');
  });

  test('a review without a plan has no check, and is finalised as ever', async () => {
    const { review } = await room.open({ plan: undefined });
    expect(review).toMatchObject({ stage: null, checkUntil: null, steps: [] });
    expect((await taskForce(CHECKS, {})).data.agencyChecks.totalCount).toBe(0);
    expect(await room.letters('review.finding')).toEqual([]);
    expect(errorsOf(await answer(contact, [idOf(review, 'IDLE')]))).toEqual(['NOT_ALLOWED_NOW F-2']);
  });

  test('the contact answers, names the head and hands in; the head confirms', async () => {
    const { review } = await room.open();
    const ids = ['DAILY', 'IDLE', 'HEAD'].map((code) => idOf(review, code));
    const { id } = await room.checkOf(contact);
    expect(errorsOf(await done(contact, SUBMIT, { id }))).toEqual(['NOT_ALLOWED_NOW F-2']);
    expect((await answer(contact, [ids[0]!], { seconds: 12 })).findings[0].answer).toMatchObject({
      answer: 'CONFIRMED',
      isByTaskForce: false,
    });
    await answer(contact, ids.slice(1));
    expect(errorsOf(await done(contact, SUBMIT, { id }))).toEqual(['NOT_ALLOWED_NOW F-2']);
    expect(errorsOf(await done(contact, NAME_HEAD, { id, officerId: here.never }))).toEqual(['RULE_VIOLATED F-2']);
    expect(await done(contact, NAME_HEAD, { id, officerId: here.leader })).toMatchObject({
      userErrors: [],
      agencyCheck: { state: 'CHECKING' },
    });
    expect(errorsOf(await done(head, CONFIRM, { id }))).toEqual(['NOT_ALLOWED_NOW F-2']);
    expect(await done(contact, SUBMIT, { id })).toMatchObject({ userErrors: [], agencyCheck: { state: 'SUBMITTED', answered: 3 } });
    expect(errorsOf(await answer(contact, [ids[1]!]))).toEqual(['NOT_ALLOWED_NOW F-2']);
    expect(await room.checkOf(head)).toMatchObject({ availableActions: ['CONFIRM', 'RETURN'], signals: [], medianSeconds: null });
    expect((await room.checkOf(head)).list).toEqual([
      { code: 'HEAD', tier: 'IRREGULAR', answer: 'CONFIRMED' },
      { code: 'DAILY', tier: 'REGULAR', answer: 'CONFIRMED' },
      { code: 'IDLE', tier: 'NEVER', answer: 'CONFIRMED' },
    ]);
    expect(errorsOf(await done(head, RETURN, { id, reason: ' ' }))).toEqual(['REQUIRED F-2']);
    expect(await done(head, RETURN, { id, reason: 'Xem lại đồng chí IDLE' })).toMatchObject({ agencyCheck: { state: 'CHECKING' } });
    await done(contact, SUBMIT, { id });
    expect(await done(head, CONFIRM, { id })).toMatchObject({ userErrors: [], agencyCheck: { state: 'CONFIRMED', availableActions: [] } });
    expect(errorsOf(await done(contact, CONFIRM, { id, paper: { paperNumber: '12/SNV', paperOn: '2026-11-25' } }))).toEqual([
      'NOT_ALLOWED_NOW F-2',
    ]);
  });

  test('on paper the contact records the signed list, with number, scan and a day between handing in and today', async () => {
    const { review } = await room.open();
    const bearer = await world.bearer({ role: 'AGENCY_CONTACT', scopeId: here.agency });
    contact = (query, variables) => world.query(query, variables as never, bearer);
    const upload = await world.app.http.inject({
      method: 'POST',
      url: '/attachments?fileName=danh-sach.pdf',
      headers: { ...bearer, 'content-type': 'application/pdf' },
      payload: Buffer.from('%PDF-1.4 danh sách đã ký'),
    });
    const { attachmentId } = upload.json();
    await answer(
      contact,
      ['DAILY', 'IDLE', 'HEAD'].map((code) => idOf(review, code)),
    );
    const { id } = await room.checkOf(contact);
    await done(contact, NAME_HEAD, { id, officerId: here.leader });
    await done(contact, SUBMIT, { id });
    expect(errorsOf(await done(contact, CONFIRM, { id }))).toEqual(['REQUIRED F-2']);
    const onPaper = async (more: object) =>
      errorsOf(await done(contact, CONFIRM, { id, paper: { paperNumber: '7', paperOn: '2026-11-25', attachmentId, ...more } }));
    expect(await onPaper({ paperOn: '2026-12-24' })).toEqual(['INVALID F-2']);
    expect(await onPaper({ paperOn: '2026-11-24' })).toEqual(['INVALID F-2']);
    expect(await onPaper({ paperNumber: ' ' })).toEqual(['REQUIRED F-2']);
    expect(await onPaper({ attachmentId: null })).toEqual(['REQUIRED F-2']);
    expect(await done(contact, CONFIRM, { id, paper: { paperNumber: '7/SNV', paperOn: '2026-11-25', attachmentId } })).toMatchObject({
      agencyCheck: { state: 'CONFIRMED' },
    });
  });

  test('nobody checks the own finding, whatever their roles; the task force does it', async () => {
    const { review } = await room.open();
    const both = await world.signInAs([
      { role: 'AGENCY_CONTACT', scopeId: here.agency },
      { role: 'OFFICER', scopeId: here.never },
    ]);
    const force = await world.signInAs([{ role: 'TASK_FORCE' }, { role: 'OFFICER', scopeId: here.never }]);
    for (const ask of [both, force]) expect(errorsOf(await answer(ask, [idOf(review, 'IDLE')]))).toEqual(['RULE_VIOLATED F-2']);
    await answer(both, [idOf(review, 'DAILY'), idOf(review, 'HEAD')]);
    const { id } = await room.checkOf(both);
    await done(both, NAME_HEAD, { id, officerId: here.leader });
    expect(await done(both, SUBMIT, { id })).toMatchObject({ userErrors: [], agencyCheck: { state: 'SUBMITTED', answered: 2 } });
    expect((await answer(taskForce, [idOf(review, 'IDLE')])).findings[0].answer).toMatchObject({ isByTaskForce: true });
  });

  test('somebody else’s agency is not there; each finding stands alone', async () => {
    const { review } = await room.open();
    const other = await world.agency('SYT', 'syt.example');
    const stranger = await world.signIn('AGENCY_CONTACT', other);
    expect(await answer(stranger, [idOf(review, 'IDLE')])).toMatchObject({
      findings: [],
      userErrors: [{ code: 'NOT_FOUND', path: ['ids', '0'] }],
    });
    expect((await stranger(CHECKS, {})).data.agencyChecks.totalCount).toBe(0);
    const { id } = await room.checkOf(contact);
    expect(errorsOf(await done(stranger, SUBMIT, { id }))).toEqual(['NOT_FOUND']);
    const mixed = await answer(contact, [idOf(review, 'IDLE'), '0190a1b2-0000-7000-8000-000000000000', idOf(review, 'DAILY')]);
    expect(mixed.findings).toHaveLength(2);
    expect(mixed.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['ids', '1'] }]);
    const idle = await world.signIn('OFFICER', here.never);
    expect((await idle(ANSWER_FOR, { ids: [idOf(review, 'IDLE')], answer: 'CONFIRMED' })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    expect((await idle(CHECKS, {})).data.agencyChecks.totalCount).toBe(0);
  });

  test('contested with a reason, accepted: NOT_ASSESSED; the answer stands beside it', async () => {
    const { review } = await room.open();
    const idle = idOf(review, 'IDLE');
    expect(errorsOf(await answer(contact, [idle], { answer: 'CONTESTED', note: ' ' }))).toEqual(['REQUIRED F-2']);
    const contested = await answer(contact, [idle], { answer: 'CONTESTED', note: 'Biệt phái tại huyện từ tháng 9.' });
    expect(contested.findings[0]).toMatchObject({
      signals: ['CONTESTED'],
      contestNote: 'Biệt phái tại huyện từ tháng 9.',
      answer: { answer: 'CONTESTED' },
    });
    expect(errorsOf(await answer(contact, [idle]))).toEqual(['NOT_ALLOWED_NOW F-2']);
    await room.later(today('2026-12-04'));
    expect(errorsOf((await taskForce(FINALISE, { id: review.id })).data.reviewFinalise)).toEqual(['NOT_ALLOWED_NOW T-8']);
    await taskForce(ANSWER, { id: idle, accept: true, note: 'Có quyết định biệt phái.' });
    const { data } = await taskForce('query ($id: ID!) { finding(id: $id) { tier notAssessedReason answer { answer } } }', { id: idle });
    expect(data.finding).toEqual({ tier: 'NOT_ASSESSED', notAssessedReason: 'EXCUSED', answer: { answer: 'CONTESTED' } });
    expect(errorsOf((await taskForce(FINALISE, { id: review.id })).data.reviewFinalise)).toEqual([]);
  });

  test('two people: whoever handed in does not confirm, whoever contested does not decide', async () => {
    const { review } = await room.open();
    const both = await world.signInAs([
      { role: 'AGENCY_CONTACT', scopeId: here.agency },
      { role: 'OFFICER', scopeId: here.leader },
    ]);
    await answer(both, [idOf(review, 'DAILY')]);
    await answer(both, [idOf(review, 'IDLE')], { answer: 'CONTESTED', note: 'Ốm' });
    const { id, list, left } = (await both('{ agencyChecks(first: 5) { nodes { id left list { code isOwn mayAnswer } } } }')).data
      .agencyChecks.nodes[0];
    expect(left).toBe(0);
    expect(list).toEqual([
      { code: 'HEAD', isOwn: true, mayAnswer: false },
      { code: 'DAILY', isOwn: false, mayAnswer: true },
      { code: 'IDLE', isOwn: false, mayAnswer: false },
    ]);
    await done(both, NAME_HEAD, { id, officerId: here.leader });
    expect(errorsOf(await done(both, SUBMIT, { id }))).toEqual([]);
    expect(errorsOf(await done(both, CONFIRM, { id }))).toEqual(['RULE_VIOLATED F-2']);
    // By another account the same person.
    expect(errorsOf(await done(head, CONFIRM, { id }))).toEqual(['RULE_VIOLATED F-2']);
    // What the agency said is not written over, and its own finding is left to the task force.
    expect(errorsOf(await answer(taskForce, [idOf(review, 'DAILY')]))).toEqual(['NOT_ALLOWED_NOW F-2']);
    await answer(taskForce, [idOf(review, 'HEAD')], { answer: 'CONTESTED', note: 'Đi học' });
    const decide = async (ask: Ask, code: string) =>
      errorsOf((await ask(ANSWER, { id: idOf(review, code), accept: true, note: 'Có quyết định.' })).data.findingAnswerContest);
    expect(await decide(taskForce, 'HEAD')).toEqual(['RULE_VIOLATED T-8']);
    expect(await decide(await world.signIn('TASK_FORCE'), 'HEAD')).toEqual([]);
    expect(await decide(taskForce, 'IDLE')).toEqual([]);
  });

  test('a head who has moved reads the list no more, and confirms nothing', async () => {
    const { review } = await room.open();
    await answer(
      contact,
      ['DAILY', 'IDLE', 'HEAD'].map((code) => idOf(review, code)),
    );
    const { id } = await room.checkOf(contact);
    await done(contact, NAME_HEAD, { id, officerId: here.leader });
    await done(contact, SUBMIT, { id });
    await world.asOwner(`update officer set is_leader = false where id = '${here.leader}'`);
    expect((await head(CHECKS, {})).data.agencyChecks.totalCount).toBe(0);
    expect(errorsOf(await done(head, CONFIRM, { id }))).toEqual(['NOT_FOUND']);
  });

  test('after the agencies the task force can say both of a finding that nobody answered for', async () => {
    const { review } = await room.open({ plan: { ...PLAN, silence: 'TASK_FORCE_CHECKS' } });
    await room.later(today('2026-12-04'));
    expect(errorsOf(await answer(taskForce, [idOf(review, 'IDLE')], { answer: 'CONTESTED', note: 'Biệt phái' }))).toEqual([]);
  });

  test('F-3: where nobody has answered no cause with adverse steps is set, before or after finalising', async () => {
    const { review } = await room.open();
    const cause = async (name: string) =>
      (await taskForce(SET_CAUSE, { ids: [idOf(review, 'IDLE')], cause: name, note: 'x' })).data.findingSetCause.userErrors.map(
        ({ code, rule }: any) => `${code} ${rule}`,
      );
    expect(await cause('REFUSES')).toEqual(['NOT_ALLOWED_NOW F-3']);
    await room.later(today('2026-12-03'));
    await taskForce(FINALISE, { id: review.id });
    expect(await cause('NO_NEED')).toEqual(['NOT_ALLOWED_NOW F-3']);
    expect(await cause('HARD_TO_USE')).toEqual([]);
  });

  test('F-3: where nobody answers the finding stays, its cause stays empty, and nothing adverse can be proposed', async () => {
    const { review } = await room.open();
    expect(errorsOf((await taskForce(FINALISE, { id: review.id })).data.reviewFinalise)).toEqual(['NOT_ALLOWED_NOW T-8']);
    await room.later(today('2026-12-03'));
    expect(errorsOf((await taskForce(FINALISE, { id: review.id })).data.reviewFinalise)).toEqual([]);
    const { data } = await taskForce('query ($id: ID!) { finding(id: $id) { tier cause nextStep } }', { id: idOf(review, 'IDLE') });
    expect(data.finding).toEqual({ tier: 'NEVER', cause: null, nextStep: 'SET_CAUSE' });
    const propose = await taskForce(
      'mutation ($input: ProposeInput!) { decisionPropose(input: $input) { results { decision { id } userErrors { code rule } } userErrors { code rule } } }',
      { input: { kind: 'MAILBOX_REVOCATION', findingIds: [idOf(review, 'IDLE')], legalBasis: 'x', grounds: 'x' } },
    );
    const refused = [
      ...propose.data.decisionPropose.userErrors,
      ...propose.data.decisionPropose.results.flatMap((one: any) => one.userErrors),
    ];
    expect(refused.length).toBeGreaterThan(0);
    expect(propose.data.decisionPropose.results.every((one: any) => one.decision === null)).toBe(true);
  });

  test('F-3: where the task force answers for the silent, the findings do not hold before it has', async () => {
    const { review } = await room.open({ plan: { ...PLAN, silence: 'TASK_FORCE_CHECKS' } });
    await room.later(today('2026-12-03'));
    expect(errorsOf((await taskForce(FINALISE, { id: review.id })).data.reviewFinalise)).toEqual(['NOT_ALLOWED_NOW F-3']);
    await answer(taskForce, [idOf(review, 'IDLE'), idOf(review, 'HEAD')]);
    expect(errorsOf((await taskForce(FINALISE, { id: review.id })).data.reviewFinalise)).toEqual([]);
  });

  test('more time is given to all, for a reason, and only later', async () => {
    const { review } = await room.open();
    const extend = async (until: string, reason = 'Bão') =>
      errorsOf(
        (
          await taskForce(
            'mutation ($id: ID!, $until: String!, $reason: String!) { reviewExtendCheck(id: $id, until: $until, reason: $reason) { review { checkUntil contestUntil decideUntil } userErrors { code rule } } }',
            { id: review.id, until, reason },
          )
        ).data.reviewExtendCheck,
      );
    expect(await extend('2026-12-02')).toEqual(['INVALID F-1']);
    expect(await extend('02/12/2026')).toEqual(['INVALID F-1']);
    expect(await extend('2026-12-20', ' ')).toEqual(['REQUIRED F-1']);
    expect(await extend('2026-12-20')).toEqual([]);
    const { data } = await taskForce(
      'query ($id: ID!) { review(id: $id) { checkUntil contestUntil decideUntil steps { kind dueAt doneAt } } }',
      { id: review.id },
    );
    // 20 December is a Sunday; the task force keeps its five days, and each letter its distance from the end.
    expect(data.review).toEqual({
      checkUntil: '2026-12-21',
      contestUntil: '2026-12-21',
      decideUntil: '2026-12-28',
      steps: [
        { kind: 'REMIND', dueAt: '2026-12-16T00:00:00.000Z', doneAt: null },
        { kind: 'TELL_HEAD', dueAt: '2026-12-18T00:00:00.000Z', doneAt: null },
        { kind: 'TELL_TASK_FORCE', dueAt: '2026-12-22T00:00:00.000Z', doneAt: null },
      ],
    });
  });

  test('F-5: signals are for the task force alone', async () => {
    const { review } = await room.open();
    const leading = await world.signInAs([
      { role: 'AGENCY_CONTACT', scopeId: here.agency },
      { role: 'OFFICER', scopeId: here.leader },
    ]);
    const second = await world.officer(here.agency, { code: 'DEPUTY', isLeader: true });
    expect(second).toBeTruthy();
    await answer(leading, [idOf(review, 'IDLE'), idOf(review, 'DAILY')]);
    expect((await room.checkOf(taskForce)).signals).toEqual([]);
    expect((await room.checkOf(leading)).signals).toEqual([]);
  });

  test('the officer contests with a paper, which only those who may read the evidence can open', async () => {
    const { review } = await room.open();
    const idle = await world.signIn('OFFICER', here.never);
    const bearer = await world.bearer({ role: 'OFFICER', scopeId: here.never });
    const upload = await world.app.http.inject({
      method: 'POST',
      url: '/attachments?fileName=nghi-om.pdf',
      headers: { ...bearer, 'content-type': 'application/pdf' },
      payload: Buffer.from('%PDF-1.4 giấy ra viện'),
    });
    const { attachmentId } = upload.json();
    const mine = (query: string, variables: object) => world.query(query, variables as never, bearer);
    const contested = await mine(
      'mutation ($id: ID!, $file: ID) { findingContest(id: $id, note: "Nằm viện", attachmentId: $file) { findings { contestAttachmentId } userErrors { code } } }',
      { id: idOf(review, 'IDLE'), file: attachmentId },
    );
    expect(contested.data.findingContest).toEqual({ findings: [{ contestAttachmentId: attachmentId }], userErrors: [] });
    const statusFor = async (headers: Record<string, string>) =>
      (await world.app.http.inject({ method: 'GET', url: `/attachments/${attachmentId}`, headers })).statusCode;
    expect(await statusFor(bearer)).toBe(200);
    expect(await statusFor(await world.bearer('TASK_FORCE'))).toBe(200);
    expect(await statusFor(await world.bearer({ role: 'AGENCY_CONTACT', scopeId: here.agency }))).toBe(200);
    expect(await statusFor(await world.bearer({ role: 'OFFICER', scopeId: here.regular }))).toBe(404);
    expect(await statusFor(await world.bearer('TRAINER'))).toBe(404);
    expect((await idle(CONTEST, { id: idOf(review, 'IDLE'), note: 'lần nữa' })).data.findingContest.userErrors).toMatchObject([
      { code: 'NOT_ALLOWED_NOW' },
    ]);
    expect((await contact(SET_CAUSE, { ids: [idOf(review, 'DAILY')], cause: 'NO_NEED' })).data.findingSetCause.findings).toBeDefined();
  });
});
