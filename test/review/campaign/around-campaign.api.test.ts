/** What goes on around a campaign, over GraphQL: letters at their minute, substitutes, reviews made again, definitions (F-1, F-2, F-4, F-6). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { takeDueSteps } from '../../../server/review/campaign/steps.service.js';
import { endSubstitutes } from '../../../server/review/campaign/substitute.service.js';
import { recordAbsence } from '../../../server/registry/officer.service.js';
import { type Ask, World } from '../../support/world.js';
import { type City, today, WINDOW } from '../review-world.js';
import { answer, ANSWER_FOR, CampaignRoom, CHECKS, CONFIRM, done, errorsOf, idOf, NAME_HEAD, SUBMIT } from './campaign-room.js';
import { FINALISE } from '../review-documents.js';

describe('around a campaign', () => {
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

  describe('F-4: letters', () => {
    const run = () => takeDueSteps(world.ground);
    const at = (instant: string) => room.later(new Date(instant));

    test('go out at their minute, once, to those who have not answered', async () => {
      const { review } = await room.open();
      const { id } = await room.checkOf();
      await done(taskForce, NAME_HEAD, { id, officerId: here.leader });
      // The contact has a file of their own, so that a letter reaches them.
      const contactOfficer = await world.officer(here.agency, { code: 'DAUMOI', mailboxAddress: undefined });
      await world.signInAs([
        { role: 'AGENCY_CONTACT', scopeId: here.agency },
        { role: 'OFFICER', scopeId: contactOfficer },
      ]);
      await at('2026-11-26T23:59:59.999Z');
      await run();
      expect(await room.letters('review.reminder')).toEqual([]);
      await at('2026-11-27T00:00:00.000Z');
      await run();
      await run();
      expect((await room.letters('review.reminder')).map(({ officer_id }) => officer_id)).toEqual([contactOfficer]);
      await at('2026-12-01T00:00:00.000Z');
      await run();
      expect((await room.letters('review.toHead')).map(({ officer_id }) => officer_id)).toEqual([here.leader]);
      expect((await room.letters('review.toHead'))[0]!.body).toContain('không có biện pháp bất lợi');
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
      const { review } = await room.open();
      const { id } = await room.checkOf();
      await answer(
        contact,
        ['DAILY', 'IDLE', 'HEAD'].map((code) => idOf(review, code)),
      );
      await done(contact, NAME_HEAD, { id, officerId: here.leader });
      await done(contact, SUBMIT, { id });
      await at('2026-11-27T00:00:00.000Z');
      await run();
      // Handed in: now it is the head who is waited for.
      expect((await room.letters('review.reminder')).map(({ officer_id }) => officer_id)).toEqual([here.leader]);
      await done(head, CONFIRM, { id });
      await at('2026-12-01T00:00:00.000Z');
      await run();
      expect(await room.letters('review.toHead')).toEqual([]);
      await taskForce('mutation ($id: ID!) { reviewCancel(id: $id, reason: "x") { review { state } } }', { id: review.id });
      await at('2026-12-03T00:00:00.000Z');
      await run();
      expect(await room.letters('review.overdue')).toEqual([]);
    });
  });

  test('F-2: a substitute does the work of the contact up to a day, and no longer', async () => {
    const { review } = await room.open();
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
    await room.later(today('2026-11-27'));
    await endSubstitutes(world.ground);
    expect((await standIn('{ me { roles } }')).data.me.roles).toContain('AGENCY_CONTACT');
    await room.later(today('2026-11-28'));
    await endSubstitutes(world.ground);
    expect((await standIn('{ me { roles } }')).data.me.roles).toEqual(['OFFICER']);
    expect((await standIn(ANSWER_FOR, { ids: [idOf(review, 'HEAD')], answer: 'CONFIRMED' })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  });

  test('F-6: a review is made again for those nobody answered for, or of whom something has changed', async () => {
    const { review } = await room.open();
    expect(errorsOf(await room.open({ rerunOfId: review.id }))).toEqual(['NOT_ALLOWED_NOW F-6']);
    await answer(contact, [idOf(review, 'DAILY')]);
    await room.later(today('2026-12-03'));
    await taskForce(FINALISE, { id: review.id });
    const again = await room.open({ title: 'Lần hai', rerunOfId: review.id, rerunScope: 'REMAINING' });
    expect(again.review).toMatchObject({ rerunScope: 'REMAINING', rerunOf: { reference: 'DR-2026-0001' } });
    expect(again.review.findings.nodes.map((one: any) => one.officer.code).sort()).toEqual(['HEAD', 'IDLE']);
    await taskForce('mutation ($id: ID!) { reviewCancel(id: $id, reason: "x") { review { state } } }', { id: again.review.id });
    expect(errorsOf(await room.open({ rerunOfId: review.id, rerunScope: 'CHANGED' }))).toEqual(['NOT_ALLOWED_NOW F-6']);
    await recordAbsence(world.operator(), here.never, { fromOn: WINDOW.from, untilOn: WINDOW.to, document: 'QĐ 12' });
    await world.settled();
    const changed = await room.open({ rerunOfId: review.id, rerunScope: 'CHANGED' });
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
    const { review } = await room.open({ plan: undefined, definitionId: reviewDefinition.id });
    expect(review).toMatchObject({ silence: 'TASK_FORCE_CHECKS', checkUntil: '2026-11-30', stage: 'AGENCY_CHECK' });
    expect((await contact('{ reviewDefinitions { name } }')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
