import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Unreachable } from '../../../server/provisioning/connector.js';
import { LARGEST_ANSWER } from '../../../server/provisioning/connectors/scim-door.js';
import { ATTRIBUTES, HASH, openDesk, type ScimDesk } from './scim-desk.js';

let desk: ScimDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const answer = (status: number, headers: string[] = [], body = ''): string =>
  [`HTTP/1.1 ${status} X`, `content-length: ${Buffer.byteLength(body)}`, 'connection: close', ...headers, '', body].join('\r\n');

describe('a SCIM server by a bad way', () => {
  test('cut after a new account was sent: unknown, then found by its own id, made once', async () => {
    const connector = desk.connector(ATTRIBUTES);
    const account = desk.account();
    await desk.proxy.set({ mode: 'cutAfterRequest', matching: /^POST/, times: 1 });
    const first = await connector.provision(account);
    expect(first).toMatchObject({ outcome: 'unknown', verified: false });
    expect(await connector.observe(account)).toMatchObject({ state: 'ACTIVE', accountId: account.accountId, fence: 1 });
    expect(await connector.provision(account)).toMatchObject({ outcome: 'unchanged', after: 'ACTIVE' });
    expect(desk.server.users.size).toBe(1);
  });

  test('cut after a change was sent: unknown, then observed', async () => {
    const connector = desk.connector(ATTRIBUTES);
    const account = desk.account();
    await connector.provision(account);
    await desk.proxy.set({ mode: 'cutAfterRequest', matching: /^PATCH/, times: 1 });
    expect(await connector.revoke({ ...account, fence: 2 })).toMatchObject({ outcome: 'unknown', before: 'ACTIVE', verified: false });
    expect(await connector.observe(account)).toMatchObject({ state: 'REVOKED', fence: 2 });
    expect(await connector.revoke({ ...account, fence: 2 })).toMatchObject({ outcome: 'unchanged', after: 'REVOKED' });
  });

  test('cut while reading back: written, not verified', async () => {
    const connector = desk.connector();
    const account = desk.account();
    await connector.provision(account);
    await desk.proxy.set({ mode: 'cutAfterRequest', matching: /^GET \/scim\/Users\/[^?]/ });
    expect(await connector.revoke(account)).toMatchObject({ outcome: 'changed', before: 'ACTIVE', verified: false });
    expect(desk.server.userNamed(account.address)?.active).toBe(false);
  });

  test.each(['down', 'refuse', 'halfOpen'] as const)('%s: nothing was written, the same may be asked again', async (mode) => {
    const connector = desk.connector();
    const account = desk.account();
    await connector.provision(account);
    await desk.proxy.set({ mode });
    const begun = performance.now();
    expect(await connector.revoke(account)).toMatchObject({ outcome: 'retryable', verified: false });
    await expect(connector.observe(account)).rejects.toThrow(Unreachable);
    await expect(connector.plan('REVOKE', account)).rejects.toThrow(Unreachable);
    expect((await connector.check()).isWell).toBe(false);
    expect(performance.now() - begun).toBeLessThan(20_000);
    await desk.proxy.set({ mode: 'pass' });
    expect(desk.server.userNamed(account.address)?.active).toBe(true);
    expect(await connector.revoke(account)).toMatchObject({ outcome: 'changed', after: 'REVOKED', verified: true });
  });

  test('slow, but within the limit', async () => {
    const connector = desk.connector({ timeoutSeconds: 5 });
    await desk.proxy.set({ mode: 'pass', latencyMs: 100 });
    expect(await connector.provision(desk.account())).toMatchObject({ outcome: 'changed', verified: true });
  });

  test.each([
    [429, ['retry-after: 7'], 'retryable', 7],
    [503, ['retry-after: 120'], 'retryable', 120],
    [500, [], 'retryable', undefined],
    [409, [], 'retryable', undefined],
    [502, [], 'unknown', undefined],
    [504, [], 'unknown', undefined],
    [403, [], 'permanent', undefined],
    [400, [], 'permanent', undefined],
    [501, [], 'permanent', undefined],
    [307, ['location: http://127.0.0.1:1/'], 'permanent', undefined],
  ])('a change answered with %i', async (status, headers, outcome, retryAfterSeconds) => {
    const connector = desk.connector();
    const account = desk.account();
    await connector.provision(account);
    await desk.proxy.set({ mode: 'answerInstead', matching: /^PATCH/, answer: answer(status, headers), times: 1 });
    const result = await connector.revoke(account);
    expect(result).toMatchObject({ outcome, verified: false });
    expect(result.retryAfterSeconds).toBe(retryAfterSeconds);
    expect(result.message).toContain(String(status));
    expect(await connector.revoke(account)).toMatchObject({ outcome: 'changed', verified: true });
  });

  test('a burst of 503 while reading says when to come back', async () => {
    const connector = desk.connector();
    await desk.proxy.set({ mode: 'answerInstead', answer: answer(503, ['retry-after: 30']), times: 2 });
    expect(await connector.revoke(desk.account())).toMatchObject({ outcome: 'retryable', retryAfterSeconds: 30 });
    await expect(connector.observe(desk.account())).rejects.toMatchObject({ name: 'Unreachable', retryAfterSeconds: 30 });
    expect(await connector.observe(desk.account())).toEqual({ state: 'NONE' });
  });

  test('a redirect is not followed, and the token stays here', async () => {
    const heard: unknown[] = [];
    const elsewhere = createServer((request, response) => {
      heard.push(request.headers);
      response.end('{}');
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const { port } = elsewhere.address() as AddressInfo;
    await desk.proxy.set({ mode: 'answerInstead', answer: answer(302, [`location: http://127.0.0.1:${port}/`]) });
    const connector = desk.connector();
    expect(await connector.provision(desk.account())).toMatchObject({ outcome: 'permanent' });
    await expect(connector.observe(desk.account())).rejects.toThrow('redirects are not followed');
    expect(heard).toEqual([]);
    await new Promise((resolve) => elsewhere.close(resolve));
  });

  test('what is no SCIM, or too much of it, is no answer', async () => {
    const connector = desk.connector();
    const html = '<html>Xin chào</html>';
    await desk.proxy.set({ mode: 'answerInstead', answer: answer(200, ['content-type: text/html'], html), times: 1 });
    await expect(connector.observe(desk.account())).rejects.toThrow('no SCIM list');
    desk.server.manners.rewrite = (body) => ({ ...body, filler: 'x'.repeat(LARGEST_ANSWER) });
    await expect(desk.connector({ timeoutSeconds: 30 }).observe(desk.account())).rejects.toThrow('larger than');
  });

  test('a wrong token: refused for good, and never repeated', async () => {
    const connector = desk.connector({}, 'wrong-token-of-a-test');
    const result = await connector.provision(desk.account());
    expect(result).toMatchObject({ outcome: 'permanent', verified: false });
    expect(result.message).toMatch(/token or password \(401\).*Who are you/);
    expect(JSON.stringify([result, await connector.check()])).not.toContain('wrong-token-of-a-test');
  });

  test.each([
    ['the hash', HASH],
    ['a part of the hash', HASH.slice(20, 40)],
    ['the token', () => desk.server.token],
  ])('a server that repeats %s is not quoted', async (_, told) => {
    const secret = typeof told === 'string' ? told : told();
    desk.server.manners.spoil = (request, response) => {
      if (request.method !== 'POST') return undefined;
      response.status(400).json({ detail: `cannot store ${secret} here` });
      return true;
    };
    const result = await desk.connector({ takesHashes: true }).provision(desk.account());
    expect(result.outcome).toBe('permanent');
    expect(result.message).toContain('withheld');
    expect(result.message).not.toContain(secret);
  });

  test('an account that others change all the time is left for later', async () => {
    const connector = desk.connector();
    const account = desk.account();
    await connector.provision(account);
    desk.server.manners.betweenReadAndWrite = async () => {
      desk.server.userNamed(account.address)!.meta.version = `W/"${Math.random()}"`;
    };
    expect(await connector.revoke(account)).toMatchObject({ outcome: 'retryable' });
    expect(desk.server.userNamed(account.address)?.active).toBe(true);
  });
});

describe('a worker that woke late', () => {
  /** An order of yesterday is held at the server while the order of today is carried out. */
  async function race(settings: Record<string, string>, hasVersions: boolean) {
    desk.server.manners.hasVersions = hasVersions;
    const connector = desk.connector({ ...settings, timeoutSeconds: 10 });
    const account = desk.account();
    await connector.provision(account);
    await connector.revoke({ ...account, fence: 2 });
    const gate = new EventEmitter();
    const held = once(gate, 'go');
    const arrived = once(gate, 'arrived');
    desk.server.manners.betweenReadAndWrite = async () => {
      desk.server.manners.betweenReadAndWrite = undefined;
      gate.emit('arrived');
      await held;
    };
    const late = connector.restore({ ...account, fence: 3 });
    await arrived;
    const newer = await connector.revoke({ ...account, fence: 4 });
    gate.emit('go');
    return { late: await late, newer, isActive: desk.server.userNamed(account.address)!.active };
  }

  test('is refused by the server itself: versions and order numbers', async () => {
    expect(await race(ATTRIBUTES, true)).toMatchObject({
      late: { outcome: 'permanent', message: 'a newer order was carried out' },
      newer: { outcome: 'unchanged' },
      isActive: false,
    });
  });

  test('without versions the server lets it write: what is not promised there', async () => {
    expect((await race(ATTRIBUTES, false)).isActive).toBe(true);
  });
});
