/** The ways by which secrets of mail systems and passwords of mailboxes come in and go out; a part of leak-doors.ts. */
import { expect } from '@jest/globals';
import { hopthuSchema } from '../../server/app.js';
import { brake } from '../../server/provisioning/order-brake.js';
import { carryOut } from '../../server/provisioning/order-carrying.js';
import { claimOrder } from '../../server/provisioning/order-claim.js';
import { noteResult } from '../../server/provisioning/order-result.js';
import { mailSystemsOf } from '../../server/provisioning/mail-systems.js';
import { type Canaries, SECRET, STORED } from './canaries.js';
import { selectionOf } from './mutation-samples.js';
import type { RightsWorld } from './rights-world.js';
import type { World } from './world.js';

type Headers = Record<string, string>;

interface ProvisioningDoors {
  world: World;
  city: RightsWorld;
  canaries: Canaries;
  graphql(query: string, variables?: object, headers?: Headers): Promise<any>;
  send(method: 'GET' | 'POST', url: string, payload?: string | object, headers?: Headers): Promise<{ statusCode: number }>;
  admin: Headers;
  force: Headers;
  officer: Headers;
}

/** Everything that the store keeps of mailboxes, orders, mail systems and acts. */
export async function mailboxDetailsOf(world: World): Promise<string> {
  const tables = [
    'mailbox',
    'mail_order',
    'mail_order_attempt',
    'mail_system',
    'mail_drift',
    'mail_comparison',
    'audit_event',
    'outbox_message',
  ];
  const parts = await Promise.all(tables.map((name) => world.asOwner(`select row_to_json(t)::text as r from ${name} t`)));
  return JSON.stringify(parts);
}

/** What a SCIM server must be able to do, or nothing is asked of it. */
const ABLE = { takesHashes: 'true', suspendKeepsDelivery: 'true' };

/** Nobody listens there. */
const CLOSED = '127.0.0.1:9';

