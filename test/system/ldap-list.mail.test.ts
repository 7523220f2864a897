/** Is a list from a directory whole, or does it say that it is not? And what does trying the connection find? */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Account, AccountList } from '../../server/provisioning/connector.js';
import { mailPasswordHash } from '../../server/provisioning/mail-password.js';
import { LdapBench, PEOPLE, REVOKED } from '../provisioning/ldap-bench.js';
import { makeCertificate } from '../support/slapd.js';

async function walked(list: AccountList): Promise<{ found: Account[]; isComplete: boolean; problem: string | undefined }> {
  const found: Account[] = [];
  for await (const account of list) found.push(account);
  return { found, isComplete: await list.complete, problem: list.problem() };
}

/** Puts so many mailboxes into the directory, every tenth among the revoked. */
async function fill(bench: LdapBench, count: number): Promise<void> {
  await bench.asAdmin(async (client) => {
    for (let i = 0; i < count; i += 1)
      await client.add(`uid=n${i},${i % 10 === 0 ? REVOKED : PEOPLE}`, {
        objectClass: ['inetOrgPerson', 'registryMailbox'],

        cn: `Người ${i}`,
        sn: 'Người',
        mail: `n${i}@example.test`,
        mailEnabled: i % 3 === 0 ? 'FALSE' : 'TRUE',
        registryAccountId: `own-${i}`,
      });
  });
}

describe('a directory with 700 mailboxes', () => {
  let limited: LdapBench;
  let open: LdapBench;
  beforeAll(async () => {
    [limited, open] = await Promise.all([LdapBench.open('MOVE', { isLimited: true }), LdapBench.open('MOVE')]);
    await Promise.all([fill(limited, 700), fill(open, 700)]);
  });
  afterAll(async () => {
    await limited?.close();
    await open?.close();
  });

  test('all of them come, each once, with the state that a mail server sees', async () => {
    const { found, isComplete, problem } = await walked(open.connector().list());
    expect([found.length, new Set(found.map(({ accountId }) => accountId)).size, isComplete, problem]).toEqual([700, 700, true, undefined]);
    const byState = (state: string) => found.filter((account) => account.state === state).length;
    expect([byState('REVOKED'), byState('SUSPENDED'), byState('ACTIVE')]).toEqual([70, 210, 420]);
    expect(found.find(({ address }) => address === 'n7@example.test')).toMatchObject({ name: 'Người 7', state: 'ACTIVE' });
  });

  test('a size limit of 500 ends the list, also page by page, and it says so', async () => {
    const { found, isComplete, problem } = await walked(limited.connector().list());
    expect(found.length).toBeLessThanOrEqual(500);
    expect(found.length).toBeGreaterThan(0);
    expect([isComplete, problem]).toEqual([false, 'sizeLimitExceeded (4)']);
    const { isWell, steps } = await limited.connector().check();
    expect(isWell).toBe(false);
    expect(steps.filter((step) => !step.isWell).map(({ detail }) => detail)).toEqual([expect.stringContaining('size=unlimited')]);
  });

  test('a connection cut between two pages ends the list, and it says so', async () => {
    const list = open.connector().list();
    const found: Account[] = [];
    for await (const account of list) {
      found.push(account);
      if (found.length === 150) open.proxy.trap('SEARCH', 'CUT_AFTER');
    }
    expect(found.length).toBeGreaterThanOrEqual(200);
    expect(found.length).toBeLessThan(700);
    expect(await list.complete).toBe(false);
    expect(list.problem()).toMatch(/closed|lost|reset/i);
  });

  test('one account id on two entries, and the list is not whole', async () => {
    await open.set(`uid=n1,${PEOPLE}`, 'registryAccountId', 'OWN-2');
    const { found, isComplete, problem } = await walked(open.connector().list());
    expect([found.length, isComplete]).toEqual([700, false]);
    expect(problem).toContain(`uid=n1,${PEOPLE}`);
    await open.set(`uid=n1,${PEOPLE}`, 'registryAccountId', 'own-1');
  });

  test('a part that lies on another server is missing, and the list says so', async () => {
    await open.asAdmin((client) =>
      client.add(`ou=branch,${PEOPLE}`, {
        objectClass: ['referral', 'extensibleObject'],
        ou: 'branch',
        ref: `ldap://127.0.0.1:9/${PEOPLE}`,
      }),
    );
    const { isComplete, problem } = await walked(open.connector().list());
    expect([isComplete, problem]).toEqual([false, 'a part of the directory lies on another server']);
  });
});

