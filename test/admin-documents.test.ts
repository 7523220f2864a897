/** Does every question of the panel fit the schema? Its documents are written by hand, so each is validated as the server would. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type DocumentNode, buildSchema, parse, validate } from 'graphql';
import { pathsOf, read } from './guards/source.js';

const schema = buildSchema(read('schema.graphql').text);
const files = pathsOf('admin').filter((path) => /(^|\/|\.)documents\.ts$/.test(path));

/** What is wrong with a document, in the words of graphql-js. */
function breaksOf(document: DocumentNode): string[] {
  return validate(schema, document).map((error) => error.message);
}

function isDocument(value: unknown): value is DocumentNode {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'Document';
}

/** The documents a module exports, alone or together in an object. */
function documentsIn(module: object): DocumentNode[] {
  return Object.values(module).flatMap((value) => {
    if (isDocument(value)) return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).filter(isDocument) : [];
  });
}

function operationsOf(document: DocumentNode): string[] {
  return document.definitions.flatMap((one) => (one.kind === 'OperationDefinition' ? [one.name?.value ?? 'nameless'] : []));
}

const found: { path: string; document: DocumentNode }[] = [];

beforeAll(async () => {
  for (const path of files) {
    const module = (await import(`../${path.replace(/\.ts$/, '.js')}`)) as object;
    for (const document of documentsIn(module)) if (operationsOf(document).length > 0) found.push({ path, document });
  }
});

describe('the documents of the panel', () => {
  test('are found in every folder that has any', () => {
    expect(files.length).toBeGreaterThanOrEqual(7);
    expect(found.length).toBeGreaterThanOrEqual(17);
  });

  test('fit schema.graphql', () => {
    const breaks = found.flatMap(({ path, document }) =>
      breaksOf(document).map((why) => `${path} ${operationsOf(document).join()}: ${why}`),
    );
    expect(breaks).toEqual([]);
  });

  test('have a name each, so that the log of the server says what was asked', () => {
    const names = [...new Set(found.map(({ document }) => document))].flatMap(operationsOf);
    expect(names).not.toContain('nameless');
    expect(names).toEqual([...new Set(names)]);
  });
});

test('a field the schema does not have is found', () => {
  expect(breaksOf(parse('{ me { id shoeSize } }'))).toEqual(['Cannot query field "shoeSize" on type "Viewer".']);
});

test('an argument of another type is found', () => {
  expect(breaksOf(parse('query Q($id: Int!) { agency(id: $id) { id } }'))).toHaveLength(1);
});
