import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { officerLeaves, transferOfficer } from '../../server/registry/officer.service.js';
import { cancelClass, openClass, updateClass } from '../../server/training/class.service.js';
import { completeClass } from '../../server/training/close-class.service.js';
import { approveEnrolments, declineEnrolments, withdrawEnrolments } from '../../server/training/seat.service.js';
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

describe('asking for a seat (TR-1)', () => {
  test('by task force, trainer and contact it is a seat, or a place in the queue in order of arrival', async () => {
    const trainer = await city.person('TRAINER');
    const id = await city.class({ capacity: 2, trainerId: trainer.userId });
    const [a, b, c, d] = await city.officers(4);
    await city.enrol(id, [a!], city.contact());
    await city.enrol(id, [b!], trainer);
    await city.enrol(id, [d!, c!]);
    expect(await city.states(id)).toEqual(['ENROLLED', 'ENROLLED', 'WAITLISTED', 'WAITLISTED']);
    expect((await city.list(id)).map(({ officer }) => officer)).toEqual([a, b, d, c]);
  });

  test('by the officer it is a request, whatever other role they hold', async () => {
    const id = await city.class();
    const [a, b] = await city.officers(2);
    await city.enrol(id, [a!], city.self(a!));
    const both = city.self(b!);
    await city.enrol(id, [b!], {
      ...both,
      actor: { ...both.actor, grants: [...both.actor.grants, { role: 'TASK_FORCE', scopeId: null }] },
    });
    expect(await city.states(id)).toEqual(['REQUESTED', 'REQUESTED']);
  });

  test('a request that is granted takes its place in the queue by the time of asking', async () => {
    const id = await city.class({ capacity: 1 });
    const [seated, early, late] = await city.officers(3);
    await city.enrol(id, [seated!]);
    await city.enrol(id, [early!], city.self(early!));
    city.later(60_000);
    await city.enrol(id, [late!]);
    await approveEnrolments(city.force, [(await city.lineOf(id, early!)).id]);
    expect((await city.list(id)).map(({ officer, state }) => [officer, state])).toEqual([
      [seated, 'ENROLLED'],
      [early, 'WAITLISTED'],
      [late, 'WAITLISTED'],
    ]);
    await withdrawEnrolments(city.force, [(await city.lineOf(id, seated!)).id]);
    expect(await city.states(id)).toEqual(['WITHDRAWN', 'ENROLLED', 'WAITLISTED']);
  });

  test('a withdrawal promotes exactly the first in line, none after the cut-off', async () => {
    const id = await city.class({ capacity: 2, cutOffAt: new Date(NOW.getTime() + 24 * HOUR) });
    const officers = await city.officers(5);
    await city.enrol(id, officers);
    await withdrawEnrolments(city.self(officers[0]!), [(await city.lineOf(id, officers[0]!)).id]);
    expect(await city.states(id)).toEqual(['WITHDRAWN', 'ENROLLED', 'ENROLLED', 'WAITLISTED', 'WAITLISTED']);
    city.later(DAY);
    await withdrawEnrolments(city.force, [(await city.lineOf(id, officers[1]!)).id]);
    expect(await city.states(id)).toEqual(['WITHDRAWN', 'WITHDRAWN', 'ENROLLED', 'WAITLISTED', 'WAITLISTED']);
    // After it whoever leads the class gives the seat, to whom they choose.
    await approveEnrolments(city.force, [(await city.lineOf(id, officers[4]!)).id]);
    expect(await city.states(id)).toEqual(['WITHDRAWN', 'WITHDRAWN', 'ENROLLED', 'WAITLISTED', 'ENROLLED']);
    const again = await approveEnrolments(city.force, [(await city.lineOf(id, officers[3]!)).id]);
    expect(refusals(again)).toEqual(['NOT_ALLOWED_NOW TR-1 ids.0']);
  });

  test('an agency gets no more than its seats; the next of another agency goes before', async () => {
    const id = await city.class({ capacity: 3, seatsPerAgency: 1 });
    const [a, b] = await city.officers(2);
    const [x] = await city.officers(1, city.otherAgency);
    await city.enrol(id, [a!, b!, x!]);
    expect(await city.states(id)).toEqual(['ENROLLED', 'WAITLISTED', 'ENROLLED']);
    await withdrawEnrolments(city.force, [(await city.lineOf(id, a!)).id]);
    expect(await city.states(id)).toEqual(['WITHDRAWN', 'ENROLLED', 'ENROLLED']);
  });

  test('twice for one class is refused, each stands alone, and after a withdrawal it is a new request at the end', async () => {
    const id = await city.class({ capacity: 1 });
    const [a, b] = await city.officers(2);
    const done = await city.enrol(id, [a!, a!, 'nobody', b!]);
    expect(done.ids).toHaveLength(2);
    expect(refusals(done)).toEqual(['DUPLICATE TR-1 officerIds.1', 'NOT_FOUND officerIds.2']);
    expect(refusals(await city.enrol(id, [a!]))).toEqual(['DUPLICATE TR-1 officerIds.0']);
    await withdrawEnrolments(city.force, [(await city.lineOf(id, a!)).id]);
    await city.enrol(id, [a!]);
    expect((await city.list(id)).map(({ officer, state }) => [officer, state])).toEqual([
      [a, 'WITHDRAWN'],
      [b, 'ENROLLED'],
      [a, 'WAITLISTED'],
    ]);
  });

  test('contacts ask for their own agency, officers for themselves, trainers in their own classes; others find nobody', async () => {
    const [mine, other] = [await city.person('TRAINER'), await city.person('TRAINER')];
    const id = await city.class({ trainerId: mine.userId, assistantIds: [] });
    const [a] = await city.officers(1);
    const [x] = await city.officers(1, city.otherAgency);
    expect(refusals(await city.enrol(id, [x!], city.contact()))).toEqual(['NOT_FOUND officerIds.0']);
    expect(refusals(await city.enrol(id, [a!], city.self(x!)))).toEqual(['NOT_FOUND officerIds.0']);
    expect(refusals(await city.enrol(id, [a!], other))).toEqual(['NOT_FOUND officerIds.0']);
    expect(await city.list(id)).toEqual([]);
  });

  test('after the cut-off only whoever leads the class takes people, also when it runs', async () => {
    const trainer = await city.person('TRAINER');
    const assistant = await city.person('TRAINER');
    const id = await city.class({ capacity: 5, trainerId: trainer.userId, assistantIds: [assistant.userId] });
    const [a, b, c] = await city.officers(3);
    city.later(49 * HOUR);
    expect(refusals(await city.enrol(id, [a!], city.contact()))).toEqual(['NOT_ALLOWED_NOW TR-1 officerIds.0']);
    expect(refusals(await city.enrol(id, [a!], city.self(a!)))).toEqual(['NOT_ALLOWED_NOW TR-1 officerIds.0']);
    await city.enrol(id, [a!], trainer);
    await city.enrol(id, [b!], assistant);
    await city.enrol(id, [c!]);
    expect(await city.states(id)).toEqual(['ENROLLED', 'ENROLLED', 'ENROLLED']);
  });

  test('a planned class is for those who lead it, until it is opened', async () => {
    const id = await city.class({ isPlanned: true });
    const [a] = await city.officers(1);
    await expect(city.enrol(id, [a!], city.contact())).rejects.toMatchObject({ reasons: [{ code: 'NOT_FOUND' }] });
    expect(refusals(await city.enrol(id, [a!]))).toEqual(['NOT_ALLOWED_NOW TR-1 officerIds.0']);
    await openClass(city.force, id);
    await city.enrol(id, [a!], city.contact());
    expect(await city.states(id)).toEqual(['ENROLLED']);
  });
});

