/** What does an order say when the way to the directory breaks, or the directory refuses? Nothing is claimed that nobody saw, and observing settles it. */
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type MailConnector, type Target, Unreachable } from '../../server/provisioning/connector.js';
import { ldapConnector } from '../../server/provisioning/connectors/ldap.js';
import type { MailServerBeside } from '../../server/provisioning/connectors/ldap-orders.js';
import type { Settled } from '../../server/provisioning/connectors/mail-server.js';
import { mailPasswordHash } from '../../server/provisioning/mail-password.js';
import { fresh } from '../provisioning/conformance-bench.js';
import { LdapBench, PEOPLE, REVOKED, SUFFIX } from '../provisioning/ldap-bench.js';
import { READER } from '../support/slapd.js';

let bench: LdapBench;
let passwordHash: string;
let connector: MailConnector;
beforeAll(async () => {
  bench = await LdapBench.open('MOVE');
  connector = bench.connector({ timeLimitSeconds: 1 });
  passwordHash = await mailPasswordHash('first-password-of-a-test');
});
afterAll(() => bench?.close());

const asked = (address = `${fresh()}@example.test`) => ({
  accountId: bench.newId(),
  address,
  fence: 1,
  name: 'Nguyễn Thị Lan',
  passwordHash,
  quotaMb: 10,
  forwardTo: [],
  keepCopy: true,
});

async function account() {
  const order = asked();
  const { accountId } = await connector.provision(order);
  return { order, address: order.address, at: (fence: number): Target => ({ accountId: accountId!, address: order.address, fence }) };
}

const entryOf = async (address: string): Promise<string> => (await bench.entriesOf(address))[0]!.dn;

describe('the way breaks', () => {
  test.each(['CUT_AFTER', 'NO_ANSWER'] as const)(
    '%s while it is made: unknown, it is found by its own id, and asked again it is there',
    async (mishap) => {
      const order = asked();
      bench.proxy.trap('ADD', mishap);
      const result = await connector.provision(order);
      expect(result).toMatchObject({ outcome: 'unknown', before: 'NONE', verified: false });
      const found = await connector.observe(order);
      // It is closed until it is moved to its place.
      expect(found).toMatchObject({ state: 'REVOKED', address: order.address, fence: 1 });
      const again = await connector.provision(order);
      expect(again).toMatchObject({ outcome: 'changed', after: 'ACTIVE', verified: true, accountId: found.accountId });
      expect(await connector.provision(order)).toMatchObject({ outcome: 'unchanged', accountId: found.accountId });
      expect(await bench.entriesOf(order.address)).toHaveLength(1);
    },
  );

  test.each(['CUT_AFTER', 'CUT_BEFORE', 'NO_ANSWER', 'LOST'] as const)(
    '%s while it is written: unknown, and what is observed is so',
    async (mishap) => {
      const { at, address } = await account();
      bench.proxy.trap('MODIFY', mishap);
      expect(await connector.suspend(at(2))).toMatchObject({ outcome: 'unknown', before: 'ACTIVE', verified: false });
      const { state, fence } = await connector.observe(at(2));
      const isWritten = mishap === 'CUT_AFTER' || mishap === 'NO_ANSWER';
      expect([state, fence]).toEqual(isWritten ? ['SUSPENDED', 2] : ['ACTIVE', 1]);
      expect(await connector.suspend(at(2))).toMatchObject({ outcome: isWritten ? 'unchanged' : 'changed', after: 'SUSPENDED' });
      expect(await bench.stateSeen(address)).toBe('SUSPENDED');
    },
  );

  test.each(['CUT_AFTER', 'CUT_BEFORE'] as const)('%s while it is moved: unknown, and asked again it is revoked', async (mishap) => {
    const { at, address } = await account();
    bench.proxy.trap('MOVE', mishap);
    expect(await connector.revoke(at(2))).toMatchObject({ outcome: 'unknown', before: 'ACTIVE' });
    expect((await connector.observe(at(2))).state).toBe(mishap === 'CUT_AFTER' ? 'REVOKED' : 'SUSPENDED');
    expect(await connector.revoke(at(2))).toMatchObject({ after: 'REVOKED', verified: true });
    expect(await bench.stateSeen(address)).toBe('REVOKED');
  });

  test('cut while it is still looking, nothing was written: again later', async () => {
    const { at } = await account();
    bench.proxy.trap('SEARCH', 'CUT_AFTER');
    expect(await connector.revoke(at(2))).toMatchObject({ outcome: 'retryable', verified: false });
    bench.proxy.trap('SEARCH', 'NO_ANSWER');
    await expect(connector.observe(at(2))).rejects.toThrow(Unreachable);
  });

  test('cut after it was written and answered: done, but not read back', async () => {
    const { at, address } = await account();
    const held = bench.proxy.trap('MODIFY', 'HOLD');
    const ordered = connector.suspend(at(2));
    await held.reached;
    bench.proxy.trap('SEARCH', 'CUT_BEFORE');
    held.release();
    const result = await ordered;
    expect(result).toMatchObject({ outcome: 'changed', before: 'ACTIVE', verified: false });
    expect(result.message).toContain('not read back');
    expect(await bench.stateSeen(address)).toBe('SUSPENDED');
  });

  test.each(['BIND', 'SEARCH'] as const)('a peer that takes a %s and says nothing is given up', async (kind) => {
    const { at } = await account();
    bench.proxy.trap(kind, 'LOST');
    const begun = Date.now();
    expect(await connector.revoke(at(2))).toMatchObject({ outcome: 'retryable' });
    expect(Date.now() - begun).toBeLessThan(20_000);
  });

  test('a peer that never answers the first word of encryption is given up, and nobody there is told at once', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => void sockets.push(socket)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as { port: number };
    try {
      const ways = [
        [`ldap://127.0.0.1:${port}`, true],
        [`ldaps://127.0.0.1:${port}`, false],
      ] as const;
      for (const [url, startTls] of ways)
        expect(await bench.connector({ url, startTls, timeLimitSeconds: 1 }).provision(asked())).toMatchObject({ outcome: 'retryable' });
      expect(sockets).toHaveLength(2);
    } finally {
      for (const socket of sockets) socket.destroy();
      silent.close();
    }
    const nobody = bench.connector({ url: 'ldap://127.0.0.1:9' });
    expect(await nobody.provision(asked())).toMatchObject({ outcome: 'retryable' });
    await expect(nobody.plan('REVOKE', asked())).rejects.toThrow(Unreachable);
  });
});