describe('encryption', () => {
  let bench: LdapBench;
  let foreign: string;
  beforeAll(async () => {
    bench = await LdapBench.open('MOVE', { withTls: true });
    const folder = mkdtempSync(join(tmpdir(), 'hopthu-certificate-'));
    foreign = readFileSync(makeCertificate(folder).certificate, 'utf8');
    rmSync(folder, { recursive: true });
  });
  afterAll(() => bench?.close());

  const ways = () => [
    { url: bench.slapd.url, startTls: true },
    { url: bench.slapd.secureUrl!, startTls: false },
    { url: bench.slapd.url.replace('127.0.0.1', 'localhost'), startTls: true },
    { url: bench.slapd.secureUrl!.replace('127.0.0.1', 'localhost'), startTls: true },
  ];

  test('both ways are encrypted, under the name and the number of the host', async () => {
    for (const way of ways()) {
      const connector = bench.connector({ ...way, ca: bench.slapd.certificate! });
      const { isWell, steps } = await connector.check();
      expect([way.url, isWell, steps[1]]).toEqual([way.url, true, expect.objectContaining({ detail: expect.stringContaining('TLSv1.3') })]);
    }
  });

  test('a certificate of somebody else, or of nobody we trust, is not accepted either way; no password is sent', async () => {
    for (const way of ways())
      for (const ca of [foreign, '', 'no certificate at all']) {
        const { isWell, steps } = await bench.connector({ ...way, ca }).check();
        expect([way.url, isWell, steps.at(-1)!.name.en]).toEqual([way.url, false, 'The connection is encrypted']);
      }
  });

  test('a directory that cannot encrypt is sent nothing more', async () => {
    const plain = await LdapBench.open('MOVE');
    try {
      const { steps } = await plain.connector({ startTls: true }).check();
      expect(steps.at(-1)).toMatchObject({ isWell: false, detail: expect.stringContaining('StartTLS') });
      expect(plain.proxy.passed).toEqual({});
    } finally {
      await plain.close();
    }
  });
});

