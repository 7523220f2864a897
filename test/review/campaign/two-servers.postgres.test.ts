/** Two servers on one database write the letters of a campaign once (F-4). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type App, appOn } from '../../../server/app.js';
import { newLog } from '../../../server/kernel/log.js';
import { takeDueSteps } from '../../../server/review/campaign/steps.service.js';
import { openReview } from '../../../server/review/open-review.service.js';
import { openStore } from '../../../server/store/open.js';
import { World } from '../../support/world.js';
import { city, WINDOW } from '../review-world.js';

const REMINDERS = [5, 4, 3, 2, 1];
const folder = mkdtempSync(join(tmpdir(), 'hopthu-second-'));
let world: World;
let second: App;
beforeAll(async () => {
  world = await World.open();
  const { url, ownerUrl } = world.database!;
  second = await appOn(
    await openStore({ databaseUrl: url, ownerUrl, dataFolder: folder, purpose: 'test', migrates: false, log: newLog('fatal') }),
  );
});
afterAll(async () => {
  await second.close();
  await world.close();
  rmSync(folder, { recursive: true });
});

test('two servers that look at the same moment write each letter once', async () => {
  const here = await city(world, { contestDays: 5 });
  const contact = await world.officer(here.agency, { code: 'DAUMOI', mailboxAddress: undefined });
  await world.signInAs([
    { role: 'AGENCY_CONTACT', scopeId: here.agency },
    { role: 'OFFICER', scopeId: contact },
  ]);
  const plan = {
    checkDays: 10,
    decideDays: 5,
    remindDays: REMINDERS,
    escalateDays: 0,
    silence: 'FINDING_STAYS',
    tellsOfficers: false,
  } as const;
  await openReview(world.operator(), { title: 'Quý IV', windowTo: WINDOW.to, plan });
  // Past every reminder: all are due at once.
  const late = new Date('2026-12-31T02:00:00Z');
  for (const { ground } of [world, second]) ground.clock.stopAt(late);
  await Promise.all([world, second, world, second].map(({ ground }) => takeDueSteps(ground)));
  const letters = await world.asOwner<{ key: string }>(`select key from letter where kind = 'review.reminder'`);
  expect(letters).toHaveLength(REMINDERS.length);
  const steps = await world.asOwner<{ kind: string; done: boolean; letters: number }>(
    `select kind, done_at is not null as done, letters from campaign_step order by due_at, kind`,
  );
  expect(steps.every(({ done }) => done)).toBe(true);
  const [recorded] = await world.asOwner<{ n: number }>(`select count(*)::int as n from audit_event where action = 'review.step'`);
  expect(recorded!.n).toBe(steps.length);
});
