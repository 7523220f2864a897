/**
 * The scenarios of the Damn Vulnerable GraphQL Application, each replayed by its name on our fields (G-20). Denial of service, GraphiQL,
 * introspection and suggestions stand in graphql-cop.test.ts and document.rules.test.ts under the names used there.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { hopthuSchema } from '../../server/app.js';
import { HOSTILE_TEXTS } from '../support/document-fuzz.js';
import { World } from '../support/world.js';

const bare = (type: GraphQLInputType): GraphQLInputType => (isNonNullType(type) ? (type.ofType as GraphQLInputType) : type);
const holdsText = (type: GraphQLInputType): boolean => ['String', 'ID', 'Date', 'DateTime'].includes(getNamedType(type).name);

/** Every place of a query that takes a text: path of names, and how a value there is written. */
function textPlaces(argument: GraphQLArgument): ((text: string) => string)[] {
  const within = (type: GraphQLInputType, depth: number): ((text: string) => string)[] => {
    const plain = bare(type);
    if (isListType(plain)) return within(plain.ofType as GraphQLInputType, depth).map((write) => (text) => `[${write(text)}]`);
    if (isInputObjectType(plain)) {
      if (depth === 0) return [];
      return Object.values(plain.getFields()).flatMap((field) =>
        within(field.type, depth - 1).map((write) => (text: string) => `{${field.name}: ${write(text)}}`),
      );
    }
    return holdsText(plain) ? [(text) => text] : [];
  };
  return within(argument.type, 4).map((write) => (text) => `${argument.name}: ${write(text)}`);
}

const requests = Object.values(hopthuSchema().getQueryType()!.getFields()).flatMap((field) => {
  const type = getNamedType(field.type);
  const inner = isObjectType(type) ? ' { __typename }' : '';
  const needed = (argument: GraphQLArgument) => `${argument.name}: ${getNamedType(argument.type).name === 'Date' ? '"2026-01-01"' : '"x"'}`;
  return field.args.flatMap((argument) =>
    textPlaces(argument).map((write) => (text: string) => {
      const others = field.args.filter((other) => other !== argument && isNonNullType(other.type)).map(needed);
      return { field: field.name, query: `{ ${field.name}(${[write(JSON.stringify(text)), ...others].join(', ')})${inner} }` };
    }),
  );
});