describe('granting and declining (TR-1)', () => {
  test('nobody grants the own request; the contact of the agency, the trainer and the task force do', async () => {
    const trainer = await city.person('TRAINER');
    const id = await city.class({ capacity: 5, trainerId: trainer.userId });
    const officers = await city.officers(4);
    for (const officer of officers) await city.enrol(id, [officer], city.self(officer));
    const lines = (await city.list(id)).map((line) => line.id);
    const own = city.self(officers[0]!);
    const contactToo = {
      ...own,
      actor: { ...own.actor, grants: [...own.actor.grants, { role: 'AGENCY_CONTACT' as const, scopeId: city.agency }] },
    };
    expect(refusals(await approveEnrolments(contactToo, [lines[0]!]))).toEqual(['NOT_ALLOWED_NOW TR-1 ids.0']);
    expect(refusals(await approveEnrolments(city.contact(city.otherAgency), [lines[1]!]))).toEqual(['NOT_FOUND ids.0']);
    await approveEnrolments(city.contact(), [lines[1]!]);
    await approveEnrolments(trainer, [lines[2]!]);
    await declineEnrolments(city.force, [lines[3]!], 'Lớp dành cho người mới');
    expect(await city.states(id)).toEqual(['REQUESTED', 'ENROLLED', 'ENROLLED', 'DECLINED']);
    expect(refusals(await declineEnrolments(city.force, [lines[1]!]))).toEqual(['NOT_ALLOWED_NOW TR-1 ids.0']);
  });
});

