/** Are queries that were answered before answered the same way, with the same doors and the same errors? */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Ask, World } from '../support/world.js';

let world: World;
let taskForce: Ask;
let officer: Ask;

beforeAll(async () => {
  world = await World.open();
  const agencyId = await world.agency('SNV');
  for (const fullName of ['Nguyễn Thị Lan', 'Trần Văn Minh', 'Lê Thu Hà']) await world.officer(agencyId, { fullName, isLeader: true });
  taskForce = await world.signIn('TASK_FORCE');
  officer = await world.signIn('OFFICER', await world.officer(agencyId, { fullName: 'Phạm Quốc Anh' }));
});
afterAll(() => world.close());

const LIST = `query List($first: Int, $withAgency: Boolean! = true) {
  officers(first: $first) { totalCount nodes { code fullName agency @include(if: $withAgency) { code name } mailbox { address } } } }`;

describe('A query that was answered before', () => {
  test('gives the same answer again, to the letter', async () => {
    const first = await taskForce(LIST, { first: 2 });
    expect(first.data.officers).toMatchObject({ totalCount: 4, nodes: [{ agency: { code: 'SNV' } }, {}] });
    for (let i = 0; i < 3; i++) expect(await taskForce(LIST, { first: 2 })).toEqual(first);
  });

  test('minds its variables: page size, directives, defaults', async () => {
    await taskForce(LIST, { first: 2 });
    const without = await taskForce(LIST, { first: 1, withAgency: false });
    expect(without.data.officers.nodes).toHaveLength(1);
    expect(without.data.officers.nodes[0]).not.toHaveProperty('agency');
    expect((await taskForce(LIST, { first: 1 })).data.officers.nodes[0].agency).toEqual({ code: 'SNV', name: 'Sở SNV' });
  });

  test('shows each person only what that person may see (G-15)', async () => {
    await taskForce(LIST, { first: 25 });
    const own = await officer(LIST, { first: 25 });
    expect(own.data.officers.nodes.map((o: { fullName: string }) => o.fullName)).toEqual(['Phạm Quốc Anh']);
    expect(own.data.officers.totalCount).toBe(1);
  });

  test('is refused to whoever is not signed in (G-15)', async () => {
    await taskForce(LIST, { first: 2 });
    const answer = await world.nobody(LIST, { first: 2 });
    expect(answer.data ?? null).toBeNull();
    expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('errs as before: wrong variables, a page too large', async () => {
    const wrong = await taskForce(LIST, { first: 'two' });
    const large = await taskForce(LIST, { first: 1000 });
    await taskForce(LIST, { first: 2 });
    expect(await taskForce(LIST, { first: 'two' })).toMatchObject({
      status: wrong.status,
      errors: [{ message: wrong.errors![0]!.message, extensions: { code: 'BAD_USER_INPUT' } }],
    });
    expect((await taskForce(LIST, { first: 1000 })).errors![0]).toMatchObject({
      message: large.errors![0]!.message,
      extensions: { code: large.errors![0]!.extensions.code },
    });
    expect((await taskForce(LIST, { first: 2 })).data.officers.nodes).toHaveLength(2);
  });

  test('is told from another operation of the same document', async () => {
    const ask = async (operationName: string) => {
      const answer = await world.app.http.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json' },
        payload: { query: 'query A { a: __typename } query B { b: __typename }', operationName },
      });
      return answer.json();
    };
    for (let i = 0; i < 2; i++) {
      expect(await ask('A')).toMatchObject({ data: { a: 'Query' } });
      expect(await ask('B')).toMatchObject({ data: { b: 'Query' } });
    }
  });

  test('is answered as JSON that no cache keeps and no browser guesses at', async () => {
    for (let i = 0; i < 2; i++) {
      const { headers } = await world.app.http.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json' },
        payload: { query: '{ __typename }' },
      });
      expect(headers).toMatchObject({
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
    }
  });

  test('a mutation is never kept: it acts each time', async () => {
    const CREATE = `mutation { agencyCreate(input: { code: "TWICE", name: "Sở Hai", kind: DEPARTMENT, staffQuota: 1 }) { agency { code } userErrors { code } } }`;
    expect((await taskForce(CREATE)).data.agencyCreate).toEqual({ agency: { code: 'TWICE' }, userErrors: [] });
    expect((await taskForce(CREATE)).data.agencyCreate).toMatchObject({ agency: null, userErrors: [{ code: 'DUPLICATE' }] });
  });
});
