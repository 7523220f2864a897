/** Are orders carried out once, in their order, by whichever worker comes first, on a mail system that may be gone? On PostgreSQL, with a real database of accounts. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { appOn } from '../../server/app.js';
import { claimOrder } from '../../server/provisioning/order-claim.js';
import { carryOut } from '../../server/provisioning/order-carrying.js';
import { noteResult } from '../../server/provisioning/order-result.js';
import { mailSystemsOf } from '../../server/provisioning/mail-systems.js';
import { mailRunnerOf } from '../../server/provisioning/mail-runner.js';
import { setPause } from '../../server/provisioning/pause.service.js';
import { approveOrders, retryOrders, settleOrder } from '../../server/provisioning/mail-order.service.js';
import { planOf } from '../../server/provisioning/order-plan.js';
import { switchSystem } from '../../server/provisioning/mail-system.service.js';
import { openStore } from '../../server/store/open.js';
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
  world.ground.clock.stopAt(new Date());
});
afterEach(() => mail.bench.way.mend());
afterAll(async () => {
  await world.close();
  await mail.close();
}, 60_000);

const codes = ({ refused }: { refused: { code: string; rule?: string }[] }) =>
  refused.map(({ code, rule }) => `${code} ${rule ?? ''}`.trim());

test('an order is carried out, read back, and leaves the mailbox, its days and the record as they should be', async () => {
  await mail.connect();
  const [one] = await mail.people(1);
  const id = await mail.order(one!.mailboxId, 'REVOKE');
  await mail.runner.drain();
  expect(await mail.seen(id)).toMatchObject({ state: 'DONE', attempts: 1, verified: true, connector: SYSTEM });
  expect(await mail.there(one!.address)).toBe('REVOKED');
  expect(await mail.mailbox(one!.mailboxId)).toMatchObject({ state: 'REVOKED', isVerified: true, connector: SYSTEM });
  const until = async () =>
    (
      await mail.rows<{ day: string | null }>(
        `select until_on::text as day from mailbox_period where mailbox_id = $1::uuid order by id desc`,
        [one!.mailboxId],
      )
    )[0]!.day;
  expect(await until()).toBe(world.ground.clock.today());
  await mail.order(one!.mailboxId, 'RESTORE');
  await mail.runner.drain();
  expect(await mail.there(one!.address)).toBe('ACTIVE');
  expect(await until()).toBeNull();
  const acts = await mail.rows<{ action: string }>(`select action from audit_event where subject like 'mailOrder:%' order by seq`);
  expect(acts.map(({ action }) => action)).toEqual(['mailOrder.done', 'mailOrder.done']);
});

test('a mailbox that did not exist is made with a password nobody knows; a service act gives it one', async () => {
  await mail.connect();
  const [one] = await mail.people(1);
  await mail.rows(`update mailbox set state = 'NONE', connector = null, account_id = null where id = $1::uuid`, [one!.mailboxId]);
  await mail.bench.run('delete from mailbox');
  const id = await mail.order(one!.mailboxId, 'PROVISION', { mailbox: { id: one!.mailboxId, connector: null } });
  await mail.runner.drain();
  expect(await mail.seen(id)).toMatchObject({ state: 'DONE', verified: true, connector: SYSTEM, passwordHash: null });
  expect(await mail.mailbox(one!.mailboxId)).toMatchObject({ state: 'ACTIVE', awaitsPassword: true });
  const { resetPassword } = await import('../../server/provisioning/mailbox-acts.service.js');
  const { orderId, password } = await resetPassword(mail.admin, one!.mailboxId);
  await mail.runner.drain();
  expect(await mail.seen(orderId)).toMatchObject({ state: 'DONE', passwordHash: null });
  expect(await mail.bench.passwordFits!(one!.address, password)).toBe(true);
  expect(await mail.mailbox(one!.mailboxId)).toMatchObject({ awaitsPassword: false });
});

test('while a system is off, or all is paused, orders wait and can be looked at; nothing is written by looking', async () => {
  await mail.connect({ isOn: false });
  const [one] = await mail.people(1);
  const id = await mail.order(one!.mailboxId, 'REVOKE');
  await mail.runner.drain();
  const plan = await planOf(mail.admin, id);
  expect(plan.map(({ text }) => text).join('\n')).toContain('revoked');
  expect(await mail.seen(id)).toMatchObject({ state: 'WAITING', attempts: 0 });
  expect(await mail.there(one!.address)).toBe('ACTIVE');
  await setPause(mail.admin, true);
  await switchSystem(mail.admin, { id: mail.systemId, isOn: true });
  await mail.runner.drain();
  expect(await mail.seen(id)).toMatchObject({ state: 'WAITING', attempts: 0 });
  await setPause(mail.admin, false);
  await mail.runner.drain();
  expect(await mail.there(one!.address)).toBe('REVOKED');
});

test('orders of one mailbox follow one another; one that a later one overtakes before it was tried writes nothing', async () => {
  await mail.connect();
  const [one] = await mail.people(1);
  await mail.bench.run(`create table if not exists written (state text)`);
  await mail.bench.run(
    `create or replace function note() returns trigger language plpgsql security definer as $$ begin insert into written values (new.state); return new; end $$`,
  );
  await mail.bench.run(`create or replace trigger note_writes after update on mailbox for each row execute function note()`);
  const [revoke, restore] = [await mail.order(one!.mailboxId, 'REVOKE'), await mail.order(one!.mailboxId, 'RESTORE')];
  await mail.runner.drain();
  expect(await mail.seen(revoke)).toMatchObject({ state: 'DONE', verified: false });
  expect(await mail.seen(restore)).toMatchObject({ state: 'DONE', verified: true });
  expect((await mail.bench.run('select state from written')).filter(({ state }) => state === 'revoked')).toEqual([]);
  await mail.bench.run('drop trigger note_writes on mailbox; drop table written');
});

test('a system that is gone keeps its orders waiting, each after its time; when it is back they are carried out once', async () => {
  await mail.connect();
  const [one] = await mail.people(1);
  await mail.bench.way.spoil('cut');
  const id = await mail.order(one!.mailboxId, 'SUSPEND');
  await mail.runner.drain();
  const first = await mail.seen(id);
  expect(first).toMatchObject({ state: 'WAITING', attempts: 1, verified: false });
  expect(new Date(first.nextTryAt!).getTime() - world.ground.clock.now().getTime()).toBe(1_000);
  mail.later(2);
  await mail.runner.drain();
  const second = await mail.seen(id);
  expect(second).toMatchObject({ state: 'WAITING', attempts: 2 });
  expect(new Date(second.nextTryAt!).getTime() - world.ground.clock.now().getTime()).toBe(5_000);
  await mail.bench.way.mend();
  await mail.runner.drain();
  expect(await mail.seen(id)).toMatchObject({ attempts: 2 });
  mail.later(6);
  await mail.runner.drain();
  expect(await mail.seen(id)).toMatchObject({ state: 'DONE', attempts: 3, verified: true });
  expect(await mail.there(one!.address)).toBe('SUSPENDED');
});

test('an answer that is lost leaves an order unknown; it is settled by looking, and a later order of the mailbox waits for that', async () => {
  await mail.connect();
  const [one] = await mail.people(1);
  await mail.bench.way.spoil('answers-lost');
  const id = await mail.order(one!.mailboxId, 'REVOKE');
  await mail.runner.drain();
  const { state } = await mail.seen(id);
  expect(['UNKNOWN', 'WAITING']).toContain(state);
  await mail.bench.way.spoil('cut');
  const later = await mail.order(one!.mailboxId, 'RESET_PASSWORD', { passwordHash: '{X}new' });
  mail.later(3_600);
  await mail.runner.drain();
  expect(await mail.seen(later)).toMatchObject({ state: 'WAITING', attempts: 0 });
  await mail.bench.way.mend();
  mail.later(7_200);
  await mail.runner.drain();
  expect(await mail.seen(id)).toMatchObject({ state: 'DONE', verified: true });
  expect(await mail.there(one!.address)).toBe('REVOKED');
});

test('one that may have been written before a later order overtook it writes nothing more, but what it left there is noted', async () => {
  await mail.connect();
  const [one] = await mail.people(1);
  const first = await mail.order(one!.mailboxId, 'REVOKE');
  await mail.rows(`update mail_order set state = 'UNKNOWN', attempts = 1, begun_at = now() where id = $1::uuid`, [first]);
  await mail.bench.run(`update mailbox set state = 'revoked' where address = $1`, [one!.address]);
  const second = await mail.order(one!.mailboxId, 'RESTORE');
  await mail.runner.drain();
  expect(await mail.seen(first)).toMatchObject({ state: 'DONE', message: expect.stringContaining('later order') });
  const [{ after }] = await mail.rows<any>(
    `select details::jsonb->>'after' as after from audit_event where action = 'mailOrder.done' and subject = $1`,
    [`mailOrder:${first}`],
  );
  expect(after).toBe('REVOKED');
  expect(await mail.seen(second)).toMatchObject({ state: 'DONE', verified: true });
  expect(await mail.there(one!.address)).toBe('ACTIVE');
});

test('a worker that slept past its lease changes nothing any more, neither there nor here (G-8)', async () => {
  await mail.connect();
  const [one] = await mail.people(1);
  const id = await mail.order(one!.mailboxId, 'REVOKE');
  const system = (await mailSystemsOf(world.ground).named(SYSTEM))!;
  const slow = (await claimOrder(world.ground, SYSTEM))!;
  await mail.rows(`update mail_order set leased_until = now() - interval '1 second' where id = $1::uuid`, [id]);
  await mail.runner.drain();
  expect(await mail.there(one!.address)).toBe('REVOKED');
  const back = await mail.order(one!.mailboxId, 'RESTORE');
  await mail.runner.drain();
  expect(await mail.seen(back)).toMatchObject({ state: 'DONE' });
  const result = await carryOut(world.ground, system.connector, { ...slow, isOvertaken: false });
  expect(result.outcome).toBe('permanent');
  expect(await mail.there(one!.address)).toBe('ACTIVE');
  await noteResult(world.ground, SYSTEM, slow, result);
  expect(await mail.seen(id)).toMatchObject({ state: 'DONE', verified: true });
  expect(await mail.mailbox(one!.mailboxId)).toMatchObject({ state: 'ACTIVE' });
});

test('two servers share sixty orders: each is carried out once', async () => {
  await mail.connect();
  const people = await mail.people(60);
  const store = await openStore({
    databaseUrl: world.database!.url,
    dataFolder: `${world.folder}/second`,
    purpose: 'test',
    logLevel: 'fatal',
  } as never);
  const other = await appOn(store);
  try {
    for (const { mailboxId } of people) await mail.order(mailboxId, 'SUSPEND');
    await mail.rows(`update mail_order set approved_at = now()`);
    await Promise.all([mail.runner.drain(), mailRunnerOf(other.ground).drain()]);
    const [figures] = await mail.rows<{ done: number; attempts: number }>(
      `select count(*) filter (where state = 'DONE')::int as done, sum(attempts)::int as attempts from mail_order`,
    );
    expect(figures).toEqual({ done: 60, attempts: 60 });
    expect((await mail.bench.run(`select count(*)::int as n from mailbox where state = 'suspended'`))[0].n).toBe(60);
  } finally {
    await other.close();
  }
}, 120_000);

test('too many closings at once are held for a second person; who gave them is refused; one emergency goes through', async () => {
  await mail.connect();
  const people = await mail.people(30);
  const ids: string[] = [];
  await setPause(mail.admin, true);
  for (const { mailboxId } of people.slice(0, 11)) ids.push(await mail.order(mailboxId, 'REVOKE'));
  await mail.rows(`update mail_order set ordered_by = 'user:test-ADMIN'`);
  await setPause(mail.admin, false);
  await mail.runner.drain();
  expect((await mail.seen(ids[0]!)).heldFor).toBe('BRAKE');
  expect(await mail.there(people[0]!.address)).toBe('ACTIVE');
  expect(codes(await approveOrders(mail.admin, ids))).toEqual(ids.map(() => 'RULE_VIOLATED D-8'));
  const { suspendMailbox } = await import('../../server/provisioning/emergency.service.js');
  const emergency = await suspendMailbox(mail.admin, { id: people[20]!.mailboxId, reason: 'Nghi bị lộ mật khẩu' });
  await mail.runner.drain();
  expect(await mail.seen(emergency)).toMatchObject({ state: 'DONE' });
  expect(codes(await approveOrders(world.operator(), ids))).toEqual([]);
  await mail.runner.drain();
  for (const { address } of people.slice(0, 11)) expect(await mail.there(address)).toBe('REVOKED');
  const [{ held }] = (await mail.rows<{ held: string }>(
    `select details::text as held from audit_event where action = 'provisioning.brake' limit 1`,
  )) as [{ held: string }];
  expect(held).toContain('11');
}, 60_000);

test('an order that failed is tried again only while decisions want it; it can be settled by hand, which is not verified', async () => {
  await mail.connect();
  const [one, two] = await mail.people(2);
  await mail.bench.run('delete from mailbox');
  const [lost, settled] = [await mail.order(one!.mailboxId, 'REVOKE'), await mail.order(two!.mailboxId, 'SUSPEND')];
  await mail.runner.drain();
  expect(await mail.seen(lost)).toMatchObject({ state: 'FAILED', attempts: 1 });
  await mail.rows(`update mailbox set expected_state = 'ACTIVE' where id = $1::uuid`, [one!.mailboxId]);
  expect(codes(await retryOrders(mail.admin, [lost, settled, 'nonsense']))).toEqual(['RULE_VIOLATED D-8', 'NOT_FOUND']);
  expect(codes(await settleOrder(mail.admin, { id: settled, isDone: true, note: 'Đã khóa bằng tay' }))).toEqual([]);
  expect(await mail.seen(settled)).toMatchObject({ state: 'DONE', verified: false, message: 'Đã khóa bằng tay' });
  expect(await mail.mailbox(two!.mailboxId)).toMatchObject({ state: 'SUSPENDED' });
  await expect(settleOrder(mail.admin, { id: lost, isDone: false, note: '  ' })).rejects.toThrow('REQUIRED');
});

test('an order at a domain that no system serves waits; it goes as soon as one does', async () => {
  await mail.connect({ domains: ['other.example'] });
  const agency = await world.agency();
  const officerId = await world.officer(agency, { mailboxAddress: 'moi@snv.example' });
  const mailboxId = await mail.mailboxOf(officerId);
  await mail.rows(`update mailbox set state = 'NONE' where id = $1::uuid`, [mailboxId]);
  const id = await mail.order(mailboxId, 'PROVISION');
  await mail.runner.drain();
  expect(await mail.seen(id)).toMatchObject({ state: 'WAITING', attempts: 0, connector: '' });
  await mail.rows(`update mail_system set domains = array['snv.example'], version = version + 1`);
  await mail.runner.drain();
  expect(await mail.seen(id)).toMatchObject({ state: 'DONE', connector: SYSTEM });
});

test('an appeal against what the brake still holds lets neither wait: what was not begun is closed, and the mailbox stays open', async () => {
  await mail.connect();
  const [one] = await mail.people(1);
  const revoke = await mail.order(one!.mailboxId, 'REVOKE');
  await mail.rows(`update mail_order set held_for = 'BRAKE' where id = $1::uuid`, [revoke]);
  const restore = await mail.order(one!.mailboxId, 'RESTORE');
  await mail.runner.drain();
  expect(await mail.seen(revoke)).toMatchObject({ state: 'DONE', heldFor: null, verified: false });
  expect(await mail.seen(restore)).toMatchObject({ state: 'DONE', verified: true });
  expect(await mail.there(one!.address)).toBe('ACTIVE');
});

test('the brake counts mailboxes: one that is asked for again and again holds nobody else; what failed goes through it once more', async () => {
  await mail.connect({ mostAnHour: 5 });
  const people = await mail.people(30);
  const { resetPassword } = await import('../../server/provisioning/mailbox-acts.service.js');
  for (let i = 0; i < 7; i++) await resetPassword(world.as('OFFICER', people[0]!.officerId), people[0]!.mailboxId);
  await mail.runner.drain();
  const one = await mail.order(people[1]!.mailboxId, 'REVOKE');
  await mail.runner.drain();
  expect(await mail.seen(one)).toMatchObject({ state: 'DONE' });
  await mail.rows(`update mail_system set most_an_hour = 1000, version = version + 1`);
  const failed: string[] = [];
  await setPause(mail.admin, true);
  for (const { mailboxId } of people.slice(10, 21)) failed.push(await mail.order(mailboxId, 'REVOKE'));
  await mail.rows(`update mail_order set state = 'FAILED', begun_at = now() - interval '1 day' where id = any($1::uuid[])`, [failed]);
  await setPause(mail.admin, false);
  expect(codes(await retryOrders(mail.admin, failed))).toEqual([]);
  await mail.runner.drain();
  expect((await mail.seen(failed[0]!)).heldFor).toBe('BRAKE');
  expect(await mail.there(people[10]!.address)).toBe('ACTIVE');
}, 60_000);

test('a service act that failed is not tried again once a later one of its kind was carried out', async () => {
  await mail.connect();
  const [one] = await mail.people(1);
  const forwarding = (address: string) => ({ forwarding: { forwardTo: [address], keepCopy: true } });
  const first = await mail.order(one!.mailboxId, 'FORWARD', forwarding('cu@elsewhere.example'));
  await mail.rows(`update mail_order set state = 'FAILED' where id = $1::uuid`, [first]);
  await mail.order(one!.mailboxId, 'FORWARD', forwarding('moi@elsewhere.example'));
  await mail.runner.drain();
  expect(codes(await retryOrders(mail.admin, [first]))).toEqual(['RULE_VIOLATED D-8']);
});
