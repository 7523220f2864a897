/** Is what differs found, all of it and nothing else, and is nothing ever done about it but by a person and under a decision (G-10)? */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '../../server/kernel/record.js';
import { adopt, matchAccounts } from '../../server/provisioning/adopting.service.js';
import { acceptDrifts, repairDrifts } from '../../server/provisioning/drift.service.js';
import { suspendMailbox } from '../../server/provisioning/emergency.service.js';
import { reconcile } from '../../server/provisioning/reconcile.service.js';
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
  await mail.connect();
});
afterAll(async () => {
  await world.close();
  await mail.close();
}, 60_000);

const drifts = () =>
  mail.rows<{ id: string; kind: string; address: string; expected: string; found: string; settlement: string | null }>(
    `select id, kind, address, expected, found, settlement from mail_drift order by kind, address`,
  );
const open = async () => (await drifts()).filter(({ settlement }) => settlement === null);
const codes = ({ refused }: { refused: { code: string; rule?: string }[] }) =>
  refused.map(({ code, rule }) => `${code} ${rule ?? ''}`.trim());

/** Accounts of a large system, so that a few differences are no large share; the registry has them all. */
async function large(count: number): Promise<void> {
  await mail.rows(
    `insert into mailbox (id, created_at, updated_at, address, kind, state, expected_state, connector)
     select gen_random_uuid(), now(), now(), 'bulk' || i || '@snv.example', 'ROLE', 'ACTIVE', 'ACTIVE', $2 from generate_series(1, $1::int) i`,
    [count, SYSTEM],
  );
  const rows = await mail.rows<{ id: string; address: string }>(`select id, address from mailbox where address like 'bulk%'`);
  await mail.bench.run(
    `insert into mailbox (id, address, domain, full_name, password_hash, state, quota_mb)
     select r.id, r.address, 'snv.example', '', '{X}x', 'active', 100 from jsonb_to_recordset($1::jsonb) as r(id uuid, address text)`,
    [JSON.stringify(rows)],
  );
}

test('fifty differences made by hand are found, all fifty and no other; what is mended by hand is gone the next time', async () => {
  await large(1_200);
  await mail.bench.run(
    `update mailbox set state = 'revoked' where address in (select 'bulk' || i || '@snv.example' from generate_series(1, 15) i)`,
  );
  await mail.bench.run(
    `update mailbox set state = 'suspended' where address in (select 'bulk' || i || '@snv.example' from generate_series(16, 25) i)`,
  );
  await mail.bench.run(`delete from mailbox where address in (select 'bulk' || i || '@snv.example' from generate_series(26, 35) i)`);
  await mail.bench.run(
    `update mailbox set address = 'moved.' || address where address in (select 'bulk' || i || '@snv.example' from generate_series(36, 40) i)`,
  );
  await mail.bench.run(
    `insert into mailbox (id, address, domain, full_name, password_hash, state, quota_mb) select gen_random_uuid(), 'la' || i || '@snv.example', 'snv.example', '', '{X}x', 'active', 1 from generate_series(1, 10) i`,
  );
  expect(await reconcile(mail.admin, SYSTEM)).toEqual({ result: 'COMPARED', checked: 1_200, problem: null });
  const count = (kind: string) => async () => (await open()).filter((drift) => drift.kind === kind).length;
  expect([await count('OTHER_STATE')(), await count('MISSING')(), await count('OTHER_ADDRESS')(), await count('UNKNOWN_THERE')()]).toEqual([
    25, 10, 5, 10,
  ]);
  expect((await mail.bench.run(`select count(*)::int as n from mailbox where state = 'revoked'`))[0].n).toBe(15);
  await mail.bench.run(`update mailbox set state = 'active' where state = 'revoked'`);
  await reconcile(mail.admin, SYSTEM);
  expect((await open()).length).toBe(35);
  expect((await drifts()).filter(({ settlement }) => settlement === 'GONE')).toHaveLength(15);
}, 60_000);

