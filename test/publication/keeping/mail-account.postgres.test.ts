/** An account that still stands on a mail system would bring the name and the address back (K-5, D-8). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eraseOfficer, erasureStanding } from '../../../server/publication/keeping/erasure.service.js';
import { matchAccounts } from '../../../server/provisioning/adopting.service.js';
import { reconcile } from '../../../server/provisioning/reconcile.service.js';
import { refusalOf } from '../../decisions/decision-world.js';
import { MailWorld, SYSTEM } from '../../provisioning/mail-world.js';
import { World } from '../../support/world.js';
import { wholeStore } from './whole-person.js';

let world: World;
let mail: MailWorld;
beforeAll(async () => {
  world = await World.open();
  mail = await MailWorld.open(world);
  await mail.connect();
}, 60_000);
afterAll(async () => {
  await world.close();
  await mail.close();
}, 60_000);

test('it keeps the person from being erased, says what to do, and nothing comes back the night after it is gone', async () => {
  const [person] = await mail.people(30);
  const { officerId, mailboxId, address } = person!;
  await mail.rows(`update officer set full_name = 'Lý Thị Độc Nhất', left_on = '2026-01-01' where id = $1::uuid`, [officerId]);
  await mail.bench.run(`update mailbox set full_name = 'Lý Thị Độc Nhất' where address = $1`, [address]);
  world.ground.clock.stopAt(new Date('2037-06-01T02:00:00Z'));
  const erase = () => eraseOfficer(world.as('TASK_FORCE'), officerId, 'Hết thời hạn');
  expect(await refusalOf(erase())).toEqual(['NOT_ALLOWED_NOW K-5 id']);
  const { hindrances } = (await erasureStanding(world.ground, officerId))!;
  expect(hindrances.map(({ values }) => values)).toEqual([{ address, system: SYSTEM }]);
  await mail.bench.run(`delete from mailbox where address = $1`, [address]);
  await reconcile(mail.admin, SYSTEM);
  await erase();
  expect(await mail.mailbox(mailboxId)).toMatchObject({ state: 'NONE', expectedState: 'NONE', connector: null });
  await reconcile(mail.admin, SYSTEM);
  expect((await matchAccounts(mail.admin, SYSTEM)).matches).toEqual([]);
  const left = [...(await wholeStore(world))].filter(([, text]) => text.includes(address) || text.includes('Lý Thị Độc Nhất'));
  expect(left.map(([table]) => table)).toEqual([]);
});
