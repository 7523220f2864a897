/** What an administrator tells of mail systems: kept, tried and used, on both stores; one that cannot be used or does not answer harms nothing else (G-9). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { executeBound } from '../../server/kernel/bulk.js';
import { Refusal } from '../../server/kernel/refusal.js';
import { adopt, matchAccounts } from '../../server/provisioning/adopting.service.js';
import { checkSystem, createSystem, editSystem, type SystemInput } from '../../server/provisioning/mail-system.service.js';
import { mailSystemsOf } from '../../server/provisioning/mail-systems.js';
import { planOf } from '../../server/provisioning/order-plan.js';
import { reconcile } from '../../server/provisioning/reconcile.service.js';
import { secretsToTellAgain } from '../../server/provisioning/setting-fields.rules.js';
import { sqlSettingFaults } from '../../server/provisioning/connectors/sql-shape.rules.js';
import { ldapSettingFaults } from '../../server/provisioning/connectors/ldap-setting-faults.rules.js';
import { CONNECTOR_KINDS } from '../../server/provisioning/connector-kinds.js';
import { type MailAccount, rightsMailServer, type RightsMailServer } from '../support/rights-mail-server.js';
import { World } from '../support/world.js';

let world: World;
let server: RightsMailServer;
const accounts: MailAccount[] = [];
beforeAll(async () => {
  world = await World.open();
  server = await rightsMailServer(() => accounts);
});
beforeEach(async () => {
  await world.clear();
  accounts.length = 0;
  world.ground.clock.stopAt(new Date('2026-11-25T03:00:00Z'));
});
afterAll(() => world.close());

const rows = <R extends object>(statement: string, values: unknown[] = []) =>
  executeBound<R>(world.ground.orm.em.fork(), statement, values);
const scim = (name: string, domain: string, baseUrl = server.url): SystemInput => ({
  name,
  kind: 'SCIM',
  domains: [domain],
  settings: { baseUrl, timeoutSeconds: 1 },
  secrets: { secret: 'a-token' },
});
const admin = () => world.as('ADMIN');
const reasonsOf = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: unknown) => {
      if (error instanceof Refusal) return error.reasons.map(({ code, path }) => `${code} ${path?.join('.') ?? ''}`);
      throw error;
    },
  );

async function orderFor(address: string): Promise<string> {
  const agency = await world.agency();
  const officer = await world.officer(agency, { fullName: 'Lê Thị Hoa', mailboxAddress: address });
  const [row] = await rows<{ id: string }>(
    `insert into mail_order (id, created_at, updated_at, kind, mailbox_id, connector, state, attempts, verified)
     select gen_random_uuid(), now(), now(), 'SUSPEND', o.mailbox_id, '', 'WAITING', 0, false from officer o where o.id = $1::uuid returning id`,
    [officer],
  );
  return row!.id;
}

test('trying, comparing and matching do not wait for their own transaction, and trying is on record', async () => {
  const id = await createSystem(admin(), scim('Một', 'snv.example'));
  await orderFor('hoa@snv.example');
  accounts.push({ id: 'a1', userName: 'hoa@snv.example', displayName: 'Lê Thị Hoa', active: true });
  expect((await checkSystem(admin(), id)).isWell).toBe(true);
  expect(await reconcile(admin(), 'Một')).toMatchObject({ result: 'COMPARED', checked: 1 });
  expect((await matchAccounts(admin(), 'Một')).matches).toMatchObject([{ class: 'EXACT' }]);
  expect(await adopt(admin(), { connector: 'Một', allExact: true })).toMatchObject({ adopted: 1, refused: [] });
  const acts = await rows<{ action: string }>(`select action from audit_event where subject like 'mailSystem:%' order by seq`);
  expect(acts.map(({ action }) => action)).toEqual(['mailSystem.create', 'mailSystem.check', 'mailSystem.reconcile', 'mailbox.adopt']);
  const [checked] = await rows<{ is_well: boolean; version: number }>('select is_well, version from mail_system');
  expect(checked).toEqual({ is_well: true, version: 1 });
});

describe('one whose secrets cannot be opened any more', () => {
  const broken = async () => {
    const [id] = [await createSystem(admin(), scim('Hỏng', 'cu.example')), await createSystem(admin(), scim('Tốt', 'snv.example'))];
    await rows(
      `update mail_system set is_on = true, secrets = case when id = $1::uuid then 'c2VhbGVkIGVsc2V3aGVyZSBieSBhbm90aGVyIGtleSBvZiBhIGNpdHk=' else secrets end`,
      [id],
    );
    return id!;
  };

  test('keeps no other from its orders (G-9)', async () => {
    await broken();
    expect((await mailSystemsOf(world.ground).running()).map(({ name }) => name)).toEqual(['Tốt']);
  });

  test('is refused in words where it is asked for, is shown in the list, and works again once its secrets are told', async () => {
    const id = await broken();
    for (const work of [checkSystem(admin(), id), reconcile(admin(), 'Hỏng'), matchAccounts(admin(), 'Hỏng')])
      expect(await reasonsOf(work)).toEqual(['NOT_ALLOWED_NOW ']);
    const ask = await world.signIn('ADMIN');
    const list = async () => (await ask('{ mailSystems { name secretsSet } }')).data.mailSystems;
    expect(await list()).toEqual([
      { name: 'Hỏng', secretsSet: [] },
      { name: 'Tốt', secretsSet: ['secret'] },
    ]);
    const again = { ...scim('Hỏng', 'cu.example'), expectedVersion: 1 };
    expect(await reasonsOf(editSystem(admin(), id, { ...again, secrets: {} }))).toEqual(['INVALID input.settings.secret']);
    await editSystem(admin(), id, again);
    expect((await list())[0]).toEqual({ name: 'Hỏng', secretsSet: ['secret'] });
    expect((await checkSystem(admin(), id)).isWell).toBe(true);
  });
});

test('a plan of a system that does not answer says so in the reader’s language, and is no fault of the server', async () => {
  await createSystem(admin(), scim('Xa', 'snv.example', 'http://127.0.0.1:9/scim'));
  const id = await orderFor('hoa@snv.example');
  expect(await reasonsOf(planOf(admin(), id))).toEqual(['NOT_ALLOWED_NOW id']);
  const { errors } = await (await world.signIn('ADMIN'))(`{ mailOrderPlan(id: "${id}") { text } }`);
  expect(errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringMatching(/^Không hỏi được hệ thống thư: /) },
  ]);
});

describe('secrets', () => {
  test('that would be sent elsewhere are asked for again, and stay where the address stays', async () => {
    const id = await createSystem(admin(), scim('Một', 'snv.example'));
    const elsewhere = { ...scim('Một', 'snv.example', 'https://elsewhere.example/scim'), expectedVersion: 1 };
    expect(await reasonsOf(editSystem(admin(), id, { ...elsewhere, secrets: {} }))).toEqual(['REQUIRED input.settings.secret']);
    await editSystem(admin(), id, { ...scim('Một', 'snv.example'), secrets: {}, parallel: 2, expectedVersion: 1 });
    await editSystem(admin(), id, { ...elsewhere, expectedVersion: 2 });
  });

  test.each([
    ['LDAP', 'url', ['bindPassword']],
    ['LDAP', 'startTls', ['bindPassword']],
    ['LDAP', 'doveadmUrl', ['doveadmKey']],
    ['SQL', 'doveadmUrl', ['doveadmKey']],
    ['SCIM', 'baseUrl', ['secret']],
    ['SCIM', 'pageSize', []],
  ] as const)('of %s go by %s', (kind, setting, names) => {
    const { fields } = CONNECTOR_KINDS[kind];
    const stored = Object.fromEntries(fields.filter(({ type }) => type === 'SECRET').map(({ name }) => [name, 'x']));
    const again = (told: Record<string, string>, secrets: Record<string, string> = {}) =>
      secretsToTellAgain(fields, { [setting]: 'a' }, { settings: told, secrets }, stored).map(({ path }) => path![1]);
    expect(again({ [setting]: 'b' })).toEqual(names);
    expect(again({ [setting]: 'a' })).toEqual([]);
    expect(again({ [setting]: 'b' }, stored)).toEqual([]);
  });

  test('every secret says by which settings it goes, or is the address itself', () => {
    const without = Object.values(CONNECTOR_KINDS).flatMap(({ fields }) =>
      fields.filter(({ type, sentBy }) => type === 'SECRET' && !sentBy),
    );
    expect(without.map(({ name }) => name)).toEqual(['databaseUrl']);
    for (const { fields } of Object.values(CONNECTOR_KINDS))
      for (const { sentBy = [] } of fields) for (const by of sentBy) expect(fields.map(({ name }) => name)).toContain(by);
  });

  test('are not taken in an address that is shown, nor in one the driver cannot read', () => {
    const secrets = { databaseUrl: 'postgres://a:b@db.example/x', doveadmKey: 'k' };
    const sql = (doveadmUrl: string, databaseUrl = secrets.databaseUrl) =>
      sqlSettingFaults({ settings: { doveadmUrl }, secrets: { ...secrets, databaseUrl } }).map(({ path }) => path!.join('.'));
    const withLogin = new URL('https://mail.example/doveadm');
    withLogin.username = 'admin';
    expect(sql('https://mail.example/doveadm')).toEqual([]);
    expect(sql(withLogin.href)).toEqual(['settings.doveadmUrl']);
    expect(sql('https://mail.example', 'postgres://a:50%off@db.example/x')).toEqual(['settings.databaseUrl']);
    const ldap = { url: 'ldaps://d.example', bindDn: 'cn=a', container: 'ou=p,dc=x', passwordScheme: 'SSHA', doveadmUrl: withLogin.href };
    expect(
      ldapSettingFaults({ settings: ldap, secrets: { bindPassword: 'p', doveadmKey: 'k' } }).map(({ path }) => path!.join('.')),
    ).toEqual(['settings.doveadmUrl']);
  });
});

test('of an order to a system that is down fifty attempts are told, the latest first, however many there were', async () => {
  const ids = [await orderFor('hoa@snv.example')];
  await rows(
    `insert into mail_order_attempt (id, created_at, updated_at, order_id, fence, message)
     select ('00000000-0000-7000-8000-' || lpad(g::text, 12, '0'))::uuid, now(), now(), $1::uuid, g, 'lần ' || g from generate_series(1, 300) g`,
    [ids[0]],
  );
  const { data } = await (await world.signIn('ADMIN'))('{ mailOrders { nodes { attemptLog { message } } } }');
  const said = data.mailOrders.nodes[0].attemptLog.map(({ message }: { message: string }) => message);
  expect([said.length, said[0], said.at(-1)]).toEqual([50, 'lần 300', 'lần 251']);
});

test('a reason with a character that no database takes is refused in words', async () => {
  await orderFor('hoa@snv.example');
  const ask = await world.signIn('ADMIN');
  const [{ id } = { id: '' }] = await rows<{ id: string }>('select id from mailbox');
  const suspend = 'mutation ($id: ID!, $reason: String!) { mailboxSuspend(id: $id, reason: $reason) { userErrors { code } } }';
  expect((await ask(suspend, { id, reason: 'a\0b' })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect((await ask(suspend, { id, reason: 'a' })).data.mailboxSuspend.userErrors).toEqual([]);
});