describe('from the cut-off and the first session on', () => {
  test('a contact grants no more; whoever leads the class does', async () => {
    const id = await city.class({ cutOffAt: new Date(NOW.getTime() + HOUR) });
    const [a] = await city.officers(1);
    await city.enrol(id, [a!], city.self(a!));
    city.later(2 * HOUR);
    const line = (await city.lineOf(id, a!)).id;
    expect(refusals(await approveEnrolments(city.contact(), [line]))).toEqual(['NOT_ALLOWED_NOW TR-1 ids.0']);
    await approveEnrolments(city.force, [line]);
    expect(await city.states(id)).toEqual(['ENROLLED']);
  });

  test('no seat is given back to escape a no-show: only whoever leads the class takes it; who waits or asked may go', async () => {
    const id = await city.class({ capacity: 1 });
    const [a, b, c] = await city.officers(3);
    await city.enrol(id, [a!, b!]);
    await city.enrol(id, [c!], city.self(c!));
    city.later(49 * HOUR);
    const line = async (officer: string) => (await city.lineOf(id, officer)).id;
    expect(refusals(await withdrawEnrolments(city.self(a!), [await line(a!)]))).toEqual(['NOT_ALLOWED_NOW TR-1 ids.0']);
    expect(refusals(await withdrawEnrolments(city.contact(), [await line(a!)]))).toEqual(['NOT_ALLOWED_NOW TR-1 ids.0']);
    await withdrawEnrolments(city.self(b!), [await line(b!)]);
    await withdrawEnrolments(city.self(c!), [await line(c!)]);
    await withdrawEnrolments(city.force, [await line(a!)]);
    expect(await city.states(id)).toEqual(['WITHDRAWN', 'WITHDRAWN', 'WITHDRAWN']);
  });

  test('many at once: one named twice is refused the second time, and nobody who is taken off moves up in between', async () => {
    const id = await city.class({ capacity: 1 });
    const officers = await city.officers(4);
    await city.enrol(id, officers);
    const [a, b] = (await city.list(id)).map((line) => line.id);
    const done = await withdrawEnrolments(city.force, [a!, b!, a!]);
    expect([done.ids, refusals(done)]).toEqual([[a, b], ['NOT_ALLOWED_NOW TR-1 ids.2']]);
    expect(await city.states(id)).toEqual(['WITHDRAWN', 'WITHDRAWN', 'ENROLLED', 'WAITLISTED']);
  });
});

