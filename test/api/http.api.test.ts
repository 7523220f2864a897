import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createSession } from '../../server/identity/session.service.js';
import { World } from '../support/world.js';

describe('the door over HTTP', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(() => world.clear());
  afterAll(() => world.close());

  test('an upload with the cookie alone is refused: another site could have sent it', async () => {
    await world.signIn('TASK_FORCE');
    const { token } = await createSession(world.ground, 'task_force-1@test.example', 'test-password');
    const upload = (headers: Record<string, string>, url = '/registry/officers?dryRun=true') =>
      world.app.http.inject({ method: 'POST', url, headers: { 'content-type': 'text/plain', ...headers }, payload: 'x' });
    const cookie = `__Host-hopthu=${token}`;
    expect((await upload({ cookie })).statusCode).toBe(401);
    expect((await upload({ cookie }, '/evidence/dovecot?source=mail1')).statusCode).toBe(401);
    expect((await upload({ cookie, 'x-hopthu-panel': '1' })).statusCode).toBe(200);
    expect((await upload({ authorization: `Bearer ${token}` })).statusCode).toBe(200);
  });

  test('what cannot be read is refused in our own form, without the names of our parts', async () => {
    const ask = (payload: string, type: string) =>
      world.app.http.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': type }, payload });
    for (const [payload, type, status] of [
      ['{', 'application/json', 400],
      ['a=b', 'application/x-www-form-urlencoded', 415],
    ] as const) {
      const answer = await ask(payload, type);
      expect(answer.statusCode).toBe(status);
      expect(Object.keys(answer.json())).toEqual(['code', 'message']);
      expect(answer.json().code).toBe('BAD_USER_INPUT');
    }
  });

  test('a batch and a form-like body are refused BAD_USER_INPUT', async () => {
    for (const [payload, type] of [
      ['[{"query":"{ me { id } }"},{"query":"{ me { id } }"}]', 'application/json'],
      ['{"query":"{ me { id } }"}', 'text/plain'],
    ] as const) {
      const answer = await world.app.http.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': type }, payload });
      expect([type, answer.statusCode, answer.json().errors[0].extensions]).toEqual([type, 400, { code: 'BAD_USER_INPUT' }]);
    }
  });

  test('the same field at two depths is asked for twice, each with its own fields', async () => {
    const ask = await world.signIn('TASK_FORCE');
    await world.officer(await world.agency('SNV'), { phone: '0901234567' });
    const { data, errors } = await ask(
      `{ agency(code: "SNV") { officers { nodes { code agency { officers { nodes { phone postings { fromOn } } } } } } } }`,
    );
    expect(errors).toBeUndefined();
    const [outer] = data.agency.officers.nodes;
    expect(outer.agency.officers.nodes).toEqual([{ phone: '0901234567', postings: [{ fromOn: '1900-01-01' }] }]);
  });

  test('lists in a list have edges with cursors to read on by, and postings have ids', async () => {
    const ask = await world.signIn('TASK_FORCE');
    for (const code of ['SNV', 'STC']) {
      const agencyId = await world.agency(code);
      for (let i = 0; i < 3; i++) await world.officer(agencyId);
    }
    const page = 'edges { cursor node { code postings { id } } } pageInfo { hasNextPage endCursor }';
    const { data } = await ask(`{ agencies { nodes { officers(first: 2) { ${page} } } } }`);
    for (const { officers } of data.agencies.nodes) {
      expect(officers.edges.map((edge: any) => typeof edge.node.postings[0].id)).toEqual(['string', 'string']);
      expect(officers.pageInfo).toEqual({ hasNextPage: true, endCursor: officers.edges[1].cursor });
    }
    const [first] = data.agencies.nodes;
    const rest = await ask(`query ($after: String) { agency(code: "SNV") { officers(after: $after) { ${page} } } }`, {
      after: first.officers.edges[1].cursor,
    });
    expect(rest.data.agency.officers.edges).toHaveLength(1);
  });

  test('the character 0 is refused, not a fault, whoever sends it', async () => {
    const ask = await world.signIn('TASK_FORCE');
    const query = 'query ($text: String!) { officer(code: $text) { id } }';
    expect((await ask(query, { text: '\0' })).errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    const signIn = 'mutation ($text: String!) { sessionCreate(email: $text, password: $text) { token } }';
    expect((await world.nobody(signIn, { text: '\0' })).errors?.[0]).toMatchObject({
      message: 'Có ký tự không được phép.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  const DAY = {
    vi: 'Ngày phải có thật, viết dạng YYYY-MM-DD, từ 1900-01-01 đến 2200-12-31.',
    en: 'A date must exist, be written YYYY-MM-DD, and lie between 1900-01-01 and 2200-12-31.',
  };
  test.each(['0000-01-01', '0099-12-31', '1899-12-31', '2201-01-01', '9999-12-31', '2026-02-30'])(
    'the day %s is refused in the language of who asks, in a variable and in the document',
    async (day) => {
      const ask = await world.signIn('TASK_FORCE');
      for (const [language, sentence] of Object.entries(DAY)) {
        const headers = { 'accept-language': language };
        const where = { windowTo: { lte: day } };
        const byVariable = await ask('query ($w: FindingWhere) { findings(where: $w) { nodes { id } } }', { w: where }, headers);
        const inDocument = await ask(`{ findings(where: { windowTo: { lte: "${day}" } }) { nodes { id } } }`, {}, headers);
        const inCommand = await ask(
          `mutation { mailboxRelease(address: "a@b.example", lastDay: "${day}") { userErrors { code } } }`,
          {},
          headers,
        );
        for (const { errors } of [byVariable, inDocument, inCommand]) {
          expect(errors).toMatchObject([{ message: expect.stringContaining(sentence), extensions: { code: 'BAD_USER_INPUT' } }]);
          expect(errors![0]!.message).not.toMatch(/INVALID|Expected|got invalid/);
        }
        expect(byVariable.errors![0]!.message).toContain('w.windowTo.lte: ');
      }
    },
  );

  test('half a character in a variable is refused, not a fault', async () => {
    const ask = await world.signIn('TASK_FORCE');
    const { errors } = await ask('query ($w: OfficerWhere) { officers(where: $w) { nodes { id } } }', { w: { code: { in: ['a\ud800'] } } });
    expect(errors?.[0]).toMatchObject({ message: 'Có ký tự không được phép.', extensions: { code: 'BAD_USER_INPUT' } });
    expect((await ask('query ($s: String) { officers(search: $s) { nodes { id } } }', { s: '😀' })).errors).toBeUndefined();
  });

  test('a forged cursor whose parts are of another kind than their columns is refused in every list', async () => {
    const ask = await world.signIn('TASK_FORCE');
    const id = '0190a7e0-0000-7000-8000-000000000000';
    const lists = [
      'reviews',
      'officers',
      'agencies',
      'agencies(orderBy: [{ field: STAFF_QUOTA }])',
      'evidenceImports',
      'mailboxes',
      'findings',
    ];
    for (const list of lists) {
      for (const part of ['x', 1e300, '0000-01-01T00:00:00.000Z', '2026-02-30T00:00:00.000Z', '\0', null, [id]]) {
        for (const parts of [[part], [part, id], [id, part], [part, part]]) {
          const after = Buffer.from(JSON.stringify(parts)).toString('base64url');
          const field = list.includes('(') ? list.replace(')', `, after: "${after}")`) : `${list}(after: "${after}")`;
          const { errors } = await ask(`{ ${field} { nodes { id } } }`);
          const isText =
            ['officers', 'agencies', 'mailboxes'].includes(list) && typeof part === 'string' && part !== '\0' && parts[1] === id;
          expect([list, parts, errors?.[0]?.extensions.code]).toEqual([list, parts, isText ? undefined : 'BAD_USER_INPUT']);
        }
      }
    }
  });

  test('a cursor that is not ours is refused, not a fault', async () => {
    const ask = await world.signIn('TASK_FORCE');
    const after = Buffer.from(JSON.stringify(['a', 'b'])).toString('base64url');
    const { errors } = await ask(`{ officers(after: "${after}") { nodes { id } } }`);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