test('more than one in twenty: stopped, shown, and not repaired unless that is said; the states stay as they were last seen', async () => {
  const people = await mail.people(100);
  for (const { mailboxId } of people.slice(0, 12)) await mail.order(mailboxId, 'REVOKE', {});
  await mail.rows(`update mail_order set approved_at = now()`);
  await mail.runner.drain();
  await mail.bench.run(`update mailbox set state = 'active'`);
  expect(await reconcile(mail.admin, SYSTEM)).toMatchObject({ result: 'TOO_MUCH', checked: 100 });
  const found = await open();
  expect(found).toHaveLength(12);
  expect(await mail.mailbox(people[0]!.mailboxId)).toMatchObject({ state: 'REVOKED' });
  expect(
    codes(
      await repairDrifts(
        mail.admin,
        found.map(({ id }) => id),
        false,
      ),
    ),
  ).toEqual(found.map(() => 'NOT_ALLOWED_NOW D-8'));
}, 60_000);

test('a list that breaks off, or is much shorter than last time, is compared with nothing', async () => {
  await large(300);
  expect(await reconcile(mail.admin, SYSTEM)).toMatchObject({ result: 'COMPARED', checked: 300 });
  await mail.bench.way.spoil('cut');
  expect(await reconcile(mail.admin, SYSTEM)).toMatchObject({ result: 'INCOMPLETE' });
  await mail.bench.way.mend();
  await mail.bench.run(`delete from mailbox where address > 'bulk2'`);
  expect(await reconcile(mail.admin, SYSTEM)).toMatchObject({ result: 'INCOMPLETE' });
  expect(await drifts()).toEqual([]);
}, 60_000);

test('an order that is on its way is no difference; an emergency suspension is as it should be', async () => {
  const [one, two] = await mail.people(30);
  await suspendMailbox(mail.admin, { id: one!.mailboxId, reason: 'Lộ' });
  await mail.runner.drain();
  await mail.bench.way.spoil('cut');
  await mail.order(two!.mailboxId, 'REVOKE');
  await mail.runner.drain();
  await mail.bench.way.mend();
  expect(await reconcile(mail.admin, SYSTEM)).toMatchObject({ result: 'COMPARED' });
  expect(await open()).toEqual([]);
}, 60_000);

test('a repair gives the order of the decision in force again; where none is, it is refused; a stranger is never touched', async () => {
  const [one, two] = await mail.people(30);
  await mail.rows(`update mailbox set expected_state = 'REVOKED' where id = $1::uuid`, [one!.mailboxId]);
  await mail.bench.run(`update mailbox set state = 'suspended' where address = $1`, [two!.address]);
  await mail.bench.run(
    `insert into mailbox (id, address, domain, full_name, password_hash, state, quota_mb) values (gen_random_uuid(), 'la@snv.example', 'snv.example', '', '{X}x', 'active', 1)`,
  );
  await reconcile(mail.admin, SYSTEM);
  const found = await open();
  expect(found.map(({ kind, expected, found: state }) => `${kind} ${expected} ${state}`).sort()).toEqual([
    'OTHER_STATE ACTIVE SUSPENDED',
    'OTHER_STATE REVOKED ACTIVE',
    'UNKNOWN_THERE NONE ACTIVE',
  ]);
  expect(
    codes(
      await repairDrifts(
        mail.admin,
        found.map(({ id }) => id),
        false,
      ),
    ),
  ).toEqual(['RULE_VIOLATED D-8', 'RULE_VIOLATED D-8', 'RULE_VIOLATED D-8']);
  const stranger = found.find(({ kind }) => kind === 'UNKNOWN_THERE')!;
  expect(codes(await acceptDrifts(mail.admin, [stranger.id], 'Hộp thư thử của nhà cung cấp'))).toEqual([]);
  await reconcile(mail.admin, SYSTEM);
  expect((await open()).map(({ address }) => address)).not.toContain('la@snv.example');
}, 60_000);

