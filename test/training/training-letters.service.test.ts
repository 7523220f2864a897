/** Whom does a class write to, when, and what does the calendar in the letter say? */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { lapseOutdatedLetters } from '../../server/notices/lapse-letters.js';
import { cancelClass, updateClass } from '../../server/training/class.service.js';
import { completeClass } from '../../server/training/close-class.service.js';
import { remindClass, remindOfComingClasses } from '../../server/training/reminder.service.js';
import { approveEnrolments, declineEnrolments, withdrawEnrolments } from '../../server/training/seat.service.js';
import { World } from '../support/world.js';
import { DAY, HOUR, sessionsIn, TrainingWorld } from './training-world.js';

let world: World;
let city: TrainingWorld;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  city = await TrainingWorld.build(world);
});

interface Written {
  kind: string;
  officer: string;
  title: string;
  body: string;
  calendar: string | null;
}

/** Letters in the order in which they were written. */
const letters = () =>
  city.rows<Written>('select kind, officer_id as officer, title, body, calendar_text as calendar from letter order by created_at, id');
const kinds = async (officer: string) => (await letters()).filter((letter) => letter.officer === officer).map(({ kind }) => kind);

function calendarOf({ calendar }: Written) {
  const file = new ICAL.Component(ICAL.parse(calendar!));
  const events = file.getAllSubcomponents('vevent').map((component) => ({
    id: String(component.getFirstPropertyValue('uid')),
    sequence: Number(component.getFirstPropertyValue('sequence')),
    status: String(component.getFirstPropertyValue('status')),
    startsAt: new ICAL.Event(component).startDate.toJSDate(),
  }));
  return { method: String(file.getFirstPropertyValue('method')), events };
}

const facts = { title: 'Thư điện tử căn bản', capacity: 1, passShare: 0.8 };
const version = async () => (await city.rows<{ version: number }>('select version from training_class'))[0]!.version;