describe('the directory refuses', () => {
  test('a wrong password of our own is no fault of the order, and is not shown', async () => {
    const wrong = ldapConnector('test', bench.settings(), { bindPassword: 'wrong-password' });
    const result = await wrong.provision(asked());
    expect(result).toMatchObject({ outcome: 'retryable', message: 'bind: invalidCredentials (49)' });
    const { isWell, steps } = await wrong.check();
    expect([isWell, steps.at(-1)?.name.en, steps.at(-1)?.detail]).toEqual([false, 'Binds', 'bind: invalidCredentials (49)']);
  });

  test('what our account may not do is permanent', async () => {
    const { at, address } = await account();
    const reader = ldapConnector('test', { ...bench.settings(), bindDn: READER.dn }, { bindPassword: READER.password });
    expect(await reader.revoke(at(2))).toMatchObject({
      outcome: 'permanent',
      message: expect.stringContaining('insufficientAccessRights (50)'),
    });
    expect(await bench.stateSeen(address)).toBe('ACTIVE');
  });

  test('a missing branch is permanent, and what was done before is said', async () => {
    const { at, address } = await account();
    const nowhere = bench.connector({ revokedContainer: `ou=nowhere,${SUFFIX}` });
    expect(await nowhere.revoke(at(2))).toMatchObject({ outcome: 'permanent', before: 'ACTIVE', verified: false });
    expect(await bench.stateSeen(address)).toBe('SUSPENDED');
    const { steps } = await nowhere.check();
    expect(steps.filter(({ isWell }) => !isWell).map(({ detail }) => detail)).toEqual([expect.stringContaining('noSuchObject (32)')]);
    const lost = bench.connector({ container: `ou=nowhere,${SUFFIX}` });
    expect(await lost.provision(asked())).toMatchObject({ outcome: 'permanent', message: expect.stringContaining('noSuchObject (32)') });
  });

  test('settings that contradict each other reach nobody', async () => {
    const odd = bench.connector({ revokedContainer: 'ou=revoked,dc=other', searchBase: PEOPLE });
    expect(await odd.provision(asked())).toMatchObject({ outcome: 'permanent', message: expect.stringContaining('searchBase') });
    expect((await odd.check()).isWell).toBe(false);
  });

  test('a password that the directory could not check is never written', async () => {
    const { at, address } = await account();
    const crypt = bench.connector({ passwordScheme: 'CRYPT' });
    const result = await crypt.resetPassword(at(2), passwordHash);
    expect(result).toMatchObject({ outcome: 'permanent', message: expect.stringContaining('{ARGON2ID}') });
    expect(result.message).not.toContain(passwordHash.slice(12));
    expect(await bench.passwordFits(address, 'first-password-of-a-test')).toBe(true);
  });

  test('forwarding where the directory has no place for it is permanent', async () => {
    const { at } = await account();
    const plain = bench.connector({ forwardAttribute: '' });
    expect(plain.capabilities().forward).toBe(false);
    const forwarding = { forwardTo: ['a@elsewhere.test'], keepCopy: true };
    expect(await plain.forward(at(2), forwarding)).toMatchObject({ outcome: 'permanent' });
    expect(await plain.provision({ ...asked(), ...forwarding })).toMatchObject({ outcome: 'permanent' });
  });
});

