/** Does everything that panel, command line and benches ask stay under the limits of the door, and does the build know the panel's documents? */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery, type DocumentNode, type FragmentDefinitionNode, parse, type SelectionSetNode } from 'graphql';
import { hashOf } from '../../admin/data/document-hash.js';
import { hopthuSchema } from '../../server/app.js';
import { COST_LIMIT, COST_LIMIT_ANONYMOUS, costOf } from '../../server/api/cost.rules.js';
import { DEEPEST_DOCUMENT, LIMITS } from '../../server/api/document.rules.js';
import { type KnownOperation, readDocument } from '../../server/api/known-documents.js';
import { pathsOf, read } from '../guards/source.js';

interface Found {
  from: string;
  text: string;
}

/** Documents in template literals and quotes of a source, with the constants of the same file put in their places. */
function documentsIn(path: string): Found[] {
  const { text } = read(path);
  const constants = new Map([...text.matchAll(/const (\w+) =\s*(['`])([^'`]*)\2/g)].map(([, name, , value]) => [name!, value!] as const));
  const filled = (value: string): string =>
    value.replace(/\$\{(\w+)\}/g, (whole, name: string) => (constants.has(name) ? filled(constants.get(name)!) : whole));
  return [...text.matchAll(/(['`])((?:query|mutation)\b[^'`]*\{[^'`]*)\1/g)]
    .map(([, , value]) => ({ from: path, text: filled(value!) }))
    .filter((one) => !one.text.includes('${'));
}

/** Fields in fields, counted by hand: the rule under test is not asked. */
function depthOf(document: DocumentNode): number {
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === 'FragmentDefinition' ? [[one.name.value, one] as [string, FragmentDefinitionNode]] : [],
    ),
  );
  const depth = (set: SelectionSetNode): number =>
    Math.max(
      ...set.selections.map((node) =>
        node.kind === 'Field'
          ? 1 + (node.selectionSet ? depth(node.selectionSet) : 0)
          : depth(node.kind === 'InlineFragment' ? node.selectionSet : fragments.get(node.name.value)!.selectionSet),
      ),
    );
  return Math.max(...document.definitions.map((one) => (one.kind === 'OperationDefinition' ? depth(one.selectionSet) : 0)));
}

let panel: Record<string, string>;
let all: Found[];

beforeAll(async () => {
  const { documentsOfPanel } = (await import('../../.config/documents.mjs' as string)) as {
    documentsOfPanel(root: string, load: (path: string) => Promise<object>): Promise<Record<string, string>>;
  };
  const root = new URL('../../', import.meta.url).pathname.replace(/\/$/, '');
  panel = await documentsOfPanel(root, (path) => import(path));
  const sources = [
    ...pathsOf('server').filter((path) => /^server\/cli[^/]*\.ts$/.test(path)),
    ...pathsOf('bench').filter((path) => path.endsWith('.ts')),
  ];
  all = [...Object.values(panel).map((text) => ({ from: 'admin', text })), ...sources.flatMap(documentsIn)];
});

describe('G-20: what the house itself asks', () => {
  test('is found: panel, command line, benches', () => {
    expect(Object.keys(panel).length).toBeGreaterThanOrEqual(17);
    expect(all.filter(({ from }) => from.startsWith('server/cli')).length).toBeGreaterThanOrEqual(8);
    expect(all.filter(({ from }) => from.startsWith('bench/')).length).toBeGreaterThanOrEqual(4);
  });

  test('DEEPEST_DOCUMENT is the depth of the deepest document, and the limit is two more', () => {
    const depths = all.map(({ from, text }) => ({ from, text, depth: depthOf(parse(text)) }));
    const deepest = depths.reduce((most, one) => (one.depth > most.depth ? one : most));
    expect([deepest.depth, deepest.from, deepest.text]).toEqual([DEEPEST_DOCUMENT, expect.anything(), expect.anything()]);
    expect(LIMITS.depth).toBe(DEEPEST_DOCUMENT + 2);
  });

  test('the usual introspection query is as deep as may be', () => {
    expect(depthOf(parse(getIntrospectionQuery()))).toBe(LIMITS.schemaDepth);
  });

  test('passes every limit, and costs half of what is allowed at most, pages of a hundred and lists of a thousand ids included', () => {
    const costs = all.map(({ from, text }) => {
      const read = readDocument(hopthuSchema(), text);
      if (Array.isArray(read)) throw new Error(`${from}: ${JSON.stringify(read)}\n${text}`);
      const worst = new Proxy({}, { get: () => 'as many as may be' });
      return Math.max(...read.operations.map((operation: KnownOperation) => costOf(operation.cost, worst)));
    });
    expect(Math.max(...costs)).toBeLessThan(COST_LIMIT / 2);
  });

  test('whoever is not signed in may ask who they are and sign in', () => {
    for (const name of ['Me', 'SessionCreate']) {
      const text = Object.values(panel).find((one) => new RegExp(`^(query|mutation) ${name}\\b`).test(one))!;
      const read = readDocument(hopthuSchema(), text) as { operations: KnownOperation[] };
      expect(costOf(read.operations[0]!.cost, {})).toBeLessThan(COST_LIMIT_ANONYMOUS / 10);
    }
  });

  test('the hash the panel sends is the hash the build writes', async () => {
    for (const [hash, text] of Object.entries(panel)) expect(await hashOf(parse(text))).toBe(hash);
  });
});
