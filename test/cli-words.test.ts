/** What the command line says in words, in Vietnamese and English. */
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { buildSchema, GraphQLEnumType } from 'graphql';
import { cliWords } from '../server/cli.messages.js';

describe('the words of the command line', () => {
  const schema = buildSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));
  test.each(['ReviewState', 'UsageTier', 'EvidenceAct'])('every value of %s has one in both languages', (name) => {
    const type = schema.getType(name) as GraphQLEnumType;
    const wordless = type.getValues().filter(({ value }) => !cliWords[value]?.vi || !cliWords[value]?.en);
    expect(wordless.map(({ value }) => value)).toEqual([]);
  });
});