describe('letters of a class', () => {
  test('who gets a seat is invited, at once or when it becomes free; who waits or only asked is not yet', async () => {
    const id = await city.class({ ...facts, place: 'Phòng 201', sessions: sessionsIn(48, 2) });
    const [a, b, c] = (await city.officers(3)) as [string, string, string];
    await city.enrol(id, [a, b]);
    await city.enrol(id, [c], city.self(c));
    expect((await letters()).map(({ kind, officer }) => [kind, officer])).toEqual([['training.invitation', a]]);
    await withdrawEnrolments(city.force, [(await city.lineOf(id, a)).id], 'Đi công tác');
    expect(await kinds(a)).toEqual(['training.invitation', 'training.withdrawn']);
    expect(await kinds(b)).toEqual(['training.invitation']);
    expect(await kinds(c)).toEqual([]);

    const [invitation, gone] = await letters();
    expect(invitation!.title).toBe('Mời dự lớp tập huấn Thư điện tử căn bản');
    expect(invitation!.body).toContain('Thời gian: 09:00–12:00 27/11/2026; 09:00–12:00 28/11/2026.');
    expect(invitation!.body).toContain('Địa điểm: Phòng 201.');
    const sent = calendarOf(invitation!);
    expect(sent.method).toBe('REQUEST');
    expect(sent.events.map(({ startsAt }) => startsAt)).toEqual(sessionsIn(48, 2).map(({ startsAt }) => startsAt));
    expect(gone!.body).toContain('Đi công tác');
    expect(calendarOf(gone!)).toMatchObject({ method: 'CANCEL', events: [{ id: sent.events[0]!.id }, { id: sent.events[1]!.id }] });
  });

  test('moved and dropped sessions reach those who have a seat, under the same ids with a higher sequence', async () => {
    const id = await city.class({ ...facts, sessions: sessionsIn(48, 2) });
    const [a, b] = (await city.officers(2)) as [string, string];
    await city.enrol(id, [a, b]);
    const before = calendarOf((await letters())[0]!);
    const [first] = await city.sessions(id);
    const [moved] = sessionsIn(72);
    await updateClass(city.force, id, { ...facts, sessions: [{ id: first!, ...moved! }] }, await version());
    expect([await kinds(a), await kinds(b)]).toEqual([['training.invitation', 'training.moved'], []]);
    const after = calendarOf((await letters()).at(-1)!);
    expect(after.events).toEqual([
      { id: before.events[0]!.id, sequence: 1, status: 'CONFIRMED', startsAt: moved!.startsAt },
      { id: before.events[1]!.id, sequence: 1, status: 'CANCELLED', startsAt: sessionsIn(48, 2)[1]!.startsAt },
    ]);
    // What does not concern time or place is not told.
    await updateClass(city.force, id, { ...facts, title: 'Tên mới', sessions: [{ id: first!, ...moved! }] }, await version());
    expect(await kinds(a)).toHaveLength(2);
  });

  test('a class called off is told to everybody on its list, with the reason', async () => {
    const id = await city.class({ ...facts });
    const [a, b, c] = (await city.officers(3)) as [string, string, string];
    await city.enrol(id, [a, b]);
    await city.enrol(id, [c], city.self(c));
    await cancelClass(city.force, id, 'Giảng viên ốm');
    const told = (await letters()).filter(({ kind }) => kind === 'training.cancelled');
    expect(new Set(told.map(({ officer }) => officer))).toEqual(new Set([a, b, c]));
    expect(told.every((letter) => letter.body.includes('Giảng viên ốm') && calendarOf(letter).method === 'CANCEL')).toBe(true);
  });

  test('whoever is taken off by somebody else is told, also before there was a seat; who gave up a place in the queue knows', async () => {
    const id = await city.class({ ...facts });
    const [a, b, c, d] = (await city.officers(4)) as [string, string, string, string];
    await city.enrol(id, [a, b, c]);
    await city.enrol(id, [d], city.self(d));
    await withdrawEnrolments(city.contact(), [(await city.lineOf(id, b)).id, (await city.lineOf(id, d)).id], 'Đi công tác');
    await withdrawEnrolments(city.self(c), [(await city.lineOf(id, c)).id]);
    expect([await kinds(b), await kinds(c), await kinds(d)]).toEqual([['training.withdrawn'], [], ['training.withdrawn']]);
    expect((await letters()).filter(({ kind, calendar }) => kind === 'training.withdrawn' && calendar)).toEqual([]);
  });

  test('whoever left the list and comes again has the sessions back: each file to them has a higher sequence', async () => {
    const id = await city.class({ ...facts });
    const [a] = (await city.officers(1)) as [string];
    for (let i = 0; i < 2; i++) {
      await city.enrol(id, [a]);
      await withdrawEnrolments(city.force, [(await city.lineOf(id, a)).id]);
    }
    await city.enrol(id, [a]);
    const files = (await letters()).map((letter) => calendarOf(letter));
    expect(files.map(({ method, events }) => [method, events[0]!.sequence])).toEqual([
      ['REQUEST', 0],
      ['CANCEL', 1],
      ['REQUEST', 1],
      ['CANCEL', 2],
      ['REQUEST', 2],
    ]);
    expect(new Set(files.map(({ events }) => events[0]!.id)).size).toBe(1);
  });

  test('the file names who invites, where mail is set up', async () => {
    Object.assign(process.env, { HOPTHU_SMTP_URL: 'smtp://localhost:2525', HOPTHU_MAIL_FROM: 'Ban Chỉ đạo <tap-huan@city.example>' });
    try {
      const id = await city.class({ ...facts });
      await city.enrol(id, await city.officers(1));
      expect((await letters())[0]!.calendar).toContain('mailto:tap-huan@city.example');
    } finally {
      delete process.env.HOPTHU_SMTP_URL;
      delete process.env.HOPTHU_MAIL_FROM;
    }
  });

  test('closing a class tells those who never got a seat', async () => {
    const id = await city.class({ ...facts, sessions: sessionsIn(-1) });
    const [a, b] = (await city.officers(2)) as [string, string];
    await city.enrol(id, [a, b]);
    await completeClass(city.force, id);
    expect(await kinds(b)).toEqual(['training.declined']);
    expect((await letters()).at(-1)!.body).toContain('đã kết thúc mà chưa có chỗ trống');
  });

  test('on paper only what still holds is to be handed over: the newest letter, and none once the class is over', async () => {
    const id = await city.class({ ...facts, capacity: 2, sessions: sessionsIn(48) });
    const [a, b] = (await city.officers(2)) as [string, string];
    await city.enrol(id, [a, b]);
    const toHandOver = async () => {
      const rows = await city.rows<{ kind: string; officer: string; state: string }>(
        'select kind, officer_id as officer, state from letter order by created_at, id',
      );
      return rows.filter(({ state }) => state === 'TO_HAND_OVER').map(({ kind, officer }) => [kind, officer]);
    };
    expect(await toHandOver()).toEqual([
      ['training.invitation', a],
      ['training.invitation', b],
    ]);
    city.later(60_000);
    await withdrawEnrolments(city.force, [(await city.lineOf(id, a)).id]);
    expect(await toHandOver()).toEqual([
      ['training.invitation', b],
      ['training.withdrawn', a],
    ]);
    await lapseOutdatedLetters(world.ground);
    expect(await toHandOver()).toHaveLength(2);
    city.later(3 * DAY);
    await lapseOutdatedLetters(world.ground);
    expect(await toHandOver()).toEqual([]);

    const other = await city.class({ ...facts, capacity: 2, sessions: sessionsIn(96) });
    await city.enrol(other, [b]);
    expect(await toHandOver()).toEqual([['training.invitation', b]]);
    await completeClass(city.force, other);
    expect(await toHandOver()).toEqual([]);
  });

  test('a request that is declined is answered, one that is granted is an invitation', async () => {
    const id = await city.class({ ...facts, capacity: 5 });
    const [a, b] = (await city.officers(2)) as [string, string];
    for (const officer of [a, b]) await city.enrol(id, [officer], city.self(officer));
    await declineEnrolments(city.force, [(await city.lineOf(id, a)).id], 'Lớp dành cho người mới');
    await approveEnrolments(city.force, [(await city.lineOf(id, b)).id]);
    expect([await kinds(a), await kinds(b)]).toEqual([['training.declined'], ['training.invitation']]);
    expect((await letters())[0]!.body).toContain('Lớp dành cho người mới');
  });

  test('reminders go by themselves two days before, once; moved classes are reminded of anew; by hand once a day', async () => {
    const id = await city.class({ ...facts, sessions: sessionsIn(72) });
    const [a] = (await city.officers(1)) as [string];
    await city.enrol(id, [a]);
    const reminders = async () => (await kinds(a)).filter((kind) => kind === 'training.reminder').length;
    await remindOfComingClasses(world.ground);
    expect(await reminders()).toBe(0);
    city.later(25 * HOUR);
    await remindOfComingClasses(world.ground);
    await remindOfComingClasses(world.ground);
    expect(await reminders()).toBe(1);
    await remindClass(city.force, id);
    expect(await reminders()).toBe(1);

    const [session] = await city.sessions(id);
    const [moved] = sessionsIn(120);
    await updateClass(city.force, id, { ...facts, sessions: [{ id: session!, ...moved! }] }, await version());
    city.later(2 * DAY);
    await remindOfComingClasses(world.ground);
    expect(await reminders()).toBe(2);
    // A class that has begun is not reminded of any more.
    await city.class({ ...facts, sessions: sessionsIn(20) });
    city.later(3 * DAY);
    await remindOfComingClasses(world.ground);
    expect(await reminders()).toBe(2);
  });
});
