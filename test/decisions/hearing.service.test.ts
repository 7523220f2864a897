/** The hearing (D-3, L-1, L-2): notice, its period to the last hour, explanation by the officer and from paper, answer, and papers. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { adoptRule } from '../../server/committee/committee.service.js';
import { USUAL_RULE } from '../../server/committee/voting-rule.rules.js';
import { settleAllDue } from '../../server/decisions/falling-due.js';
import { answerExplanation, explain, giveNotice, prepareNotices } from '../../server/decisions/hearing.service.js';
import { openVotes } from '../../server/decisions/vote.service.js';
import type { NoticeMeans } from '../../server/decisions/vocabulary.js';
import { readAttachment } from '../../server/notices/attachment.read.js';
import { uploadAttachment } from '../../server/notices/attachment.service.js';
import { adoptPolicy } from '../../server/review/usage-policy.service.js';
import { setCause } from '../../server/review/cause.service.js';
import { POLICY } from '../review/review-world.js';
import { World } from '../support/world.js';
import { caseOf, historyOf, lettersOf, Supply } from './case-steps.js';
import { type Acting, DecisionWorld, done, NOW, refusalOf, refusals } from './decision-world.js';

let world: World;
let town: DecisionWorld;
let supply: Supply;
beforeAll(async () => {
  world = await World.open();
  town = await DecisionWorld.build(world, { members: 3, never: 40 });
  supply = new Supply(town);
}, 120_000);
afterAll(() => world.close());
// A Wednesday; each test has the days after it to itself.
beforeEach(() => world.ground.clock.stopAt(NOW));

const TODAY = '2026-11-25';
const at = (instant: string) => world.ground.clock.stopAt(new Date(instant));
/** So many seconds before or after the end of a day in the city. */
const endOf = (day: string, seconds: number) =>
  world.ground.clock.stopAt(new Date(new Date(`${day}T17:00:00Z`).getTime() + seconds * 1000));

async function proposed(): Promise<{ id: string; officerId: string }> {
  const { officerId, findingId } = supply.one();
  const [id] = (await town.cases(1, { findingIds: [findingId] })) as [string];
  return { id, officerId };
}

async function notified(means: NoticeMeans = 'HANDED_OVER', servedOn?: string): Promise<{ id: string; officerId: string }> {
  const held = await proposed();
  done(await giveNotice(town.secretary, [held.id], means, servedOn));
  return held;
}

/** The letters about a case with their receipts. */
const lettersWith = async (id: string): Promise<string[]> =>
  (
    await town.rows<{ line: string }>(
      `select concat_ws(' ', l.state, r.means, r.received_on::text) as line from letter l left join letter_receipt r on r.letter_id = l.id
       where l.about = ? order by l.created_at, l.id`,
      [`decision:${id}`],
    )
  ).map(({ line }) => line);