describe('hands in the directory', () => {
  test('an entry moved out of sight by hand is seen as revoked, never made a second time, and brought back by an order', async () => {
    const { order, at, address } = await account();
    const dn = await entryOf(address);
    await bench.move(dn, dn.replace(PEOPLE, `ou=elsewhere,${SUFFIX}`));
    expect(await connector.observe(at(1))).toMatchObject({ state: 'REVOKED', address });
    expect(await bench.stateSeen(address)).toBe('REVOKED');
    expect(await connector.provision({ ...order, accountId: bench.newId(), fence: 2 })).toMatchObject({ outcome: 'permanent' });
    expect(await connector.restore(at(2))).toMatchObject({ outcome: 'changed', before: 'REVOKED', after: 'ACTIVE', verified: true });
    expect(await bench.stateSeen(address)).toBe('ACTIVE');
    const back = await entryOf(address);
    await bench.move(back, back.replace(PEOPLE, REVOKED));
    expect((await connector.observe(at(2))).state).toBe('REVOKED');
    expect(await connector.restore(at(3))).toMatchObject({ before: 'REVOKED', after: 'ACTIVE' });
  });

  test('an address on two entries is reported, and neither is written', async () => {
    const [one, other] = [await account(), await account()];
    await bench.set(await entryOf(other.address), 'mail', one.address);
    const result = await connector.revoke(one.at(2));
    expect(result).toMatchObject({ outcome: 'permanent', message: expect.stringContaining('another account holds this address') });
    for (const { dn } of await bench.entriesOf(one.address)) expect([dn, dn.endsWith(PEOPLE)]).toEqual([dn, true]);
    expect(result.message).toContain(
      await connector.plan('REVOKE', { ...one.order, ...one.at(2) }).then(([change]) => change!.text.slice(11)),
    );
    expect(await bench.seen(one.address)).toEqual({ gettingIn: 2, receiving: 2 });
  });

  test('two entries with one account id are nobody', async () => {
    const [one, other] = [await account(), await account()];
    await bench.set(await entryOf(other.address), 'registryAccountId', one.order.accountId);
    expect(await connector.revoke({ ...one.order, fence: 2 })).toMatchObject({
      outcome: 'permanent',
      message: expect.stringContaining('several'),
    });
    await expect(connector.observe(one.order)).rejects.toThrow(Unreachable);
    expect(await bench.stateSeen(one.address)).toBe('ACTIVE');
  });

  test('an entry that the site made long ago follows orders by its own id, and is given what it lacks', async () => {
    const address = `${fresh('cu')}@example.test`;
    const dn = `cn=Trần\\2C Cũ,${PEOPLE}`;
    await bench.asAdmin((client) =>
      client.add(dn, { objectClass: 'inetOrgPerson', cn: 'Trần, Cũ', sn: 'Trần', mail: [address, `x${address}`] }),
    );
    const [entry] = await bench.entriesOf(address);
    const at = (fence: number) => ({ accountId: String(entry!.entryUUID), address, fence });
    expect((await connector.observe(at(1))).address).toBe(address);
    expect(await connector.revoke(at(1))).toMatchObject({ outcome: 'changed', after: 'REVOKED', verified: true });
    expect(await connector.restore(at(2))).toMatchObject({ outcome: 'changed', after: 'ACTIVE', verified: true });
    expect((await bench.entriesOf(address))[0]).toMatchObject({ cn: 'Trần, Cũ', mailEnabled: 'TRUE', mail: [address, `x${address}`] });
    expect(await bench.seen(address)).toEqual({ gettingIn: 1, receiving: 1 });
  });

  test('a new holder of a local part that is taken is named by the whole address', async () => {
    const local = fresh();
    const [one, other] = [asked(`${local}@example.test`), asked(`${local}@so.example.test`)];
    for (const each of [one, other]) expect(await connector.provision(each)).toMatchObject({ outcome: 'changed', verified: true });
    expect([await entryOf(one.address), await entryOf(other.address)]).toEqual([
      `uid=${local},${PEOPLE}`,
      `uid=${other.address},${PEOPLE}`,
    ]);
    const [{ sn, givenName, cn } = { sn: '', givenName: '', cn: '' }] = await bench.entriesOf(one.address);
    expect([cn, sn, givenName]).toEqual(['Nguyễn Thị Lan', 'Nguyễn', 'Lan']);
  });

  test('an address that ten accounts ask for at once is given to one', async () => {
    const address = `${fresh()}@example.test`;
    const results = await Promise.all(Array.from({ length: 10 }, () => connector.provision(asked(address))));
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['changed', ...Array.from({ length: 9 }, () => 'permanent')]);
    expect(await bench.entriesOf(address)).toHaveLength(1);
  });
});

