/** Classes as other programs and the panel ask for them, over GraphQL and HTTP. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { completeClass } from '../../server/training/close-class.service.js';
import { type Ask, World } from '../support/world.js';
import { HOUR, NOW, sessionsIn, TrainingWorld } from './training-world.js';

let world: World;
let city: TrainingWorld;
let force: Ask;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  city = await TrainingWorld.build(world);
  force = await world.signIn('TASK_FORCE');
});

const CREATE = `mutation ($input: TrainingClassInput!) { trainingClassCreate(input: $input) {
  trainingClass { id reference title place state version capacity seatsLeft cutOffAt passShare trainer { name } sessions { id startsAt endsAt } roster { id } availableActions }
  userErrors { code path rule message } } }`;
const LINES = `id state waitlistPosition requestedAt officer { id code } origin availableActions attendance { session { id } mark }`;
const REQUEST = `mutation ($classId: ID!, $officerIds: [ID!]!) { enrolmentRequest(classId: $classId, officerIds: $officerIds) {
  enrolments { ${LINES} } userErrors { code path rule message } } }`;
const ROSTER = `query ($id: ID!) { trainingClass(id: $id) { state seatsLeft enrolledCount waitlistedCount requestedCount roster { ${LINES} } } }`;
const onMany = (name: string) => `mutation ($ids: [ID!]!) { ${name}(ids: $ids) { enrolments { ${LINES} } userErrors { code path rule } } }`;
const MARK = `mutation ($id: ID!, $marks: [AttendanceInput!]!) { attendanceMark(classId: $id, marks: $marks) {
  trainingClass { roster { ${LINES} } } userErrors { code path rule } } }`;
const iso = (session: { startsAt: Date; endsAt: Date }) => ({
  startsAt: session.startsAt.toISOString(),
  endsAt: session.endsAt.toISOString(),
});
const input = (more: object = {}) => ({ title: 'Thư điện tử căn bản', capacity: 2, sessions: sessionsIn(48, 2).map(iso), ...more });

async function make(more: object = {}) {
  const { data, errors } = await force(CREATE, { input: input(more) });
  expect(errors).toBeUndefined();
  expect(data.trainingClassCreate.userErrors).toEqual([]);
  return data.trainingClassCreate.trainingClass;
}

describe('classes over GraphQL', () => {
  test('a new class is OPEN, with its defaults; what is wrong with it is said at its place', async () => {
    expect(await make({ place: 'Hội trường A' })).toMatchObject({
      reference: 'LH-2026-0001',
      state: 'OPEN',
      version: 1,
      capacity: 2,
      seatsLeft: 2,
      passShare: 0.8,
      cutOffAt: null,
      trainer: null,
      roster: [],
      availableActions: ['UPDATE', 'ENROL', 'MARK', 'REMIND', 'COMPLETE', 'CANCEL'],
    });
    const { data } = await force(CREATE, { input: input({ title: ' ', capacity: 0, sessions: [], trainerId: 'x' }) });
    expect(data.trainingClassCreate.trainingClass).toBeNull();
    expect(data.trainingClassCreate.userErrors.map((e: any) => [e.code, e.path.join('.')])).toEqual([
      ['REQUIRED', 'input.title'],
      ['INVALID', 'input.capacity'],
      ['REQUIRED', 'input.sessions'],
      ['NOT_FOUND', 'input.trainerId'],
    ]);
  });

  test('the whole ladder: request, queue with places, approval, withdrawal, promotion, marks, outcome (TR-1, TR-2)', async () => {
    const [a, b, c, d] = (await city.officers(4)) as [string, string, string, string];
    const { id, sessions } = await make();
    const asked = (await force(REQUEST, { classId: id, officerIds: [a, b, c] })).data.enrolmentRequest;
    expect(asked.userErrors).toEqual([]);
    expect(asked.enrolments.map((e: any) => [e.officer.id, e.state, e.waitlistPosition, e.origin])).toEqual([
      [a, 'ENROLLED', null, 'TASK_FORCE'],
      [b, 'ENROLLED', null, 'TASK_FORCE'],
      [c, 'WAITLISTED', 1, 'TASK_FORCE'],
    ]);
    const own = await world.signIn('OFFICER', d);
    const [mine] = (await own(REQUEST, { classId: id, officerIds: [d] })).data.enrolmentRequest.enrolments;
    expect(mine).toMatchObject({ state: 'REQUESTED', waitlistPosition: null, origin: 'OFFICER', availableActions: ['WITHDRAW'] });
    const [granted] = (await force(onMany('enrolmentApprove'), { ids: [mine.id] })).data.enrolmentApprove.enrolments;
    expect(granted).toMatchObject({ state: 'WAITLISTED', waitlistPosition: 2 });
    expect((await own(ROSTER, { id })).data.trainingClass.roster).toMatchObject([
      { state: 'WAITLISTED', waitlistPosition: 2, officer: { id: d } },
    ]);

    await force(onMany('enrolmentWithdraw'), { ids: [asked.enrolments[0].id] });
    const { trainingClass } = (await force(ROSTER, { id })).data;
    expect(trainingClass).toMatchObject({ seatsLeft: 0, enrolledCount: 2, waitlistedCount: 1, requestedCount: 0 });
    expect(trainingClass.roster.map((e: any) => [e.officer.id, e.state, e.waitlistPosition])).toEqual([
      [b, 'ENROLLED', null],
      [c, 'ENROLLED', null],
      [d, 'WAITLISTED', 1],
      [a, 'WITHDRAWN', null],
    ]);

    city.later(48 * HOUR);
    force = await world.signIn('TASK_FORCE');
    expect((await force(ROSTER, { id })).data.trainingClass.state).toBe('RUNNING');
    const marks = sessions.map((session: any) => ({ enrolmentId: asked.enrolments[1].id, sessionId: session.id, mark: 'PRESENT' }));
    const marked = (await force(MARK, { id, marks })).data.attendanceMark;
    expect(marked.userErrors).toEqual([]);
    expect(marked.trainingClass.roster[0].attendance).toEqual(
      sessions.map((session: any) => ({ session: { id: session.id }, mark: 'PRESENT' })),
    );
    expect(marked.trainingClass.roster[1].attendance.map((entry: any) => entry.mark)).toEqual([null, null]);
    const done = await force(
      `mutation ($id: ID!) { trainingClassComplete(id: $id) { trainingClass { state roster { officer { id } state } } userErrors { code } } }`,
      { id },
    );
    expect(done.data.trainingClassComplete.trainingClass).toEqual({
      state: 'COMPLETED',
      roster: [
        { officer: { id: b }, state: 'COMPLETED' },
        { officer: { id: c }, state: 'NO_SHOW' },
        { officer: { id: a }, state: 'WITHDRAWN' },
        { officer: { id: d }, state: 'DECLINED' },
      ],
    });
  });

  test('lists are walked by cursor, found by words, filtered by state, own, day and person', async () => {
    const trainer = await city.person('TRAINER');
    const first = await make({ title: 'Buổi đầu ở Quận Mười' });
    const second = await make({ trainerId: trainer.userId, sessions: sessionsIn(100).map(iso) });
    const over = await city.class({ sessions: sessionsIn(-30) });
    await completeClass(city.force, over);
    const running = await city.class({ sessions: sessionsIn(-1) });
    const list = async (args: string, ask = force) =>
      (await ask(`{ trainingClasses${args} { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`)).data.trainingClasses;
    const ids = async (args: string, ask = force) => (await list(args, ask)).nodes.map(({ id }: any) => id);
    expect(await ids('')).toEqual([second.id, first.id, running, over]);
    const page = await list('(first: 2)');
    expect(page).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    expect(await ids(`(first: 2, after: "${page.pageInfo.endCursor}")`)).toEqual([running, over]);
    expect(await ids('(search: "quan muoi")')).toEqual([first.id]);
    expect(await ids('(search: "LH-2026-0002")')).toEqual([second.id]);
    expect(await ids('(where: { state: [RUNNING, COMPLETED] })')).toEqual([running, over]);
    expect(await ids('(where: { state: [OPEN] })')).toEqual([second.id, first.id]);
    expect(await ids('(where: { startsOn: { gte: "2026-11-27", lte: "2026-11-27" } })')).toEqual([first.id]);
    const [a] = await city.officers(1);
    await city.enrol(first.id, [a!]);
    expect(await ids(`(where: { officerId: { eq: "${a}" } })`)).toEqual([first.id]);
    expect((await force(`{ trainingClass(reference: "lh-2026-0002") { id isOwn } }`)).data.trainingClass).toEqual({
      id: second.id,
      isOwn: false,
    });
  });

  test('two classes at one time are shown as a clash, not refused', async () => {
    const [a] = await city.officers(1);
    const [one, two, later] = [await make(), await make(), await make({ sessions: sessionsIn(200).map(iso) })];
    for (const { id } of [one, two, later]) await city.enrol(id, [a!]);
    const clash = async (id: string) =>
      (await force(`{ trainingClass(id: "${id}") { roster { clashesWith { id } } } }`)).data.trainingClass.roster[0].clashesWith;
    expect(await clash(one.id)).toEqual([{ id: two.id }]);
    expect(await clash(later.id)).toEqual([]);
  });

  test('an officer’s file tells classes and shelter to those who may know (TR-3)', async () => {
    const [a] = await city.officers(1);
    const { id } = await make();
    await city.enrol(id, [a!]);
    const text = `{ officer(id: "${a}") { enrolments { state trainingClass { reference } } trainingShelter { reason until enrolment { id } } } }`;
    const expected = {
      enrolments: [{ state: 'ENROLLED', trainingClass: { reference: 'LH-2026-0001' } }],
      trainingShelter: { reason: 'ENROLLED', until: null },
    };
    for (const ask of [force, await world.signIn('AGENCY_CONTACT', city.agency), await world.signIn('OFFICER', a)])
      expect((await ask(text)).data.officer).toMatchObject(expected);
    expect((await (await world.signIn('SECRETARY'))(text)).data.officer).toEqual({
      enrolments: [],
      trainingShelter: { reason: 'ENROLLED', until: null, enrolment: null },
    });
    expect((await (await world.signIn('TRAINER'))(text)).data.officer).toEqual({ enrolments: [], trainingShelter: null });
  });

  test('a list holds at most 500 people, those waiting included', async () => {
    const { id } = await make({ capacity: 500 });
    const officers = await city.officers(3);
    await city.rows(
      `insert into officer (id, created_at, updated_at, code, full_name, agency_id, is_leader, search_text, sort_key)
       select gen_random_uuid(), now(), now(), 'B-' || n, 'Nguyễn Văn B', ?, false, '', lpad(n::text, 4, '0') from generate_series(1, 499) n`,
      [city.agency],
    );
    const bulk = (await city.rows<{ id: string }>(`select id from officer where code like 'B-%'`)).map((row) => row.id);
    await city.enrol(id, bulk);
    const done = (await force(REQUEST, { classId: id, officerIds: officers })).data.enrolmentRequest;
    expect(done.enrolments).toHaveLength(1);
    expect(done.userErrors.map((e: any) => [e.code, e.path])).toEqual([
      ['LIMIT', ['officerIds', '1']],
      ['LIMIT', ['officerIds', '2']],
    ]);
    const { roster } = (await force(`{ trainingClass(id: "${id}") { roster { id } } }`)).data.trainingClass;
    expect(roster).toHaveLength(500);
  });
});

describe('courses', () => {
  const SAVE = `mutation ($input: TrainingCourseInput!) { trainingCourseSave(input: $input) { course { id code title passShare isRetired } userErrors { code path } } }`;
  const save = async (course: object) => (await force(SAVE, { input: course })).data.trainingCourseSave;

  test('one is made and changed by its code; a retired one holds no new class', async () => {
    const { course } = await save({ code: 'can-ban', title: 'Thư điện tử căn bản' });
    expect(course).toMatchObject({ code: 'CAN-BAN', passShare: 0.8, isRetired: false });
    const changed = await save({ code: 'CAN-BAN', title: 'Căn bản', passShare: 0.5, isRetired: true });
    expect(changed.course).toMatchObject({ id: course.id, title: 'Căn bản', passShare: 0.5 });
    const refused = (await force(CREATE, { input: input({ courseId: course.id }) })).data.trainingClassCreate.userErrors;
    expect(refused).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'courseId'] }]);
    expect((await save({ code: 'a b', title: '' })).userErrors).toEqual([
      { code: 'INVALID', path: ['input', 'code'] },
      { code: 'REQUIRED', path: ['input', 'title'] },
    ]);
  });
});

describe('the calendar feed of a trainer', () => {
  async function feedOf(url: string) {
    const { pathname } = new URL(url);
    return world.app.http.inject({ method: 'GET', url: pathname });
  }

  test('tells the own classes under a secret address, moved and called off ones too, and no person', async () => {
    const headers = await world.bearer('TRAINER');
    const ask: Ask = (query, variables) => world.query(query, variables, headers);
    const { me } = (await ask('{ me { id calendarLink { createdAt } } }')).data;
    expect(me.calendarLink).toBeNull();
    const mine = await city.class({ trainerId: me.id, place: 'Phòng 201', sessions: sessionsIn(48, 2) });
    await city.class({ title: 'Lớp của người khác' });
    const [a] = await city.officers(1);
    await city.enrol(mine, [a!]);
    const { url } = (await ask('mutation { calendarLinkCreate { url userErrors { code } } }')).data.calendarLinkCreate;
    const answer = await feedOf(url);
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, no-store',
    ]);
    const events = new ICAL.Component(ICAL.parse(answer.body)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(events.map((event) => [event.summary, event.location, event.startDate.toJSDate().toISOString()])).toEqual(
      sessionsIn(48, 2).map(({ startsAt }) => ['Thư điện tử căn bản (LH-2026-0001)', 'Phòng 201', startsAt.toISOString()]),
    );
    expect(answer.body).not.toContain('Nguyễn Thị Lan');
    expect(
      await city.rows('select count(*)::int as n from calendar_link where token_hash = ?', [new URL(url).pathname.slice(10, -4)]),
    ).toEqual([{ n: 0 }]);
    expect((await ask('{ me { calendarLink { lastUsedAt } } }')).data.me.calendarLink.lastUsedAt).toBe(NOW.toISOString());

    await force(`mutation { trainingClassCancel(id: "${mine}", reason: "Mất điện") { userErrors { code } } }`);
    expect((await feedOf(url)).body).toContain('STATUS:CANCELLED');
  });

  test('a new address ends the old one; so do revoking it, disabling the account and taking the role', async () => {
    const trainer = await city.person('TRAINER');
    const { createCalendarLink, revokeCalendarLink } = await import('../../server/training/calendar-link.service.js');
    const [old, next] = [await createCalendarLink(trainer), await createCalendarLink(trainer)];
    expect([(await feedOf(old)).statusCode, (await feedOf(next)).statusCode]).toEqual([404, 200]);
    await city.rows('update app_user set disabled_at = ? where id = ?', [NOW, trainer.userId]);
    expect((await feedOf(next)).statusCode).toBe(404);
    await city.rows('update app_user set disabled_at = null where id = ?', [trainer.userId]);
    await city.rows(`update role_grant set role = 'SECRETARY' where user_id = ?`, [trainer.userId]);
    expect((await feedOf(next)).statusCode).toBe(404);
    await city.rows(`update role_grant set role = 'TRAINER' where user_id = ?`, [trainer.userId]);
    expect((await feedOf(next)).statusCode).toBe(200);
    await revokeCalendarLink(trainer);
    expect((await feedOf(next)).statusCode).toBe(404);
    for (const path of ['/calendar/x.ics', `/calendar/${'a'.repeat(43)}.ics`, `/calendar/${'a'.repeat(43)}`])
      expect((await world.app.http.inject({ method: 'GET', url: path })).statusCode).toBe(404);
  });
});
