/** The tests of graphql-cop, each replayed by its name against the server, without and with a session (G-20): nothing is found. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { World } from '../support/world.js';

describe('G-20: graphql-cop', () => {
  let world: World;
  let signedIn: Record<string, string>;
  beforeAll(async () => {
    world = await World.open();
    await world.agency();
    signedIn = await world.bearer('TASK_FORCE');
  });
  afterAll(() => world.close());

  const post = async (body: unknown, headers: Record<string, string> = {}) => {
    const answer = await world.app.http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload: JSON.stringify(body),
    });
    return {
      status: answer.statusCode,
      text: answer.body,
      json: answer.json() as { data?: any; errors?: { message: string; extensions: any }[] },
    };
  };
  const cop = (query: string, headers?: Record<string, string>) => post({ query, operationName: 'cop' }, headers);
  const asBoth = async (query: string) => [await cop(query), await cop(query, signedIn)];

  test('alias_overloading: 101 aliases are refused', async () => {
    const aliases = Array.from({ length: 101 }, (_, i) => `alias${i}:__typename`).join('\n');
    for (const { status, json } of await asBoth(`query cop { ${aliases} }`)) {
      expect([status, json.data, json.errors!.length, json.errors![0]!.extensions.code]).toEqual([400, undefined, 1, 'BAD_USER_INPUT']);
    }
  });

  test('batch_query: ten requests in an array are refused', async () => {
    for (const headers of [{}, signedIn]) {
      const { status, json } = await post(
        Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' })),
        headers,
      );
      expect([status, Array.isArray(json), json.errors!.length]).toEqual([400, false, 1]);
    }
  });

  test('directive_overloading: ten directives on a field are one error, not ten', async () => {
    for (const { status, json } of await asBoth('query cop { __typename @aa@aa@aa@aa@aa@aa@aa@aa@aa@aa }')) {
      expect([status, json.data, json.errors!.length]).toEqual([400, undefined, 1]);
    }
  });

  test('circular_query_introspection: types in fields in types are refused', async () => {
    const query =
      'query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }';
    for (const { json } of await asBoth(query)) expect([json.data, json.errors!.length]).toEqual([undefined, 1]);
  });

  test('field_duplication: the same field five hundred times is refused', async () => {
    for (const { status, json } of await asBoth(`query cop { ${'__typename \n'.repeat(500)} }`)) {
      expect([status, json.data, json.errors!.length]).toEqual([400, undefined, 1]);
    }
  });

  test('field_suggestions: nobody is told what they may have meant', async () => {
    for (const query of [
      'query cop { __schema { directive } }',
      'query cop { officer(id: "1") { fullNam } }',
      'query cop { officrs { totalCount } }',
    ]) {
      for (const { text, json } of await asBoth(query)) {
        expect(json.errors!.length).toBe(1);
        expect(text).not.toMatch(/did you mean/i);
      }
    }
  });

  test('field_suggestions: nor by values of variables', async () => {
    const query = 'query cop($where: OfficerWhere) { officers(where: $where) { totalCount } }';
    for (const where of [{ mailboxState: ['ACTIV'] }, { isLeade: true }]) {
      const { text, json } = await post({ query, variables: { where } }, signedIn);
      expect(json.errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
      expect(text).not.toMatch(/did you mean/i);
    }
  });

  test('get_method_support and get_based_mutation: GET answers nothing', async () => {
    for (const query of ['query cop {__typename}', 'mutation cop {__typename}']) {
      for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const) {
        const answer = await world.app.http.inject({ method, url: `/graphql?query=${encodeURIComponent(query)}`, headers: signedIn });
        expect([method, answer.statusCode, answer.headers.allow]).toEqual([method, 405, 'POST']);
        expect(answer.body).not.toContain('__typename');
      }
    }
  });

  test('detect_graphiql: no page to ask from', async () => {
    for (const url of ['/graphql', '/graphiql', '/playground', '/console', '/graphql/console', '/altair', '/voyager', '/v1/graphql']) {
      const answer = await world.app.http.inject({ method: 'GET', url, headers: { accept: 'text/html' } });
      expect([url, answer.statusCode >= 400]).toEqual([url, true]);
      expect(answer.body).not.toMatch(/graphiql|playground|<html/i);
    }
  });

  test('introspection: the schema is for whoever is signed in', async () => {
    const query = 'query cop { __schema { types { name fields { name } } } }';
    const [stranger, member] = await asBoth(query);
    expect([stranger!.json.data, stranger!.json.errors![0]!.extensions.code]).toEqual([null, 'UNAUTHENTICATED']);
    expect(member!.json.data['__schema'].types.length).toBeGreaterThan(25);
    // What somebody has asked already answers a stranger no sooner.
    expect((await cop(query)).json.data).toBeNull();
    const hidden = 'query cop { ...F } fragment F on Query { ... { s: __type(name: "Officer") { name } } }';
    expect((await cop(hidden)).json.data).toBeNull();
    expect((await cop('query cop { __typename }')).json.data).toEqual({ __typename: 'Query' });
  });

  test('post_based_csrf: forms and plain text are refused, for queries as for mutations', async () => {
    for (const query of ['query cop { __typename }', 'mutation cop { sessionEnd }']) {
      for (const [type, payload] of [
        ['application/x-www-form-urlencoded', `query=${encodeURIComponent(query)}`],
        [
          'multipart/form-data; boundary=x',
          `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${JSON.stringify({ query })}\r\n--x--`,
        ],
        ['text/plain', JSON.stringify({ query })],
        ['application/graphql', query],
        ['text/plain; application/json', JSON.stringify({ query })],
      ] as const) {
        const answer = await world.app.http.inject({
          method: 'POST',
          url: '/graphql',
          headers: { 'content-type': type, ...signedIn },
          payload,
        });
        expect([type, [400, 415].includes(answer.statusCode)]).toEqual([type, true]);
        expect(answer.body).not.toContain('"data"');
      }
    }
  });

  test('trace_mode: answers hold no timings', async () => {
    for (const { json } of await asBoth('query cop { __typename }')) {
      expect(Object.keys((json as any).extensions)).toEqual(['cost']);
    }
  });

  test('unhandled_error_detection: what cannot be read is refused without the names of parts', async () => {
    for (const { json, text } of await asBoth('qwerty cop { abc }')) {
      expect(json.errors!.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT' }]);
      expect(text).not.toMatch(/exception|stack|node_modules|\.js|apollo/i);
    }
  });

  test('circular_fragment: a fragment that uses itself is refused', async () => {
    for (const { status, json } of await asBoth(
      'query cop { ...A } fragment A on Query { __typename ...B } fragment B on Query { ...A }',
    )) {
      expect([status, json.errors!.length]).toEqual([400, 1]);
    }
  });
});
