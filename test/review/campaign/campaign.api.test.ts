/** A review as a campaign, over GraphQL: agencies check, heads confirm, silence convicts nobody, letters go out once (F-1 to F-6). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { forgetSessions } from '../../../server/identity/session-cache.js';
import { takeDueSteps } from '../../../server/review/campaign/steps.service.js';
import { endSubstitutes } from '../../../server/review/campaign/substitute.service.js';
import { recordAbsence } from '../../../server/registry/officer.service.js';
import { type Ask, World } from '../../support/world.js';
import { city, type City, today, WINDOW } from '../review-world.js';
import { ANSWER, CONTEST, FINALISE, SET_CAUSE } from '../review-documents.js';

const OPEN = `mutation ($input: ReviewOpenInput!) { reviewOpen(input: $input) {
  review { id reference stage silence checkUntil decideUntil contestUntil rerunScope rerunOf { reference } steps { kind dueAt doneAt letters unreached }
    progress { agencies submitted confirmed overdue findings answered openContests unanswered }
    findings(first: 20) { nodes { id tier officer { code } } } }
  userErrors { code rule path } } }`;
const ANSWER_FOR = `mutation ($ids: [ID!]!, $answer: CheckAnswer!, $note: String, $seconds: Int, $attachmentId: ID) {
  findingAnswer(ids: $ids, answer: $answer, note: $note, seconds: $seconds, attachmentId: $attachmentId) {
    findings { id tier signals contestNote answer { answer checkedBy isByTaskForce } } userErrors { code rule path message } } }`;
const CHECK = 'agencyCheck { id state head { fullName } answered findings availableActions } userErrors { code rule path message }';
const CHECKS = `query ($where: AgencyCheckWhere) { agencyChecks(first: 10, where: $where) { totalCount nodes {
  id state isOverdue findings answered contested agency { code } head { officerId } availableActions signals medianSeconds list { code tier answer } } } }`;
const act = (name: string, args = '', values = '') => `mutation ($id: ID!${args}) { ${name}(id: $id${values}) { ${CHECK} } }`;
const SUBMIT = act('agencyCheckSubmit');
const CONFIRM = act('agencyCheckConfirm', ', $paper: CheckPaperInput', ', paper: $paper');
const RETURN = act('agencyCheckReturn', ', $reason: String!', ', reason: $reason');
const NAME_HEAD = act('agencyCheckNameHead', ', $officerId: ID!', ', officerId: $officerId');

const PLAN = { checkDays: 5, decideDays: 5, remindDays: [3], escalateDays: 1, silence: 'FINDING_STAYS', tellsOfficers: true };

describe('a campaign', () => {
  let world: World;
  let here: City;
  let taskForce: Ask;
  let contact: Ask;
  let head: Ask;
  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(async () => {
    await world.clear();
    here = await city(world, { contestDays: 5 });
    taskForce = await world.signIn('TASK_FORCE');
    contact = await world.signIn('AGENCY_CONTACT', here.agency);
    head = await world.signIn('OFFICER', here.leader);
  });
  afterAll(() => world.close());

  async function open(input: Record<string, unknown> = {}) {
    const { data, errors } = await taskForce(OPEN, { input: { title: 'Quý IV', windowTo: WINDOW.to, plan: PLAN, ...input } });
    expect(errors).toBeUndefined();
    return data.reviewOpen;
  }
  const idOf = (review: any, code: string): string => review.findings.nodes.find((finding: any) => finding.officer.code === code).id;
  const checkOf = async (ask: Ask = taskForce) => (await ask(CHECKS, {})).data.agencyChecks.nodes[0];
  const errorsOf = (payload: any): string[] => payload.userErrors.map(({ code, rule }: any) => `${code} ${rule ?? ''}`.trim());
  async function answer(ask: Ask, ids: string[], more: Record<string, unknown> = {}) {
    const { data, errors } = await ask(ANSWER_FOR, { ids, answer: 'CONFIRMED', ...more });
    expect(errors).toBeUndefined();
    return data.findingAnswer;
  }
  async function done(ask: Ask, text: string, variables: Record<string, unknown>) {
    const { data, errors } = await ask(text, variables);
    expect(errors).toBeUndefined();
    return Object.values(data)[0] as any;
  }
  /** Days later the same people come again. */
  async function later(at: Date) {
    world.ground.clock.stopAt(at);
    await world.asOwner(`update session set expires_at = '9999-01-01', last_used_at = '${at.toISOString()}'`);
    forgetSessions(world.ground);
  }
  const letters = (kind: string) =>
    world.ground.orm.em
      .fork()
      .execute<{ officer_id: string; body: string; about: string }[]>(
        `select officer_id, body, about from letter where kind = ? order by created_at, id`,
        [kind],
      );

  test('begins with days, letters to come, and each agency at its check', async () => {
    const { review, userErrors } = await open();
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
    expect(await checkOf()).toMatchObject({ state: 'CHECKING', findings: 3, answered: 0, head: null, availableActions: ['NAME_HEAD'] });
    const told = await letters('review.finding');
    expect(told.map(({ officer_id }) => officer_id).sort()).toEqual([here.never, here.leader].sort());
    expect(told[0]!.body).toContain('02/12/2026');
  });

  test('a review without a plan has no check, and is finalised as ever', async () => {
    const { review } = await open({ plan: undefined });
    expect(review).toMatchObject({ stage: null, checkUntil: null, steps: [] });
    expect((await taskForce(CHECKS, {})).data.agencyChecks.totalCount).toBe(0);
    expect(await letters('review.finding')).toEqual([]);
    expect(errorsOf(await answer(contact, [idOf(review, 'IDLE')]))).toEqual(['NOT_ALLOWED_NOW F-2']);
  });

  test('the contact answers, names the head and hands in; the head confirms', async () => {
    const { review } = await open();
    const ids = ['DAILY', 'IDLE', 'HEAD'].map((code) => idOf(review, code));
    const { id } = await checkOf(contact);
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
    expect(await checkOf(head)).toMatchObject({ availableActions: ['CONFIRM', 'RETURN'], signals: [], medianSeconds: null });
    expect((await checkOf(head)).list).toEqual([
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

  test('on paper the contact records the signed list, with number and a day that has come', async () => {
    const { review } = await open();
    await answer(
      contact,
      ['DAILY', 'IDLE', 'HEAD'].map((code) => idOf(review, code)),
    );
    const { id } = await checkOf(contact);
    await done(contact, NAME_HEAD, { id, officerId: here.leader });
    await done(contact, SUBMIT, { id });
    expect(errorsOf(await done(contact, CONFIRM, { id }))).toEqual(['REQUIRED F-2']);
    expect(errorsOf(await done(contact, CONFIRM, { id, paper: { paperNumber: '7', paperOn: '2026-12-24' } }))).toEqual(['INVALID F-2']);
    expect(errorsOf(await done(contact, CONFIRM, { id, paper: { paperNumber: ' ', paperOn: '2026-11-25' } }))).toEqual(['REQUIRED F-2']);
    expect(await done(contact, CONFIRM, { id, paper: { paperNumber: '7/SNV', paperOn: '2026-11-25' } })).toMatchObject({
      agencyCheck: { state: 'CONFIRMED' },
    });
  });

  test('nobody checks the own finding, whatever their roles; the task force does it', async () => {
    const { review } = await open();
    const both = await world.signInAs([
      { role: 'AGENCY_CONTACT', scopeId: here.agency },
      { role: 'OFFICER', scopeId: here.never },
    ]);
    const force = await world.signInAs([{ role: 'TASK_FORCE' }, { role: 'OFFICER', scopeId: here.never }]);
    for (const ask of [both, force]) expect(errorsOf(await answer(ask, [idOf(review, 'IDLE')]))).toEqual(['RULE_VIOLATED F-2']);
    await answer(both, [idOf(review, 'DAILY'), idOf(review, 'HEAD')]);
    const { id } = await checkOf(both);
    await done(both, NAME_HEAD, { id, officerId: here.leader });
    expect(await done(both, SUBMIT, { id })).toMatchObject({ userErrors: [], agencyCheck: { state: 'SUBMITTED', answered: 2 } });
    expect((await answer(taskForce, [idOf(review, 'IDLE')])).findings[0].answer).toMatchObject({ isByTaskForce: true });
  });

  test('somebody else’s agency is not there; each finding stands alone', async () => {
    const { review } = await open();
    const other = await world.agency('SYT', 'syt.example');
    const stranger = await world.signIn('AGENCY_CONTACT', other);
    expect(await answer(stranger, [idOf(review, 'IDLE')])).toMatchObject({
      findings: [],
      userErrors: [{ code: 'NOT_FOUND', path: ['ids', '0'] }],
    });
    expect((await stranger(CHECKS, {})).data.agencyChecks.totalCount).toBe(0);
    const { id } = await checkOf(contact);
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
    const { review } = await open();
    const idle = idOf(review, 'IDLE');
    expect(errorsOf(await answer(contact, [idle], { answer: 'CONTESTED', note: ' ' }))).toEqual(['REQUIRED F-2']);
    const contested = await answer(contact, [idle], { answer: 'CONTESTED', note: 'Biệt phái tại huyện từ tháng 9.' });
    expect(contested.findings[0]).toMatchObject({
      signals: ['CONTESTED'],
      contestNote: 'Biệt phái tại huyện từ tháng 9.',
      answer: { answer: 'CONTESTED' },
    });
    expect(errorsOf(await answer(contact, [idle]))).toEqual(['NOT_ALLOWED_NOW F-2']);
    await later(today('2026-12-04'));
    expect(errorsOf((await taskForce(FINALISE, { id: review.id })).data.reviewFinalise)).toEqual(['NOT_ALLOWED_NOW T-8']);
    await taskForce(ANSWER, { id: idle, accept: true, note: 'Có quyết định biệt phái.' });
    const { data } = await taskForce('query ($id: ID!) { finding(id: $id) { tier notAssessedReason answer { answer } } }', { id: idle });
    expect(data.finding).toEqual({ tier: 'NOT_ASSESSED', notAssessedReason: 'EXCUSED', answer: { answer: 'CONTESTED' } });
    expect(errorsOf((await taskForce(FINALISE, { id: review.id })).data.reviewFinalise)).toEqual([]);
  });

  test('F-3: where nobody answers the finding stays, its cause stays empty, and nothing adverse can be proposed', async () => {
    const { review } = await open();
    expect(errorsOf((await taskForce(FINALISE, { id: review.id })).data.reviewFinalise)).toEqual(['NOT_ALLOWED_NOW T-8']);
    await later(today('2026-12-03'));
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
    const { review } = await open({ plan: { ...PLAN, silence: 'TASK_FORCE_CHECKS' } });
    await later(today('2026-12-03'));
    expect(errorsOf((await taskForce(FINALISE, { id: review.id })).data.reviewFinalise)).toEqual(['NOT_ALLOWED_NOW F-3']);
    await answer(taskForce, [idOf(review, 'IDLE'), idOf(review, 'HEAD')]);
    expect(errorsOf((await taskForce(FINALISE, { id: review.id })).data.reviewFinalise)).toEqual([]);
  });

  describe('F-4: letters', () => {
    const run = () => takeDueSteps(world.ground);
    const at = (instant: string) => later(new Date(instant));

    test('go out at their minute, once, to those who have not answered', async () => {
      const { review } = await open();
      const { id } = await checkOf();
      await done(taskForce, NAME_HEAD, { id, officerId: here.leader });
      // The contact has a file of their own, so that a letter reaches them.
      const contactOfficer = await world.officer(here.agency, { code: 'DAUMOI', mailboxAddress: undefined });
      await world.signInAs([
        { role: 'AGENCY_CONTACT', scopeId: here.agency },
        { role: 'OFFICER', scopeId: contactOfficer },
      ]);
      await at('2026-11-26T23:59:59.999Z');
      await run();
      expect(await letters('review.reminder')).toEqual([]);
      await at('2026-11-27T00:00:00.000Z');
      await run();
      await run();
      expect((await letters('review.reminder')).map(({ officer_id }) => officer_id)).toEqual([contactOfficer]);
      await at('2026-12-01T00:00:00.000Z');
      await run();
      expect((await letters('review.toHead')).map(({ officer_id }) => officer_id)).toEqual([here.leader]);
      expect((await letters('review.toHead'))[0]!.body).toContain('không có biện pháp bất lợi');
      await at('2026-12-03T00:00:00.000Z');
      await run();
      const steps = (await taskForce('query ($id: ID!) { review(id: $id) { steps { kind doneAt letters unreached } } }', { id: review.id }))
        .data.review.steps;
      expect(steps).toMatchObject([
        { kind: 'REMIND', doneAt: '2026-11-27T00:00:00.000Z', letters: 1, unreached: 0 },
        { kind: 'TELL_HEAD', doneAt: '2026-12-01T00:00:00.000Z', letters: 1, unreached: 0 },
        { kind: 'TELL_TASK_FORCE', doneAt: '2026-12-03T00:00:00.000Z', letters: 0 },
      ]);
      expect((await taskForce(CHECKS, { where: { isOverdue: true } })).data.agencyChecks.totalCount).toBe(1);
    });

    test('not to an agency that has confirmed, and none of a review that is called off', async () => {
      const { review } = await open();
      const { id } = await checkOf();
      await answer(
        contact,
        ['DAILY', 'IDLE', 'HEAD'].map((code) => idOf(review, code)),
      );
      await done(contact, NAME_HEAD, { id, officerId: here.leader });
      await done(contact, SUBMIT, { id });
      await at('2026-11-27T00:00:00.000Z');
      await run();
      // Handed in: now it is the head who is waited for.
      expect((await letters('review.reminder')).map(({ officer_id }) => officer_id)).toEqual([here.leader]);
      await done(head, CONFIRM, { id });
      await at('2026-12-01T00:00:00.000Z');
      await run();
      expect(await letters('review.toHead')).toEqual([]);
      await taskForce('mutation ($id: ID!) { reviewCancel(id: $id, reason: "x") { review { state } } }', { id: review.id });
      await at('2026-12-03T00:00:00.000Z');
      await run();
      expect(await letters('review.overdue')).toEqual([]);
    });
  });

  test('more time is given to all, for a reason, and only later', async () => {
    const { review } = await open();
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
    const { data } = await taskForce('query ($id: ID!) { review(id: $id) { checkUntil contestUntil decideUntil } }', { id: review.id });
    expect(data.review).toEqual({ checkUntil: '2026-12-20', contestUntil: '2026-12-20', decideUntil: '2026-12-20' });
  });

  test('F-2: a substitute does the work of the contact up to a day, and no longer', async () => {
    const { review } = await open();
    const APPOINT = `mutation ($input: ContactSubstituteInput!) { contactSubstituteAppoint(input: $input) { contactSubstitute { id untilOn agency { code } user { name } } userErrors { code rule path } } }`;
    const standIn = await world.signIn('OFFICER', here.regular);
    const input = { agencyId: here.agency, officerId: here.regular, untilOn: '2026-11-27', reason: 'Nghỉ phép' };
    const appoint = async (ask: Ask, more: object = {}) =>
      (await ask(APPOINT, { input: { ...input, ...more } })).data.contactSubstituteAppoint;
    expect(errorsOf(await appoint(contact, { untilOn: '2026-11-24' }))).toEqual(['INVALID F-2']);
    expect(errorsOf(await appoint(contact, { reason: '' }))).toEqual(['REQUIRED F-2']);
    expect(errorsOf(await appoint(contact, { officerId: here.never }))).toEqual(['NOT_FOUND F-2']);
    expect(await appoint(contact)).toMatchObject({ userErrors: [], contactSubstitute: { untilOn: '2026-11-27', agency: { code: 'SNV' } } });
    expect(errorsOf(await appoint(contact))).toEqual(['DUPLICATE F-2']);
    expect((await answer(standIn, [idOf(review, 'IDLE')])).findings[0].answer.answer).toBe('CONFIRMED');
    expect(errorsOf(await answer(standIn, [idOf(review, 'DAILY')]))).toEqual(['RULE_VIOLATED F-2']);
    expect(errorsOf(await appoint(standIn, { officerId: here.leader }))).toEqual(['INVALID F-2']);
    await later(today('2026-11-27'));
    await endSubstitutes(world.ground);
    expect((await standIn('{ me { roles } }')).data.me.roles).toContain('AGENCY_CONTACT');
    await later(today('2026-11-28'));
    await endSubstitutes(world.ground);
    expect((await standIn('{ me { roles } }')).data.me.roles).toEqual(['OFFICER']);
    expect((await standIn(ANSWER_FOR, { ids: [idOf(review, 'HEAD')], answer: 'CONFIRMED' })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  });

  test('F-5: signals are for the task force alone', async () => {
    const { review } = await open();
    const leading = await world.signInAs([
      { role: 'AGENCY_CONTACT', scopeId: here.agency },
      { role: 'OFFICER', scopeId: here.leader },
    ]);
    const second = await world.officer(here.agency, { code: 'DEPUTY', isLeader: true });
    expect(second).toBeTruthy();
    await answer(leading, [idOf(review, 'IDLE'), idOf(review, 'DAILY')]);
    expect((await checkOf(taskForce)).signals).toEqual([]);
    expect((await checkOf(leading)).signals).toEqual([]);
  });

  test('F-6: a review is made again for those nobody answered for, or of whom something has changed', async () => {
    const { review } = await open();
    expect(errorsOf(await open({ rerunOfId: review.id }))).toEqual(['NOT_ALLOWED_NOW F-6']);
    await answer(contact, [idOf(review, 'DAILY')]);
    await later(today('2026-12-03'));
    await taskForce(FINALISE, { id: review.id });
    const again = await open({ title: 'Lần hai', rerunOfId: review.id, rerunScope: 'REMAINING' });
    expect(again.review).toMatchObject({ rerunScope: 'REMAINING', rerunOf: { reference: 'DR-2026-0001' } });
    expect(again.review.findings.nodes.map((one: any) => one.officer.code).sort()).toEqual(['HEAD', 'IDLE']);
    await taskForce('mutation ($id: ID!) { reviewCancel(id: $id, reason: "x") { review { state } } }', { id: again.review.id });
    expect(errorsOf(await open({ rerunOfId: review.id, rerunScope: 'CHANGED' }))).toEqual(['NOT_ALLOWED_NOW F-6']);
    await recordAbsence(world.operator(), here.never, { fromOn: WINDOW.from, untilOn: WINDOW.to, document: 'QĐ 12' });
    await world.settled();
    const changed = await open({ rerunOfId: review.id, rerunScope: 'CHANGED' });
    expect(changed.review.findings.nodes.map((one: any) => `${one.officer.code} ${one.tier}`)).toEqual(['IDLE NOT_ASSESSED']);
  });

  test('F-1: a definition opens the next review with one call', async () => {
    const SAVE = `mutation ($input: ReviewDefinitionInput!) { reviewDefinitionSave(input: $input) { reviewDefinition { id version name silence remindDays agencies { code } next { title windowTo } } userErrors { code rule path } } }`;
    const save = async (input: object) => (await taskForce(SAVE, { input })).data.reviewDefinitionSave;
    expect(errorsOf(await save({ name: ' ' }))).toEqual(['REQUIRED F-1']);
    expect(errorsOf(await save({ name: 'Quý', checkDays: 99 }))).toEqual(['INVALID F-1']);
    const { reviewDefinition, userErrors } = await save({
      name: 'Rà soát quý',
      agencyIds: [here.agency],
      checkDays: 3,
      remindDays: [1],
      silence: 'TASK_FORCE_CHECKS',
    });
    expect(userErrors).toEqual([]);
    expect(reviewDefinition).toMatchObject({
      version: 1,
      agencies: [{ code: 'SNV' }],
      remindDays: [1],
      next: { title: 'Rà soát quý – 30/09/2026', windowTo: '2026-09-30' },
    });
    expect(errorsOf(await save({ name: 'Rà soát quý' }))).toEqual(['DUPLICATE']);
    expect(errorsOf(await save({ id: reviewDefinition.id, expectedVersion: 9, name: 'Rà soát quý' }))).toEqual(['STALE']);
    const { review } = await open({ plan: undefined, definitionId: reviewDefinition.id });
    expect(review).toMatchObject({ silence: 'TASK_FORCE_CHECKS', checkUntil: '2026-11-30', stage: 'AGENCY_CHECK' });
    expect((await contact('{ reviewDefinitions { name } }')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  test('the officer contests with a paper, which only those who may read the evidence can open', async () => {
    const { review } = await open();
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