describe('sites', () => {
  test('a site that may not extend its schema: state, id and all in attributes it has, without a fence', async () => {
    const bench = await LdapBench.open('ATTRIBUTE', { isPlain: true });
    try {
      const attributes = { stateAttribute: 'employeeType', idAttribute: 'employeeNumber', objectClasses: 'inetOrgPerson' };
      const none = { fenceAttribute: '-', forwardAttribute: '', quotaAttribute: '' };
      const missing = await bench.connector().check();
      expect(missing.steps.find(({ name }) => name.en.startsWith('The directory knows'))?.detail).toContain('registryFence');
      const connector = bench.connector({ ...attributes, ...none, passwordScheme: 'SSHA' });
      expect((await connector.check()).steps.filter(({ isWell }) => !isWell)).toEqual([]);
      const address = 'lan@example.test';
      const order = { accountId: bench.newId(), address, fence: 1, name: 'Lan', quotaMb: 10, forwardTo: [], keepCopy: true };
      const result = await connector.provision({ ...order, passwordHash: '{SSHA}xwkd07i4RwyJUGVCr3gYIRRMbuIzVcNy' });
      expect(result).toMatchObject({ outcome: 'changed', after: 'ACTIVE', verified: true });
      for (const [operation, state] of [
        ['suspend', 'suspended'],
        ['revoke', 'revoked'],
        ['restore', 'active'],
      ] as const) {
        expect(await connector[operation]({ ...order, accountId: result.accountId! })).toMatchObject({
          outcome: 'changed',
          verified: true,
        });
        expect((await bench.entriesOf(address))[0]).toMatchObject({ employeeType: state });
      }
    } finally {
      await bench.close();
    }
  });

  test('where passwords may be written and not read, orders about them are carried out and repeated', async () => {
    const bench = await LdapBench.open('MOVE', { passwordRight: '=w' });
    try {
      const connector = bench.connector({ passwordScheme: 'SSHA512' });
      const hash = (password: string) =>
        `{SSHA512}${execFileSync('slappasswd', ['-o', 'module-path=/usr/lib/ldap', '-o', 'module-load=pw-sha2', '-h', '{SSHA512}', '-s', password, '-n']).toString().slice(9)}`;
      const address = 'lan@example.test';
      const order = { accountId: bench.newId(), address, fence: 1, name: 'Lan', quotaMb: 10, forwardTo: [], keepCopy: true };
      expect(await connector.provision({ ...order, passwordHash: hash('first') })).toMatchObject({ outcome: 'changed', verified: true });
      expect(await connector.provision({ ...order, passwordHash: hash('first') })).toMatchObject({ outcome: 'unchanged' });
      expect(await connector.resetPassword({ ...order, fence: 2 }, hash('second'))).toMatchObject({ outcome: 'changed', verified: true });
      expect([await bench.passwordFits(address, 'second'), await bench.passwordFits(address, 'first')]).toEqual([true, false]);
    } finally {
      await bench.close();
    }
  });

  test.each<[string, () => Promise<string>]>([
    ['ARGON2', () => mailPasswordHash('first-password')],
    ['CRYPT', async () => '{BLF-CRYPT}$2y$05$npyrtxXzobdT.COJVEPuJ./gFOXrsPLwyM1.ehtUMpd3TRJaEYb8S'],
    ['CRYPT', async () => `{SHA512-CRYPT}${execFileSync('openssl', ['passwd', '-6', 'first-password'], { encoding: 'utf8' }).trim()}`],
  ])('a hash of the kind %s opens the entry, and another password does not', async (passwordScheme, hashOf) => {
    const bench = await LdapBench.open('MOVE');
    try {
      const address = 'lan@example.test';
      const order = { accountId: bench.newId(), address, fence: 1, name: 'Lan', quotaMb: 10, forwardTo: [], keepCopy: true };
      const result = await bench.connector({ passwordScheme }).provision({ ...order, passwordHash: await hashOf() });
      expect(result).toMatchObject({ outcome: 'changed', verified: true });
      const fits = ['first-password', 'First-password'].map((password) => bench.passwordFits(address, password));
      expect(await Promise.all(fits)).toEqual([true, false]);
    } finally {
      await bench.close();
    }
  });

  test('where a copy is kept can be said by an attribute of its own', async () => {
    const bench = await LdapBench.open('MOVE');
    try {
      const connector = bench.connector({ keepCopyAttribute: 'mailKeepCopy' });
      const address = 'lan@example.test';
      const order = { accountId: bench.newId(), address, fence: 1, name: 'Lan', quotaMb: 10, passwordHash: '{ARGON2ID}$argon2id$x' };
      const forwarding = { forwardTo: ['a@elsewhere.test'], keepCopy: true };
      expect(await connector.provision({ ...order, ...forwarding })).toMatchObject({ outcome: 'changed', verified: true });
      expect((await bench.entriesOf(address))[0]).toMatchObject({ mailForwardTo: 'a@elsewhere.test', mailKeepCopy: 'TRUE' });
      expect((await connector.observe(order)).forwarding).toEqual(forwarding);
      expect(await connector.forward({ ...order, fence: 2 }, { ...forwarding, keepCopy: false })).toMatchObject({ outcome: 'changed' });
      expect((await bench.entriesOf(address))[0]).toMatchObject({ mailForwardTo: 'a@elsewhere.test', mailKeepCopy: 'FALSE' });
      expect(await connector.forward({ ...order, fence: 3 }, { forwardTo: [], keepCopy: true })).toMatchObject({ outcome: 'changed' });
      expect((await bench.entriesOf(address))[0]).not.toHaveProperty('mailKeepCopy');
    } finally {
      await bench.close();
    }
  });

  test('the schema of cn=config is the one of slapd.conf', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hopthu-schema-'));
    try {
      const place = (name: string) => new URL(`../../server/provisioning/connectors/${name}`, import.meta.url);
      const config = [
        'dn: cn=config',
        'objectClass: olcGlobal',
        'cn: config',
        '',
        'dn: cn=schema,cn=config',
        'objectClass: olcSchemaConfig',
        'cn: schema',
        '',
      ];
      writeFileSync(join(folder, 'all.ldif'), `${config.join('\n')}\n${readFileSync(place('ldap-schema.ldif'), 'utf8')}`);
      execFileSync('/usr/sbin/slapadd', ['-n0', '-F', folder, '-l', join(folder, 'all.ldif')], { stdio: 'pipe' });
      const definitions = (text: string): string[] =>
        [
          ...text.replace(/^#.*$/gm, '').matchAll(/^(?:olc)?(?:attributetypes?|objectclass(?:es)?):? (\(.*?\))$(?=\n*(?:\S|$(?![^])))/gims),
        ].map(([, one]) => one!.replace(/\s+/g, ' '));
      const [conf, ldif] = ['ldap-schema.schema', 'ldap-schema.ldif'].map((name) => definitions(readFileSync(place(name), 'utf8')));
      expect(conf).toHaveLength(8);
      expect(ldif).toEqual(conf);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