describe('whoever leads a class and is on its list', () => {
  test('neither closes it nor changes when it counts as completed; others do', async () => {
    const id = await city.class({ sessions: sessionsIn(-1) });
    const [a] = await city.officers(1);
    const own = city.self(a!);
    const both = { ...own, actor: { ...own.actor, grants: [...own.actor.grants, { role: 'TASK_FORCE' as const, scopeId: null }] } };
    await city.enrol(id, [a!]);
    const violated = { reasons: [{ code: 'RULE_VIOLATED', rule: 'TR-2' }] };
    await expect(completeClass(both, id)).rejects.toMatchObject(violated);
    const input = { title: 'Thư điện tử căn bản', capacity: 2, sessions: sessionsIn(-1) };
    await expect(updateClass(both, id, { ...input, passShare: 0.1 }, 1)).rejects.toMatchObject(violated);
    await updateClass(city.force, id, { ...input, passShare: 0.5 }, 1);
    await completeClass(city.force, id);
    expect(await city.states(id)).toEqual(['NO_SHOW']);
  });
});

describe('a sheltering request that is given back (TR-3)', () => {
  test('passes to the other place that the officer holds, by calling off and by closing without a seat', async () => {
    const [first, second, third] = [await city.class(), await city.class({ capacity: 1 }), await city.class()];
    const [a, b] = await city.officers(2);
    await city.enrol(second, [b!]);
    for (const id of [first, second, third]) {
      city.later(60_000);
      await city.enrol(id, [a!]);
    }
    const sheltering = async () => Promise.all([first, second, third].map(async (id) => (await city.lineOf(id, a!)).isSheltering));
    expect(await sheltering()).toEqual([true, false, false]);
    await cancelClass(city.force, first, 'Giảng viên ốm');
    expect(await sheltering()).toEqual([false, true, false]);
    city.later(49 * HOUR);
    await completeClass(city.force, second);
    expect(await sheltering()).toEqual([false, false, true]);
  });
});

describe('a class that changes', () => {
  test('more seats go to the queue, fewer than are taken are refused, an older version is stale', async () => {
    const id = await city.class({ capacity: 1 });
    const officers = await city.officers(3);
    await city.enrol(id, officers);
    const input = { title: 'Thư điện tử căn bản', passShare: 0.8, sessions: sessionsIn(48) };
    await updateClass(city.force, id, { ...input, capacity: 2 }, 1);
    expect(await city.states(id)).toEqual(['ENROLLED', 'ENROLLED', 'WAITLISTED']);
    const [{ version }] = (await city.rows<{ version: number }>('select version from training_class')) as [{ version: number }];
    await expect(updateClass(city.force, id, { ...input, capacity: 1 }, version)).rejects.toMatchObject({
      reasons: [{ code: 'CONFLICT' }],
    });
    await expect(updateClass(city.force, id, { ...input, capacity: 9 }, version - 1)).rejects.toMatchObject({
      reasons: [{ code: 'STALE' }],
    });
  });

  test('a moved session keeps its marks; one with marks cannot be dropped, one without can', async () => {
    const id = await city.class({ sessions: sessionsIn(-1, 2) });
    const [a] = await city.officers(1);
    await city.enrol(id, [a!]);
    await city.mark(id, a!, ['PRESENT']);
    const [first, second] = await city.sessions(id);
    const [one, two] = sessionsIn(5, 2);
    const input = { title: 'Thư điện tử căn bản', capacity: 2, passShare: 0.8 };
    const version = async () => (await city.rows<{ version: number }>('select version from training_class'))[0]!.version;
    await updateClass(
      city.force,
      id,
      {
        ...input,
        sessions: [
          { id: first!, ...one! },
          { id: second!, ...two! },
        ],
      },
      await version(),
    );
    expect(await city.rows('select mark from attendance')).toEqual([{ mark: 'PRESENT' }]);
    await expect(updateClass(city.force, id, { ...input, sessions: [{ id: second!, ...two! }] }, await version())).rejects.toMatchObject({
      reasons: [{ code: 'CONFLICT', path: ['input', 'sessions'] }],
    });
    await updateClass(city.force, id, { ...input, sessions: [{ id: first!, ...one! }] }, await version());
    expect(await city.sessions(id)).toEqual([first]);
  });

  test('called off: everybody is withdrawn, and their sheltering requests are given back (TR-3)', async () => {
    const id = await city.class({ capacity: 1 });
    const [a, b, c] = await city.officers(3);
    await city.enrol(id, [a!, b!]);
    await city.enrol(id, [c!], city.self(c!));
    await cancelClass(city.force, id, 'Không đủ giảng viên');
    expect((await city.list(id)).map(({ state, isSheltering }) => [state, isSheltering])).toEqual([
      ['WITHDRAWN', false],
      ['WITHDRAWN', false],
      ['WITHDRAWN', false],
    ]);
    expect(refusals(await city.enrol(id, [a!]))).toEqual(['NOT_ALLOWED_NOW TR-1 officerIds.0']);
    const next = await city.class();
    await city.enrol(next, [a!]);
    expect((await city.lineOf(next, a!)).isSheltering).toBe(true);
  });
});