describe('G-20: scenarios of DVGA', () => {
  let world: World;
  let taskForce: { authorization: string };
  let agencyId: string;
  beforeAll(async () => {
    world = await World.open();
    agencyId = await world.agency();
    for (let i = 0; i < 3; i++) await world.officer(agencyId);
    taskForce = await world.bearer('TASK_FORCE', 'ADMIN');
  });
  afterAll(() => world.close());
  const ask = async (query: string, variables = {}, headers: Record<string, string> = taskForce) => {
    const answer = await world.app.http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload: { query, variables },
    });
    return { status: answer.statusCode, text: answer.body, headers: answer.headers, ...(answer.json() as { data?: any; errors?: any[] }) };
  };
  const counted = async () =>
    (
      await world.ground.orm.em
        .fork()
        .execute('select (select count(*) from officer)::int as officers, (select count(*) from agency)::int as agencies')
    )[0];

  test('Discovering and fingerprinting GraphQL: one address, and no name of our parts in any header or error', async () => {
    for (const { headers, text } of [await ask('{ __typename }'), await ask('{'), await ask('query { x }', {}, {})]) {
      expect(JSON.stringify(headers)).not.toMatch(/apollo|fastify|graphql-js|express|node/i);
      expect(text).not.toMatch(/apollo|fastify|graphql-js|express/i);
    }
  });

  test('Batch, deep recursion, resource-intensive query, field duplication, aliases: refused before anything is read', async () => {
    const deep = `{ agencies { nodes ${'{ officers { nodes { agency '.repeat(5)} { id } ${'} } }'.repeat(5)} } }`;
    const dear =
      '{ agencies(first: 100) { nodes { officers(first: 100) { nodes { agency { officers(first: 100) { nodes { id } } } } } } } }';
    const aliases = `{ ${Array.from({ length: 21 }, (_, i) => `a${i}: officers(first: 100) { nodes { id } }`).join(' ')} }`;
    const guessing = `mutation { ${Array.from({ length: 20 }, (_, i) => `a${i}: sessionCreate(email: "a@b.example", password: "${i}") { token }`).join(' ')} }`;
    for (const [query, code] of [
      [deep, 'BAD_USER_INPUT'],
      [dear, 'TOO_COSTLY'],
      [aliases, 'BAD_USER_INPUT'],
      [guessing, 'BAD_USER_INPUT'],
    ]) {
      const answer = await ask(query!);
      expect([answer.status, answer.data, answer.errors!.length, answer.errors![0].extensions.code]).toEqual([400, undefined, 1, code]);
    }
  });

  test('Server-side request forgery: no field fetches what it is told', async () => {
    let visits = 0;
    const trap = createServer((_request, response) => {
      visits++;
      response.end();
    });
    await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(trap.address() as AddressInfo).port}/`;
    for (const make of requests) await ask(make(url).query);
    trap.close();
    expect(visits).toBe(0);
  });

  test('Stack trace errors: a fault shows a request id and nothing else', async () => {
    const real = world.ground.read.run;
    (world.ground.read as { run: unknown }).run = () => Promise.reject(new Error('secret of select * from officer'));
    const answer = await ask('{ officers { nodes { id } } }');
    (world.ground.read as { run: unknown }).run = real;
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors![0].extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: answer.headers['x-request-id'] });
    expect(answer.text).not.toMatch(/secret|select|\.ts|\.js|node_modules/);
  });

  test(`SQL injection, OS command injection, SSRF and template texts in each of ${requests.length} places of the queries that take a text: no fault, no sleep, nothing changed`, async () => {
    const before = await counted();
    const finds: string[] = [];
    for (const make of requests) {
      for (const text of HOSTILE_TEXTS.slice(0, 24)) {
        const { field, query } = make(text);
        const began = performance.now();
        const answer = await ask(query);
        const isSlow = performance.now() - began > 4500;
        const isFault = answer.status >= 500 || answer.errors?.some(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR');
        if (isSlow || isFault) finds.push(`${field}: ${query} → ${answer.text.slice(0, 300)}`);
      }
    }
    expect(finds).toEqual([]);
    expect(await counted()).toEqual(before);
  }, 300_000);

  test('SQL injection: a condition that is always true finds nobody', async () => {
    const everyTrue = ["' OR '1'='1", "x' OR 1=1 --", "%' OR ''='", '%', '_'];
    for (const text of everyTrue) {
      const { data } = await ask(
        'query ($t: String!) { officers(search: $t) { totalCount } officer(code: $t) { id } agencies(where: { code: { startsWith: $t } }) { totalCount } }',
        { t: text },
      );
      expect([text, data.officer, data.agencies.totalCount]).toEqual([text, null, 0]);
      if (/[a-z1]/i.test(text)) expect([text, data.officers.totalCount]).toEqual([text, 0]);
    }
  });

  test('Stored cross-site scripting and HTML injection: kept as text, answered as JSON that no browser runs', async () => {
    const name = '<script>alert(1)</script> & <b>đậm</b>';
    const answer = await ask(
      `mutation ($name: String!) { agencyCreate(input: { code: "XSS", name: $name, kind: DEPARTMENT, staffQuota: 1 }) { agency { name } userErrors { code } } }`,
      { name },
    );
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-type': 'application/json; charset=utf-8' });
    expect(String(answer.headers['content-security-policy'])).toContain("default-src 'none'");
    if (answer.data.agencyCreate.agency) expect(answer.data.agencyCreate.agency.name).toBe(name);
  });

  test('Header injection: names of files, cursors and ids never reach a header', async () => {
    const bad = 'a\r\nSet-Cookie: stolen=1';
    for (const headers of [{ 'accept-language': bad.replace(/\r\n/, ' ') }, { accept: 'application/json;x=Set-Cookie' }] as Record<
      string,
      string
    >[]) {
      expect((await ask('{ __typename }', {}, headers)).headers['set-cookie']).toBeUndefined();
    }
    const upload = await world.app.http.inject({
      method: 'POST',
      url: `/evidence/dovecot?source=${encodeURIComponent(bad)}&fileName=${encodeURIComponent(bad)}`,
      headers: { ...taskForce, 'content-type': 'text/plain' },
      payload: 'x',
    });
    expect(upload.headers['set-cookie']).toBeUndefined();
    expect(upload.statusCode).toBeLessThan(500);
  });

  test('Log spoofing: an operation name with line ends or a huge one is no line of the log and no fault', async () => {
    for (const operationName of ['A\nERROR forged', 'A'.repeat(10_000), '\u0000']) {
      const answer = await world.app.http.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json' },
        payload: { query: 'query A { __typename }', operationName },
      });
      expect([answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([200, 'BAD_USER_INPUT']);
      expect(answer.body).not.toContain('forged');
    }
  });

  test('Token forge: tokens without a signature, of another key, of SQL or of objects open nothing', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = part({ sub: 'operator', role: 'ADMIN', exp: 9999999999 });
    const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${claims}`;
    const forged = [
      `${part({ alg: 'none' })}.${claims}.`,
      `${signed}.${createHmac('sha256', 'secret').update(signed).digest('base64url')}`,
      'hts_',
      'hto_',
      'htk_',
      `hts_${'A'.repeat(43)}`,
      `hto_${'A'.repeat(43)}`,
      "' OR '1'='1",
      'null',
      'undefined',
      '[object Object]',
      'operator',
    ];
    for (const token of forged) {
      for (const headers of [{ authorization: `Bearer ${token}` }, { cookie: `__Host-hopthu=${encodeURIComponent(token)}` }] as Record<
        string,
        string
      >[]) {
        const answer = await ask('{ me { id } officers { totalCount } }', {}, headers);
        expect([token, answer.status < 500, answer.data?.me ?? null, answer.data?.officers ?? null]).toEqual([token, true, null, null]);
      }
    }
  });

  test('Interface protection bypass and deny-list bypass: aliases, fragments, operation names and case open no root field to a stranger', async () => {
    const ways = [
      'query Me { me: officers { nodes { id } } }',
      'query sessionCreate { officers { nodes { id } } }',
      'query { me { id } ...F } fragment F on Query { officers { nodes { id } } }',
      '{ ... on Query { ... { __typename: officers { nodes { id } } } } }',
      'query A { me { id } } query B { officers { nodes { id } } }',
      'mutation { sessionCreate: agencyCreate(input: { code: "Z", name: "Z", kind: DEPARTMENT, staffQuota: 1 }) { agency { id } } }',
    ];
    for (const query of ways) {
      for (const operationName of [undefined, 'B']) {
        const answer = await world.app.http.inject({
          method: 'POST',
          url: '/graphql',
          headers: { 'content-type': 'application/json', 'x-user': 'admin', 'x-forwarded-for': '127.0.0.1' },
          payload: { query, operationName },
        });
        expect([query, answer.body.includes('nodes":[{'), answer.body.includes('"agency":{')]).toEqual([query, false, false]);
        expect(answer.json().errors.length).toBeGreaterThan(0);
      }
    }
  });

  test('Weak password protection: no password opens two accounts, and 100 guesses in one document are refused', async () => {
    const guesses = Array.from({ length: 100 }, (_, i) => `sessionCreate(email: "task_force-1@test.example", password: "p${i}") { token }`);
    for (const query of [
      `mutation { ${guesses.map((one, i) => `g${i}: ${one}`).join(' ')} }`,
      `mutation { ${guesses[0]} ...F } fragment F on Mutation { again: ${guesses[1]} }`,
    ]) {
      const answer = await ask(query, {}, {});
      expect([answer.status, answer.data]).toEqual([400, undefined]);
    }
  });

  test('Arbitrary file write and path traversal: a file name is a label, never a path', async () => {
    const SAVE = `mutation { evidenceSourceSave(input: { name: "mail1", format: DOVECOT, mailDomains: ["snv.example"] }) { userErrors { code } } }`;
    await ask(SAVE);
    for (const fileName of [
      '../../../../tmp/hopthu-dvga',
      '/tmp/hopthu-dvga',
      '..\\..\\hopthu-dvga',
      'a/../../hopthu-dvga',
      '%2e%2e%2fhopthu-dvga',
      'hopthu-dvga\u0000.log',
    ]) {
      for (const url of [
        `/evidence/dovecot?source=mail1&fileName=${encodeURIComponent(fileName)}`,
        `/registry/officers?dryRun=true&fileName=${encodeURIComponent(fileName)}`,
      ]) {
        const answer = await world.app.http.inject({
          method: 'POST',
          url,
          headers: { ...taskForce, 'content-type': 'text/plain' },
          payload: 'officer_code,full_name\n',
        });
        expect([fileName, answer.statusCode < 500]).toEqual([fileName, true]);
      }
    }
    await world.ground.outbox.drain();
    expect(existsSync('/tmp/hopthu-dvga')).toBe(false);
    expect(readdirSync(world.folder, { recursive: true }).filter((path) => String(path).includes('hopthu-dvga'))).toEqual([]);
  });

  test('Path traversal in addresses: the panel\u2019s folder is the only one that is served', async () => {
    for (const url of [
      '/../package.json',
      '/..%2f..%2fpackage.json',
      '/assets/..%5c..%5cpackage.json',
      '/%2e%2e/%2e%2e/etc/passwd',
      '//etc/passwd',
      '/documents.json',
      '/../documents.json',
    ]) {
      const answer = await world.app.http.inject({ method: 'GET', url });
      expect([url, answer.statusCode >= 400, answer.body.includes('"dependencies"'), answer.body.includes('root:')]).toEqual([
        url,
        true,
        false,
        false,
      ]);
    }
  });
});
