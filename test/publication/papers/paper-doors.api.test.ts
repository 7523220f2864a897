/** Who gets which paper over HTTP and in lists, that an issued paper stays what it was, and what its code tells everybody. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { seatMember } from '../../../server/committee/committee.service.js';
import { openVotes, declareConflict } from '../../../server/decisions/vote.service.js';
import { putOnDocket } from '../../../server/decisions/docket.service.js';
import { withdrawCases } from '../../../server/decisions/withdraw.service.js';
import { appeal, settle } from '../../../server/decisions/appeal.service.js';
import { enterIntoForce } from '../../../server/decisions/enactment.service.js';
import type { Actor } from '../../../server/identity/actor.js';
import { uploadAttachment } from '../../../server/notices/attachment.service.js';
import { readAttachment } from '../../../server/notices/attachment.read.js';
import { givePaper, makeAnew, recordSignature } from '../../../server/publication/papers/paper.service.js';
import { PAPER_PATHS, type PaperKind } from '../../../server/publication/papers/vocabulary.js';
import { completeClass } from '../../../server/training/close-class.service.js';
import { createClass } from '../../../server/training/class.service.js';
import { markAttendance } from '../../../server/training/attendance.service.js';
import { requestSeats } from '../../../server/training/request.service.js';
import { adopt, adopted, inForce, Supply, votesOf } from '../../decisions/case-steps.js';
import { DecisionWorld, done, NOW, type Person } from '../../decisions/decision-world.js';
import { type Ask, World } from '../../support/world.js';
import { textOf } from './paper-text.js';

type Header = { authorization: string };
interface Case {
  id: string;
  officerId: string;
  voteId: string;
}

let world: World;
let town: DecisionWorld;
let supply: Supply;
let recused: Person;
let outsider: Person;
let secretary: Header;
let held: Case;

const caseInForce = async (): Promise<Case> => {
  const { findingId, officerId } = supply.one();
  const [id] = (await inForce(town, [findingId])) as [string];
  return { id, officerId, voteId: (await votesOf(town, id))[0]!.id };
};

beforeAll(async () => {
  world = await World.open();
  town = await DecisionWorld.build(world, { members: 9, never: 40 });
  supply = new Supply(town);
  // Sits in the committee and has a post in the agency of everybody the cases are about.
  recused = await town.member('Người cùng cơ quan', town.agency);
  await seatMember(town.secretary, { committeeId: town.committee, userId: recused.userId, seat: 'MEMBER', fromOn: '2026-11-01' });
  outsider = await town.person('COMMITTEE_MEMBER', 'Thành viên ban khác');
  held = await caseInForce();
}, 120_000);
afterAll(() => world.close());
beforeEach(async () => {
  world.ground.clock.stopAt(NOW);
  secretary = await world.bearer('SECRETARY');
});

const get = (url: string, headers: Record<string, string> = {}) => world.app.http.inject({ url, headers });
const urlOf = (kind: PaperKind, id: string, ending = 'pdf') => `/papers/${PAPER_PATHS[kind]}/${id}.${ending}`;
const idOf = (kind: PaperKind, { id, voteId }: Case) => (kind === 'VOTE_MINUTES' ? voteId : id);
const CASE_KINDS = ['DECISION', 'NOTICE', 'VOTE_MINUTES', 'CASE_FILE'] as const;
const codeIn = async (kind: PaperKind, id: string): Promise<string> => (await givePaper(town.secretary, kind, id))!.issued!.code;
const verify = async (code: string, more = '') => (await get(`/verify/${code}${more}`)).body.replace(/\s+/g, ' ');

describe('over HTTP', () => {
  const statuses = async (headers: Record<string, string>): Promise<Record<string, number>> =>
    Object.fromEntries(
      await Promise.all(CASE_KINDS.map(async (kind) => [kind, (await get(urlOf(kind, idOf(kind, held)), headers)).statusCode] as const)),
    );
  const all = (status: number) => Object.fromEntries(CASE_KINDS.map((kind) => [kind, status]));

  test('nobody is asked to sign in; administrators and API keys are turned away', async () => {
    expect(await statuses({})).toEqual(all(401));
    expect(await statuses(await world.bearer('ADMIN'))).toEqual(all(403));
    const ask = await world.signIn('ADMIN');
    const { data } = await ask(
      'mutation { apiKeyCreate(name: "awards", scopes: ["awards:read", "findings:read"], expiresOn: "2027-01-31") { secret userErrors { code } } }',
    );
    expect(await statuses({ authorization: `Bearer ${data.apiKeyCreate.secret}` })).toEqual(all(403));
  });

  test('each role gets its own papers and is not told of others', async () => {
    expect(await statuses(secretary)).toEqual(all(200));
    expect(await statuses(await world.bearer('TASK_FORCE'))).toEqual({ ...all(200), VOTE_MINUTES: 404 });
    expect(await statuses(await world.bearer('TRAINER'))).toEqual(all(404));
    const agency = (scopeId: string) => world.bearer({ role: 'AGENCY_CONTACT', scopeId });
    expect(await statuses(await agency(town.agency))).toEqual({ ...all(404), DECISION: 200 });
    expect(await statuses(await agency(town.office))).toEqual(all(404));
    const officer = (scopeId: string) => world.bearer({ role: 'OFFICER', scopeId });
    expect(await statuses(await officer(held.officerId))).toEqual({ ...all(200), VOTE_MINUTES: 404 });
    expect(await statuses(await officer(supply.one().officerId))).toEqual(all(404));
  });

  test('a member gets papers of cases before them, unless recused or of another committee; in the own case a role adds nothing', async () => {
    const given = async (as: { ground: typeof world.ground; actor: Actor }) =>
      Object.fromEntries(
        await Promise.all(CASE_KINDS.map(async (kind) => [kind, (await givePaper(as, kind, idOf(kind, held))) !== null] as const)),
      );
    const every = (is: boolean) => Object.fromEntries(CASE_KINDS.map((kind) => [kind, is]));
    expect(await given(town.members[3]!)).toEqual(every(true));
    expect(await given(recused)).toEqual(every(false));
    expect(await given(outsider)).toEqual(every(false));
    const own = {
      ground: world.ground,
      actor: { ...town.secretary.actor, grants: [...town.secretary.actor.grants, { role: 'OFFICER', scopeId: held.officerId }] },
    };
    expect(await given(own as never)).toEqual({ ...every(true), VOTE_MINUTES: false });
    await expect(makeAnew(own as never, 'DECISION', held.id, 'vì tôi')).rejects.toThrow('D-5');
  });

  test('minutes of a session stay shut to who was recused in one of its cases, also when that case has left the docket', async () => {
    const [kept, left] = (await town.ready(2, { findingIds: supply.findings(2) })) as [string, string];
    done(await putOnDocket(town.secretary, [kept, left], 'PH-LEFT'));
    done(await openVotes(town.secretary, [kept, left]));
    const member = town.members[5]!;
    done(await declareConflict(member, [left], 'Là em họ'));
    for (const id of [kept, left]) await adopt(town, id);
    const minutes = (as: Person) => givePaper(as, 'DOCKET_MINUTES', kept);
    expect((await minutes(town.secretary))!.issued).not.toBeNull();
    expect(await minutes(member)).toBeNull();
    done(await withdrawCases(town.force, [left], 'Không còn cần'));
    expect(await minutes(member)).toBeNull();
    expect(await minutes(town.members[4]!)).not.toBeNull();
  });

  test('nothing tells whoever the case is about that a member took no part', async () => {
    const [id] = (await town.voting(1, { findingIds: supply.findings(1) })) as [string];
    done(await declareConflict(town.members[5]!, [id], 'Là em họ'));
    const [{ officer_id: officerId }] = (await town.rows('select officer_id::text from decision where id = ?', [id])) as [any];
    const history = async (ask: Ask): Promise<string[]> =>
      (await ask('query ($id: ID!) { decision(id: $id) { history { action } } }', { id })).data.decision.history.map(
        (event: any) => event.action,
      );
    expect(await history(await world.signIn('SECRETARY'))).toContain('DECLARE_CONFLICT');
    expect(await history(await world.signIn('OFFICER', officerId))).not.toContain('DECLARE_CONFLICT');
    const own = await get('/my-data.json', await world.bearer({ role: 'OFFICER', scopeId: officerId }));
    expect(own.statusCode).toBe(200);
    expect(own.body).not.toContain('Ủy viên 6');
    expect(own.body).not.toMatch(/xung đột lợi ích/i);
  });

  test('a file has a type, a speaking name, and is kept by nobody; another ending is refused', async () => {
    const docx = await get(urlOf('DECISION', held.id, 'docx'), secretary);
    expect(docx.headers['content-type']).toContain('wordprocessingml');
    expect(docx.headers['cache-control']).toBe('private, no-store');
    expect(docx.headers['content-disposition']).toMatch(
      /^attachment; filename="Quyet-dinh-\d\d-QD-BCD\.docx"; filename\*=UTF-8''Quy%E1%BA%BFt/,
    );
    expect(docx.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect((await get(urlOf('DECISION', held.id), secretary)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await get(urlOf('DECISION', held.id, 'odt'), secretary)).statusCode).toBe(400);
    for (const url of ['/papers/nothing/x.pdf', '/papers/decision/x.pdf', '/papers/decision/0190a7e0-0000-7000-8000-000000000000.pdf'])
      expect((await get(url, secretary)).statusCode).toBe(404);
  });

  test('whoever is given a paper about others is on record, once a request, with those named; the officer is not', async () => {
    const events = () =>
      world.asOwner<{ actor: string; mentions: string }>(
        `select e.actor, (select string_agg(m.subject, ' ' order by m.subject) from audit_mention m where m.seq = e.seq) as mentions from audit_event e where e.action = 'paper.read' order by e.seq`,
      );
    const before = (await events()).length;
    await get(urlOf('DECISION', held.id), secretary);
    await get(urlOf('DECISION', held.id), await world.bearer({ role: 'OFFICER', scopeId: held.officerId }));
    const after = (await events()).slice(before);
    expect(after).toHaveLength(1);
    expect(after[0]!.mentions).toContain(`officer:${held.officerId}`);
    expect(after[0]!.mentions).toContain(`decision:${held.id}`);
  });

  test('lists hold what may be had, and say how it stands', async () => {
    const papers = async (ask: (query: string, variables: object) => Promise<any>) =>
      (await ask('query ($id: ID!) { decision(id: $id) { papers { kind state path code availableActions } } }', { id: held.id })).data
        .decision?.papers;
    const bySecretary = await papers((await world.signIn('SECRETARY')) as never);
    expect(bySecretary.map(({ kind }: { kind: string }) => kind)).toEqual(['NOTICE', 'VOTE_MINUTES', 'DECISION', 'CASE_FILE']);
    expect(bySecretary.find(({ kind }: { kind: string }) => kind === 'DECISION')).toMatchObject({
      state: 'ISSUED',
      path: `/papers/decision/${held.id}`,
      availableActions: ['RECORD_SIGNATURE', 'MAKE_ANEW'],
    });
    const byContact = await papers((await world.signIn('AGENCY_CONTACT', town.agency)) as never);
    expect(byContact.map(({ kind, availableActions }: any) => [kind, availableActions])).toEqual([['DECISION', []]]);
  });
});

describe('an issued paper', () => {
  test('stays what it was when name, post, text and layout are changed; made anew it says what is so now, under another code', async () => {
    const { id, officerId } = await caseInForce();
    const first = (await givePaper(town.secretary, 'DECISION', id))!;
    const [{ name }] = (await town.rows<{ name: string }>('select full_name as name from officer where id = ?', [officerId])) as [
      { name: string },
    ];
    await world.ground.orm.em.fork().execute(`update officer set full_name = 'Tên Đã Đổi' where id = ?`, [officerId]);
    const ask = await world.signIn('SECRETARY');
    const save = `mutation ($text: String) { paperTemplateSave(name: "decision.exclusion.about", text: $text) { template { isChanged } userErrors { code } } }`;
    await ask(save, { text: 'Về việc xử lý năm {year}' });
    await ask('mutation { paperLayoutSave(settings: [{ name: "bodyPt", value: "13" }]) { userErrors { code } } }');
    const again = (await givePaper(town.force, 'DECISION', id))!;
    expect([again.paper, again.layout]).toEqual([first.issued!.content, first.issued!.layout]);
    expect(textOf(again.paper)).toContain(name);

    await makeAnew(town.secretary, 'DECISION', id, 'Đính chính họ tên');
    const anew = (await givePaper(town.force, 'DECISION', id))!;
    expect(anew.issued).toMatchObject({ version: 2, reason: 'Đính chính họ tên', layout: { bodyPt: 13 } });
    expect(textOf(anew.paper)).toContain('Tên Đã Đổi');
    expect(textOf(anew.paper)).toContain('Về việc xử lý năm 2026');
    expect(await verify(first.issued!.code)).toContain('Đã được thay thế bằng bản khác, không còn giá trị.');
    expect(await verify(anew.issued!.code)).toContain('Đang có hiệu lực.');
    await ask(save, { text: null });
    await ask('mutation { paperLayoutSave(settings: [{ name: "bodyPt" }]) { userErrors { code } } }');
  });

  test('two who ask at the same time are given the same one', async () => {
    const { id } = await caseInForce();
    const codes = await Promise.all([1, 2, 3].map(() => codeIn('DECISION', id)));
    expect(new Set(codes).size).toBe(1);
  });

  test('is recorded as signed and sealed with its scan, once, on a day that can be', async () => {
    const { id, officerId } = await caseInForce();
    const today = world.ground.clock.today();
    const sign = (input: object) => recordSignature(town.secretary, 'DECISION', id, input as never);
    await expect(sign({ signedOn: '2027-12-31' })).rejects.toThrow('INVALID');
    await expect(sign({ signedOn: '2026-01-01' })).rejects.toThrow('INVALID');
    const attachmentId = await uploadAttachment(town.secretary, 'ký.pdf', Buffer.from('%PDF-1.7 ký'));
    await sign({ signedOn: today, signedBy: 'Nguyễn Văn Ký', attachmentId });
    await expect(sign({ signedOn: today })).rejects.toThrow('NOT_ALLOWED_NOW');
    expect((await givePaper(town.secretary, 'DECISION', id))!.issued).toMatchObject({ signedOn: today, signedBy: 'Nguyễn Văn Ký' });
    expect(await verify(await codeIn('DECISION', id))).toContain('Đã ký, đóng dấu ngày');
    expect(await readAttachment(town.officer(officerId), attachmentId)).not.toBeNull();
    expect(await readAttachment(recused, attachmentId)).toBeNull();
    expect(await readAttachment(world.as('ADMIN'), attachmentId)).toBeNull();
  });

  test('a draft is neither signed nor made anew', async () => {
    const [id] = (await adopted(town, supply.findings())) as [string];
    await expect(recordSignature(town.secretary, 'DECISION', id, { signedOn: '2027-01-01' })).rejects.toThrow('NOT_ALLOWED_NOW');
    await expect(makeAnew(town.secretary, 'DECISION', id, 'x')).rejects.toThrow('NOT_ALLOWED_NOW');
  });
});

describe('the public page', () => {
  test('tells kind, number, date, body and how it stands, and no name, whoever asks and however the code is typed', async () => {
    const canary = 'Canarytenriengqzx';
    const { findingId, officerId } = supply.one();
    await world.ground.orm.em.fork().execute('update officer set full_name = ? where id = ?', [`Trần ${canary}`, officerId]);
    const [id] = (await inForce(town, [findingId], { grounds: `Lý do ${canary}` } as never)) as [string];
    for (const kind of ['DECISION', 'NOTICE', 'CASE_FILE'] as const) {
      const code = await codeIn(kind, id);
      const given = (await givePaper(town.secretary, kind, id))!;
      expect(textOf(given.paper)).toContain(canary);
      for (const typed of [code, code.toLowerCase(), code.replaceAll('-', '')]) {
        const answer = await get(`/verify/${typed}`);
        expect([answer.statusCode, answer.body.includes(canary), answer.body.includes('Ủy viên 1')]).toEqual([200, false, false]);
        expect(answer.body).toContain('Ban Chỉ đạo BCD');
      }
    }
    const answer = await get(`/verify?code=${await codeIn('DECISION', id)}&lang=en`);
    expect(answer.body).toContain('In force.');
    expect(answer.body).toMatch(/\d\d\/QĐ-BCĐ/);
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect(answer.headers['x-robots-tag']).toBe('noindex, nofollow');
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    // The sheet in the page is the one that is allowed, to the letter.
    const sheet = /<style>([^<]*)<\/style>/.exec(answer.body)![1]!;
    expect(policy).toContain(`'sha256-${createHash('sha256').update(sheet).digest('base64')}'`);
  });

  test('answers every unknown code alike, and has a form', async () => {
    const answers = await Promise.all(['AAAA-BBBB-CCCC', '123', "'%20or%201=1", '%3Cscript%3E'].map((code) => get(`/verify/${code}`)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404]);
    expect(answers.every(({ body }) => body.includes('Không có văn bản nào mang mã này.'))).toBe(true);
    expect(answers.some(({ body }) => body.includes('<script'))).toBe(false);
    const form = await get('/verify');
    expect(form.statusCode).toBe(200);
    expect(form.body).toContain('name="code"');
  });

  test('follows the decision: not yet in force, in force, stayed, reversed, over', async () => {
    const { findingId, officerId } = supply.one();
    const [id] = (await adopted(town, [findingId])) as [string];
    const { clock } = world.ground;
    const later = new Date(clock.now().getTime() + 5 * 86_400_000).toISOString().slice(0, 10);
    done(await enterIntoForce(town.secretary, [id], { inForceOn: later } as never));
    const code = await codeIn('DECISION', id);
    expect(await verify(code)).toContain('Đã ký, chưa có hiệu lực; có hiệu lực từ ngày');
    await town.later(6);
    expect(await verify(code)).toContain('Đang có hiệu lực.');
    done(await appeal(town.officer(officerId), id, { text: 'Đề nghị xem lại' }));
    expect(await verify(code)).toContain('Tạm dừng thi hành do đang có khiếu nại.');
    done(await settle(town.chair, id, { uphold: false, text: 'Có lý do' }));
    expect(await verify(code)).toContain('Đã bị hủy bỏ, không còn giá trị.');
    const other = await caseInForce();
    const ended = await codeIn('DECISION', other.id);
    await town.later(400);
    // What is over is the year: that its titles are not considered stays so (D-11).
    expect(await verify(ended)).toContain('Năm thi đua đã kết thúc; việc không xét danh hiệu của năm đó vẫn giữ nguyên.');
  });
});

test('a certificate is for the officer, the contact, who holds the class and the task force, once the class was completed', async () => {
  const trainer = await town.person('TRAINER', 'Giảng viên');
  const other = await town.person('TRAINER', 'Giảng viên khác');
  const { officerId } = supply.one();
  const now = world.ground.clock.now().getTime();
  const classId = await createClass(town.force, {
    title: 'Thư điện tử căn bản',
    capacity: 5,
    passShare: 0.8,
    trainerId: trainer.userId,
    sessions: [{ startsAt: new Date(now + 3_600_000), endsAt: new Date(now + 7_200_000) }],
  } as never);
  const { ids } = await requestSeats(town.force, classId, [officerId]);
  const [enrolmentId] = ids as [string];
  const given = (as: { ground: typeof world.ground; actor: Actor }) => givePaper(as, 'CERTIFICATE', enrolmentId);
  expect(await given(town.secretary)).toBeNull();
  world.ground.clock.stopAt(new Date(now + 8_000_000));
  const [session] = await town.rows<{ id: string }>('select id from training_session where training_class_id = ?', [classId]);
  await markAttendance(town.force, classId, [{ enrolmentId, sessionId: session!.id, mark: 'PRESENT' }]);
  await completeClass(town.force, classId);
  for (const as of [town.officer(officerId), town.contact(), trainer, town.force, town.secretary]) expect(await given(as)).not.toBeNull();
  for (const as of [other, town.contact(town.office), town.chair, world.as('ADMIN'), town.officer(held.officerId)])
    expect(await given(as)).toBeNull();
  const text = textOf((await given(trainer))!.paper);
  expect(text).toContain('GIẤY CHỨNG NHẬN');
  expect(text).toContain('\nSố: 01/GCN-TCT\n');
  expect(text).toContain('\nTỔ TRƯỞNG / (Ký, ghi rõ họ tên)');
  expect(text).toMatch(/đã hoàn thành lớp tập huấn “Thư điện tử căn bản” \(LH-2026-0001\), .* tham dự 1\/1 buổi\./);
  const code = (await given(trainer))!.issued!.code;
  expect(await verify(code)).toContain('Văn bản do hệ thống phát hành.');
  // A mark that is corrected afterwards takes the outcome back, and the certificate with it.
  await markAttendance(town.force, classId, [{ enrolmentId, sessionId: session!.id, mark: 'ABSENT' }]);
  expect(await given(trainer)).toBeNull();
  expect(await verify(code)).toContain('Đã bị thu hồi.');
});

describe('texts of papers', () => {
  const TRY =
    'mutation ($name: String!, $text: String!) { paperTemplateTry(name: $name, text: $text) { preview userErrors { code path message } } }';
  const SAVE =
    'mutation ($name: String!, $text: String) { paperTemplateSave(name: $name, text: $text) { template { text isChanged changedBy } userErrors { code path message } } }';

  test('are changed by the secretary alone, tried first, refused with an unknown or a missing place, and put back', async () => {
    const ask = await world.signIn('SECRETARY');
    const name = 'decision.exclusion.article1';
    const tried = (await ask(TRY, { name, text: 'Đối với {who}: {titles}, {year}.' })).data.paperTemplateTry;
    expect(tried).toEqual({ preview: 'Đối với Nguyễn Văn Mẫu, Chuyên viên, Sở Nội vụ: Chiến sĩ thi đua cơ sở, 2026.', userErrors: [] });
    for (const [text, message] of [
      ['Đối với {who}: {titles}, {year}, {nowhere}', '{nowhere}'],
      ['Đối với mọi người', '{year}, {who}, {titles}'],
    ] as const)
      for (const query of [TRY, SAVE]) {
        const { data } = await ask(query, { name, text });
        const { userErrors } = data.paperTemplateTry ?? data.paperTemplateSave;
        expect(userErrors).toMatchObject([{ code: 'INVALID', path: ['text'] }]);
        expect(userErrors[0].message).toContain(message);
      }
    expect((await ask(SAVE, { name, text: 'Đối với {who}: {titles}, {year}.' })).data.paperTemplateSave.template).toMatchObject({
      isChanged: true,
    });
    expect((await ask(SAVE, { name, text: null })).data.paperTemplateSave.template).toMatchObject({ isChanged: false });
    expect((await ask(SAVE, { name: 'nothing', text: 'x' })).data.paperTemplateSave.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const force = await world.signIn('TASK_FORCE');
    expect((await force('{ paperTemplates { name } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await force(SAVE, { name, text: 'x' })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('sizes and margins stay within the ranges of the decree', async () => {
    const ask = await world.signIn('SECRETARY');
    const save = async (settings: object[]) =>
      (
        await ask(
          'mutation ($settings: [PaperLayoutInput!]!) { paperLayoutSave(settings: $settings) { settings { name value } userErrors { code message } } }',
          { settings },
        )
      ).data.paperLayoutSave;
    expect((await save([{ name: 'marginTopMm', value: '19' }])).userErrors).toMatchObject([{ code: 'INVALID' }]);
    expect((await save([{ name: 'nowhere', value: '19' }])).userErrors).toMatchObject([{ code: 'INVALID' }]);
    const { settings, userErrors } = await save([{ name: 'firstLineMm', value: '12,7' }]);
    expect(userErrors).toEqual([]);
    expect(settings.find(({ name }: { name: string }) => name === 'firstLineMm').value).toBe('12.7');
    await save([{ name: 'firstLineMm' }]);
  });
});
