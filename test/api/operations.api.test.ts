import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createUser } from '../../server/identity/user.service.js';
import { httpServer } from '../../server/api/http.js';
import { hopthuSchema } from '../../server/app.js';
import { newLog } from '../../server/kernel/log.js';
import { Metrics } from '../../server/kernel/metrics.js';
import { World } from '../support/world.js';

describe('what those who run the servers see', () => {
  let world: World;
  let lines: string[] = [];
  const get = (url: string, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
    world.app.http.inject({ method: 'GET', url, headers, remoteAddress });
  beforeAll(async () => {
    world = await World.open({ log: newLog('info', { write: (line) => lines.push(line) }) });
  });
  beforeEach(async () => {
    await world.clear();
    lines = [];
  });
  afterAll(() => world.close());

  describe('/metrics', () => {
    test('answers this machine alone: a proxy on it, another machine and a wrong token see no such page', async () => {
      expect((await get('/metrics')).statusCode).toBe(200);
      expect((await get('/metrics', {}, '::1')).statusCode).toBe(200);
      for (const [headers, from] of [
        [{}, '10.0.0.7'],
        [{ 'x-forwarded-for': '127.0.0.1' }, '127.0.0.1'],
        [{ forwarded: 'for=127.0.0.1' }, '127.0.0.1'],
        [{ authorization: 'Bearer wrong' }, '127.0.0.1'],
      ] as const)
        expect({ headers, status: (await get('/metrics', headers as never, from)).statusCode }).toEqual({ headers, status: 404 });
    });

    test('answers from anywhere with HOPTHU_METRICS_TOKEN', async () => {
      process.env.HOPTHU_METRICS_TOKEN = 'a-long-token';
      try {
        expect((await get('/metrics', { authorization: 'Bearer a-long-token' }, '10.0.0.7')).statusCode).toBe(200);
        expect((await get('/metrics', { authorization: 'Bearer a-long-toker' }, '10.0.0.7')).statusCode).toBe(404);
        expect((await get('/metrics', {}, '10.0.0.7')).statusCode).toBe(404);
      } finally {
        delete process.env.HOPTHU_METRICS_TOKEN;
      }
    });

    test('shows the process, requests by route, operations by outcome, the outbox, the audit log and tries to sign in', async () => {
      const ask = await world.signIn('TASK_FORCE');
      await ask('{ me { id } }');
      await ask('{ me { nonsense } }');
      await world.nobody('{ officers { nodes { id } } }');
      await world.nobody('mutation { sessionCreate(email: "a@b.example", password: "wrong password") { token } }');
      await get('/nowhere/at/all');
      const text = (await get('/metrics')).body;
      const value = (line: string) =>
        Number(
          text
            .split('\n')
            .find((l) => l.startsWith(`${line} `))
            ?.split(' ')
            .at(-1),
        );
      expect(value('process_cpu_seconds_total')).toBeGreaterThan(0);
      expect(text).toContain('nodejs_eventloop_lag_seconds');
      expect(value('http_request_duration_seconds_count{method="GET",route="none",status="404"}')).toBeGreaterThan(0);
      expect(value('hopthu_graphql_operations_total{operation="query",outcome="ok"}')).toBeGreaterThan(0);
      expect(value('hopthu_graphql_operations_total{operation="none",outcome="BAD_USER_INPUT"}')).toBeGreaterThan(0);
      expect(value('hopthu_graphql_operations_total{operation="query",outcome="UNAUTHENTICATED"}')).toBeGreaterThan(0);
      expect(value('hopthu_graphql_duration_seconds_count{operation="mutation"}')).toBeGreaterThan(0);
      expect(value('hopthu_sign_in_failures_total')).toBeGreaterThan(0);
      expect(value('hopthu_outbox_waiting{state="new"}')).toBe(0);
      expect(value('hopthu_outbox_oldest_age_seconds')).toBe(0);
      expect(value('hopthu_audit_head_seq')).toBeGreaterThan(1);
      if (world.database) expect(value('hopthu_database_connections{state="open"}')).toBeGreaterThan(0);
    });

    test('labels stay few whatever is asked: names of operations and addresses make no new line', async () => {
      const shape = async () =>
        (await get('/metrics')).body
          .split('\n')
          .filter((l) => /^(http_|hopthu_)/.test(l))
          .map((l) => l.split(' ')[0]);
      const noise = async (n: number) => {
        await world.nobody(`query Name${n} { me { id } }`);
        await get(`/officers/${n}`);
        await get(`/evidence/${n}`);
      };
      await noise(1);
      const before = await shape();
      for (let n = 2; n < 12; n++) await noise(n);
      expect(await shape()).toEqual(before);
      expect(before.length).toBeGreaterThan(20);
      expect(before.length).toBeLessThan(400);
    });
  });

  describe('the log', () => {
    const requests = () => lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request');

    test('has one line a request: id, method, route, status, time, kind of operation and of asker, and nothing else', async () => {
      const ask = await world.signIn('TASK_FORCE');
      lines = [];
      await ask('{ me { id } }');
      await get('/officers/secret-name?email=a@b.example', { 'user-agent': 'spy' });
      await get('/healthz');
      expect(requests().map(({ time: _t, pid: _p, requestId: _r, ms: _m, ...rest }) => rest)).toEqual([
        { level: 30, method: 'POST', route: '/graphql', status: 200, actor: 'user', operation: 'query', outcome: 'ok', msg: 'request' },
        { level: 30, method: 'GET', route: 'none', status: 404, msg: 'request' },
      ]);
      expect(lines.join('')).not.toMatch(/secret-name|b\.example|spy|127\.0\.0\.1/);
    });

    test('finds a request by the id that its answer carries', async () => {
      const answer = await world.app.http.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json' },
        payload: { query: '{ me { id } }' },
      });
      expect(requests().at(-1).requestId).toBe(answer.headers['x-request-id']);
      expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    });

    test('a wrong level is told in both languages', () => {
      expect(() => newLog('loud')).toThrow(/HOPTHU_LOG: trace, .* không phải “loud”.* not "loud"/);
    });
  });

  describe('sizes', () => {
    test('a body that is too large is refused 413 in plain words, and how large it may be', async () => {
      const large = JSON.stringify({ query: `# ${'x'.repeat(300 * 1024)}` });
      const post = (url: string, headers: Record<string, string>) =>
        world.app.http.inject({ method: 'POST', url, headers: { 'content-type': 'application/json', ...headers }, payload: large });
      for (const [url, headers] of [
        ['/graphql', {}],
        ['/auth/invitation', { 'x-hopthu-panel': '1' }],
      ] as const) {
        const vi = await post(url, headers);
        const en = await post(url, { ...headers, 'accept-language': 'en' });
        expect({ url, status: vi.statusCode, vi: vi.body.includes('quá lớn') }).toEqual({ url, status: 413, vi: true });
        expect(en.body).toMatch(/too large: \d+ KB at most/);
      }
    });
  });

  describe('headers (G-19)', () => {
    const PAGE_POLICY = [
      "default-src 'none'",
      "script-src 'self'",
      "script-src-attr 'none'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "object-src 'none'",
    ];

    test('every answer has a content security policy without inline scripts, and says nothing of the program', async () => {
      for (const url of [
        '/',
        '/index.html',
        '/nowhere',
        '/healthz',
        '/readyz',
        '/metrics',
        '/auth/state',
        '/graphql',
        '/evidence/dovecot',
      ]) {
        const { headers } = await get(url);
        const policy = String(headers['content-security-policy']);
        expect({ url, policy: policy.includes("default-src 'none'") }).toEqual({ url, policy: true });
        expect(/script-src[^;]*unsafe/.test(policy)).toBe(false);
        expect(policy).toContain("frame-ancestors 'none'");
        expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' });
        expect(headers['x-powered-by'] ?? headers.server).toBeUndefined();
      }
    });

    test('pages: nothing of other sites, no frame, no referrer, no device', async () => {
      const { headers } = await get('/nowhere');
      expect(String(headers['content-security-policy']).split(';')).toEqual(PAGE_POLICY);
      expect(headers).toMatchObject({
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-frame-options': 'SAMEORIGIN',
      });
      expect(headers['permissions-policy']).toContain('camera=()');
      expect(headers['strict-transport-security']).toBeUndefined();
    });

    test('the cookie: __Host-, HttpOnly, Secure, SameSite, no end but the session’s; without the panel’s header there is none', async () => {
      await createUser(world.system(), {
        name: 'C',
        email: 'cookie@test.example',
        password: 'test-password',
        grants: [{ role: 'TASK_FORCE' }],
      });
      const signIn = (headers: Record<string, string>) =>
        world.app.http.inject({
          method: 'POST',
          url: '/graphql',
          headers: { 'content-type': 'application/json', ...headers },
          payload: { query: 'mutation { sessionCreate(email: "cookie@test.example", password: "test-password") { token } }' },
        });
      const byMachine = await signIn({});
      expect(byMachine.headers['set-cookie']).toBeUndefined();
      expect(byMachine.json().data.sessionCreate.token).toMatch(/^hts_/);
      const byPanel = await signIn({ 'x-hopthu-panel': '1' });
      expect(byPanel.json().data.sessionCreate.token).toBeNull();
      expect(byPanel.headers['set-cookie']).toMatch(/^__Host-hopthu=hts_[\w-]{43,}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    });
  });

  describe('health', () => {
    test('ready says why not: a missing migration', async () => {
      expect((await get('/readyz')).json()).toEqual({ status: 'ready' });
      await world.asOwner(`update migration set name = '9' || name where name like '0001%'`);
      const missing = await get('/readyz');
      await world.asOwner(`update migration set name = substr(name, 2) where name like '9%'`);
      expect(missing.json()).toEqual({ status: 'not ready', reason: 'MIGRATIONS' });
      expect(missing.statusCode).toBe(503);
      expect((await get('/healthz')).json()).toEqual({ status: 'ok' });
    });

    test('or a database that does not answer, or stopping', async () => {
      for (const [health, reason] of [
        [{ isStopping: () => false, askDatabase: () => Promise.reject(new Error('no')) }, 'DATABASE'],
        [{ isStopping: () => true, askDatabase: async () => ({ isMigrated: true }) }, 'STOPPING'],
      ] as const) {
        const ground = { ...world.ground, metrics: new Metrics() };
        const { app } = await httpServer({ ground, schema: hopthuSchema(), health });
        const answer = await app.inject('/readyz');
        expect({ status: answer.statusCode, body: answer.json() }).toEqual({ status: 503, body: { status: 'not ready', reason } });
        await app.close();
      }
    });
  });
});