/** Mail systems of each kind with secrets, all tried, planned, compared and worked on while nobody answers; and new passwords. */
export async function provisioningDoors({ world, city, canaries, graphql, send, admin, force, officer }: ProvisioningDoors): Promise<void> {
  const secret = (kind: string) => canaries.add(kind, SECRET);
  const stored = (kind: string) => canaries.add(kind, STORED);
  const command = (name: string, declared: string, given: string, variables: object, headers = admin) =>
    graphql(`mutation (${declared}) { ${name}(${given}) ${selectionOf(hopthuSchema(), name)} }`, variables, headers).then(
      (answer) => answer.data[name],
    );
  const create = (input: object) => command('mailSystemCreate', '$input: MailSystemInput!', 'input: $input', { input });
  const settings = (told: Record<string, string>) => Object.entries(told).map(([name, value]) => ({ name, value }));

  const databaseUrl = new URL(`postgres://hopthu@${CLOSED}/mail`);
  databaseUrl.password = secret('password of a database of accounts');
  const systems: { kind: string; told: Record<string, string> }[] = [
    {
      kind: 'SQL',
      told: {
        databaseUrl: databaseUrl.href,
        doveadmUrl: `http://${CLOSED}`,
        doveadmKey: secret('key of doveadm'),
        table: `${stored('table of accounts').toLowerCase()}`,
        timeLimitSeconds: '1',
      },
    },
    {
      kind: 'LDAP',
      told: {
        url: `ldap://${CLOSED}`,
        bindDn: `cn=${stored('name at the directory')},dc=city`,
        bindPassword: secret('password of a directory'),
        container: 'ou=people,dc=city',
        passwordScheme: 'SSHA512',
        forwardAttribute: 'mailForwardingAddress',
        doveadmUrl: `http://${CLOSED}`,
        doveadmKey: secret('key of doveadm beside a directory'),
        timeLimitSeconds: '1',
      },
    },
    { kind: 'SCIM', told: { baseUrl: `http://${CLOSED}/scim`, secret: secret('token of a SCIM server'), timeoutSeconds: '1', ...ABLE } },
    {
      kind: 'SCIM',
      told: {
        baseUrl: `http://${CLOSED}/scim`,
        signIn: 'BASIC',
        userName: stored('sign-in name at a SCIM server'),
        secret: secret('password of a SCIM server'),
        timeoutSeconds: '1',
        ...ABLE,
      },
    },
  ];
  for (const [i, { kind, told }] of systems.entries()) {
    const domain = `leak${i}.example`;
    // Refused first: what is wrong is told, and nothing of what was given.
    const wrong = await create({ name: '', kind, domains: [domain], settings: settings(told) });
    expect(wrong.userErrors.length).toBeGreaterThan(0);
    // It stands with every mailbox that is on it.
    const name = canaries.add('name of a mail system', ['database', 'errors']);
    const made = await create({ name, kind, domains: [domain], settings: settings(told) });
    expect([kind, made.userErrors]).toEqual([kind, []]);
    const input = { name, kind, domains: [domain], settings: settings(told), parallel: 2 };
    const { id } = (
      await graphql('{ mailSystems { id name version settings { name value } secretsSet } }', {}, admin)
    ).data.mailSystems.find((one: { name: string }) => one.name === name);
    const edited = await command('mailSystemEdit', '$id: ID!, $input: MailSystemInput!', 'id: $id, input: $input, expectedVersion: 1', {
      id,
      input,
    });
    expect([kind, edited.userErrors]).toEqual([kind, []]);
    const checked = await command('mailSystemCheck', '$id: ID!', 'id: $id', { id });
    expect([kind, checked.isWell, checked.userErrors]).toEqual([kind, false, []]);
    for (const reading of ['mailReconcile', 'mailMatch']) {
      const answer = await command(reading, '$name: String!', 'connector: $name', { name });
      expect([kind, reading, answer.complete]).toEqual([kind, reading, false]);
    }
    await command('mailSystemSwitch', '$id: ID!', 'id: $id, isOn: true, acceptsEmbedded: true', { id });
    await ordersTo(name, domain, kind);
  }
  await passwords();
  await passwordByLetter();
  await files();

  /** Orders of each kind to a system that does not answer, carried out, planned and looked at. */
  async function ordersTo(name: string, domain: string, kind: string): Promise<void> {
    const officerId = await world.officer(city.own.agency, {
      fullName: stored('name of the holder of a mailbox'),
      mailboxAddress: `${stored('address of a mailbox').toLowerCase()}@${domain}`,
      sinceOn: '2020-01-01',
    });
    const [{ id } = { id: '' }] = await world.asOwner<{ id: string }>(
      `update mailbox set connector = '${name}' where officer_id = '${officerId}' returning id`,
    );
    const reset = await command('mailboxResetPassword', '$id: ID!', 'id: $id', { id });
    canaries.add('new password of a mailbox', SECRET, reset.password);
    // The world's own worker stands still.
    const { ground } = world;
    const system = (await mailSystemsOf(ground).named(name))!;
    await brake(ground, system);
    const order = await claimOrder(ground, name);
    const result = await carryOut(ground, system.connector, order!);
    expect([kind, result.outcome]).toEqual([kind, 'retryable']);
    // Mail systems name whom they mean.
    await noteResult(ground, name, order!, { ...result, message: `${result.message}: ${order!.name} <${order!.address}>` });
    await command('mailboxForward', '$id: ID!, $to: [String!]!', 'id: $id, forwardTo: $to, keepCopy: true', {
      id,
      // SCIM knows no forwarding: refused, and not kept.
      to: [`${canaries.add('address that is forwarded to', kind === 'SCIM' ? SECRET : STORED).toLowerCase()}@else.example`],
    });
    await command('mailboxForward', '$id: ID!, $to: [String!]!', 'id: $id, forwardTo: $to, keepCopy: true', {
      id,
      to: [secret('address that is none')],
    });
    await command('mailboxSuspend', '$id: ID!, $reason: String!', 'id: $id, reason: $reason', {
      id,
      reason: stored('reason of an emergency'),
    });
    const { data } = await graphql(
      'query ($id: ID!) { mailOrders(mailboxId: $id) { nodes { id kind state message reason attemptLog { message } mailbox { address } } } }',
      { id },
      admin,
    );
    expect(data.mailOrders.nodes.length).toBeGreaterThanOrEqual(2);
    for (const { id: orderId } of data.mailOrders.nodes)
      await graphql('query ($id: ID!) { mailOrderPlan(id: $id) { text } }', { id: orderId }, admin);
    await command('mailOrderSettle', '$id: ID!, $note: String!', 'id: $id, done: false, note: $note', {
      id: data.mailOrders.nodes[0].id,
      note: stored('note of an order'),
    });
  }

  /** New passwords: of the own mailbox, and refused for others. */
  async function passwords(): Promise<void> {
    const own = await command('mailboxResetPassword', '$id: ID!', 'id: $id', { id: city.own.mail.mailbox }, officer);
    expect(own.userErrors).toEqual([]);
    canaries.add('new password of the own mailbox', SECRET, own.password);
    const reset = 'mutation ($id: ID!) { mailboxResetPassword(id: $id) { password userErrors { code message } } }';
    const refused = await graphql(reset, { id: city.other.mail.mailbox }, officer);
    expect(refused.errors[0].extensions.code).toBe('FORBIDDEN');
    await graphql(reset, { id: city.own.mail.mailbox });
    await graphql(
      'mutation ($id: ID!, $note: String!) { mailDriftAccept(ids: [$id], note: $note) { userErrors { code } } }',
      {
        id: city.own.mail.drift,
        note: stored('note of a difference'),
      },
      admin,
    );
  }

  /** A letter with a code, printed; whoever has the code takes a password, once. */
  async function passwordByLetter(): Promise<void> {
    const sent = await command('mailboxSendPassword', '$id: ID!', 'id: $id', { id: city.own.mail.mailbox });
    expect(sent.userErrors).toEqual([]);
    const { data } = await graphql('{ letters(where: { kind: { eq: "mailbox.password" } }) { nodes { id body } } }', {}, force);
    const print = 'mutation ($ids: [ID!]!) { letterPrint(ids: $ids) { printed { body } userErrors { code } } }';
    const printed = await graphql(print, { ids: [data.letters.nodes[0].id] }, force);
    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(printed.data.letterPrint.printed[0].body)![0];
    canaries.add('code of a letter about a mailbox', SECRET, code);
    const open = 'mutation ($code: String!) { sessionCreateByCode(code: $code) { token userErrors { code message } } }';
    const opened = await graphql(open, { code });
    const token = canaries.add('session of a code about a mailbox', ['anonymous'], opened.data.sessionCreateByCode.token);
    const taken = await command(
      'mailboxResetPassword',
      '$id: ID!',
      'id: $id',
      { id: city.own.mail.mailbox },
      {
        authorization: `Bearer ${token}`,
      },
    );
    expect(taken.userErrors).toEqual([]);
    canaries.add('password taken with a code', SECRET, taken.password);
  }

  /** Files about a mail system that people run by hand. */
  async function files(): Promise<void> {
    const url = `/mail-systems/${city.mail.paperSystem}/hand-over`;
    const type = { 'content-type': 'text/csv' };
    expect((await send('GET', url, undefined, admin)).statusCode).toBe(200);
    await send('GET', url);
    await send('POST', url, secret('file of confirmations of nobody'), type);
    await send('POST', url, `order_no,outcome,done_at\n${secret('line of a file of confirmations')},done,x\n`, { ...admin, ...type });
    await send('POST', `/mail-systems/${secret('id of a mail system')}/hand-over`, 'x', { ...admin, ...type });
  }
}
