/** A mailbox address that somebody else has now is theirs, whoever had it before is erased (K-5); and erasing by the clock. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eraseOfficer } from '../../../server/publication/keeping/erasure.service.js';
import { periodsHeld } from '../../../server/publication/keeping/retention-policy.read.js';
import { recordMailbox, releaseMailbox } from '../../../server/registry/mailbox.service.js';
import { officerLeaves } from '../../../server/registry/officer.service.js';
import { addEvidence, city, type City, WORKDAYS } from '../../review/review-world.js';
import { World } from '../../support/world.js';

let world: World;
let here: City;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.clear();
  here = await city(world);
});

const rows = <R extends object = any>(sql: string, values: unknown[] = []) => world.ground.orm.em.fork().execute<R[]>(sql, values);
const force = () => world.as('TASK_FORCE');
const later = (day: string) => world.ground.clock.stopAt(new Date(`${day}T02:00:00Z`));

async function leaves(id: string, day = '2026-11-24'): Promise<void> {
  await officerLeaves(force(), id, day);
  await world.settled();
}

describe('an address that was passed on', () => {
  test('stays the other’s, with the counters of the other’s days; those of the person’s days go', async () => {
    await addEvidence(world, 'idle@snv.example', WORKDAYS, { read: 1 });
    await releaseMailbox(world.operator(), { address: 'idle@snv.example', lastDay: '2026-10-31' });
    const heir = await world.officer(here.agency, { code: 'HEIR', mailboxAddress: null, sinceOn: '2020-01-01' });
    await recordMailbox(world.operator(), {
      address: 'idle@snv.example',
      kind: 'PERSONAL',
      officerId: heir,
      createdOn: '2020-01-01',
    } as never);
    await rows(`update mailbox_period set from_on = '2026-11-01' where officer_id = ?`, [heir]);
    await leaves(here.never);
    later('2037-01-05');
    const counted = () =>
      rows<{ before: string; after: string }>(
        `select count(*) filter (where d.day <= date '2026-10-31' - date '1970-01-01')::text as before, count(*) filter (where d.day > date '2026-10-31' - date '1970-01-01')::text as after
         from evidence_day d join evidence_address a on a.id = d.address where a.address = 'idle@snv.example'`,
      );
    const [was] = await counted();
    expect([Number(was!.before) > 0, Number(was!.after) > 0]).toEqual([true, true]);
    await eraseOfficer(force(), here.never, 'Hết thời hạn');
    expect(await counted()).toEqual([{ before: '0', after: was!.after }]);
    expect(await rows('select m.address, m.officer_id from mailbox m where m.officer_id = ?', [heir])).toEqual([
      { address: 'idle@snv.example', officer_id: heir },
    ]);
    expect(await rows('select full_name from officer where id = ?', [heir])).toEqual([{ full_name: 'Nguyễn Thị Lan' }]);
  });

  test('an address that was nobody else’s is nobody’s afterwards, and can be given anew', async () => {
    await leaves(here.never);
    later('2037-01-05');
    await eraseOfficer(force(), here.never, 'Hết thời hạn');
    expect(await rows(`select 1 from mailbox where address = 'idle@snv.example'`)).toEqual([]);
    const heir = await world.officer(here.agency, { mailboxAddress: 'idle@snv.example' });
    expect(await rows('select officer_id from mailbox where address = ?', ['idle@snv.example'])).toEqual([{ officer_id: heir }]);
  });
});

test('K-5: the clock erases those whose period is over, and nobody else', async () => {
  await leaves(here.never);
  await leaves(here.regular);
  await rows(`update officer set left_on = '2035-01-01' where id = ?`, [here.regular]);
  later('2037-01-05');
  const [held] = await periodsHeld(world.ground, ['registry.persons']);
  expect(await held!.keeper.due(world.ground, held!.cutOff)).toEqual({ due: 1, needed: 0 });
  expect(await held!.keeper.apply(world.ground, held!.cutOff, 10)).toBe(1);
  expect(await held!.keeper.apply(world.ground, held!.cutOff, 10)).toBe(0);
  expect((await rows(`select id from officer where full_name = '(đã xóa)'`)).map(({ id }) => id)).toEqual([here.never]);
});
