/** The settings of the door, persisted documents, and what HTTP itself is told (G-19, G-20). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { createSession } from '../../server/identity/session.service.js';
import { Door } from '../../server/api/door.js';
import { hopthuSchema } from '../../server/app.js';
import { type Actor, operatorActor } from '../../server/identity/actor.js';
import { World } from '../support/world.js';

const ME = 'query Me { me { id } }';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const somebody: Actor = { ...operatorActor, name: 'user:1' };
const door = (more: Partial<ConstructorParameters<typeof Door>[0]> = {}) =>
  new Door({ schema: hopthuSchema(), manifest: { [hashOf(ME)]: ME }, isPanelOnly: false, isSchemaOpen: false, ...more });
const codeOf = (answer: ReturnType<Door['admit']>) => ('complaints' in answer ? answer.complaints[0]!.code : 'ADMITTED');

describe('G-20: documents by hash', () => {
  test('the panel\u2019s are known by either standard name, others are asked for in full', () => {
    const sha256Hash = hashOf(ME);
    expect(codeOf(door().admit({ extensions: { persistedQuery: { version: 1, sha256Hash } } }, null))).toBe('ADMITTED');
    expect(codeOf(door().admit({ documentId: `sha256:${sha256Hash}` }, null))).toBe('ADMITTED');
    expect(codeOf(door().admit({ documentId: hashOf('{ me { name } }') }, null))).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect(codeOf(door().admit({ documentId: '__proto__' }, null))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  test('a text sent with the hash of another is refused, and no text sent is remembered under a hash', () => {
    const one = door();
    const sha256Hash = hashOf('{ me { name } }');
    expect(codeOf(one.admit({ query: ME, extensions: { persistedQuery: { sha256Hash } } }, null))).toBe('BAD_USER_INPUT');
    expect(codeOf(one.admit({ query: '{ me { name } }', extensions: { persistedQuery: { sha256Hash } } }, null))).toBe('ADMITTED');
    expect(codeOf(one.admit({ documentId: sha256Hash }, null))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  test('HOPTHU_DOCUMENTS=known takes no others, but from the operator', () => {
    const strict = door({ isPanelOnly: true });
    expect(codeOf(strict.admit({ query: ME }, null))).toBe('ADMITTED');
    expect(codeOf(strict.admit({ query: `${ME} ` }, somebody))).toBe('FORBIDDEN');
    expect(codeOf(strict.admit({ query: '{ __typename }' }, null))).toBe('UNAUTHENTICATED');
    expect(codeOf(strict.admit({ query: '{ __typename }' }, operatorActor))).toBe('ADMITTED');
  });

  test('a flood of documents pushes none of the panel\u2019s out', () => {
    const one = door();
    one.admit({ query: ME }, null);
    for (let i = 0; i < 700; i++) one.admit({ query: `{ a${i}: __typename }` }, null);
    expect(one.documents.withHash(hashOf(ME))).toBeDefined();
    expect(one.documents.withHash(hashOf('{ a0: __typename }'))).toBeUndefined();
    expect(one.documents.withHash(hashOf('{ a699: __typename }'))).toBeDefined();
  });
});

describe('G-20: the schema', () => {
  test('is open to everyone only where HOPTHU_INTROSPECTION says so', () => {
    const query = '{ __schema { types { name } } }';
    expect(codeOf(door().admit({ query }, null))).toBe('UNAUTHENTICATED');
    expect(codeOf(door().admit({ query }, somebody))).toBe('ADMITTED');
    expect(codeOf(door({ isSchemaOpen: true }).admit({ query }, null))).toBe('ADMITTED');
  });
});

describe('G-20: cost', () => {
  const query =
    'query ($n: Int, $m: Int) { agencies(first: $n) { nodes { officers(first: $m) { nodes { agency { id parent { id } successor { id } } mailbox { id } } } } } }';

  test('is said in each answer, and whoever is not signed in has a far lower limit', () => {
    const [poor, rich] = [
      door().admit({ query, variables: { n: 10, m: 20 } }, null),
      door().admit({ query, variables: { n: 10, m: 20 } }, somebody),
    ];
    expect([codeOf(poor), codeOf(rich)]).toEqual(['UNAUTHENTICATED', 'ADMITTED']);
    expect(codeOf(door().admit({ query, variables: { n: 100, m: 100 } }, null))).toBe('TOO_COSTLY');
    expect(poor.cost).toEqual({ requested: 5 + 1 + 10 * (2 + 20 * 5), limit: 1000 });
    expect(rich.cost).toEqual({ requested: 5 + 1 + 10 * (2 + 20 * 5), limit: 50_000 });
  });

  test('over the limit is refused by each request\u2019s own variables, also where the document is known', () => {
    const one = door();
    for (const [n, m, code] of [
      [10, 10, 'ADMITTED'],
      [100, 100, 'TOO_COSTLY'],
      [10, 10, 'ADMITTED'],
      [undefined, undefined, 'ADMITTED'],
    ] as const) {
      expect(codeOf(one.admit({ query, variables: { n, m } }, somebody))).toBe(code);
    }
  });
});

describe('the door over HTTP', () => {
  let world: World;
  let signedIn: { authorization: string };
  let cookie: string;
  beforeAll(async () => {
    world = await World.open();
    await world.agency();
    signedIn = await world.bearer('TASK_FORCE');
    cookie = `__Host-hopthu=${(await createSession(world.ground, 'task_force-1@test.example', 'test-password')).token}`;
  });
  afterAll(() => world.close());
  const post = (payload: string, headers: Record<string, string> = {}, url = '/graphql') =>
    world.app.http.inject({ method: 'POST', url, headers: { 'content-type': 'application/json', ...headers }, payload });

  test('G-19: the cookie counts only with application/json, which no page of another site can send', async () => {
    const payload = JSON.stringify({ query: '{ me { id } }' });
    expect((await post(payload, { cookie })).json().data.me).not.toBeNull();
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'text/plain;application/json',
      'application/json; charset=utf-16',
      '',
    ]) {
      const answer = await post(payload, { cookie, 'content-type': type });
      expect([type, [400, 415].includes(answer.statusCode), answer.body.includes('"data"')]).toEqual([type, true, false]);
    }
  });

  test('every answer has a request id, and a masked fault says it', async () => {
    for (const answer of [
      await post('{'),
      await post('{"query":"{ me { id } }"}'),
      await world.app.http.inject('/nowhere'),
      await world.app.http.inject('/graphql'),
    ]) {
      expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test('the cost stands in the answer, of commands and faults too, on the first asking as on the second', async () => {
    for (let i = 0; i < 2; i++) {
      const answer = await post(JSON.stringify({ query: '{ agencies(first: 3) { nodes { id } } }' }), signedIn);
      expect(answer.json().extensions).toEqual({ cost: { requested: 9, limit: 50_000 } });
    }
    expect(
      (await post(JSON.stringify({ query: 'mutation { agencyClose(id: "x", onDate: "2026-01-01") { agency { id } } }' }), signedIn)).json()
        .extensions.cost.limit,
    ).toBe(50_000);
  });

  test('what is wrong is said in Vietnamese, in English where that is asked for', async () => {
    for (const [payload, vi, en] of [
      ['{', 'không phải JSON', 'not valid JSON'],
      ['[]', 'Mỗi lần chỉ gửi một', 'One request at a time'],
      ['{}', 'Tham số "query"', 'The parameter "query"'],
      ['{"query":"{ me { "}', 'sai cú pháp tại dòng 1, cột 8', 'cannot be read at line 1, column 8'],
      ['{"query":"{ me { shoe } }"}', 'không khớp với lược đồ tại dòng 1, cột 8', 'does not fit the schema at line 1, column 8'],
      ['{"query":"query A { me { id } } query B { me { id } }"}', 'operationName', 'operationName'],
      ['{"query":"{ __schema { types { name } } }"}', 'đăng nhập', 'sign in'],
      [`{"query":"${'x'.repeat(300_000)}"}`, 'tối đa 256 KB', '256 KB at most'],
    ] as const) {
      expect((await post(payload)).body.normalize()).toContain(vi.normalize().replaceAll('"', payload.startsWith('{}') ? '\\"' : '"'));
      expect((await post(payload, { 'accept-language': 'en' })).body).toContain(en.replaceAll('"', payload.startsWith('{}') ? '\\"' : '"'));
    }
    const wrong = JSON.stringify({ query: 'query ($n: Int) { officers(first: $n) { totalCount } }', variables: { n: 'two' } });
    expect((await post(wrong, signedIn)).json().errors[0].message).toMatch(/^Biến gửi kèm không hợp lệ\. Chi tiết: Variable "\$n"/);
  });

  test('a stranger is told where a document is wrong, not what the schema holds there', async () => {
    const payload = JSON.stringify({ query: '{ officers(first: 1) { nodes { fullName { x } } } }' });
    expect((await post(payload)).body).not.toMatch(/String|Officer/);
    expect((await post(payload, signedIn)).body).toMatch(/String/);
  });

  test('256 KB is the largest body: 413', async () => {
    const answer = await post(JSON.stringify({ query: '{ me { id } }', x: 'x'.repeat(256 * 1024) }));
    expect(answer.statusCode).toBe(413);
  });

  test('unknown addresses are 404 without a page of the framework', async () => {
    const answer = await world.app.http.inject('/graphql/x?<script>');
    expect([answer.statusCode, Object.keys(answer.json())]).toEqual([404, ['code', 'message']]);
    expect(answer.body).not.toContain('script');
  });

  test('answers come as JSON or as GraphQL responses, nothing else', async () => {
    const payload = JSON.stringify({ query: '{ __typename }' });
    for (const [accept, type] of [
      ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
      ['application/graphql-response+json,application/json;q=0.9', 'application/graphql-response+json; charset=utf-8'],
      ['application/json, application/graphql-response+json;q=0.5', 'application/json; charset=utf-8'],
      ['text/html, */*;q=0.1', 'application/json; charset=utf-8'],
    ] as const) {
      expect((await post(payload, { accept })).headers['content-type']).toBe(type);
    }
    expect((await post(payload, { accept: 'text/html' })).statusCode).toBe(406);
  });
});
