/** What is said where a request never reaches a route, or its address holds what no parameter may (G-19, G-24): our own words, nothing repeated. */
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createSession } from '../../server/identity/session.service.js';
import { World } from '../support/world.js';

describe('requests nobody can read', () => {
  let world: World;
  let bearer: { authorization: string };
  beforeAll(async () => {
    world = await World.open();
    bearer = await world.bearer('TASK_FORCE');
    const save =
      'mutation { evidenceSourceSave(input: { name: "mail1", format: DOVECOT, mailDomains: ["snv.example"] }) { userErrors { message } } }';
    expect((await world.query(save, {}, bearer)).data.evidenceSourceSave.userErrors).toEqual([]);
    await world.app.http.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => world.close());

  const send = (bytes: string): Promise<{ status: number; head: string; body: string }> =>
    new Promise((resolve, reject) => {
      const socket = connect((world.app.http.server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(bytes));
      let text = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        if (/\r\n\r\n.*\}\s*$/s.test(text)) socket.end();
      });
      socket.on('error', reject).on('close', () => {
        const [head = '', body = ''] = text.split('\r\n\r\n');
        resolve({ status: Number(head.slice(9, 12)), head: head.toLowerCase(), body });
      });
    });

  test.each([
    ['an address that is not well encoded', 'GET /%secret HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
    ['a part of an address that is too long', `GET /evidence/${'secret'.repeat(30)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`, 404],
    ['a part of a route that is too long', `POST /evidence/${'secret'.repeat(30)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`, 400],
    ['headers that are too long', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'secret'.repeat(20_000)}\r\n\r\n`, 431],
    ['a length beside chunks', 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\nsecret', 400],
    ['no HTTP at all', 'secret\r\n\r\n', 400],
  ])('%s: our own words, with the headers of every answer', async (_, bytes, status) => {
    const answer = await send(bytes);
    expect(answer.status).toBe(status);
    expect(Object.keys(JSON.parse(answer.body))).toEqual(['code', 'message']);
    expect(JSON.parse(answer.body).code).toBe('BAD_USER_INPUT');
    expect(answer.body).not.toMatch(/secret|FST_|fastify|HPE_|statusCode/i);
    expect(answer.head).toContain('x-content-type-options: nosniff');
    expect(answer.head).toContain("content-security-policy: default-src 'none'");
    expect(answer.head).toContain('permissions-policy:');
  });

  test.each([
    '/evidence/dovecot?source=%00',
    '/evidence/dovecot?source=a&source=b',
    '/evidence/dovecot?source=a&fileName=%1b',
    '/evidence/dovecot?%00=1',
    '/registry/officers?dryRun=1&dryRun=0',
  ])('%s is refused with a sentence', async (url) => {
    const answer = await world.app.http.inject({ method: 'POST', url, headers: { ...bearer, 'accept-language': 'en' }, payload: 'x' });
    expect([answer.statusCode, answer.json()]).toEqual([
      400,
      { code: 'INVALID', message: expect.stringMatching(/only once|control character/), path: expect.any(Array) },
    ]);
  });

  test.each(['0000-01-01', '0099-12-31', '1899-12-31', '2201-01-01', '9999-12-31', '2026-02-30'])(
    'an upload with newestDay %s is refused with a sentence',
    async (newestDay) => {
      const url = `/evidence/dovecot?source=mail1&newestDay=${newestDay}`;
      const answer = await world.app.http.inject({ method: 'POST', url, headers: bearer, payload: 'x' });
      expect([answer.statusCode, answer.json()]).toEqual([
        400,
        { code: 'INVALID', message: 'newestDay phải là ngày có thật YYYY-MM-DD, từ 1900-01-01 đến 2200-12-31.', path: ['newestDay'] },
      ]);
    },
  );

  test.each(['/auth/invitation', '/auth/invitation/accept', '/auth/passkey/options', '/auth/passkey/verify'])(
    '%s takes no fault from hostile bodies',
    async (url) => {
      const values = [
        '\0',
        '\ud800',
        'x'.repeat(5000),
        '',
        0,
        -1,
        1e308,
        null,
        true,
        [],
        {},
        [['\0']],
        { response: {} },
        '{}',
        '[]',
        'null',
      ];
      const bodies = values.flatMap((value) => [
        value,
        { token: value },
        { token: value, password: value },
        { token: 'hti_x', password: value },
        { response: value },
        { response: { id: value, rawId: value, type: 'public-key', response: value } },
        { response: JSON.stringify({ id: 'x', rawId: 'x', type: 'public-key', response: value, clientExtensionResults: {} }) },
      ]);
      for (const body of bodies) {
        const answer = await world.app.http.inject({
          method: 'POST',
          url,
          headers: { 'content-type': 'application/json', 'x-hopthu-panel': '1' },
          payload: JSON.stringify(body),
        });
        expect([body, answer.statusCode < 500]).toEqual([body, true]);
      }
    },
  );

  test('G-19: with the cookie a page of another site is nobody, our own page is who signed in', async () => {
    const { token } = await createSession(world.ground, 'task_force-1@test.example', 'test-password');
    const cookie = `__Host-hopthu=${token}`;
    const ask = async (headers: Record<string, string>) => {
      const answer = await world.app.http.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', host: 'hopthu.example', ...headers },
        payload: { query: '{ me { name } }' },
      });
      return answer.json().data.me;
    };
    const upload = async (headers: Record<string, string>) => {
      const all = { 'x-hopthu-panel': '1', host: 'hopthu.example', cookie, ...headers };
      return (await world.app.http.inject({ method: 'POST', url: '/registry/officers?dryRun=true', headers: all, payload: 'x' }))
        .statusCode;
    };
    const me = { name: 'TASK_FORCE' };
    expect(await ask({ cookie })).toEqual(me);
    expect(await ask({ cookie, origin: 'https://hopthu.example' })).toEqual(me);
    for (const origin of ['https://evil.example', 'https://hopthu.example.evil.example', 'null', 'https://hopthu.example:8443']) {
      expect([origin, await ask({ cookie, origin }), await upload({ origin })]).toEqual([origin, null, 401]);
    }
    expect(await upload({ origin: 'https://hopthu.example' })).toBe(200);
    // A program that shows its token means it, wherever its request comes from.
    expect(await ask({ authorization: `Bearer ${token}`, origin: 'https://evil.example' })).toEqual(me);
    const set = process.env.HOPTHU_URL;
    process.env.HOPTHU_URL = 'https://thu.city.example/';
    try {
      expect(await ask({ cookie, host: '127.0.0.1:4000', origin: 'https://thu.city.example' })).toEqual(me);
      expect(await ask({ cookie, host: '127.0.0.1:4000', origin: 'https://evil.example' })).toBeNull();
    } finally {
      if (set === undefined) delete process.env.HOPTHU_URL;
      else process.env.HOPTHU_URL = set;
    }
  });
});