test('at the first connection nothing is adopted by itself: the report is confirmed by a person, and a second time nothing is left', async () => {
  const agency = await world.agency();
  const addresses = ['an@snv.example', 'binh@snv.example', 'chi@snv.example', 'dung@snv.example'];
  for (const [i, mailboxAddress] of addresses.entries())
    await world.officer(agency, { fullName: `Nguyễn Văn ${'ABCD'[i]}`, mailboxAddress });
  const account = (address: string, name: string) =>
    mail.bench.run(
      `insert into mailbox (id, address, domain, full_name, password_hash, state, quota_mb) values (gen_random_uuid(), $1, 'snv.example', $2, '{X}x', 'active', 1)`,
      [address, name],
    );
  await account('an@snv.example', 'A NGUYEN VAN');
  await account('binh@snv.example', 'Ai đó khác');
  await account('nguyen.c@snv.example', 'Nguyễn Văn C');
  await account('may.in@snv.example', 'Máy in tầng 2');
  const report = await matchAccounts(mail.admin, SYSTEM);
  expect(report.matches.map((match) => match.class).sort()).toEqual(['ADDRESS_ONLY', 'EXACT', 'NAME_ONLY', 'ONLY_HERE', 'ONLY_THERE']);
  expect((await mail.rows<{ n: number }>(`select count(connector)::int as n from mailbox`))[0]!.n).toBe(0);
  expect(await adopt(mail.admin, { connector: SYSTEM, allExact: true })).toMatchObject({ adopted: 1, recorded: 0 });
  const pair = report.matches.find((match) => match.class === 'ADDRESS_ONLY')!;
  const printer = report.matches.find((match) => match.class === 'ONLY_THERE')!;
  const confirmed = await adopt(mail.admin, {
    connector: SYSTEM,
    pairs: [
      { mailboxId: pair.mailboxes[0]!.mailboxId, accountId: pair.accounts[0]!.accountId },
      { mailboxId: 'x', accountId: 'y' },
    ],
    strangers: [{ accountId: printer.accounts[0]!.accountId, kind: 'MACHINE' }],
  });
  expect(confirmed).toMatchObject({ adopted: 1, recorded: 1 });
  expect(codes(confirmed)).toEqual(['NOT_FOUND']);
  expect((await matchAccounts(mail.admin, SYSTEM)).matches.map((match) => match.class).sort()).toEqual(['NAME_ONLY', 'ONLY_HERE']);
  expect(await reconcile(mail.admin, SYSTEM)).toMatchObject({ result: 'COMPARED', checked: 4 });
});

/** Accounts by hand; their ids. */
async function accounts(...all: [address: string, name: string][]): Promise<string[]> {
  const ids: string[] = [];
  for (const [address, name] of all) {
    const [row] = await mail.bench.run(
      `insert into mailbox (id, address, domain, full_name, password_hash, state, quota_mb) values (gen_random_uuid(), $1, 'snv.example', $2, '{X}x', 'active', 1) returning id`,
      [address, name],
    );
    ids.push(row.id);
  }
  return ids;
}

test('a mailbox that was to be made at an address somebody holds: the match is confirmed, and the order is done; its holder keeps the password', async () => {
  const agency = await world.agency();
  const officerId = await world.officer(agency, { fullName: 'Trần Thị Lan', mailboxAddress: null, sinceOn: '2020-01-01' });
  const mailboxId = newId();
  await mail.rows(
    `insert into mailbox (id, created_at, updated_at, address, kind, state, expected_state, officer_id) values ($1::uuid, now(), now(), 'lan@snv.example', 'PERSONAL', 'NONE', 'ACTIVE', $2::uuid)`,
    [mailboxId, officerId],
  );
  const accountId = newId();
  await mail.bench.run(
    `insert into mailbox (id, address, domain, full_name, password_hash, state, quota_mb) values ($1::uuid, 'lan@snv.example', 'snv.example', 'Trần Thị Lan', '{X}x', 'active', 100)`,
    [accountId],
  );
  expect((await matchAccounts(mail.admin, SYSTEM)).matches.map((match) => match.class)).toEqual(['ONLY_THERE']);
  const order = await mail.order(mailboxId, 'PROVISION');
  await mail.runner.drain();
  expect(await mail.seen(order)).toMatchObject({ state: 'FAILED', message: expect.stringContaining('another account holds this address') });
  expect((await matchAccounts(mail.admin, SYSTEM)).matches.map((match) => match.class)).toEqual(['EXACT']);
  expect(await adopt(mail.admin, { connector: SYSTEM, pairs: [{ mailboxId, accountId }] })).toMatchObject({ adopted: 1, refused: [] });
  expect(await mail.seen(order)).toMatchObject({ state: 'DONE', verified: true, passwordHash: null });
  await mail.runner.drain();
  expect(await mail.mailbox(mailboxId)).toMatchObject({ state: 'ACTIVE', connector: SYSTEM });
  expect(await mail.bench.run(`select password_hash from mailbox where address = 'lan@snv.example'`)).toEqual([{ password_hash: '{X}x' }]);
});

