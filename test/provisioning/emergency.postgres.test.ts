/** The administrator's emergency suspension (D-8): 72 hours, renewed once by a second person, ending in "locked, waiting for reset". */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { endSuspension, suspendMailbox } from '../../server/provisioning/emergency.service.js';
import { endDueEmergencies } from '../../server/provisioning/emergency-end.js';
import { approveOrders, retryOrders, settleOrder } from '../../server/provisioning/mail-order.service.js';
import { forwardMailbox, resetPassword } from '../../server/provisioning/mailbox-acts.service.js';
import { setPause } from '../../server/provisioning/pause.service.js';
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
  await world.asOwner('delete from setting');
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

const held = (id: string) => mail.rows(`update mail_order set held_for = 'BRAKE' where id = $1::uuid`, [id]);

test('where its end fails and is tried again, the mailbox never opens with the password it had', async () => {
  const [one] = await mail.people(1);
  const { password } = await resetPassword(mail.admin, one!.mailboxId);
  await mail.runner.drain();
  await suspendMailbox(mail.admin, { id: one!.mailboxId, reason: 'Lộ' });
  await mail.runner.drain();
  await mail.bench.run('create table kept as select * from mailbox');
  await mail.bench.run('delete from mailbox');
  await passes(73 * HOUR);
  const [end] = await mail.rows<{ id: string; state: string }>(`select id, state from mail_order where kind = 'RESTORE'`);
  expect(end!.state).toBe('FAILED');
  await mail.bench.run('insert into mailbox select * from kept');
  await mail.bench.run('drop table kept');
  expect((await retryOrders(mail.admin, [end!.id])).refused).toEqual([]);
  await mail.runner.drain();
  expect(await mail.there(one!.address)).toBe('ACTIVE');
  expect(await mail.bench.passwordFits!(one!.address, password)).toBe(false);
  expect(await mail.mailbox(one!.mailboxId)).toMatchObject({ awaitsPassword: true });
});

test('a mailbox revoked during it, and given back after it, does not open with the password it had either', async () => {
  const [one] = await mail.people(1);
  const { password } = await resetPassword(mail.admin, one!.mailboxId);
  await mail.runner.drain();
  await suspendMailbox(mail.admin, { id: one!.mailboxId, reason: 'Lộ' });
  await mail.runner.drain();
  await mail.order(one!.mailboxId, 'REVOKE');
  await mail.runner.drain();
  await passes(73 * HOUR);
  expect(await mail.there(one!.address)).toBe('REVOKED');
  await mail.order(one!.mailboxId, 'RESTORE');
  await mail.runner.drain();
  expect(await mail.there(one!.address)).toBe('ACTIVE');
  expect(await mail.bench.passwordFits!(one!.address, password)).toBe(false);
  expect(await mail.mailbox(one!.mailboxId)).toMatchObject({ awaitsPassword: true });
  const next = await resetPassword(mail.admin, one!.mailboxId);
  await mail.runner.drain();
  for (const kind of ['REVOKE', 'RESTORE'] as const) await mail.order(one!.mailboxId, kind);
  await mail.runner.drain();
  expect(await mail.bench.passwordFits!(one!.address, next.password)).toBe(true);
  expect(await mail.mailbox(one!.mailboxId)).toMatchObject({ awaitsPassword: false });
});

test('an end that a revocation overtook replaced no password', async () => {
  const [one] = await mail.people(1);
  const { password } = await resetPassword(mail.admin, one!.mailboxId);
  await mail.runner.drain();
  await suspendMailbox(mail.admin, { id: one!.mailboxId, reason: 'Lộ' });
  await mail.runner.drain();
  await setPause(mail.admin, true);
  await endSuspension(mail.admin, { id: one!.mailboxId, reason: 'Đã rõ' });
  await mail.order(one!.mailboxId, 'REVOKE');
  await setPause(mail.admin, false);
  await mail.runner.drain();
  expect(await mail.mailbox(one!.mailboxId)).toMatchObject({ state: 'REVOKED', awaitsPassword: false });
  await mail.order(one!.mailboxId, 'RESTORE');
  await mail.runner.drain();
  expect(await mail.bench.passwordFits!(one!.address, password)).toBe(false);
});

