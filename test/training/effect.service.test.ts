/** From a finding over a class to the next review: who needs a class, and what it has changed (TR-4). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { dayNumber } from '../../server/kernel/calendar.js';
import { setCause } from '../../server/review/cause.service.js';
import { finaliseReview } from '../../server/review/close-review.service.js';
import { openReview } from '../../server/review/open-review.service.js';
import { completeClass } from '../../server/training/close-class.service.js';
import { requestSeats } from '../../server/training/request.service.js';
import { addData, addEvidence, city, WINDOW, WORKDAYS } from '../review/review-world.js';
import { type Ask, World } from '../support/world.js';
import { type Acting, DAY, NOW, TrainingWorld } from './training-world.js';

let world: World;
let town: TrainingWorld;
let here: Awaited<ReturnType<typeof city>>;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  town = await TrainingWorld.build(world);
  await world.clear();
  here = await city(world);
});

const rows = <R extends object>(sql: string, values: unknown[] = []) => world.ground.orm.em.fork().execute<R[]>(sql, values);
const force = (): Acting => world.as('TASK_FORCE');

async function finalised(title: string, windowTo: string) {
  const id = await openReview(force(), { title, windowTo });
  await finaliseReview(force(), id);
  return id;
}

const findingOf = async (reviewId: string, officerId: string) =>
  (await rows<{ id: string }>('select id from finding where review_id = ? and officer_id = ?', [reviewId, officerId]))[0]!.id;

const CLASS = `query ($id: ID!) { trainingClass(id: $id) { roster { officer { code } state tierBefore tierAfter }
  effect { completed assessedBefore assessedAfter improved unchanged worsened regularBefore regularAfter usingBefore usingAfter } } }`;
const NEED = `{ trainingDemand { totalCount nodes { officer { code } agency { code } district { code } finding { tier cause } } }
  trainingDemandByAgency { agency { code } officers leaders } trainingClassProposals(capacity: 10) { title officers leaders officerIds } }`;

describe('a class between two reviews', () => {
  test('whoever finds it hard needs a class until they have a seat; its effect shows after the next review (TR-4)', async () => {
    // Sessions end as the clock moves on.
    const ask: Ask = async (query, variables) => (await world.signIn('TASK_FORCE'))(query, variables);
    const contact = await world.signIn('AGENCY_CONTACT', here.agency);
    const first = await finalised('Trước', WINDOW.to);
    const finding = await findingOf(first, here.never);
    expect((await ask(NEED)).data.trainingDemand.totalCount).toBe(0);
    await setCause(force(), [finding], 'HARD_TO_USE', null);

    const need = (await ask(NEED)).data;
    expect(need.trainingDemand).toEqual({
      totalCount: 1,
      nodes: [{ officer: { code: 'IDLE' }, agency: { code: 'SNV' }, district: null, finding: { tier: 'NEVER', cause: 'HARD_TO_USE' } }],
    });
    expect(need.trainingDemandByAgency).toEqual([{ agency: { code: 'SNV' }, officers: 1, leaders: 0 }]);
    expect(need.trainingClassProposals).toEqual([
      { title: 'Sử dụng hộp thư điện tử công vụ: Sở SNV', officers: 1, leaders: 0, officerIds: [here.never] },
    ]);
    expect((await contact('{ trainingDemand { totalCount } }')).data.trainingDemand.totalCount).toBe(1);

    // In bulk from findings; a class of one session on the next day.
    const trainer = await town.person('TRAINER');
    const sessions = [{ startsAt: new Date(NOW.getTime() + DAY), endsAt: new Date(NOW.getTime() + DAY + 3_600_000) }];
    const id = await town.class({ trainerId: trainer.userId, sessions });
    const { ids } = await requestSeats(world.as('AGENCY_CONTACT', here.agency), id, [here.leader], [finding]);
    expect(ids).toHaveLength(2);
    expect((await ask(NEED)).data.trainingDemand.totalCount).toBe(0);
    town.later(DAY);
    await town.mark(id, here.never, ['PRESENT']);
    await town.mark(id, here.leader, ['LATE']);
    await completeClass(trainer, id);
    expect((await ask(NEED)).data.trainingDemand.totalCount).toBe(0);

    const before = (await ask(CLASS, { id })).data.trainingClass;
    expect(before.roster).toEqual([
      { officer: { code: 'HEAD' }, state: 'COMPLETED', tierBefore: 'IRREGULAR', tierAfter: null },
      { officer: { code: 'IDLE' }, state: 'COMPLETED', tierBefore: 'NEVER', tierAfter: null },
    ]);
    expect(before.effect).toMatchObject({ completed: 2, assessedBefore: 2, assessedAfter: 0 });

    // A review of a window that ended before the class says nothing about it, whenever it is finalised.
    const stale = await openReview(force(), { title: 'Kỳ cũ', windowTo: '2026-11-25' });
    await finaliseReview(force(), stale);
    expect((await ask(CLASS, { id })).data.trainingClass.effect.assessedAfter).toBe(0);

    // Ninety days later the one who never used it does so daily.
    world.ground.clock.stopAt(new Date(NOW.getTime() + 91 * DAY));
    const later = Array.from({ length: 92 }, (_, i) => 90 + i);
    await addData(world, later);
    await addEvidence(world, 'idle@snv.example', later, { read: 2, sent: 1 });
    await addEvidence(
      world,
      'head@snv.example',
      later.filter((i) => i % 3 === 0),
      { read: 1 },
    );
    await finalised('Sau', '2027-02-23');
    const after = (await ask(CLASS, { id })).data.trainingClass;
    expect(after.roster).toMatchObject([
      { officer: { code: 'HEAD' }, tierBefore: 'IRREGULAR', tierAfter: 'IRREGULAR' },
      { officer: { code: 'IDLE' }, tierBefore: 'NEVER', tierAfter: 'REGULAR' },
    ]);
    expect(after.effect).toEqual({
      completed: 2,
      assessedBefore: 2,
      assessedAfter: 2,
      improved: 1,
      unchanged: 1,
      worsened: 0,
      regularBefore: 0,
      regularAfter: 1,
      usingBefore: 1,
      usingAfter: 2,
    });
    const trainers = await ask('{ trainerEffects { trainer { name } classes effect { completed improved } } }');
    expect(trainers.data.trainerEffects).toEqual([
      { trainer: { name: 'Giảng viên 1' }, classes: 1, effect: { completed: 2, improved: 1 } },
    ]);
    expect(dayNumber('2027-02-23')).toBeGreaterThan(dayNumber(WINDOW.to) + WORKDAYS.length);
  });
});