test('two who confirm at the same moment adopt an account once, and a mailbox once', async () => {
  const agency = await world.agency();
  const of = async (mailboxAddress: string) => mail.mailboxOf(await world.officer(agency, { fullName: 'Nguyễn Văn A', mailboxAddress }));
  const [first, second] = [await of('a1@snv.example'), await of('a2@snv.example')];
  const [one, two] = await accounts(['x1@snv.example', 'Nguyễn Văn A'], ['x2@snv.example', 'Nguyễn Văn A']);
  const confirm = (mailboxId: string, accountId: string) => adopt(mail.admin, { connector: SYSTEM, pairs: [{ mailboxId, accountId }] });
  const results = await Promise.all([confirm(first, one!), confirm(second, one!), confirm(first, two!)]);
  expect(results.reduce((sum, { adopted }) => sum + adopted, 0)).toBe(
    (await mail.rows(`select 1 from mailbox where account_id is not null`)).length,
  );
  const [{ most }] = (await mail.rows<{ most: number }>(
    `select max(n)::int as most from (select count(*) as n from mailbox where account_id is not null group by account_id) x`,
  )) as [{ most: number }];
  expect(most).toBe(1);
  expect(results.flatMap(codes).every((code) => code === 'NOT_FOUND')).toBe(true);
});

test('a mailbox is matched only with an account that the report shows beside it', async () => {
  const agency = await world.agency();
  const mailboxId = await mail.mailboxOf(await world.officer(agency, { fullName: 'Nguyễn Văn A', mailboxAddress: 'a@snv.example' }));
  const [boss] = await accounts(['chutich@snv.example', 'Chủ tịch']);
  const result = await adopt(mail.admin, { connector: SYSTEM, pairs: [{ mailboxId, accountId: boss! }] });
  expect([result.adopted, codes(result)]).toEqual([0, ['NOT_FOUND']]);
});

test('a service act that failed hides no difference of the state', async () => {
  const people = await mail.people(30);
  const forward = await mail.order(people[0]!.mailboxId, 'FORWARD', { forwarding: { forwardTo: [], keepCopy: true } });
  await mail.rows(`update mail_order set state = 'FAILED', updated_at = now() - interval '1 hour' where id = $1::uuid`, [forward]);
  await mail.bench.run(`update mailbox set state = 'suspended' where address = $1`, [people[0]!.address]);
  await reconcile(mail.admin, SYSTEM);
  expect((await open()).map(({ address }) => address)).toEqual([people[0]!.address]);
});

test('nobody leaves a difference of the own mailbox as it is', async () => {
  const people = await mail.people(30);
  await mail.bench.run(`update mailbox set state = 'suspended' where address = $1`, [people[0]!.address]);
  await reconcile(mail.admin, SYSTEM);
  const holder = mail.admin;
  holder.actor = { ...holder.actor, grants: [...holder.actor.grants, { role: 'OFFICER', scopeId: people[0]!.officerId }] };
  const ids = (await open()).map(({ id }) => id);
  expect(codes(await acceptDrifts(holder, ids, 'Không sao'))).toEqual(['RULE_VIOLATED D-8']);
  expect(await open()).toHaveLength(1);
});
