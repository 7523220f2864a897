/** Erasing one person takes nothing of another's record: not the same sentence, not an address or a code that holds theirs, nor one that is the other's too (K-5). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ANSWERS_CHANGED } from '../../../server/awards/vocabulary.js';
import { subscribe, writeMessages } from '../../../server/awards/webhook.service.js';
import { perform } from '../../../server/identity/command.js';
import { eraseOfficer } from '../../../server/publication/keeping/erasure.service.js';
import { officerLeaves, updateOfficer } from '../../../server/registry/officer.service.js';
import { DecisionWorld } from '../../decisions/decision-world.js';
import { World } from '../../support/world.js';

const NOTE = 'Đã nhắc bằng văn bản ngày 01/10/2026 và mời học lớp LH-2026-0001.';
const PHONE = '02363821999';

let world: World;
let town: DecisionWorld;
let gone: string;
let stays: string;
let here: string;
beforeAll(async () => {
  world = await World.open();
  town = await DecisionWorld.build(world, { members: 3, never: 2, cause: 'REFUSES' });
  const officer = (code: string, mailboxAddress: string) =>
    world.officer(town.agency, { code, fullName: `Lê Thị ${code}`, mailboxAddress, phone: PHONE, sinceOn: '2020-01-01' });
  gone = await officer('SNV-1', 'an@snv.example');
  stays = await officer('SNV-10', 'lan@snv.example');
  here = town.agency;
  await updateOfficer(
    town.force,
    stays,
    { code: 'SNV-10', fullName: 'Lê Thị Lan', agencyId: here, isLeader: false, phone: PHONE, otherEmail: 'chung@else.example' },
    1,
  );
  await updateOfficer(
    town.force,
    gone,
    { code: 'SNV-1', fullName: 'Lê Thị An', agencyId: here, isLeader: false, phone: PHONE, otherEmail: 'chung@else.example' },
    1,
  );
  await perform(town.force, async (act) => {
    act.allowAnyone('a test');
    const both = [`officer:${gone}`, `officer:${stays}`];
    act.record('officers.import', 'registry', { words: 'cho SNV-1 và Lê Thị An' }, both);
    act.record('officers.import', `officer:${stays}`, { words: 'kèm Lê Thị An' }, [`officer:${gone}`]);
    act.record('officers.import', `officer:${gone}`, { words: 'kèm Lê Thị Lan' }, [`officer:${stays}`]);
    act.record('officers.import', 'registry', { words: 'một mình' }, [`officer:${gone}`]);
    act.record('officers.import', 'registry', { codes: ['SNV-1', 'SNV-10'] }, both);
    act.record('officers.import', 'registry', { from: 'an@snv.example' });
    act.record('officers.import', 'registry', { from: 'Lê Thị "an@snv.example"' });
  });
  const { id: subscription } = await subscribe(world.as('ADMIN'), { name: 'Thi đua', url: 'https://thidua.example/hook' });
  await perform(world.system(), async (act) => {
    act.allowAnyone('a test');
    act.unchanged();
    const about = (...codes: string[]) => ({
      type: ANSWERS_CHANGED,
      officers: codes.length,
      data: { year: 2026, officers: codes.map((officerCode) => ({ officerCode })) },
    });
    await writeMessages(act, [subscription], [about('SNV-1', 'SNV-10'), about('SNV-1'), about('SNV-10')]);
  });
  for (const id of [gone, town.never[0]!.officerId]) await officerLeaves(town.force, id, '2026-11-24');
  await world.settled();
  world.ground.clock.stopAt(new Date('2037-06-01T02:00:00Z'));
}, 180_000);
afterAll(() => world.close());

const detailsOf = (where: string, values: unknown[]) =>
  town.rows<{ details: string | null }>(`select details from audit_event e where ${where} order by seq`, values);
const aboutThing = (action: string, subject: string) => detailsOf('action = ? and subject = ?', [action, subject]);

describe('the log of others', () => {
  test('keeps a note that was written of many at once; the person’s own event loses it', async () => {
    const [person, other] = town.never as [(typeof town.never)[0], (typeof town.never)[0]];
    await eraseOfficer(town.force, person.officerId, 'Hết thời hạn');
    const [own] = await aboutThing('finding.setCause', `finding:${person.findingId}`);
    const [others] = await aboutThing('finding.setCause', `finding:${other.findingId}`);
    expect(own!.details).toBeNull();
    expect(JSON.parse(others!.details!)).toEqual({ cause: 'REFUSES', note: NOTE });
  });

  test('keeps what holds an address, a code or a phone only as a part of another, or of another’s too', async () => {
    const before = await detailsOf('subject = ?', [`officer:${stays}`]);
    await eraseOfficer(town.force, gone, 'Hết thời hạn');
    expect(before.length).toBeGreaterThanOrEqual(3);
    expect(await detailsOf('subject = ?', [`officer:${stays}`])).toEqual(before);
    const own = await detailsOf(`subject = ? and action in ('officer.create', 'officer.update', 'officer.leave')`, [`officer:${gone}`]);
    expect(own.map(({ details }) => details)).toEqual(own.map(() => null));
    expect(own).toHaveLength(3);
  });

  test('messages to other systems that wait tell of the others as before; one about nobody else is not sent', async () => {
    const messages = await town.rows<{ body: string; officers: number; waiting: string }>(
      `select m.body, m.officers, (select count(*) from webhook_delivery d where d.message_id = m.id and d.state = 'WAITING')::text as waiting
       from webhook_message m order by m.id`,
    );
    const told = messages.map(({ body, ...row }) => ({ ...row, data: (JSON.parse(body) as { data: object }).data }));
    const other = { officers: 1, waiting: '1', data: { year: 2026, officers: [{ officerCode: 'SNV-10' }] } };
    expect(told).toEqual([other, other]);
  });

  test('of an act that names others too only an address or a code that stands there alone is looked for', async () => {
    const acts = await detailsOf(`action = 'officers.import'`, []);
    expect(acts.map(({ details }) => details && Object.values(JSON.parse(details) as object)[0])).toEqual([
      'cho SNV-1 và Lê Thị An',
      'kèm Lê Thị An',
      'kèm Lê Thị Lan',
      null,
      null,
      null,
      'Lê Thị "an@snv.example"',
    ]);
  });
});
