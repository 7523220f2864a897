/** The mailboxes of those who have left (D-8 c): suspended after the days their mail system says, open again for whoever is in office. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { addDays } from '../../server/kernel/calendar.js';
import { settleLeavers } from '../../server/provisioning/leavers.js';
import { repairDrifts } from '../../server/provisioning/drift.service.js';
import { editSystem } from '../../server/provisioning/mail-system.service.js';
import { resetPassword } from '../../server/provisioning/mailbox-acts.service.js';
import { reconcile } from '../../server/provisioning/reconcile.service.js';
import { officerLeaves } from '../../server/registry/officer.service.js';
import { World } from '../support/world.js';
import { MailWorld, SYSTEM } from './mail-world.js';

let world: World;
let mail: MailWorld;
beforeAll(async () => {
  world = await World.open();
  mail = await MailWorld.open(world);
}, 60_000);
beforeEach(async () => {
  await world.clear();
  world.ground.clock.stopAt(new Date('2026-11-30T02:00:00Z'));
  await mail.connect();
});
afterAll(async () => {
  await world.close();
  await mail.close();
}, 60_000);

const today = () => world.ground.clock.today();

async function sayDays(leaverDays: number | null): Promise<void> {
  const [system] = await mail.rows<any>('select version, domains from mail_system');
  const url = new URL(mail.bench.productUrl);
  url.port = String(mail.bench.way.port);
  await editSystem(mail.admin, mail.systemId, {
    name: SYSTEM,
    kind: 'SQL',
    domains: ['snv.example'],
    settings: { timeLimitSeconds: 5 },
    secrets: {},
    leaverDays,
    expectedVersion: system.version,
  });
}

const leaves = (officerId: string, onDate: string) => officerLeaves(world.as('TASK_FORCE'), officerId, onDate, 'Nghỉ hưu');

/** A day of the city goes by. */
async function dayPasses(days = 1): Promise<void> {
  mail.later(days * 86_400);
  await settleLeavers(world.ground);
  await mail.runner.drain();
}

const orders = () =>
  mail.rows<{ kind: string; state: string; reason: string; ordered_by: string }>(
    'select kind, state, reason, ordered_by from mail_order order by number',
  );

test('suspended once the days are over, not a day before; nobody else’s is touched', async () => {
  const [leaver, other] = await mail.people(2);
  await sayDays(3);
  await leaves(leaver!.officerId, today());
  await dayPasses(3);
  expect(await mail.there(leaver!.address)).toBe('ACTIVE');
  await dayPasses();
  expect(await mail.there(leaver!.address)).toBe('SUSPENDED');
  expect(await mail.mailbox(leaver!.mailboxId)).toMatchObject({ state: 'SUSPENDED', expectedState: 'SUSPENDED', isLocked: false });
  await dayPasses(5);
  expect(await orders()).toEqual([
    { kind: 'SUSPEND', state: 'DONE', reason: 'Đã thôi việc, ngày làm việc cuối: 30/11/2026.', ordered_by: expect.any(String) },
  ]);
  expect(await mail.there(other!.address)).toBe('ACTIVE');
});

test('never by itself where the mail system does not say so, nor for a mailbox that is an office’s', async () => {
  const [leaver, second] = await mail.people(2);
  await leaves(leaver!.officerId, today());
  await dayPasses(400);
  expect(await orders()).toEqual([]);
  await sayDays(0);
  await mail.rows(`update mailbox set kind = 'ROLE' where id = $1::uuid`, [second!.mailboxId]);
  await leaves(second!.officerId, today());
  await dayPasses(2);
  expect(await mail.there(second!.address)).toBe('ACTIVE');
  expect(await mail.there(leaver!.address)).toBe('SUSPENDED');
});

test('who comes back finds it open, with a password nobody knows', async () => {
  const [leaver] = await mail.people(1);
  const { password } = await resetPassword(mail.admin, leaver!.mailboxId);
  await mail.runner.drain();
  await sayDays(0);
  await leaves(leaver!.officerId, today());
  await dayPasses();
  expect(await mail.there(leaver!.address)).toBe('SUSPENDED');
  await mail.rows('update officer set left_on = null where id = $1::uuid', [leaver!.officerId]);
  await dayPasses();
  expect(await mail.there(leaver!.address)).toBe('ACTIVE');
  expect(await mail.mailbox(leaver!.mailboxId)).toMatchObject({ state: 'ACTIVE', expectedState: 'ACTIVE', awaitsPassword: true });
  expect(await mail.bench.passwordFits!(leaver!.address, password)).toBe(false);
  await dayPasses(3);
  expect((await orders()).map(({ kind }) => kind)).toEqual(['RESET_PASSWORD', 'SUSPEND', 'RESTORE']);
});

test('what stands suspended for another reason is not opened', async () => {
  const [one] = await mail.people(1);
  await sayDays(0);
  await mail.rows(`update mailbox set state = 'SUSPENDED', expected_state = 'SUSPENDED' where id = $1::uuid`, [one!.mailboxId]);
  await mail.bench.run(`update mailbox set state = 'suspended', fence = fence + 1 where address = $1`, [one!.address]);
  await dayPasses(3);
  expect(await orders()).toEqual([]);
  expect(await mail.there(one!.address)).toBe('SUSPENDED');
});

test('one that somebody opened there by hand is a difference, and its repair closes it again', async () => {
  const [leaver] = await mail.people(1);
  await sayDays(0);
  await leaves(leaver!.officerId, today());
  await dayPasses();
  await mail.bench.run(`update mailbox set state = 'active', fence = fence + 1 where address = $1`, [leaver!.address]);
  mail.later(60);
  await reconcile(mail.admin, SYSTEM);
  const [drift] = await mail.rows<{ id: string; kind: string; expected: string; found: string }>(
    'select id, kind, expected, found from mail_drift where settled_at is null',
  );
  expect(drift).toMatchObject({ kind: 'OTHER_STATE', expected: 'SUSPENDED', found: 'ACTIVE' });
  expect((await repairDrifts(mail.admin, [drift!.id], false)).refused).toEqual([]);
  await mail.runner.drain();
  expect(await mail.there(leaver!.address)).toBe('SUSPENDED');
});

test('more leavers than one person should answer for wait for a second one', async () => {
  const people = await mail.people(24);
  await sayDays(0);
  for (const { officerId } of people.slice(0, 12)) await leaves(officerId, addDays(today(), 0));
  await dayPasses();
  const held = await mail.rows<{ n: number }>(`select count(*)::int as n from mail_order where held_for = 'BRAKE'`);
  expect(held[0]!.n).toBe(12);
  expect(await mail.there(people[0]!.address)).toBe('ACTIVE');
});