describe('giving notice', () => {
  test('the period of ten days ends on a Saturday, so on Monday; the letter is written with it', async () => {
    const { id } = await notified();
    expect(await caseOf(town, id)).toMatchObject({ state: 'NOTIFIED', served_on: TODAY, explain_until: '2026-12-07' });
    expect(await lettersOf(town, id)).toEqual(['decision.notice']);
    expect(await historyOf(town, id)).toEqual(['PROPOSE', 'GIVE_NOTICE']);
  });

  test('a notice that was prepared is not written twice, and preparing again replaces it', async () => {
    const { id } = await proposed();
    done(await prepareNotices(town.secretary, [id]));
    done(await prepareNotices(town.secretary, [id]));
    done(await giveNotice(town.secretary, [id], 'REGISTERED_POST'));
    // What went by post needs no hand any more.
    expect(await lettersWith(id)).toEqual(['LAPSED', 'RECEIVED REGISTERED_POST 2026-11-25']);
  });

  test('the prepared paper that was handed over, or refused, is received; nobody is asked to hand it over again', async () => {
    const [one, other] = [await proposed(), await proposed()];
    done(await prepareNotices(town.secretary, [one.id, other.id]));
    expect(await lettersWith(one.id)).toEqual(['TO_HAND_OVER']);
    done(await giveNotice(town.secretary, [one.id], 'HANDED_OVER'));
    done(await giveNotice(town.secretary, [other.id], 'REFUSED_TO_SIGN'));
    expect(await lettersWith(one.id)).toEqual(['RECEIVED SIGNED 2026-11-25']);
    expect(await lettersWith(other.id)).toEqual(['RECEIVED REFUSED_TO_SIGN 2026-11-25']);
  });

  test('never in the future, never before the proposal; late entry counts from the day of service', async () => {
    const { id } = await proposed();
    expect(await refusalOf(giveNotice(town.secretary, [id], 'HANDED_OVER', '2026-11-26'))).toEqual(['INVALID L-1 servedOn']);
    expect(refusals(await giveNotice(town.secretary, [id], 'HANDED_OVER', '2026-11-24'))).toEqual(['INVALID L-1 servedOn']);
    at('2026-12-10T02:00:00Z');
    done(await giveNotice(town.secretary, [id], 'HANDED_OVER', TODAY));
    // The period of a notice that was entered late is over already.
    expect(await caseOf(town, id)).toMatchObject({ state: 'READY', served_on: TODAY, explain_until: '2026-12-07' });
  });

  test('by e-mail only to another address than the unused mailbox', async () => {
    const { id, officerId } = await proposed();
    const other = (email: string) => town.rows('update officer set other_email = ? where id = ?', [email, officerId]);
    const [{ address }] = (await town.rows<{ address: string }>(
      'select m.address from officer o join mailbox m on m.id = o.mailbox_id where o.id = ?',
      [officerId],
    )) as [{ address: string }];
    expect(refusals(await giveNotice(town.secretary, [id], 'OTHER_EMAIL'))).toEqual(['RULE_VIOLATED D-3 ids.0']);
    for (const email of [' ', address, address.toUpperCase()]) {
      await other(email);
      expect(refusals(await giveNotice(town.secretary, [id], 'OTHER_EMAIL'))).toEqual(['RULE_VIOLATED D-3 ids.0']);
    }
    await other('an@home.example');
    done(await giveNotice(town.secretary, [id], 'OTHER_EMAIL'));
  });

  test.each<NoticeMeans>(['HANDED_OVER', 'REGISTERED_POST', 'AGENCY_BOARD', 'REFUSED_TO_SIGN'])('by %s', async (means) => {
    const { id } = await notified(means);
    expect(await town.rows('select notice_means from decision where id = ?', [id])).toEqual([{ notice_means: means }]);
  });

  test('once, by the secretary, of what is adverse, and not in the own case', async () => {
    const { id, officerId } = await notified();
    expect(refusals(await giveNotice(town.secretary, [id], 'HANDED_OVER'))).toEqual(['NOT_ALLOWED_NOW D-3 ids.0']);
    for (const who of [town.force, town.chair, town.contact(), town.officer(officerId)])
      await expect(giveNotice(who, [id], 'HANDED_OVER')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const held = await proposed();
    const own = await town.person('SECRETARY', 'Thư ký khác', null, held.officerId);
    expect(refusals(await giveNotice(own, [held.id], 'HANDED_OVER'))).toEqual(['RULE_VIOLATED D-5 ids.0']);
    const officerId2 = await world.officer(town.agency, { mailboxAddress: null });
    const [provision] = done(await town.propose({ kind: 'MAILBOX_PROVISION', officerIds: [officerId2] }));
    expect(refusals(await giveNotice(town.secretary, [provision!.decisionId!], 'HANDED_OVER'))).toEqual(['NOT_ALLOWED_NOW D-3 ids.0']);
    expect(await refusalOf(explain(town.contact(), provision!.decisionId!, { text: 'x', receivedOn: '2026-11-24' }))).toEqual([
      'RULE_VIOLATED D-3',
    ]);
    expect(refusals(await giveNotice(town.secretary, ['x', held.id], 'HANDED_OVER'))).toEqual(['NOT_FOUND ids.0']);
    expect(await town.state(held.id)).toBe('NOTIFIED');
  });
});

describe('the period', () => {
  test('READY by itself at 24:00 of the last day in the city, and not a second before', async () => {
    const { id } = await notified();
    endOf('2026-12-07', -1);
    await settleAllDue(world.ground);
    expect(await town.state(id)).toBe('NOTIFIED');
    expect(refusals(await openVotes(town.secretary, [id]))).toEqual(['NOT_ALLOWED_NOW D-4 ids.0']);
    endOf('2026-12-07', 0);
    await settleAllDue(world.ground);
    expect(await town.state(id)).toBe('READY');
    expect(await historyOf(town, id)).toEqual(['PROPOSE', 'GIVE_NOTICE', 'BECOME_READY']);
    const [event] = await town.rows(`select actor from decision_event where decision_id = ? and action = 'BECOME_READY'`, [id]);
    expect(event).toEqual({ actor: 'system' });
  });

  test('an act after it finds the case ready, also where nothing ran in between', async () => {
    const { id } = await notified();
    endOf('2026-12-07', 0);
    done(await openVotes(town.secretary, [id]));
    expect(await historyOf(town, id)).toEqual(['PROPOSE', 'GIVE_NOTICE', 'BECOME_READY', 'OPEN_VOTE']);
  });

  test('on the last day the officer may still explain, the day after not', async () => {
    const [one, two] = [await notified(), await notified()];
    endOf('2026-12-07', -1);
    done(await explain(town.officer(one.officerId), one.id, { text: 'Tôi đã học lớp.' }));
    endOf('2026-12-07', 0);
    expect(await refusalOf(explain(town.officer(two.officerId), two.id, { text: 'Tôi cũng vậy.' }))).toHaveLength(1);
    await settleAllDue(world.ground);
    expect([await town.state(one.id), await town.state(two.id)]).toEqual(['NOTIFIED', 'READY']);
  });
});

describe('the explanation', () => {
  test('keeps the case from the vote until it is answered; answered after the period it is ready at once', async () => {
    const { id, officerId } = await notified();
    done(await explain(town.officer(officerId), id, { text: '  Máy hỏng.\r\nĐã báo. ' }));
    expect(await caseOf(town, id)).toMatchObject({ explanation: 'Máy hỏng.\nĐã báo.', explained_on: TODAY, state: 'NOTIFIED' });
    await town.later(20);
    expect(await town.state(id)).toBe('NOTIFIED');
    expect(refusals(await openVotes(town.secretary, [id]))).toHaveLength(1);
    expect(await refusalOf(answerExplanation(town.force, id, ' '))).toEqual(['REQUIRED text']);
    done(await answerExplanation(town.force, id, 'Đã xem xét.'));
    expect(await town.state(id)).toBe('READY');
    expect(await refusalOf(answerExplanation(town.force, id, 'Lần nữa'))).toEqual(['NOT_ALLOWED_NOW D-3']);
  });

  test('answered within the period: ready only after it', async () => {
    const { id, officerId } = await notified();
    done(await explain(town.officer(officerId), id, { text: 'Một.' }));
    done(await answerExplanation(town.secretary, id, 'Đáp một.'));
    expect(await town.state(id)).toBe('NOTIFIED');
    done(await explain(town.officer(officerId), id, { text: 'Hai.' }));
    expect(await caseOf(town, id)).toMatchObject({ explanation: 'Một.\n\nHai.', answered_at: null });
    await town.later(20);
    expect(await town.state(id)).toBe('NOTIFIED');
    done(await answerExplanation(town.secretary, id, 'Đáp hai.'));
    expect(await caseOf(town, id)).toMatchObject({ state: 'READY', answer: 'Đáp một.\n\nĐáp hai.' });
  });

  test('from paper by contact or secretary: the day of receipt counts, not that of its entry', async () => {
    const { id } = await notified();
    await town.later(20);
    expect(await town.state(id)).toBe('READY');
    const paper = (receivedOn: string, who: Acting = town.contact()) => explain(who, id, { text: 'Đơn giấy.', receivedOn });
    expect(await refusalOf(paper('2026-12-08'))).toEqual(['NOT_ALLOWED_NOW D-3']);
    expect(await refusalOf(paper('2026-11-24'))).toEqual(['INVALID L-1 receivedOn']);
    expect(await refusalOf(paper('2027-01-01'))).toEqual(['INVALID L-1 receivedOn']);
    done(await paper('2026-12-07'));
    expect(await caseOf(town, id)).toMatchObject({ state: 'READY', explained_on: '2026-12-07' });
    expect(refusals(await openVotes(town.secretary, [id]))).toEqual(['NOT_ALLOWED_NOW D-3 ids.0']);
    done(await answerExplanation(town.force, id, 'Đã xem.'));
    done(await openVotes(town.secretary, [id]));
  });

  test('the officer in person explains today and not by another day; strangers do not see the case', async () => {
    const { id, officerId } = await notified();
    expect(await refusalOf(explain(town.officer(officerId), id, { text: 'x', receivedOn: '2026-11-24' }))).toEqual([
      'INVALID L-1 receivedOn',
    ]);
    expect(await refusalOf(explain(town.officer(officerId), id, { text: ' ' }))).toEqual(['REQUIRED text']);
    const other = supply.one().officerId;
    expect(await refusalOf(explain(town.officer(other), id, { text: 'x' }))).toEqual(['NOT_FOUND']);
    expect(await refusalOf(explain(town.contact(town.office), id, { text: 'x' }))).toEqual(['NOT_FOUND']);
    await expect(explain(town.force, id, { text: 'x' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const held = await proposed();
    expect(await refusalOf(explain(town.officer(held.officerId), held.id, { text: 'x' }))).toEqual(['NOT_ALLOWED_NOW D-3']);
  });

  test('nobody answers in the own case', async () => {
    const { id, officerId } = await notified();
    done(await explain(town.officer(officerId), id, { text: 'Một.' }));
    const own = await town.person('TASK_FORCE', 'Tổ viên', null, officerId);
    expect(await refusalOf(answerExplanation(own, id, 'Tự đáp'))).toEqual(['RULE_VIOLATED D-5']);
  });
});

describe('papers', () => {
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
  const scanned = (who: Acting) => uploadAttachment(who, 'giai-trinh.pdf', pdf);
  const canRead = async (who: Acting, id: string) => (await readAttachment(who, id)) !== null;

  test('a scan is bound to the explanation, and read by whoever may read the file', async () => {
    const { id, officerId } = await notified();
    const contact = town.contact();
    const paper = await scanned(contact);
    expect(await refusalOf(explain(town.secretary, id, { text: 'Đơn', attachmentId: paper }))).toEqual(['NOT_FOUND attachmentId']);
    done(await explain(contact, id, { text: 'Đơn', attachmentId: paper }));
    const again = await notified();
    expect(await refusalOf(explain(contact, again.id, { text: 'Đơn', attachmentId: paper }))).toEqual(['NOT_FOUND attachmentId']);
    for (const who of [town.officer(officerId), town.secretary, town.force, contact, town.chair])
      expect(await canRead(who, paper)).toBe(true);
    const stranger = town.officer(again.officerId);
    for (const who of [stranger, town.contact(town.office), world.as('TRAINER'), world.as('ADMIN')])
      expect(await canRead(who, paper)).toBe(false);
    // Whoever takes no part because of a conflict reads neither grounds nor papers (D-5).
    const recused = await town.member('Ủy viên cùng cơ quan', town.agency);
    const outsider = await town.member('Ủy viên ban khác');
    await town.newCommittee('KHAC', [recused, outsider], ['EXCLUSION_LIFT']);
    expect(await canRead(outsider, paper)).toBe(false);
  });

  test('a second explanation with a scan of its own leaves the first one readable', async () => {
    const { id, officerId } = await notified();
    const contact = town.contact();
    const papers = [await scanned(contact), await scanned(contact)];
    for (const attachmentId of papers) done(await explain(contact, id, { text: 'Đơn', attachmentId }));
    for (const paper of papers) expect(await canRead(town.officer(officerId), paper)).toBe(true);
  });
});

describe('holidays and the demonstration city', () => {
  test('an end on a public holiday moves to the next working day', async () => {
    await adoptPolicy(world.operator(), { ...POLICY, contestDays: 0, holidays: [...POLICY.holidays, '2026-12-07', '2026-12-08'] });
    const { id } = await notified();
    expect((await caseOf(town, id)).explain_until).toBe('2026-12-09');
  });

  test('a notice of 0 days, which only the demonstration city may have: ready at once (L-2)', async () => {
    const { findingId } = supply.one();
    await setCause(town.force, [findingId], 'NO_NEED', null);
    const rule = {
      ...USUAL_RULE,
      noticeDays: 0,
      committeeId: town.committee,
      kind: 'MAILBOX_REVOCATION',
      effectiveOn: '2026-01-02',
    } as const;
    expect(await refusalOf(adoptRule(town.secretary, rule))).toEqual(['RULE_VIOLATED L-2 input.noticeDays']);
    Object.assign(world.ground, { isDemonstration: true });
    await adoptRule(town.secretary, rule);
    Object.assign(world.ground, { isDemonstration: false });
    const [id] = (await town.cases(1, { findingIds: [findingId], kind: 'MAILBOX_REVOCATION' })) as [string];
    done(await giveNotice(town.secretary, [id], 'HANDED_OVER'));
    expect(await caseOf(town, id)).toMatchObject({ state: 'READY', explain_until: TODAY });
    done(await openVotes(town.secretary, [id]));
  });
});
