/** A dead or slow mail system harms nothing else (G-9), and a worker that wakes late undoes nothing (G-8). */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { claimOrder } from '../../server/provisioning/order-claim.js';
import { carryOut } from '../../server/provisioning/order-carrying.js';
import { noteResult } from '../../server/provisioning/order-result.js';
import { createSystem, switchSystem } from '../../server/provisioning/mail-system.service.js';
import { mailSystemsOf } from '../../server/provisioning/mail-systems.js';
import { inFull } from '../support/in-full.js';
import { World } from '../support/world.js';
import { openSqlBench, type SqlBench } from './connectors/sql-bench.js';
import { MailWorld, SYSTEM } from './mail-world.js';

const minutes = 60_000;
const PAUSES = inFull(200, 20);
let world: World;
let mail: MailWorld;
let healthy: SqlBench;
beforeAll(async () => {
  world = await World.open();
  mail = await MailWorld.open(world);
  healthy = await openSqlBench();
  await healthy.run(`insert into mail_domain values ('vpub.example')`);
}, minutes);
beforeEach(async () => {
  await world.clear();
  world.ground.clock.stopAt(new Date());
  await mail.connect();
});
afterAll(async () => {
  await world.close();
  await mail.close();
  await healthy.close();
}, minutes);

test(
  `${PAUSES} workers that sleep past their lease while newer orders are carried out: 0 stale writes`,
  async () => {
    const [one] = await mail.people(1);
    const { connector } = (await mailSystemsOf(world.ground).named(SYSTEM))!;
    const stale: number[] = [];
    for (let i = 0; i < PAUSES; i++) {
      const [kind, back] = i % 2 ? (['SUSPEND', 'RESTORE'] as const) : (['REVOKE', 'RESTORE'] as const);
      const id = await mail.order(one!.mailboxId, kind);
      const slow = (await claimOrder(world.ground, SYSTEM))!;
      await mail.rows(`update mail_order set leased_until = now() - interval '1 second', approved_at = now() where id = $1::uuid`, [id]);
      await mail.runner.drain();
      const later = await mail.order(one!.mailboxId, back);
      await mail.rows('update mail_order set approved_at = now() where id = $1::uuid', [later]);
      await mail.runner.drain();
      const result = await carryOut(world.ground, connector, slow);
      await noteResult(world.ground, SYSTEM, slow, result);
      const [seen, states] = [await mail.there(one!.address), [await mail.seen(id), await mail.seen(later)].map(({ state }) => state)];
      if (seen !== 'ACTIVE' || (await mail.mailbox(one!.mailboxId)).state !== 'ACTIVE' || states.join() !== 'DONE,DONE') stale.push(i);
    }
    expect(stale).toEqual([]);
  },
  5 * minutes,
);

test(
  'ten minutes without the mail system, calls that hang and calls that are cut: nothing lost, nothing twice, the API and other systems go on',
  async () => {
    const people = await mail.people(30);
    await mail.bench.run('create table if not exists moved (address text, now text)');
    await mail.bench.run(
      `create or replace function note_move() returns trigger language plpgsql security definer as $$ begin if new.state <> old.state then insert into moved values (new.address, new.state); end if; return new; end $$`,
    );
    await mail.bench.run('create or replace trigger note_move after update on mailbox for each row execute function note_move()');
    const other = await createSystem(mail.admin, {
      name: 'Thư văn phòng',
      kind: 'SQL',
      domains: ['vpub.example'],
      settings: { timeLimitSeconds: 1 },
      secrets: { databaseUrl: healthy.productUrl },
      mostAnHour: 1_000,
    });
    await switchSystem(mail.admin, { id: other, isOn: true });
    const office = await world.agency('VPUB', 'vpub.example');
    const officerId = await world.officer(office, { mailboxAddress: 'moi@vpub.example' });
    const there = await mail.mailboxOf(officerId);
    await mail.rows(`update mailbox set state = 'NONE' where id = $1::uuid`, [there]);

    await mail.bench.way.spoil('held');
    for (const { mailboxId } of people) await mail.order(mailboxId, 'SUSPEND');
    await mail.rows('update mail_order set approved_at = now()');
    const opened = await mail.order(there, 'PROVISION', { mailbox: { id: there, connector: null } });
    const drained = mail.runner.drain();
    let isDrained = false;
    void drained.then(() => (isDrained = true));
    const force = await world.signIn('TASK_FORCE');
    const { data } = await force('{ agencies(first: 2) { nodes { code } } }');
    expect(data.agencies.nodes).toHaveLength(2);
    // It answered while the calls to the dead system were still hanging.
    expect(isDrained).toBe(false);
    await drained;
    expect(await mail.seen(opened)).toMatchObject({ state: 'DONE' });
    expect(await healthy.stateSeen('moi@vpub.example')).toBe('ACTIVE');

    const faults = ['cut', 'answers-lost', 'held', 'cut'] as const;
    for (let minute = 0; minute < 10; minute++) {
      await mail.bench.way.mend();
      await mail.bench.way.spoil(faults[minute % faults.length]!);
      mail.later(60);
      await mail.runner.drain();
    }
    await mail.bench.way.mend();
    for (let i = 0; i < 4; i++) {
      mail.later(3_600);
      await mail.runner.drain();
    }
    const left = await mail.rows<{ state: string }>(`select state from mail_order where state <> 'DONE'`);
    expect(left).toEqual([]);
    const moves = await mail.bench.run<{ address: string; now: string }>('select address, now from moved');
    expect(moves.map(({ now }) => now)).toEqual(people.map(() => 'suspended'));
    expect(new Set(moves.map(({ address }) => address)).size).toBe(people.length);
  },
  5 * minutes,
);