describe('the mail server beside it', () => {
  /** Writes down when it was asked, and what a mail server would have found in the directory then. */
  class Asked implements MailServerBeside {
    readonly calls: string[] = [];
    answer: Settled = { isSettled: true };
    async settle(address: string, state: string, { endsSessions = false } = {}): Promise<Settled> {
      this.calls.push(`${state} ${await bench.stateSeen(address)}${endsSessions ? ' and ends sessions' : ''}`);
      return this.answer;
    }
    readonly seen = async () => ({ sessions: 3, inbox: { messages: 2, unseen: 1 } });
    readonly planned = () => [{ means: 'doveadm', text: 'kick' }];
    readonly answers = async () => undefined;
    readonly knows = async () => false;
  }

  test('it is asked after the state is written, and what is left over is said; only the rest is tried again', async () => {
    const server = new Asked();
    const told = bench.connector({}, server);
    expect(told.capabilities().endSessions).toBe(true);
    const { at } = await account();
    server.answer = { isSettled: false, liveSessionsRemaining: 2, message: '2 live sessions remain' };
    expect(await told.revoke(at(2))).toMatchObject({
      outcome: 'changed',
      after: 'REVOKED',
      verified: false,
      liveSessionsRemaining: 2,
      message: server.answer.message,
    });
    server.answer = { isSettled: true, liveSessionsRemaining: 0 };
    expect(await told.revoke(at(2))).toMatchObject({ outcome: 'unchanged', verified: true, liveSessionsRemaining: 0 });
    expect(await told.suspend(at(3))).toMatchObject({ outcome: 'changed', verified: true });
    expect(await told.resetPassword(at(4), passwordHash)).toMatchObject({ after: 'SUSPENDED', verified: true });
    expect(await told.restore(at(5))).toMatchObject({ outcome: 'changed', verified: true });
    const ends = ' and ends sessions';
    const said = [`REVOKED REVOKED${ends}`, `REVOKED REVOKED${ends}`, `SUSPENDED SUSPENDED${ends}`, 'SUSPENDED SUSPENDED', 'ACTIVE ACTIVE'];
    expect(server.calls).toEqual(said);
    expect(await told.observe(at(5))).toMatchObject({ sessions: 3, inbox: { messages: 2, unseen: 1 } });
    const plan = await told.plan('REVOKE', { ...asked(), ...at(6) });
    expect(plan.map(({ means }) => means)).toEqual(['ldap', 'ldap', 'doveadm']);
    const { isWell, steps } = await told.check();
    expect([isWell, steps.at(-1)?.name.en]).toEqual([false, 'Dovecot knows an active mailbox']);
  });

  test('an order that was refused asks nothing of it', async () => {
    const server = new Asked();
    const { at } = await account();
    await connector.restore(at(5));
    expect(await bench.connector({}, server).revoke(at(2))).toMatchObject({ outcome: 'permanent' });
    expect(server.calls).toEqual([]);
  });
});
