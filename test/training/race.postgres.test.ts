/** Who comes first when many come at once? On PostgreSQL, over several connections, through the services (TR-1). */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { withdrawEnrolments } from '../../server/training/seat.service.js';
import { World } from '../support/world.js';
import { refusals, TrainingWorld } from './training-world.js';

const minutes = 60_000;
let world: World;
let city: TrainingWorld;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  city = await TrainingWorld.build(world);
  world.ground.clock.stopAt();
}, 2 * minutes);

test(
  '200 requests for 30 seats at once: 30 enrolled, 170 waiting in order, none lost; a withdrawal promotes exactly one',
  async () => {
    const id = await city.class({ capacity: 30, sessions: [soon()] });
    const officers = await city.officers(200);
    const answers = await Promise.all(officers.map((officer) => city.enrol(id, [officer])));
    expect(answers.flatMap(refusals)).toEqual([]);
    const list = await city.list(id);
    expect(list.slice(0, 30).every(({ state }) => state === 'ENROLLED')).toBe(true);
    expect(list.slice(30).every(({ state }) => state === 'WAITLISTED')).toBe(true);
    expect(list.map(({ queue }) => queue)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
    expect(new Set(list.map(({ officer }) => officer))).toEqual(new Set(officers));
    const times = await city.rows<{ is_sorted: boolean }>(
      `select bool_and(requested_at >= before) as is_sorted from (select requested_at, lag(requested_at) over (order by queue_number) as before
       from enrolment where training_class_id = ?) t where before is not null`,
      [id],
    );
    expect(times).toEqual([{ is_sorted: true }]);

    await withdrawEnrolments(city.force, [list[4]!.id]);
    const after = await city.list(id);
    expect(after.filter(({ state }) => state === 'ENROLLED')).toHaveLength(30);
    expect(after[30]!.state).toBe('ENROLLED');
    expect(after[31]!.state).toBe('WAITLISTED');
  },
  3 * minutes,
);

test(
  'withdrawals and requests at once: never more than the seats, never a free seat beside somebody who waits',
  async () => {
    const id = await city.class({ capacity: 10, sessions: [soon()] });
    const [first, second] = [await city.officers(30), await city.officers(20)];
    await city.enrol(id, first);
    const seated = (await city.list(id)).slice(0, 10);
    await Promise.all([
      ...seated.map(({ id: line }) => withdrawEnrolments(city.force, [line])),
      ...second.map((officer) => city.enrol(id, [officer], city.contact())),
    ]);
    const states = await city.states(id);
    expect(states.filter((state) => state === 'WITHDRAWN')).toHaveLength(10);
    expect(states.filter((state) => state === 'ENROLLED')).toHaveLength(10);
    expect(states.filter((state) => state === 'WAITLISTED')).toHaveLength(30);
  },
  3 * minutes,
);

test(
  'one officer asked for by many at once stands on the list once, and one request shelters',
  async () => {
    const [one, two] = [await city.class({ sessions: [soon()] }), await city.class({ sessions: [soon()] })];
    const [officer] = await city.officers(1);
    const answers = await Promise.all([one, two, one, two, one, two].map((id) => city.enrol(id, [officer!])));
    expect(answers.filter(({ ids }) => ids.length === 1)).toHaveLength(2);
    expect(answers.flatMap(({ refused }) => refused.map(({ code }) => code))).toEqual(Array(4).fill('DUPLICATE'));
    const lines = [...(await city.list(one)), ...(await city.list(two))];
    expect(lines.filter(({ isSheltering }) => isSheltering)).toHaveLength(1);
  },
  3 * minutes,
);

function soon() {
  const startsAt = new Date(Date.now() + 48 * 3_600_000);
  return { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) };
}
