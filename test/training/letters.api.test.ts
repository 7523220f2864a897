import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { recordReceipts } from '../../server/notices/letter.service.js';
import { createClass } from '../../server/training/class.service.js';
import { requestSeats } from '../../server/training/request.service.js';
import { World } from '../support/world.js';
import { sessionsIn, TrainingWorld } from './training-world.js';

describe('letters about a seat', () => {
  let world: World;
  let city: TrainingWorld;
  beforeAll(async () => {
    world = await World.open();
    city = await TrainingWorld.build(world);
  });
  afterAll(() => world.close());

  test('tell the trainer whether they have arrived, and not what they say', async () => {
    const officer = await world.officer(city.agency);
    const trainer = await world.bearer('TRAINER');
    const [{ id: trainerId }] = (await world.asOwner<{ id: string }>(`select user_id as id from role_grant where role = 'TRAINER'`)) as [
      { id: string },
    ];
    const classId = await createClass(city.force, { title: 'Lớp một', capacity: 5, passShare: 0.8, trainerId, sessions: sessionsIn(72) });
    await requestSeats(city.contact(), classId, [officer]);
    const [letter] = (await world.asOwner<{ id: string; body: string }>('select id, body from letter')) as [{ id: string; body: string }];
    expect(letter.body).toContain('Trân trọng mời Ông/Bà đến dự.');
    await recordReceipts(city.contact(), [letter.id], { receivedOn: world.ground.clock.today(), means: 'SIGNED', note: 'Ký' });
    const ask = async (fields: string, headers: Record<string, string>) => {
      const { data, errors } = await world.query(`{ trainingClass(id: "${classId}") { roster { letters { ${fields} } } } }`, {}, headers);
      return errors ? errors[0]!.extensions.code : data.trainingClass.roster[0].letters;
    };
    const arrived = 'kind channel state sentAt receipt { receivedOn }';
    const seen = [
      {
        kind: 'training.invitation',
        channel: 'PAPER',
        state: 'RECEIVED',
        sentAt: null,
        receipt: { receivedOn: world.ground.clock.today() },
      },
    ];
    expect(await ask(arrived, trainer)).toEqual(seen);
    for (const field of ['body', 'title', 'receipt { means }', 'officer { id }', 'attempts { detail }'])
      expect(await ask(field, trainer)).toBe('FORBIDDEN');
    expect(await ask('sentTo receipt { note document { id } }', trainer)).toEqual([
      { sentTo: null, receipt: { note: null, document: null } },
    ]);
    const contact = await world.bearer({ role: 'AGENCY_CONTACT', scopeId: city.agency });
    expect(await ask('body receipt { note }', contact)).toEqual([{ body: letter.body, receipt: { note: 'Ký' } }]);
  });
});
