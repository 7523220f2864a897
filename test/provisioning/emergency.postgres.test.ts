/** The administrator's emergency suspension (D-8): 72 hours, renewed once by a second person, ending in "locked, waiting for reset". */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { endSuspension, suspendMailbox } from '../../server/provisioning/emergency.service.js';
import { endDueEmergencies } from '../../server/provisioning/emergency-end.js';
import { forwardMailbox, resetPassword } from '../../server/provisioning/mailbox-acts.service.js';
import { World } from '../support/world.js';
import { MailWorld } from './mail-world.js';

const HOUR = 3_600;
let world: World;
let mail: MailWorld;
beforeAll(async () => {
  world = await World.open();
  mail = await MailWorld.open(world);
}, 60_000);
beforeEach(async () => {
  await world.clear();
  world.ground.clock.stopAt(new Date());
  await mail.connect();
});
afterAll(async () => {
  await world.close();
  await mail.close();
}, 60_000);

/** What passes by itself. */
async function passes(seconds: number): Promise<void> {
  mail.later(seconds);
  await endDueEmergencies(world.ground);
  await mail.runner.drain();
}

test('it holds for 72 hours; then the mailbox is open with a password nobody knows, until it gets one', async () => {
  const [one] = await mail.people(1);
  const { password } = await resetPassword(mail.admin, one!.mailboxId);
  await mail.runner.drain();
  await suspendMailbox(mail.admin, { id: one!.mailboxId, reason: 'Nghi lộ mật khẩu' });
  await mail.runner.drain();
  expect(await mail.there(one!.address)).toBe('SUSPENDED');
  expect(await mail.mailbox(one!.mailboxId)).toMatchObject({ state: 'SUSPENDED', expectedState: 'ACTIVE', isLocked: true });
  await expect(resetPassword(mail.admin, one!.mailboxId)).rejects.toThrow('D-8');
  await passes(72 * HOUR - 60);
  expect(await mail.there(one!.address)).toBe('SUSPENDED');
  await passes(120);
  expect(await mail.there(one!.address)).toBe('ACTIVE');
  expect(await mail.mailbox(one!.mailboxId)).toMatchObject({ state: 'ACTIVE', awaitsPassword: true, isLocked: false });
  expect(await mail.bench.passwordFits!(one!.address, password)).toBe(false);
  const next = await resetPassword(mail.admin, one!.mailboxId);
  await mail.runner.drain();
  expect(await mail.bench.passwordFits!(one!.address, next.password)).toBe(true);
  expect(await mail.mailbox(one!.mailboxId)).toMatchObject({ awaitsPassword: false });
});

test('it is renewed once, by somebody else', async () => {
  const [one] = await mail.people(1);
  const again = (as = mail.admin) => suspendMailbox(as, { id: one!.mailboxId, reason: 'Chưa làm rõ' });
  await again();
  await expect(again()).rejects.toThrow('RULE_VIOLATED D-8');
  await again(world.operator());
  await expect(again()).rejects.toThrow('NOT_ALLOWED_NOW D-8');
  await passes(80 * HOUR);
  expect(await mail.there(one!.address)).toBe('SUSPENDED');
  await passes(65 * HOUR);
  expect(await mail.there(one!.address)).toBe('ACTIVE');
});

test('it ends before its time by a person; what decisions closed meanwhile stays closed, whatever ends', async () => {
  const [one, two] = await mail.people(2);
  await suspendMailbox(mail.admin, { id: one!.mailboxId, reason: 'Nhầm' });
  await suspendMailbox(mail.admin, { id: two!.mailboxId, reason: 'Lộ' });
  await mail.runner.drain();
  await endSuspension(mail.admin, { id: one!.mailboxId, reason: 'Khóa nhầm' });
  await mail.order(two!.mailboxId, 'REVOKE');
  await mail.runner.drain();
  expect(await mail.there(one!.address)).toBe('ACTIVE');
  await passes(73 * HOUR);
  expect(await mail.there(two!.address)).toBe('REVOKED');
});

test('a decision that opens a mailbox waits while an emergency holds it', async () => {
  const [one] = await mail.people(1);
  await suspendMailbox(mail.admin, { id: one!.mailboxId, reason: 'Lộ' });
  await mail.runner.drain();
  const restore = await mail.order(one!.mailboxId, 'RESTORE');
  await mail.runner.drain();
  expect(await mail.seen(restore)).toMatchObject({ state: 'WAITING', attempts: 0 });
  expect(await mail.there(one!.address)).toBe('SUSPENDED');
  await passes(73 * HOUR);
  await mail.runner.drain();
  expect(await mail.there(one!.address)).toBe('ACTIVE');
  expect(await mail.mailbox(one!.mailboxId)).toMatchObject({ awaitsPassword: true });
});

test('what is not open cannot be suspended; a reason is needed; forwarding goes to real other addresses', async () => {
  const [one] = await mail.people(1);
  await mail.order(one!.mailboxId, 'REVOKE');
  await mail.runner.drain();
  await expect(suspendMailbox(mail.admin, { id: one!.mailboxId, reason: 'x' })).rejects.toThrow('NOT_ALLOWED_NOW D-8');
  await expect(suspendMailbox(mail.admin, { id: one!.mailboxId, reason: ' ' })).rejects.toThrow('REQUIRED');
  await expect(suspendMailbox(mail.admin, { id: 'nowhere', reason: 'x' })).rejects.toThrow('NOT_FOUND');
  const [two] = await mail.people(1, (await mail.rows<{ id: string }>('select id from agency limit 1'))[0]!.id);
  await expect(forwardMailbox(mail.admin, { id: two!.mailboxId, forwardTo: [two!.address], keepCopy: true })).rejects.toThrow('INVALID');
  const id = await forwardMailbox(mail.admin, { id: two!.mailboxId, forwardTo: ['lan@elsewhere.example'], keepCopy: false });
  await mail.runner.drain();
  expect(await mail.seen(id)).toMatchObject({ state: 'DONE', verified: true });
  const [row] = await mail.bench.run('select forward_to, keep_copy from mailbox where address = $1', [two!.address]);
  expect(row).toEqual({ forward_to: ['lan@elsewhere.example'], keep_copy: false });
});
