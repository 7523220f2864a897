/** G-20: what a document may have too much of, and that finding out takes no time. */
import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { hopthuSchema } from '../../server/app.js';
import { type Limit, LIMITS, breachOfVariables, surveyOf } from '../../server/api/document.rules.js';
import { readDocument } from '../../server/api/known-documents.js';

const limitsOf = (text: string): Limit[] => surveyOf(parse(text)).breaches.map(({ limit }) => limit);
const times = (n: number, make: (i: number) => string): string => Array.from({ length: n }, (_, i) => make(i)).join(' ');
const nested = (levels: number): string => `{ ${'a { '.repeat(levels - 1)} a ${'}'.repeat(levels - 1)} }`;

describe('G-20: a document is refused over the limit and passes at it', () => {
  const rows: [Limit, number, (n: number) => string][] = [
    ['aliases', LIMITS.aliases, (n) => `{ ${times(n, (i) => `a${i}: __typename`)} }`],
    ['aliases', LIMITS.aliases, (n) => `{ ...F } fragment F on Query { ${times(n, (i) => `a${i}: __typename`)} }`],
    ['directivesInOnePlace', LIMITS.directivesInOnePlace, (n) => `{ a ${times(n, () => '@x')} }`],
    ['directivesInOnePlace', LIMITS.directivesInOnePlace, (n) => `query ${times(n, () => '@x')} { a }`],
    ['directivesInOnePlace', LIMITS.directivesInOnePlace, (n) => `{ ... ${times(n, () => '@x')} { a } }`],
    ['directivesInOnePlace', LIMITS.directivesInOnePlace, (n) => `query ($v: Int ${times(n, () => '@x')}) { a }`],
    ['directives', LIMITS.directives, (n) => `{ ${times(n, (i) => `f${i} @x`)} }`],
    ['depth', LIMITS.depth, nested],
    ['depth', LIMITS.depth, (n) => `{ a { ...F } } fragment F on X ${nested(n - 1)}`],
    ['depth', LIMITS.depth, (n) => `{ ... { ... ${nested(n)} } }`],
    ['schemaDepth', LIMITS.schemaDepth, (n) => `{ __schema ${nested(n - 1)} }`],
    ['repeats', LIMITS.repeats, (n) => `{ ${'__typename '.repeat(n)} }`],
    ['repeats', LIMITS.repeats, (n) => `{ ${'... { x } '.repeat(n)} }`],
    ['repeats', LIMITS.repeats, (n) => `{ ${'...F '.repeat(n)} } fragment F on Query { x }`],
    ['operations', LIMITS.operations, (n) => times(n, (i) => `query Q${i} { a }`)],
    ['mutationFields', LIMITS.mutationFields, (n) => `mutation { __typename ${times(n, (i) => `f${i}`)} }`],
    ['mutationFields', LIMITS.mutationFields, (n) => `mutation { ${times(n, (i) => `a${i}: sessionEnd`)} }`],
    [
      'mutationFields',
      LIMITS.mutationFields,
      (n) => `mutation { ...F ... { ...F } } fragment F on Mutation { ${n > 1 ? 'x' : '__typename'} }`,
    ],
    ['valueDepth', LIMITS.valueDepth, (n) => `{ a(x: ${'['.repeat(n - 1)}1${']'.repeat(n - 1)}) }`],
    ['valueDepth', LIMITS.valueDepth, (n) => `query ($v: X = ${'{a:'.repeat(n - 1)}1${'}'.repeat(n - 1)}) { a(x: $v) }`],
    ['listLength', LIMITS.listLength, (n) => `{ a(x: [${'1,'.repeat(n)}]) }`],
  ];
  test.each(rows)('%s, at most %d: %#', (limit, most, make) => {
    expect(limitsOf(make(most))).toEqual([]);
    expect(limitsOf(make(most + 1))).toEqual([limit]);
  });

  test('2,001 tokens', () => {
    const read = readDocument(hopthuSchema(), `{ ${'a '.repeat(LIMITS.tokens - 1)} }`);
    expect(read).toMatchObject([{ code: 'BAD_USER_INPUT', message: { values: { most: 2000 } } }]);
  });

  test('a subscription', () => expect(limitsOf('subscription { a }')).toEqual(['subscription']));

  test('a fragment that uses itself, at once or around corners, and used or not', () => {
    expect(limitsOf('{ ...A } fragment A on Query { ...A }')).toEqual(['cycle']);
    expect(limitsOf('{ a } fragment A on X { b { ...B } } fragment B on Y { ... { ...C } } fragment C on Z { ...A }')).toEqual(['cycle']);
  });

  test('values of variables: lists over 1,000, depth over 8', () => {
    expect(breachOfVariables({ ids: Array(1000).fill('x') })).toBeUndefined();
    expect(breachOfVariables({ input: { ids: Array(1001).fill('x') } })?.limit).toBe('listLength');
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(breachOfVariables({ deep })?.limit).toBe('valueDepth');
  });
});

