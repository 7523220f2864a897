/** Is schema.graphql what the resolvers say? `node .config/schema.mjs` writes it anew. */
import { expect, test } from '@jest/globals';
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { schemaText } from '../../server/api/schema.js';
import { hopthuSchema } from '../../server/app.js';
import { read } from './source.js';

const committed = read('schema.graphql').text;

test('schema.graphql is current', () => expect(committed).toBe(schemaText(hopthuSchema())));

test('schema.graphql is sorted', () => expect(committed).toBe(`${printSchema(lexicographicSortSchema(buildSchema(committed)))}\n`));
