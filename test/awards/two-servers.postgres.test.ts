/** Two servers on one database tell each system once; thousands of exclusions at once are few messages. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type App, appOn } from '../../server/app.js';
import { perform } from '../../server/identity/command.js';
import { AWARD_ANSWERS_CHANGED } from '../../server/decisions/award-orders.js';
import { webhookPostOf } from '../../server/awards/webhook-post.js';
import { sendTest, subscribe } from '../../server/awards/webhook.service.js';
import { newLog } from '../../server/kernel/log.js';
import { openStore } from '../../server/store/open.js';
import { World } from '../support/world.js';
import { Receiver, verified } from './receiver.js';

const MESSAGES = 40;
const folder = mkdtempSync(join(tmpdir(), 'hopthu-second-'));
let world: World;
let second: App;
let receiver: Receiver;
let drains: (() => Promise<void>)[];
beforeAll(async () => {
  process.env.HOPTHU_WEBHOOK_INTERNAL = '127.0.0.1';
  world = await World.open();
  const { url, ownerUrl } = world.database!;
  const choice = { databaseUrl: url, ownerUrl, dataFolder: folder, purpose: 'test', migrates: false };
  second = await appOn(await openStore({ ...choice, log: newLog('fatal') }));
  receiver = await Receiver.open();
  const posts = [world, second].map(({ ground }) => webhookPostOf(ground));
  drains = posts.map((post) => post.drain.bind(post));
  // Both begin at the same moment, not the one that wrote the messages before the other.
  for (const post of posts) post.drain = async () => undefined;
});
afterAll(async () => {
  delete process.env.HOPTHU_WEBHOOK_INTERNAL;
  await second.close();
  await world.close();
  await receiver.close();
  rmSync(folder, { recursive: true });
});

test(`${MESSAGES} messages to two systems arrive once each, in whichever server’s hand`, async () => {
  const systems = [receiver.url, `${receiver.url}2`].map((url) => subscribe(world.as('ADMIN'), { name: 'Thi đua', url }));
  const made = await Promise.all(systems);
  for (let n = 0; n < MESSAGES / 2; n++) for (const { id } of made) await sendTest(world.as('ADMIN'), id);
  await Promise.all(drains.map((drain) => drain()));
  expect(receiver.told).toHaveLength(MESSAGES);
  expect(new Set(receiver.told.map(({ headers }) => headers['webhook-id'])).size).toBe(MESSAGES);
  for (const told of receiver.told) verified(made[told.path === '/hook' ? 0 : 1]!.secret, told);
  const [row] = await world.asOwner<{ n: string }>(`select count(*) as n from webhook_delivery where state = 'DELIVERED' and attempts = 1`);
  expect(Number(row!.n)).toBe(MESSAGES);
}, 60_000);

test('5,000 answers that change at once are 50 messages to each system, sent by both servers', async () => {
  const agency = await world.agency();
  await world.asOwner(
    `insert into officer (id, created_at, updated_at, code, full_name, agency_id, is_leader, search_text, sort_key)
     select gen_random_uuid(), now(), now(), 'M-' || n, 'Người ' || n, '${agency}', false, 'x', 'x' from generate_series(1, 5000) n`,
  );
  const officers = await world.asOwner<{ id: string }>('select id from officer');
  receiver.told.length = 0;
  await perform(world.system(), async (act) => {
    act.allowAnyone('decisions, in this test');
    act.unchanged();
    act.order(AWARD_ANSWERS_CHANGED, { decisionIds: [], officerIds: officers.map(({ id }) => id), year: 2026 });
  });
  await Promise.all([world, second].map(({ ground }) => ground.outbox.drain()));
  await Promise.all(drains.map((drain) => drain()));
  expect(receiver.told).toHaveLength(100);
  const codes = receiver.told
    .filter(({ path }) => path === '/hook')
    .flatMap(({ body }) => JSON.parse(body).data.officers.map(({ officerCode }: { officerCode: string }) => officerCode));
  expect([codes.length, new Set(codes).size]).toEqual([5_000, 5_000]);
  expect(Math.max(...receiver.told.map(({ body }) => body.length))).toBeLessThan(64 * 1024);
}, 60_000);