describe('officers who move on', () => {
  test('a class moved beyond the last day of somebody on its list goes on without them', async () => {
    const id = await city.class({ capacity: 1 });
    const [a, b] = await city.officers(2);
    await city.enrol(id, [a!, b!]);
    await officerLeaves(city.force, a!, '2026-11-30');
    await world.ground.outbox.drain();
    expect(await city.states(id)).toEqual(['ENROLLED', 'WAITLISTED']);
    const [session] = await city.sessions(id);
    const [moved] = sessionsIn(14 * 24);
    await updateClass(
      city.force,
      id,
      { title: 'Thư điện tử căn bản', capacity: 1, passShare: 0.8, sessions: [{ id: session!, ...moved! }] },
      1,
    );
    expect(await city.states(id)).toEqual(['WITHDRAWN', 'ENROLLED']);
  });

  test('whoever leaves before the class begins gives the seat to the next in line, by itself', async () => {
    const id = await city.class({ capacity: 1 });
    const [a, b] = await city.officers(2);
    await city.enrol(id, [a!, b!]);
    await officerLeaves(city.force, a!, '2026-11-26');
    await world.ground.outbox.drain();
    expect(await city.states(id)).toEqual(['WITHDRAWN', 'ENROLLED']);
    const [c] = await city.officers(1);
    await officerLeaves(city.force, c!, '2026-11-26');
    expect(refusals(await city.enrol(id, [c!]))).toEqual(['CONFLICT officerIds.0']);
  });

  test('whoever leaves after it stays on the list', async () => {
    const id = await city.class();
    const [a] = await city.officers(1);
    await city.enrol(id, [a!]);
    await officerLeaves(city.force, a!, '2026-11-30');
    await world.ground.outbox.drain();
    expect(await city.states(id)).toEqual(['ENROLLED']);
  });

  test('whoever is transferred keeps the seat, which still counts for the agency that asked; the new contact answers for it', async () => {
    const id = await city.class({ capacity: 5, seatsPerAgency: 1 });
    const [a, b] = await city.officers(2);
    const [x] = await city.officers(1, city.otherAgency);
    await city.enrol(id, [a!], city.contact());
    await transferOfficer(city.force, a!, { agencyId: city.otherAgency, post: 'Chuyên viên', isLeader: false, onDate: '2026-11-24' });
    await city.enrol(id, [b!, x!]);
    expect(await city.states(id)).toEqual(['ENROLLED', 'WAITLISTED', 'ENROLLED']);
    const line = (await city.lineOf(id, a!)).id;
    expect(refusals(await withdrawEnrolments(city.contact(), [line]))).toEqual(['NOT_FOUND ids.0']);
    await withdrawEnrolments(city.contact(city.otherAgency), [line]);
    expect(await city.states(id)).toEqual(['WITHDRAWN', 'ENROLLED', 'ENROLLED']);
  });
});