describe('G-20: bombs are refused in less than 100 ms', () => {
  const chain = (n: number, body: (i: number) => string) => times(n, (i) => `fragment F${i} on Query { ${body(i)} }`);
  const bombs: [string, string][] = [
    ['each fragment spreads the next twice', `{ ...F0 } ${chain(100, (i) => (i < 99 ? `...F${i + 1} ...F${i + 1}` : '__typename'))}`],
    [
      'each fragment spreads the next three times under aliases',
      `{ ...F0 } ${chain(60, (i) => (i < 59 ? `...F${i + 1} ... { ...F${i + 1} } ... on Query { ...F${i + 1} }` : 'a: __typename'))}`,
    ],
    [
      'each fragment spreads every later one',
      `{ ...F0 } ${chain(40, (i) => (i < 39 ? times(39 - i, (j) => `...F${i + j + 1}`) : '__typename'))}`,
    ],
    [
      'objects doubled on each level',
      `{ officers { ...F0 } } ${times(30, (i) => `fragment F${i} on OfficerConnection { nodes { id } ${i < 29 ? `...F${i + 1} ...F${i + 1}` : ''} }`)}`,
    ],
    ['a circle of fifty', `{ ...F0 } ${chain(50, (i) => `...F${(i + 1) % 50}`)}`],
    ['fields that overlap', `{ ${'officers { nodes { id } } '.repeat(300)} }`],
    [
      'fields that overlap in fragments',
      `{ ${times(10, () => 'officers { ...A ...B }')} } ${['A', 'B'].map((name) => `fragment ${name} on OfficerConnection { ${'nodes { agency { parent { id } } } '.repeat(10)} }`).join(' ')}`,
    ],
    ['brackets', `{ a(x: ${'['.repeat(900)}${']'.repeat(900)}) }`],
    ['braces', `${'{ a '.repeat(900)}${'}'.repeat(900)}`],
    ['unknown fields', `{ ${times(900, (i) => `unknown${i}`)} }`],
    ['unknown directives', `{ ${times(25, (i) => `f${i} @d${i}`)} }`],
    ['unknown variables', `{ ${times(200, (i) => `f${i}(x: $v${i})`)} }`],
    ['a text of 256 KB', `{ officer(code: "${'x'.repeat(255_000)}") { id } }`],
    ['a block text', `{ officer(code: """${'\n  x'.repeat(60_000)}""") { id } }`],
    ['comments', `${'#\n'.repeat(120_000)} { me { id } }`],
  ];
  test.each(bombs)('%s', (_name, text) => {
    let read = readDocument(hopthuSchema(), '{ me { id } }');
    // Time on the processor, the best of three: other programs of the machine do not count.
    const times = [1, 2, 3].map(() => {
      const before = process.cpuUsage();
      read = readDocument(hopthuSchema(), text);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(100);
    // Long texts and comments are no bombs: they are only long.
    if (/^(a text|a block|comments|fields that overlap in)/.test(_name)) return;
    expect(Array.isArray(read) && read.length).toBeGreaterThan(0);
    expect((read as unknown[]).length).toBeLessThanOrEqual(4);
  });
});
