import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { markAttendance } from '../../server/training/attendance.service.js';
import { completeClass } from '../../server/training/close-class.service.js';
import { sheltersOf } from '../../server/training/shelter.read.js';
import { adoptPolicy } from '../../server/review/usage-policy.service.js';
import { POLICY } from '../review/review-world.js';
import { World } from '../support/world.js';
import { DAY, HOUR, NOW, refusals, sessionsIn, TrainingWorld } from './training-world.js';

let world: World;
let city: TrainingWorld;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  city = await TrainingWorld.build(world);
});

const marks = () => city.rows<{ mark: string; marked_by: string }>('select mark, marked_by from attendance order by marked_at');
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

describe('marking attendance (TR-2)', () => {
  test('two trainers at once: the last by the time of marking holds, in whichever order they arrive', async () => {
    const [one, two] = [await city.person('TRAINER'), await city.person('TRAINER')];
    const id = await city.class({ trainerId: one.userId, assistantIds: [two.userId], sessions: sessionsIn(-1) });
    const [a] = await city.officers(1);
    await city.enrol(id, [a!]);
    const [session] = await city.sessions(id);
    const { id: enrolmentId } = await city.lineOf(id, a!);
    const mark = (mark: 'PRESENT' | 'ABSENT' | 'LATE', minutes: number) => ({
      enrolmentId,
      sessionId: session!,
      mark,
      markedAt: at(minutes),
    });
    await markAttendance(two, id, [mark('LATE', -5)]);
    await markAttendance(one, id, [mark('ABSENT', -9)]);
    expect(await marks()).toEqual([{ mark: 'LATE', marked_by: two.actor.name }]);
    await markAttendance(one, id, [mark('PRESENT', -3)]);
    expect(await marks()).toEqual([{ mark: 'PRESENT', marked_by: one.actor.name }]);
  });

  test('the same mark again changes nothing and leaves no record; a changed one leaves both', async () => {
    const id = await city.class({ sessions: sessionsIn(-1) });
    const [a] = await city.officers(1);
    await city.enrol(id, [a!]);
    const [sessionId] = await city.sessions(id);
    const { id: enrolmentId } = await city.lineOf(id, a!);
    const sent = [{ enrolmentId, sessionId: sessionId!, mark: 'PRESENT' as const, markedAt: at(-3) }];
    const events = async () =>
      (await city.rows<{ n: number }>(`select count(*)::int as n from audit_event where action = 'attendance.mark'`))[0]!.n;
    await markAttendance(city.force, id, sent);
    await markAttendance(city.force, id, sent);
    expect(await events()).toBe(1);
    await markAttendance(city.force, id, [{ ...sent[0]!, mark: 'LATE', markedAt: at(-2) }]);
    expect(await events()).toBe(2);
    expect(await marks()).toMatchObject([{ mark: 'LATE' }]);
  });

  test('each mark stands alone; who waits, who is of another class and a foreign session are refused', async () => {
    const [id, other] = [await city.class({ capacity: 1 }), await city.class()];
    const [a, b, c] = await city.officers(3);
    await city.enrol(id, [a!, b!]);
    await city.enrol(other, [c!]);
    const [session] = await city.sessions(id);
    const [foreign] = await city.sessions(other);
    const lines = await Promise.all([city.lineOf(id, a!), city.lineOf(id, b!), city.lineOf(other, c!)]);
    const mark = (i: number, sessionId: string) => ({ enrolmentId: lines[i]!.id, sessionId, mark: 'PRESENT' as const });
    const done = await markAttendance(city.force, id, [mark(1, session!), mark(0, session!), mark(2, session!), mark(0, foreign!)]);
    expect(refusals(done)).toEqual(['NOT_ALLOWED_NOW TR-2 marks.0', 'NOT_FOUND marks.2.enrolmentId', 'NOT_FOUND marks.3.sessionId']);
    expect(await marks()).toMatchObject([{ mark: 'PRESENT' }]);
  });

  test('nobody marks the own attendance', async () => {
    const [a] = await city.officers(1);
    const trainer = await city.person('TRAINER');
    const id = await city.class({ trainerId: trainer.userId });
    await city.enrol(id, [a!]);
    const both = { ...trainer, actor: { ...trainer.actor, grants: [...trainer.actor.grants, { role: 'OFFICER' as const, scopeId: a! }] } };
    const [sessionId] = await city.sessions(id);
    const done = await markAttendance(both, id, [{ enrolmentId: (await city.lineOf(id, a!)).id, sessionId: sessionId!, mark: 'PRESENT' }]);
    expect(refusals(done)).toEqual(['RULE_VIOLATED TR-2 marks.0']);
  });

  test('a trainer of another class may not', async () => {
    const [mine, other] = [await city.person('TRAINER'), await city.person('TRAINER')];
    const id = await city.class({ trainerId: mine.userId });
    await expect(markAttendance(other, id, [])).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('closing a class (TR-2)', () => {
  test('everybody with a seat gets an outcome, who never had one is declined and may ask again with shelter (TR-3)', async () => {
    const id = await city.class({ capacity: 4, sessions: sessionsIn(-1, 5) });
    const [all, some, none, excused, waiting, asking] = await city.officers(6);
    await city.enrol(id, [all!, some!, none!, excused!, waiting!]);
    await city.enrol(id, [asking!], city.self(asking!)).catch(() => undefined);
    await city.mark(id, all!, ['PRESENT', 'LATE', 'PRESENT', 'PRESENT', 'ABSENT']);
    await city.mark(id, some!, ['PRESENT', 'PRESENT', 'PRESENT']);
    await city.mark(id, excused!, ['EXCUSED']);
    await completeClass(city.force, id);
    expect((await city.list(id)).map(({ state, isSheltering }) => [state, isSheltering])).toEqual([
      ['COMPLETED', true],
      ['INCOMPLETE', true],
      ['NO_SHOW', true],
      ['INCOMPLETE', true],
      ['DECLINED', false],
    ]);
    await expect(completeClass(city.force, id)).rejects.toMatchObject({ reasons: [{ code: 'NOT_ALLOWED_NOW', rule: 'TR-2' }] });
    const next = await city.class({ capacity: 5 });
    await city.enrol(next, [none!, waiting!]);
    expect((await city.list(next)).map(({ isSheltering }) => isSheltering)).toEqual([false, true]);
    expect(await city.rows('select is_retake from enrolment where training_class_id = ? order by queue_number', [next])).toEqual([
      { is_retake: true },
      { is_retake: false },
    ]);
  });

  test('marks made before the closing count when they arrive after it; later ones are for the task force', async () => {
    const trainer = await city.person('TRAINER');
    const id = await city.class({ trainerId: trainer.userId, sessions: sessionsIn(-5) });
    const [a] = await city.officers(1);
    await city.enrol(id, [a!]);
    const [sessionId] = await city.sessions(id);
    const { id: enrolmentId } = await city.lineOf(id, a!);
    await completeClass(trainer, id);
    expect(await city.states(id)).toEqual(['NO_SHOW']);
    city.later(HOUR);
    await markAttendance(trainer, id, [{ enrolmentId, sessionId: sessionId!, mark: 'PRESENT', markedAt: at(-10) }]);
    expect(await city.states(id)).toEqual(['COMPLETED']);
    const late = await markAttendance(trainer, id, [{ enrolmentId, sessionId: sessionId!, mark: 'ABSENT' }]);
    expect(refusals(late)).toEqual(['NOT_ALLOWED_NOW TR-2 marks.0']);
    await markAttendance(city.force, id, [{ enrolmentId, sessionId: sessionId!, mark: 'ABSENT' }]);
    expect(await city.states(id)).toEqual(['NO_SHOW']);
    expect(await city.rows('select completed_on, grace_days from enrolment')).toEqual([{ completed_on: null, grace_days: null }]);
  });
});

describe('the shelter of an officer as days go by (TR-3)', () => {
  const shelter = async (officer: string) => {
    const found = (await sheltersOf(world.ground.orm.em.fork(), world.ground, [officer])).get(officer);
    return found ? [found.reason, found.until] : null;
  };

  test('from the request over the seat to the grace of the policy, and then no more', async () => {
    await adoptPolicy(world.operator(), { ...POLICY, trainingGraceDays: 10 });
    const id = await city.class({ capacity: 1, sessions: sessionsIn(48) });
    const [a, b] = await city.officers(2);
    expect(await shelter(a!)).toBeNull();
    await city.enrol(id, [a!], city.self(a!));
    expect(await shelter(a!)).toEqual(['REQUESTED', '2026-12-25']);
    await city.enrol(id, [b!]);
    const { approveEnrolments } = await import('../../server/training/seat.service.js');
    await approveEnrolments(city.force, [(await city.lineOf(id, a!)).id]);
    expect(await shelter(a!)).toEqual(['WAITLISTED', null]);
    expect(await shelter(b!)).toEqual(['ENROLLED', null]);
    city.later(3 * DAY);
    await city.mark(id, b!, ['PRESENT']);
    await completeClass(city.force, id);
    expect(await shelter(a!)).toBeNull();
    // Closed on Saturday, 2026-11-28; ten days later is Tuesday, 2026-12-08.
    expect(await shelter(b!)).toEqual(['GRACE', '2026-12-08']);
    city.later(10 * DAY);
    expect(await shelter(b!)).toEqual(['GRACE', '2026-12-08']);
    city.later(DAY);
    expect(await shelter(b!)).toBeNull();
  });

  test('a request that nobody decides shelters for thirty days and no longer', async () => {
    const id = await city.class({ sessions: sessionsIn(24 * 60) });
    const [a] = await city.officers(1);
    await city.enrol(id, [a!], city.self(a!));
    city.later(30 * DAY);
    expect(await shelter(a!)).toEqual(['REQUESTED', '2026-12-25']);
    city.later(DAY);
    expect(await shelter(a!)).toBeNull();
  });
});
