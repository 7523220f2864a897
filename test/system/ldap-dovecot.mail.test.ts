/**
 * Revoked means out, where a directory holds the mailboxes: the LDAP connector with a real slapd, Dovecot and Postfix, every state with real
 * programs, with Dovecot's memory switched on so that nothing is forgotten by chance.
 */
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../server/kernel/record.js';
import type { MailConnector } from '../../server/provisioning/connector.js';
import { ldapConnector } from '../../server/provisioning/connectors/ldap.js';
import { ldapSettingFaults } from '../../server/provisioning/connectors/ldap-setting-faults.rules.js';
import { newMailPassword } from '../../server/provisioning/mail-password.js';
import type { SettingValue } from '../../server/provisioning/setting-fields.rules.js';
import { fresh } from '../provisioning/conformance-bench.js';
import type { Variant } from '../provisioning/ldap-bench.js';
import { inboxOf, incoming, logIn, send, SmtpTalk, tryLogin, until } from '../support/mail-clients.js';
import { type LdapSide, type MailStack, startMailStack } from '../support/mail-stack.js';

let stack: MailStack;
let side: LdapSide;
beforeAll(async () => {
  stack = await startMailStack({ ldap: true });
  side = stack.ldap!;
});
afterAll(() => stack?.stop());

/** A hash that slapd checks without a module. */
function hashOf(password: string): string {
  const salt = randomBytes(8);
  return `{SSHA}${Buffer.concat([createHash('sha1').update(password).update(salt).digest(), salt]).toString('base64')}`;
}

function connectorWith(variant: Variant, given: Record<string, SettingValue> = {}): MailConnector {
  const settings = {
    url: side.url,
    startTls: false,
    bindDn: side.connectorDn,
    container: side.peopleDn,
    revokedContainer: side.revokedDn,
    variant,
    idAttribute: 'registryId',
    forwardAttribute: 'mailForwardTo',
    keepCopyAttribute: 'mailKeepCopy',
    passwordScheme: 'SSHA',
    doveadmUrl: side.doveadm.url,
    ...given,
  };
  const secrets = { bindPassword: side.connectorPassword, doveadmKey: side.doveadm.key };
  expect(ldapSettingFaults({ settings, secrets })).toEqual([]);
  return ldapConnector('city', settings, secrets);
}