test('what decisions want meanwhile does not keep it from being carried out', async () => {
  const [one, two] = await mail.people(2);
  await setPause(mail.admin, true);
  for (const { mailboxId } of [one!, two!]) await suspendMailbox(mail.admin, { id: mailboxId, reason: 'Lộ' });
  await mail.order(one!.mailboxId, 'REVOKE');
  await mail.order(one!.mailboxId, 'RESTORE');
  await held(await mail.order(two!.mailboxId, 'REVOKE'));
  await setPause(mail.admin, false);
  await mail.runner.drain();
  expect([await mail.there(one!.address), await mail.there(two!.address)]).toEqual(['SUSPENDED', 'SUSPENDED']);
});

test('it does not wait for service acts that were not carried out yet: they are called off', async () => {
  const [one, two] = await mail.people(2);
  await setPause(mail.admin, true);
  const { orderId } = await resetPassword(mail.admin, one!.mailboxId);
  const forward = await forwardMailbox(mail.admin, { id: two!.mailboxId, forwardTo: ['x@elsewhere.example'], keepCopy: true });
  await held(orderId);
  await mail.rows(`update mail_order set next_try_at = now() + interval '50 minutes' where id = $1::uuid`, [forward]);
  await setPause(mail.admin, false);
  for (const { mailboxId } of [one!, two!]) await suspendMailbox(mail.admin, { id: mailboxId, reason: 'Lộ' });
  await mail.runner.drain();
  expect([await mail.there(one!.address), await mail.there(two!.address)]).toEqual(['SUSPENDED', 'SUSPENDED']);
  expect(await mail.seen(orderId)).toMatchObject({ state: 'FAILED', heldFor: null, passwordHash: null });
  expect(await mail.seen(forward)).toMatchObject({ state: 'FAILED', attempts: 0 });
});

test('while its end was not carried out, asking again is renewing: by a second person, once', async () => {
  const [one] = await mail.people(1);
  const again = (as = mail.admin) => suspendMailbox(as, { id: one!.mailboxId, reason: 'Chưa làm rõ' });
  await again();
  await mail.runner.drain();
  mail.later(73 * HOUR);
  await expect(again()).rejects.toThrow('RULE_VIOLATED D-8');
  await setPause(mail.admin, true);
  await endDueEmergencies(world.ground);
  await expect(again()).rejects.toThrow('RULE_VIOLATED D-8');
  await again(world.operator());
  await endSuspension(mail.admin, { id: one!.mailboxId, reason: 'Đã rõ' });
  await expect(again(world.operator())).rejects.toThrow('NOT_ALLOWED_NOW D-8');
  await setPause(mail.admin, false);
  await mail.runner.drain();
  expect(await mail.there(one!.address)).toBe('ACTIVE');
  await again();
});

test('nobody ends it, or settles or approves an order, in the own case', async () => {
  const [one] = await mail.people(1);
  const holder = mail.admin;
  holder.actor = { ...holder.actor, grants: [...holder.actor.grants, { role: 'OFFICER', scopeId: one!.officerId }] };
  await suspendMailbox(world.operator(), { id: one!.mailboxId, reason: 'Lộ' });
  await expect(endSuspension(holder, { id: one!.mailboxId, reason: 'Của tôi' })).rejects.toThrow('FORBIDDEN');
  await setPause(mail.admin, true);
  const revoke = await mail.order(one!.mailboxId, 'REVOKE');
  await held(revoke);
  await expect(settleOrder(holder, { id: revoke, isDone: true, note: 'Đã làm' })).rejects.toThrow('RULE_VIOLATED D-8');
  expect((await approveOrders(holder, [revoke])).refused.map(({ code }) => code)).toEqual(['RULE_VIOLATED']);
  expect(await mail.seen(revoke)).toMatchObject({ state: 'WAITING', heldFor: 'BRAKE' });
});

test('where the mail system cannot close a mailbox and go on receiving, that is said at once and nothing is promised', async () => {
  const [one] = await mail.people(1);
  await mail.rows(`update mail_system set settings = settings || '{"stateSuspended": "-"}', version = version + 1`);
  await expect(suspendMailbox(mail.admin, { id: one!.mailboxId, reason: 'Lộ' })).rejects.toThrow('RULE_VIOLATED D-8');
});
