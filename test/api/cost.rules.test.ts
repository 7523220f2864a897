/** G-20: what a request costs, by its document and variables. */
import { describe, expect, test } from '@jest/globals';
import { getNamedType, isObjectType } from 'graphql';
import { hopthuSchema } from '../../server/app.js';
import { costOf, countOf, formulaOf } from '../../server/api/cost.rules.js';
import { type KnownOperation, readDocument } from '../../server/api/known-documents.js';

function cost(text: string, variables: Record<string, unknown> = {}): number {
  const read = readDocument(hopthuSchema(), text);
  if (Array.isArray(read)) throw new Error(JSON.stringify(read));
  return costOf((read.operations[0] as KnownOperation).cost, variables);
}

describe('G-20: the cost of a request', () => {
  const rows: [string, number, string, Record<string, unknown>?][] = [
    ['a name of the schema costs nothing', 0, '{ __typename }'],
    ['a question 5 and its object 1', 6, '{ officer(code: "1") { id fullName } }'],
    ['objects in it 1 each', 8, '{ officer(code: "1") { agency { id } mailbox { id } } }'],
    ['a page has 25 when nothing is said', 5 + 1 + 25, '{ officers { nodes { id } } }'],
    ['or as many as are asked for', 5 + 1 + 100 * 3, '{ officers(first: 100) { nodes { agency { id } mailbox { id } } } }'],
    ['edges are objects too', 5 + 1 + 10 * 2, '{ officers(first: 10) { edges { node { id } } } }'],
    ['by a variable', 5 + 1 + 7, 'query ($n: Int) { officers(first: $n) { nodes { id } } }', { n: 7 }],
    ['by the default of a variable', 5 + 1 + 9, 'query ($n: Int = 9) { officers(first: $n) { nodes { id } } }'],
    ['by nothing where the variable is not given', 5 + 1 + 25, 'query ($n: Int) { officers(first: $n) { nodes { id } } }'],
    ['by the largest page where it is nonsense', 5 + 1 + 100, 'query ($n: Int) { officers(first: $n) { nodes { id } } }', { n: 1e9 }],
    ['pages in pages multiply', 5 + 1 + 10 * (1 + 1 + 20), '{ agencies(first: 10) { nodes { officers(first: 20) { nodes { id } } } } }'],
    ['the total of a list is a question of its own', 5 + 1 + 150, '{ officers { totalCount } }'],
    ['a search looks at every row', 5 + 1 + 3000 + 25, '{ officers(search: "lan") { nodes { id } } }'],
    ['but not where its variable is not given', 5 + 1 + 25, 'query ($s: String) { officers(search: $s) { nodes { id } } }'],
    ['rows skipped are read', 5 + 1 + 2000 + 25, '{ officers(offset: 10000) { nodes { id } } }'],
    [
      'a cursor below the root asks for each parent',
      5 + 1 + 2 * (1 + 401 + 25),
      '{ agencies(first: 2) { nodes { officers(after: "x") { nodes { id } } } } }',
    ],
    ['reasons and days are dear', 5 + 1 + 2 * (1 + 60 + 40 + 92), '{ findings(first: 2) { nodes { reason days { date } } } }'],
    [
      'fragments cost where they are spread',
      5 + 1 + 25 * 2 + 5 + 2,
      '{ officers { nodes { ...F } } officer(code: "1") { ...F } } fragment F on Officer { agency { id } }',
    ],
    [
      'a command for many ids costs as many things',
      5 + 1 + 3 * 2,
      'mutation ($ids: [ID!]!) { findingSettleSignals(ids: $ids, takeImproved: true, note: "") { findings { agency { id } } } }',
      { ids: ['a', 'b', 'c'] },
    ],
    [
      'the trial of a policy is dear, and its list counts up to a maximum of its own',
      5 + 20_001 + 1000 * 2,
      'mutation ($p: UsagePolicyInput!) { usagePolicyTry(reviewId: "", input: $p) { sample(first: 1000) { officer { id } } } }',
    ],
    [
      'no further than that maximum, also by a variable',
      5 + 20_001 + 1000,
      'mutation ($p: UsagePolicyInput!, $n: Int) { usagePolicyTry(reviewId: "", input: $p) { changed sample(first: $n) { to } } }',
      { n: 5000 },
    ],
    ['the schema is one dear object', 505, '{ __schema { types { name } } }'],
  ];
  test.each(rows)('%s: %d', (...[, expected, text, variables]) => expect(cost(text, variables)).toBe(expected));

  test('every list that takes `first` is a page of 100, or says how many it brings at most', () => {
    const lists = Object.values(hopthuSchema().getTypeMap())
      .filter(isObjectType)
      .flatMap((type) => Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })))
      .filter(({ field }) => field.args.some(({ name }) => name === 'first'));
    const ofOwnKind = lists.filter(({ field }) => !getNamedType(field.type).name.endsWith('Connection'));
    expect(ofOwnKind.map(({ name, field }) => [name, (field.extensions.cost as any)?.most])).toEqual([
      ['Query.retentionRuns', 100],
      ['PolicyTrial.sample', 1000],
    ]);
    expect(lists.length).toBeGreaterThan(10);
  });

  test('is counted once a fragment, however often fragments spread each other', () => {
    const first = Array.from(
      { length: 9 },
      (_, i) => `fragment F${i} on Query { ${i < 8 ? `...F${i + 1}` : 'officers(first: $n) { nodes { id } }'} }`,
    );
    expect(cost(`query ($n: Int) { ...F0 } ${first.join(' ')}`, { n: 3 })).toBe(5 + 1 + 3);
  });

  test('stays a number however high', () => {
    const high = formulaOf(0, 1e308, [formulaOf(0, { variable: 'n', usual: 1e308, most: 1e308 }, [1e308])]);
    expect(costOf(high, {})).toBe(Number.MAX_SAFE_INTEGER);
  });

  test.each([
    [undefined, 25],
    [null, 25],
    [-5, 0],
    [7, 7],
    [101, 100],
    ['7', 100],
    [Number.NaN, 100],
  ])('a count of %p counts %d', (value, expected) => {
    expect(countOf({ variable: 'n', usual: 25, most: 100 }, { n: value })).toBe(expected);
  });
});