describe.each<Variant>(['MOVE', 'ATTRIBUTE'])('way of keeping a state: %s', (variant) => {
  let connector: MailConnector;
  beforeAll(() => {
    connector = connectorWith(variant);
  });

  /** A person with a mailbox. */
  async function person(word: string) {
    const [password, address] = [newMailPassword(), `${fresh(word)}@example.test`];
    const account = { accountId: newId(), address, fence: 1, name: word, passwordHash: hashOf(password), quotaMb: 100 };
    const result = await connector.provision({ ...account, forwardTo: [], keepCopy: true });
    expect(result).toMatchObject({ outcome: 'changed', before: 'NONE', after: 'ACTIVE', verified: true });
    let fence = 1;
    return { address, password, next: () => ({ accountId: result.accountId!, address, fence: (fence += 1) }) };
  }
  type Person = Awaited<ReturnType<typeof person>>;

  const login = ({ address, password }: Person) => tryLogin(side, address, password);
  const submit = ({ address, password }: Person, to: string) => send(side, { from: address, password, to, subject: 'thử' });
  const deliver = ({ address }: Person, subject: string) => send(side, { from: 'someone@elsewhere.test', to: address, subject });
  const inbox = ({ address, password }: Person) => inboxOf(side, address, password);

  test('active: gets in, sends, receives; nobody else is known', async () => {
    const [lan, minh] = [await person('lan'), await person('minh')];
    expect([await login(lan), await submit(lan, minh.address)]).toEqual(['OK', 250]);
    await until(async () => (await inbox(minh)).includes('thử'));
    expect(await incoming(side, lan.address)).toMatch(/^250 /);
    expect(await incoming(side, `${fresh('nobody')}@example.test`)).toMatch(/^550 5\.1\.1 /);
    expect(await connector.observe(minh.next())).toMatchObject({ state: 'ACTIVE', sessions: 0, inbox: { messages: 1 }, fence: 1 });
    const { isWell, steps } = await connector.check();
    expect([isWell, steps.at(-1)?.name.en]).toEqual([true, 'Dovecot knows an active mailbox']);
  });

  test.each([
    ['SUSPENDED', 'suspend', /^250 /],
    ['REVOKED', 'revoke', /^550 5\.1\.1 /],
  ] as const)('%s: shut out everywhere, sessions ended, mail kept; restored with the same password', async (state, operation, answer) => {
    const [lan, minh] = [await person('lan'), await person('minh')];
    expect(await deliver(lan, 'thư cũ')).toBe(250);
    await until(async () => (await inbox(lan)).length === 1);
    const session = await logIn(side, lan.address, lan.password);
    const ended = new Promise((done) => session.once('close', () => done('ended')));
    const smtp = await SmtpTalk.authenticated(side, lan.address, lan.password);
    expect(await smtp.recipient(lan.address, minh.address)).toMatch(/^250 /);

    const result = await connector[operation](lan.next());
    expect(result).toMatchObject({ outcome: 'changed', before: 'ACTIVE', after: state, liveSessionsRemaining: 0, verified: true });
    expect(await ended).toBe('ended');
    expect([await login(lan), await submit(lan, minh.address)]).toEqual(['REFUSED', 535]);
    expect(await smtp.recipient(lan.address, minh.address)).toMatch(/^553 5\.7\.1 /);
    smtp.close();
    expect(await incoming(side, lan.address)).toMatch(answer);
    expect(await deliver(lan, 'thư mới')).toBe(state === 'SUSPENDED' ? 250 : 550);
    expect(await connector[operation](lan.next())).toMatchObject({ outcome: 'unchanged', after: state, verified: true });

    expect(await connector.restore(lan.next())).toMatchObject({ outcome: 'changed', before: state, after: 'ACTIVE', verified: true });
    const kept = state === 'SUSPENDED' ? ['thư cũ', 'thư mới'] : ['thư cũ'];
    await until(async () => (await inbox(lan)).length === kept.length);
    expect(await inbox(lan)).toEqual(kept);
    expect([await submit(lan, minh.address), await login(minh)]).toEqual([250, 'OK']);
  });

  test('suspended, then revoked, then suspended again: mail follows each', async () => {
    const lan = await person('lan');
    await connector.suspend(lan.next());
    expect(await connector.revoke(lan.next())).toMatchObject({ before: 'SUSPENDED', after: 'REVOKED', verified: true });
    expect(await incoming(side, lan.address)).toMatch(/^550 /);
    expect(await connector.suspend(lan.next())).toMatchObject({ before: 'REVOKED', after: 'SUSPENDED', verified: true });
    expect([await incoming(side, lan.address), await login(lan)]).toEqual([expect.stringMatching(/^250 /), 'REFUSED']);
  });

  test('a new password: the old one is refused, the new one accepted', async () => {
    const lan = await person('lan');
    expect(await login(lan)).toBe('OK');
    const password = newMailPassword();
    expect(await connector.resetPassword(lan.next(), hashOf(password))).toMatchObject({ outcome: 'changed', verified: true });
    expect([await login(lan), await login({ ...lan, password })]).toEqual(['REFUSED', 'OK']);
  });

  test('forwarding: with a copy to both, without one to the other only; a revoked one forwards nothing', async () => {
    const lan = await person('lan');
    const away = `${fresh('away')}@elsewhere.test`;
    const gone = () => stack.outside.filter(({ to }) => to.includes(away)).length;
    expect(await connector.forward(lan.next(), { forwardTo: [away], keepCopy: true })).toMatchObject({
      outcome: 'changed',
      verified: true,
    });
    expect(await deliver(lan, 'cả hai')).toBe(250);
    await until(async () => gone() === 1 && (await inbox(lan)).length === 1);
    expect(await connector.forward(lan.next(), { forwardTo: [away], keepCopy: false })).toMatchObject({
      outcome: 'changed',
      verified: true,
    });
    expect(await deliver(lan, 'chỉ bên kia')).toBe(250);
    await until(() => gone() === 2);
    expect(await inbox(lan)).toEqual(['cả hai']);
    await connector.revoke(lan.next());
    expect(await incoming(side, lan.address)).toMatch(/^550 /);
  });

  test('without a flush a revoked person goes on getting in, and one tried too early is refused; with it neither', async () => {
    const silent = connectorWith(variant, { doveadmUrl: '' });
    const lan = await person('lan');
    expect(await login(lan)).toBe('OK');
    expect(await silent.revoke(lan.next())).toMatchObject({ outcome: 'changed', after: 'REVOKED' });
    expect(await login(lan)).toBe('OK');
    expect(await connector.revoke(lan.next())).toMatchObject({ outcome: 'unchanged', after: 'REVOKED', verified: true });
    expect(await login(lan)).toBe('REFUSED');
    expect(await connector.restore(lan.next())).toMatchObject({ outcome: 'changed', verified: true });
    expect(await login(lan)).toBe('OK');
  });

  test('a doveadm that is not there: written, but never called verified', async () => {
    const lan = await person('lan');
    const settings = { doveadmUrl: 'http://127.0.0.1:9' };
    const result = await connectorWith(variant, settings).revoke(lan.next());
    expect(result).toMatchObject({ outcome: 'changed', after: 'REVOKED', verified: false, message: expect.stringContaining('doveadm') });
  });
});
