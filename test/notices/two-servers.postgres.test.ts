import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type App, appOn } from '../../server/app.js';
import { newLog } from '../../server/kernel/log.js';
import { letterPostOf } from '../../server/notices/letter-post.js';
import { openStore } from '../../server/store/open.js';
import { World } from '../support/world.js';
import { draft, NOW, setMail, stored, write } from './letter-world.js';
import { PostOffice } from './post-office.js';

const LETTERS = 60;

describe('two servers on one database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hopthu-second-'));
  let world: World;
  let second: App;
  let office: PostOffice;
  beforeAll(async () => {
    world = await World.open();
    const { url, ownerUrl } = world.database!;
    const choice = { databaseUrl: url, ownerUrl, dataFolder: folder, purpose: 'test', migrates: false };
    second = await appOn(await openStore({ ...choice, log: newLog('fatal') }));
    office = await PostOffice.open();
    for (const { ground } of [world, second]) ground.clock.stopAt(NOW);
  });
  afterAll(async () => {
    setMail();
    await second.close();
    await world.close();
    await office.close();
    rmSync(folder, { recursive: true });
  });

  test(`send ${LETTERS} letters once each`, async () => {
    const agency = await world.agency();
    const officers: string[] = [];
    for (let n = 0; n < LETTERS; n++) officers.push(await world.officer(agency, { otherEmail: `p${n}@home.example` }));
    const post = letterPostOf(world.ground);
    const drain = post.drain.bind(post);
    // Both begin at the same moment, not the one that wrote them before the other.
    post.drain = async () => undefined;
    setMail({ HOPTHU_SMTP_URL: office.url, HOPTHU_MAIL_FROM: 'bcd@city.example' });
    await write(world, ...officers.map((id) => draft(id)));
    await world.ground.outbox.drain();
    await Promise.all([drain(), letterPostOf(second.ground).drain()]);
    const to = office.seen.flatMap((delivered) => delivered.to);
    expect([to.length, new Set(to).size]).toEqual([LETTERS, LETTERS]);
    expect(new Set((await stored(world)).map(({ state }) => state))).toEqual(new Set(['SENT']));
  }, 60_000);

  test('run each routine once', async () => {
    const runs: string[] = [];
    for (const [name, { ground }] of Object.entries({ first: world, second }))
      ground.routines.add('test.once', { seconds: 60 }, async () => {
        runs.push(name);
      });
    await Promise.all([world, second].map(({ ground }) => ground.routines.runDue()));
    await Promise.all([world, second].map(({ ground }) => ground.routines.runDue()));
    expect(runs).toHaveLength(1);
    const ran = await world.asOwner<{ name: string }>('select name from routine where last_run_at is not null order by name');
    expect(ran.map(({ name }) => name)).toEqual([
      'attachments.drop',
      'campaign.steps',
      'classes.remind',
      'committees.merge',
      'contacts.substitutes',
      'decisions.due',
      'letters.lapse',
      'letters.send',
      'mail.emergencies',
      'mail.leavers',
      'mail.orders',
      'mail.reconcile',
      'outbox.wake',
      'posts.refresh',
      'retention.apply',
      'test.once',
      'webhooks.drop',
      'webhooks.send',
    ]);
  });
});
