/**
 * A quarter as it is held: opened from a definition, told to officers by letter with a code, checked by the agency and confirmed by its head, contested with
 * days of absence, bettered by newer evidence, finalised, and looked at again for those nobody answered for.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { forgetSessions } from '../../server/identity/session-cache.js';
import { onEvidenceChanged } from '../../server/review/late-facts.js';
import { takeDueSteps } from '../../server/review/campaign/steps.service.js';
import { addEvidence, city, today, WINDOW, WORKDAYS } from '../review/review-world.js';
import { type Ask, World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

async function done(ask: Ask, text: string, variables: Record<string, unknown> = {}): Promise<any> {
  const { data, errors } = await ask(text, variables);
  expect(errors).toBeUndefined();
  const payload = Object.values(data)[0] as any;
  expect(payload.userErrors ?? []).toEqual([]);
  return payload;
}

async function later(day: string): Promise<void> {
  world.ground.clock.stopAt(today(day));
  await world.asOwner(`update session set expires_at = '9999-01-01', last_used_at = '${today(day).toISOString()}'`);
  forgetSessions(world.ground);
}

const FINDING = 'id tier version notAssessedReason cause nextStep signals improvedTier excusedDays answer { answer } officer { code }';

test('a fair quarter', async () => {
  const here = await city(world, { contestDays: 5 });
  const silent = await world.agency('SYT', 'syt.example');
  await world.officer(silent, {
    code: 'SILENT',
    mailboxAddress: 'silent@snv.example',
    mailboxCreatedOn: '2020-01-01',
    sinceOn: '2020-01-01',
  });
  const [force, contact, head] = [
    await world.signIn('TASK_FORCE'),
    await world.signIn('AGENCY_CONTACT', here.agency),
    await world.signIn('OFFICER', here.leader),
  ];

  // Kept once, opened with one call.
  const { reviewDefinition } = await done(
    force,
    'mutation { reviewDefinitionSave(input: { name: "Rà soát quý", checkDays: 5, decideDays: 5, remindDays: [3] }) { reviewDefinition { id next { title } } userErrors { message } } }',
  );
  const { review } = await done(
    force,
    `mutation ($input: ReviewOpenInput!) { reviewOpen(input: $input) { review { id stage checkUntil findings(first: 20) { nodes { ${FINDING} } } } userErrors { message } } }`,
    { input: { title: reviewDefinition.next.title, windowTo: WINDOW.to, definitionId: reviewDefinition.id } },
  );
  expect(review).toMatchObject({ stage: 'AGENCY_CHECK', checkUntil: '2026-12-02' });
  const idOf = (code: string): string => review.findings.nodes.find((finding: any) => finding.officer.code === code).id;
  const found = async (code: string) =>
    (await force(`query ($id: ID!) { finding(id: $id) { ${FINDING} } }`, { id: idOf(code) })).data.finding;

  // The officer who does not read mail gets it on paper, with a code that opens the own file.
  const { data: waiting } = await contact('{ letters(first: 10, where: { state: [TO_HAND_OVER] }) { nodes { id kind about } } }');
  const sheet = waiting.letters.nodes.find(({ about }: any) => about === `finding:${idOf('IDLE')}`);
  const { printed } = await done(
    contact,
    'mutation ($ids: [ID!]!) { letterPrint(ids: $ids) { printed { body } userErrors { message } } }',
    {
      ids: [sheet.id],
    },
  );
  const [code] = /[A-Z0-9]{4}(?:-[A-Z0-9]{4})+/.exec(printed[0].body)!;
  await done(
    contact,
    'mutation ($ids: [ID!]!) { letterRecordReceipt(ids: $ids, input: { receivedOn: "2026-11-25", means: SIGNED }) { letters { id } userErrors { message } } }',
    { ids: [sheet.id] },
  );
  const { token } = await done(
    world.nobody,
    'mutation ($code: String!) { sessionCreateByCode(code: $code) { token userErrors { message } } }',
    { code },
  );
  const idle: Ask = (query, variables) => world.query(query, variables, { authorization: `Bearer ${token}` });
  const own = (await idle(`query ($id: ID!) { finding(id: $id) { tier reason days { date } availableActions } }`, { id: idOf('IDLE') }))
    .data.finding;
  expect(own).toMatchObject({ tier: 'NEVER', availableActions: ['CONTEST'] });
  expect(own.days).toHaveLength(90);

  // Away for the whole window but three weeks: the days are named, accepted with their document, and taken out.
  await done(
    idle,
    `mutation ($id: ID!) { findingContest(id: $id, note: "Tôi nằm viện", fromOn: "${WINDOW.from}", untilOn: "2026-11-05") { findings { id } userErrors { message } } }`,
    { id: idOf('IDLE') },
  );
  await done(
    force,
    'mutation ($id: ID!) { findingAnswerContest(id: $id, accept: true, asAbsence: true, note: "Giấy ra viện số 12 ngày 05/11/2026") { findings { id } userErrors { message } } }',
    { id: idOf('IDLE') },
  );
  await world.settled();
  expect(await found('IDLE')).toMatchObject({ tier: 'NOT_ASSESSED', notAssessedReason: 'TOO_FEW_DAYS', version: 4 });

  // The agency answers, its head confirms; the other agency says nothing.
  const check = (await contact('{ agencyChecks(first: 5) { nodes { id agency { code } } } }')).data.agencyChecks.nodes[0];
  await done(
    contact,
    'mutation ($ids: [ID!]!) { findingAnswer(ids: $ids, answer: CONFIRMED) { findings { id } userErrors { message } } }',
    {
      ids: ['DAILY', 'IDLE', 'HEAD'].map(idOf),
    },
  );
  for (const [ask, command] of [
    [contact, `agencyCheckNameHead(id: "${check.id}", officerId: "${here.leader}")`],
    [contact, `agencyCheckSubmit(id: "${check.id}")`],
    [head, `agencyCheckConfirm(id: "${check.id}")`],
  ] as const)
    await done(ask, `mutation { ${command} { agencyCheck { state } userErrors { message } } }`);

  // Logs that come later better the finding of the head: flagged, and settled by the task force.
  await addEvidence(world, 'head@snv.example', WORKDAYS.slice(0, 50), { read: 2 });
  await onEvidenceChanged({ at: '2026-12-31T00:00:00Z', from: WINDOW.from, to: WINDOW.to }, world.ground);
  expect(await found('HEAD')).toMatchObject({ tier: 'IRREGULAR', signals: ['NEWER_EVIDENCE'], improvedTier: 'REGULAR' });
  await done(
    force,
    'mutation ($ids: [ID!]!) { findingSettleSignals(ids: $ids, takeImproved: true, note: "Nhật ký bổ sung") { findings { tier } userErrors { message } } }',
    { ids: [idOf('HEAD')] },
  );
  expect(await found('HEAD')).toMatchObject({ tier: 'REGULAR', signals: [] });

  await later('2026-12-03');
  await takeDueSteps(world.ground);
  const { progress } = (
    await force('query ($id: ID!) { review(id: $id) { progress { agencies confirmed overdue answered unanswered } } }', { id: review.id })
  ).data.review;
  expect(progress).toEqual({ agencies: 2, confirmed: 1, overdue: 1, answered: 3, unanswered: 1 });
  await done(force, 'mutation ($id: ID!) { reviewFinalise(id: $id) { review { state } userErrors { message } } }', { id: review.id });
  // Silence: the finding stays, and offers nothing but to set a cause.
  expect(await found('SILENT')).toMatchObject({ tier: 'NEVER', cause: null, nextStep: 'SET_CAUSE', answer: null });

  // And is looked at again.
  const again = await done(
    force,
    `mutation ($input: ReviewOpenInput!) { reviewOpen(input: $input) { review { rerunScope findings(first: 20) { nodes { officer { code } } } } userErrors { message } } }`,
    { input: { title: 'Lần hai', windowTo: WINDOW.to, rerunOfId: review.id } },
  );
  expect(again.review).toEqual({ rerunScope: 'REMAINING', findings: { nodes: [{ officer: { code: 'SILENT' } }] } });
});
