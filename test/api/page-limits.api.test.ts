/** G-20: no list gives more than a hundred at a time, at the root and below it, whoever adds one. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getNamedType, type GraphQLArgument, type GraphQLObjectType, type GraphQLOutputType, isNonNullType, isObjectType } from 'graphql';
import { hopthuSchema } from '../../server/app.js';
import { COST_LIMIT, COST_LIMIT_ANONYMOUS } from '../../server/api/cost.rules.js';
import { LIMITS } from '../../server/api/document.rules.js';
import { DEEPEST_OFFSET, LARGEST_PAGE } from '../../server/kernel/page.js';
import { World } from '../support/world.js';

const EXAMPLES: Record<string, string> = { Date: '"2026-01-01"', ID: '"x"', String: '"x"', Int: '1' };
const needed = (args: readonly GraphQLArgument[], ...without: string[]) =>
  args
    .filter(({ name, type }) => isNonNullType(type) && !without.includes(name))
    .map(({ name, type }) => `${name}: ${EXAMPLES[getNamedType(type).name]}`);

const lists = Object.values(hopthuSchema().getQueryType()!.getFields()).filter(({ args }) => args.some(({ name }) => name === 'first'));
/** What a list gives: the nodes of its pages, or the things themselves. */
const nodesOf = ({ type }: { type: GraphQLOutputType }) => (getNamedType(type) as GraphQLObjectType).getFields()['nodes'];
/** Lists in what a list at the root holds. */
const nested = lists.flatMap((outer) => {
  const node = getNamedType(nodesOf(outer)?.type ?? outer.type);
  return isObjectType(node)
    ? Object.values(node.getFields())
        .filter(({ args }) => args.some(({ name }) => name === 'first'))
        .map((inner) => ({ outer, inner }))
    : [];
});

describe('G-20: limits', () => {
  let world: World;
  let headers: { authorization: string };
  beforeAll(async () => {
    world = await World.open();
    await world.officer(await world.agency());
    headers = await world.bearer('TASK_FORCE', 'ADMIN');
  });
  afterAll(() => world.close());
  const ask = (query: string) => world.query(query, {}, headers);

  test('are those that were promised', () => {
    expect(LIMITS).toMatchObject({ tokens: 2000, aliases: 20, directivesInOnePlace: 5, mutationFields: 1, listLength: 1000 });
    expect([LARGEST_PAGE, DEEPEST_OFFSET]).toEqual([100, 10_000]);
    expect(COST_LIMIT).toBeGreaterThanOrEqual(50 * COST_LIMIT_ANONYMOUS);
  });

  test.each(lists.map(({ name }) => name))('%s gives a hundred at most, and none of fewer than none', async (name) => {
    const list = lists.find((one) => one.name === name)!;
    for (const first of [101, 100_000, 2_147_483_647, -1]) {
      const inside = nodesOf(list) ? '{ nodes { __typename } }' : '{ __typename }';
      const answer = await ask(`{ ${name}(${[`first: ${first}`, ...needed(list.args)].join(', ')}) ${inside} }`);
      expect([first, answer.data ?? null, answer.errors?.[0]?.extensions.code]).toEqual([first, null, 'BAD_USER_INPUT']);
    }
  });

  test('lists in lists are found: officers of an agency, findings of a review', () => {
    expect(nested.map(({ outer, inner }) => `${outer.name}.${inner.name}`)).toEqual(
      expect.arrayContaining(['agencies.officers', 'reviews.findings']),
    );
  });

  test('an agency gives a hundred officers at most', async () => {
    for (const first of [101, -1]) {
      const answer = await ask(`{ agencies { nodes { officers(first: ${first}) { nodes { id } } } } }`);
      expect([first, answer.errors?.[0]?.extensions.code]).toEqual([first, 'BAD_USER_INPUT']);
    }
  });
});
