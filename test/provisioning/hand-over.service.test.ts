/** Orders to a mail system that people run by hand: told in a file, closed by the file that comes back, never in part. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { perform } from '../../server/identity/command.js';
import { executeBound } from '../../server/kernel/bulk.js';
import { createSystem, switchSystem } from '../../server/provisioning/mail-system.service.js';
import { suspendMailbox } from '../../server/provisioning/emergency.service.js';
import { resetPassword } from '../../server/provisioning/mailbox-acts.service.js';
import { setPause } from '../../server/provisioning/pause.service.js';
import { holdMailbox, writeOrder } from '../../server/provisioning/order-writing.js';
import type { OrderKind } from '../../server/decisions/vocabulary.js';
import { World } from '../support/world.js';

let world: World;
let system = '';
let agency = '';
beforeAll(async () => {
  world = await World.open();
});
beforeEach(async () => {
  await world.clear();
  world.ground.clock.stopAt(new Date('2026-11-23T03:00:00Z'));
  const admin = world.as('ADMIN');
  system = await createSystem(admin, { name: 'Thư Sở', kind: 'FILE', domains: ['snv.example'], settings: {}, secrets: {}, mostAnHour: 50 });
  await switchSystem(admin, { id: system, isOn: true });
  agency = await world.agency();
});
afterAll(() => world.close());

const rows = <R extends object>(statement: string, values: unknown[] = []) =>
  executeBound<R>(world.ground.orm.em.fork(), statement, values);
const states = async () =>
  (
    await rows<{ seen: string }>(
      `select o.kind || ' ' || o.state || ' ' || o.verified || ' ' || m.state as seen from mail_order o join mailbox m on m.id = o.mailbox_id order by o.number`,
    )
  ).map(({ seen }) => seen);

async function mailbox(name: string, address: string): Promise<string> {
  const officerId = await world.officer(agency, { fullName: name, mailboxAddress: address });
  const [row] = await rows<{ id: string }>('select mailbox_id as id from officer where id = $1::uuid', [officerId]);
  await rows(`update mailbox set connector = 'Thư Sở' where id = $1::uuid`, [row!.id]);
  return row!.id;
}

async function order(id: string, kind: OrderKind): Promise<number> {
  const written = await perform(world.system(), async (act) => {
    act.allowAnyone('a test');
    act.unchanged();
    return writeOrder(act, { kind, mailbox: (await holdMailbox(act, id))! });
  });
  return (await rows<{ number: number }>('select number from mail_order where id = $1::uuid', [written]))[0]!.number;
}

async function file(role: 'ADMIN' | 'TASK_FORCE' = 'ADMIN'): Promise<{ status: number; lines: string[]; type: string }> {
  const response = await world.app.http.inject({ url: `/mail-systems/${system}/hand-over`, headers: await world.bearer(role) });
  return {
    status: response.statusCode,
    lines: response.body
      .replace(/^\uFEFF/, '')
      .trim()
      .split('\r\n'),
    type: String(response.headers['content-type']),
  };
}

async function back(text: string, query = ''): Promise<any> {
  const response = await world.app.http.inject({
    method: 'POST',
    url: `/mail-systems/${system}/hand-over${query}`,
    headers: { ...(await world.bearer('ADMIN')), 'content-type': 'text/csv', 'accept-language': 'en' },
    payload: Buffer.from(text),
  });
  return response.json();
}

test('open orders go out, what was done comes back; nothing is closed by looking, and twice is once', async () => {
  const [an, binh] = [await mailbox('Trần Thị An', 'an@snv.example'), await mailbox('Lê Bình', 'binh@snv.example')];
  const [first, second] = [await order(an, 'REVOKE'), await order(binh, 'SUSPEND')];
  expect((await file('TASK_FORCE')).status).toBe(403);
  expect(await file()).toEqual({
    status: 200,
    type: 'text/csv; charset=utf-8',
    lines: [
      'order_no,decision_no,operation,address,full_name,agency_code,effective_on',
      `HT-${first},,REVOKE,an@snv.example,Trần Thị An,SNV,2026-11-23`,
      `HT-${second},,SUSPEND,binh@snv.example,Lê Bình,SNV,2026-11-23`,
    ],
  });
  expect((await file()).lines).toHaveLength(3);
  const answer = `order_no,outcome,message,done_at\nHT-${first},done,,24/11/2026\nHT-${second},failed,Không tìm thấy,24/11/2026\n`;
  world.ground.clock.stopAt(new Date('2026-11-24T08:00:00Z'));
  expect(await back(answer, '?dryRun=true')).toEqual({ report: { confirmed: 1, failed: 1, leftOpen: 0, repeated: 0, faults: [] } });
  expect(await states()).toEqual(['REVOKE WAITING false ACTIVE', 'SUSPEND WAITING false ACTIVE']);
  expect(await back(answer)).toEqual({ report: { confirmed: 1, failed: 1, leftOpen: 0, repeated: 0, faults: [] } });
  expect(await states()).toEqual(['REVOKE DONE false REVOKED', 'SUSPEND FAILED false ACTIVE']);
  expect(await back(answer)).toEqual({ report: { confirmed: 0, failed: 0, leftOpen: 0, repeated: 2, faults: [] } });
});

test('with one line that cannot be right nothing is closed, and the line is named', async () => {
  const first = await order(await mailbox('Trần Thị An', 'an@snv.example'), 'REVOKE');
  await file();
  const { report } = await back(`order_no,outcome,message,done_at\nHT-${first},done,,2026-11-23\nHT-999,done,,2026-11-23\n`);
  expect(report).toMatchObject({ confirmed: 0, faults: [{ line: 3 }] });
  expect(await states()).toEqual(['REVOKE WAITING false ACTIVE']);
});

test('what a later order overtook before anybody was told is told to nobody', async () => {
  const an = await mailbox('Trần Thị An', 'an@snv.example');
  const [, second] = [await order(an, 'REVOKE'), await order(an, 'RESTORE')];
  expect((await file()).lines.slice(1)).toEqual([`HT-${second},,RESTORE,an@snv.example,Trần Thị An,SNV,2026-11-23`]);
  expect((await states())[0]).toBe('REVOKE DONE false ACTIVE');
});

test('a mass is held before it is told; a password is not promised where nobody carries it', async () => {
  const ids: string[] = [];
  for (let i = 0; i < 11; i++) ids.push(await mailbox('Trần Thị An', `a${i}@snv.example`));
  for (const id of ids) await order(id, 'REVOKE');
  expect((await file()).lines).toHaveLength(1);
  expect(await rows(`select distinct held_for as held from mail_order`)).toEqual([{ held: 'BRAKE' }]);
  await expect(resetPassword(world.as('ADMIN'), ids[0]!)).rejects.toThrow('RULE_VIOLATED D-8');
});

test('what was told within the hour counts for the brake: many small files are a mass too', async () => {
  const ids: string[] = [];
  for (let i = 0; i < 12; i++) ids.push(await mailbox('Trần Thị An', `a${i}@snv.example`));
  for (const id of ids.slice(0, 8)) await order(id, 'REVOKE');
  expect((await file()).lines).toHaveLength(9);
  for (const id of ids.slice(8)) await order(id, 'REVOKE');
  expect((await file()).lines).toHaveLength(9);
});

test('while all is paused nothing is told; what opens a mailbox is not told while an emergency holds it', async () => {
  const [an, binh] = [await mailbox('Trần Thị An', 'an@snv.example'), await mailbox('Lê Bình', 'binh@snv.example')];
  await order(an, 'SUSPEND');
  await setPause(world.as('ADMIN'), true);
  expect((await file()).status).toBe(400);
  await setPause(world.as('ADMIN'), false);
  await suspendMailbox(world.as('ADMIN'), { id: binh, reason: 'Lộ' });
  await order(binh, 'RESTORE');
  expect((await file()).lines.slice(1).map((line) => line.split(',')[2])).toEqual(['SUSPEND', 'SUSPEND']);
});

test('what is confirmed late says nothing against what was done after it; days are those on which it was done', async () => {
  const [an, binh] = [await mailbox('Trần Thị An', 'an@snv.example'), await mailbox('Lê Bình', 'binh@snv.example')];
  const [revoke, other] = [await order(an, 'REVOKE'), await order(binh, 'REVOKE')];
  await file();
  const restore = await order(an, 'RESTORE');
  await file();
  world.ground.clock.stopAt(new Date('2026-12-01T08:00:00Z'));
  const answer = (no: number, day: string) => back(`order_no,outcome,message,done_at\nHT-${no},done,,${day}\n`);
  expect((await answer(restore, '26/11/2026')).report).toMatchObject({ confirmed: 1, faults: [] });
  expect((await answer(revoke, '25/11/2026')).report).toMatchObject({ confirmed: 1, faults: [] });
  expect((await answer(other, '25/11/2026')).report).toMatchObject({ confirmed: 1, faults: [] });
  expect(await states()).toEqual(['REVOKE DONE false ACTIVE', 'REVOKE DONE false REVOKED', 'RESTORE DONE false ACTIVE']);
  expect(await rows(`select until_on::text as day from mailbox_period where mailbox_id = $1::uuid`, [binh])).toEqual([
    { day: '2026-11-25' },
  ]);
});

test('what nobody has confirmed by the third working day is late; a weekend does not count', async () => {
  // A Thursday.
  world.ground.clock.stopAt(new Date('2026-11-26T03:00:00Z'));
  await order(await mailbox('Trần Thị An', 'an@snv.example'), 'REVOKE');
  const seen = async () => (await (await world.signIn('ADMIN'))('{ mailOrders { nodes { confirmBy isLate } } }')).data.mailOrders.nodes[0];
  expect(await seen()).toEqual({ confirmBy: null, isLate: false });
  await file();
  world.ground.clock.stopAt(new Date('2026-12-01T03:00:00Z'));
  expect(await seen()).toEqual({ confirmBy: '2026-12-01', isLate: false });
  world.ground.clock.stopAt(new Date('2026-12-02T03:00:00Z'));
  expect(await seen()).toEqual({ confirmBy: '2026-12-01', isLate: true });
});

test('orders that are not done are counted by what they wait for', async () => {
  await order(await mailbox('Trần Thị An', 'an@snv.example'), 'REVOKE');
  const figures = async () => (await world.app.http.inject({ url: '/metrics' })).body;
  expect(await figures()).toContain('hopthu_mail_orders{standing="WAITING"} 1');
  await file();
  expect(await figures()).toContain('hopthu_mail_orders{standing="HANDED_OVER"} 1');
  expect(await figures()).toContain('hopthu_mail_orders{standing="WAITING"} 0');
  expect(await figures()).toContain('hopthu_mail_differences 0');
});
