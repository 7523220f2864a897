/** Ways round the rules of a campaign that somebody found, each closed, over GraphQL (F-1, F-2, F-3, F-4, F-6). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { officerLeaves, recordAbsence, transferOfficer } from '../../../server/registry/officer.service.js';
import { endSubstitutes } from '../../../server/review/campaign/substitute.service.js';
import { type Ask, World } from '../../support/world.js';
import { FINALISE } from '../review-documents.js';
import { type City, today, WINDOW } from '../review-world.js';
import { answer, CampaignRoom, CONFIRM, done, errorsOf, idOf, NAME_HEAD, SUBMIT } from './campaign-room.js';

const CONTEST = `mutation ($id: ID!, $note: String!, $fromOn: Date, $untilOn: Date) { findingContest(id: $id, note: $note, fromOn: $fromOn, untilOn: $untilOn) {
  findings { id contestNote } userErrors { code rule path } } }`;
const ANSWER_CONTEST = `mutation ($id: ID!, $accept: Boolean!) { findingAnswerContest(id: $id, accept: $accept, note: "Đã xem xét") { findings { tier } userErrors { code rule } } }`;
const CAUSE = `mutation ($ids: [ID!]!) { findingSetCause(ids: $ids, cause: REFUSES, note: "Nhắc ba lần") { userErrors { code rule } } }`;
const CANCEL = 'mutation ($id: ID!) { reviewCancel(id: $id, reason: "Nhầm") { review { state } userErrors { code } } }';
const EXTEND =
  'mutation ($id: ID!, $until: String!) { reviewExtendCheck(id: $id, until: $until, reason: "Bão") { review { checkUntil } userErrors { code rule } } }';

describe('no way round', () => {
  let world: World;
  let room: CampaignRoom;
  let here: City;
  let taskForce: Ask;
  let contact: Ask;
  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(async () => {
    room = await CampaignRoom.build(world);
    ({ here, taskForce, contact } = room);
  });
  afterAll(() => world.close());

  const codes = (payload: any): string[] => payload.review.findings.nodes.map((one: any) => one.officer.code).sort();
  const everybody = (review: any): string[] => ['DAILY', 'IDLE', 'HEAD'].map((code) => idOf(review, code));

  test('F-6: a contest that was won is not undone by a later absence or move', async () => {
    const { review } = await room.open();
    const officer = await world.signIn('OFFICER', here.never);
    const id = idOf(review, 'IDLE');
    await done(officer, CONTEST, { id, note: 'Đi học dài ngày' });
    expect(await done(taskForce, ANSWER_CONTEST, { id, accept: true })).toMatchObject({ findings: [{ tier: 'NOT_ASSESSED' }] });
    await room.later(today('2026-12-03'));
    await done(taskForce, FINALISE, { id: review.id });
    await recordAbsence(world.operator(), here.never, { fromOn: WINDOW.from, untilOn: WINDOW.from, document: 'QĐ 12' });
    await world.settled();
    expect(errorsOf(await room.open({ rerunOfId: review.id, rerunScope: 'CHANGED' }))).toEqual(['NOT_ALLOWED_NOW F-6']);
  });

  test('F-3: asked again without a plan the agencies check as before, so that silence decides nothing', async () => {
    const { review } = await room.open();
    await room.later(today('2026-12-03'));
    await done(taskForce, FINALISE, { id: review.id });
    const again = await room.open({ rerunOfId: review.id, rerunScope: 'REMAINING', plan: null });
    expect(again.review.checkUntil).not.toBeNull();
    expect(errorsOf(await done(taskForce, CAUSE, { ids: [idOf(again.review, 'IDLE')] }))).toEqual(['NOT_ALLOWED_NOW F-3']);
    expect(errorsOf(await done(taskForce, FINALISE, { id: again.review.id }))).not.toEqual([]);
  });

  test('F-6: of a review that was called off everybody is looked at again: its answers hold nowhere', async () => {
    const { review } = await room.open();
    await answer(contact, [idOf(review, 'DAILY')]);
    await done(taskForce, CANCEL, { id: review.id });
    expect(codes(await room.open({ rerunOfId: review.id, rerunScope: 'REMAINING' }))).toEqual(['DAILY', 'HEAD', 'IDLE']);
  });

  describe('F-2: the agency contests what the officer has contested', () => {
    const contested = async () => {
      const { review } = await room.open();
      const id = idOf(review, 'IDLE');
      const officer = await world.signIn('OFFICER', here.never);
      await done(officer, CONTEST, { id, note: 'Tôi bị ốm', fromOn: '2026-10-01', untilOn: '2026-10-10' });
      return id;
    };

    test('both reasons stand, and days that differ are refused, not lost', async () => {
      const id = await contested();
      const more = { answer: 'CONTESTED', note: 'Đang đi biệt phái' };
      const ANSWER = `mutation ($ids: [ID!]!, $fromOn: Date, $untilOn: Date) { findingAnswer(ids: $ids, answer: CONTESTED, note: "x", fromOn: $fromOn, untilOn: $untilOn) { userErrors { code rule path } } }`;
      const other = await done(contact, ANSWER, { ids: [id], fromOn: '2026-09-10', untilOn: '2026-11-20' });
      expect(other.userErrors).toEqual([{ code: 'INVALID', rule: 'F-2', path: ['ids', '0', 'fromOn'] }]);
      const { findings } = await answer(contact, [id], more);
      expect(findings[0]).toMatchObject({ contestNote: 'Tôi bị ốm\n\nĐơn vị: Đang đi biệt phái', answer: { answer: 'CONTESTED' } });
    });

    test('whoever joins a contest does not decide about it', async () => {
      const id = await contested();
      await answer(taskForce, [id], { answer: 'CONTESTED', note: 'Tôi biết việc này' });
      expect(errorsOf(await done(taskForce, ANSWER_CONTEST, { id, accept: true }))).toEqual(['RULE_VIOLATED T-8']);
      expect(errorsOf(await done(await world.signIn('TASK_FORCE'), ANSWER_CONTEST, { id, accept: true }))).toEqual([]);
    });
  });

  describe('F-2: the head', () => {
    const paper = { paperNumber: '7/SNV', paperOn: '2026-11-25', attachmentId: null };

    test('who handed in confirms neither in person nor on paper', async () => {
      const both = await world.signInAs([
        { role: 'AGENCY_CONTACT', scopeId: here.agency },
        { role: 'OFFICER', scopeId: here.leader },
      ]);
      const { review } = await room.open();
      await answer(contact, everybody(review));
      const { id } = await room.checkOf();
      await done(both, NAME_HEAD, { id, officerId: here.leader });
      await done(both, SUBMIT, { id });
      expect(errorsOf(await done(both, CONFIRM, { id }))).toEqual(['RULE_VIOLATED F-2']);
      expect(errorsOf(await done(both, CONFIRM, { id, paper }))).toEqual(['RULE_VIOLATED F-2']);
      expect(errorsOf(await done(contact, CONFIRM, { id, paper }))).toEqual(['RULE_VIOLATED F-2']);
    });

    test('who has left is handed in to by nobody, and confirms nothing on paper', async () => {
      const { review } = await room.open();
      await answer(contact, everybody(review));
      const { id } = await room.checkOf();
      await done(contact, NAME_HEAD, { id, officerId: here.leader });
      await done(contact, SUBMIT, { id });
      await officerLeaves(world.operator(), here.leader, '2026-11-24', 'Nghỉ hưu');
      expect((await room.checkOf(contact)).availableActions).not.toContain('CONFIRM');
      expect(errorsOf(await done(contact, CONFIRM, { id, paper }))).toEqual(['RULE_VIOLATED F-2']);
      await done(taskForce, 'mutation ($id: ID!) { agencyCheckReturn(id: $id, reason: "Đổi lãnh đạo") { userErrors { code } } }', { id });
      expect(errorsOf(await done(contact, SUBMIT, { id }))).toEqual(['NOT_ALLOWED_NOW F-2']);
    });
  });

  test.each(['finalised', 'called off'])('F-4: once a review is %s its letters no longer wait to be handed over', async (how) => {
    const { review } = await room.open();
    const waiting = () =>
      world.asOwner<{ n: string }>(`select count(*) as n from letter where kind like 'review.%' and state = 'TO_HAND_OVER'`);
    expect(Number((await waiting())[0]!.n)).toBeGreaterThan(0);
    if (how === 'finalised') {
      await room.later(today('2026-12-03'));
      await done(taskForce, FINALISE, { id: review.id });
    } else await done(taskForce, CANCEL, { id: review.id });
    expect(Number((await waiting())[0]!.n)).toBe(0);
  });

  test('F-1: a check is made longer by at most sixty working days from today', async () => {
    const { review } = await room.open();
    expect(errorsOf(await done(taskForce, EXTEND, { id: review.id, until: '2200-12-31' }))).toEqual(['INVALID F-1']);
    expect(errorsOf(await done(taskForce, EXTEND, { id: review.id, until: '2027-01-15' }))).toEqual([]);
  });

  test('F-2: a substitute who moves to another agency is none any more', async () => {
    await room.open();
    const elsewhere = await world.agency('SYT', 'syt.example');
    const standIn = await world.signIn('OFFICER', here.regular);
    const APPOINT = `mutation ($input: ContactSubstituteInput!) { contactSubstituteAppoint(input: $input) { userErrors { code } } }`;
    const input = { agencyId: here.agency, officerId: here.regular, untilOn: '2026-12-20', reason: 'Nghỉ phép' };
    await done(contact, APPOINT, { input });
    const roles = async () => (await standIn('{ me { roles } }')).data.me.roles;
    await endSubstitutes(world.ground);
    expect(await roles()).toContain('AGENCY_CONTACT');
    await transferOfficer(world.operator(), here.regular, {
      agencyId: elsewhere,
      post: 'Chuyên viên',
      isLeader: false,
      onDate: '2026-11-25',
    });
    await endSubstitutes(world.ground);
    expect(await roles()).toEqual(['OFFICER']);
  });
});
