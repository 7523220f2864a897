/** What the command line says in words, in Vietnamese and English. */
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { accountWords } from '../server/cli-account.messages.js';
import { cliAuditMessages } from '../server/cli-audit.messages.js';
import { REFUSAL_CODES } from '../server/kernel/refusal.js';
import { IMPORT_OUTCOMES } from '../server/registry/import-row.rules.js';
import { buildSchema, GraphQLEnumType } from 'graphql';
import { commandHelp, optionHelp } from '../server/cli-help.messages.js';
import { cliMessages, cliWords } from '../server/cli.messages.js';

describe('the words of the command line', () => {
  const schema = buildSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));
  test.each(['ReviewState', 'UsageTier', 'EvidenceAct', 'Audience'])('every value of %s has one in both languages', (name) => {
    const type = schema.getType(name) as GraphQLEnumType;
    const wordless = type.getValues().filter(({ value }) => !cliWords[value]?.vi || !cliWords[value]?.en);
    expect(wordless.map(({ value }) => value)).toEqual([]);
  });

  test('every outcome of a row of a spreadsheet and every reason has one: no DUPLICATE, NOT_FOUND or ACCEPTED_WITH_WARNING on the screen', () => {
    expect([...REFUSAL_CODES, ...IMPORT_OUTCOMES].filter((code) => !cliWords[code]?.vi || !cliWords[code]?.en)).toEqual([]);
    expect(cliWords.ACCEPTED_WITH_WARNING).toMatchObject({ vi: 'Nhận, có cảnh báo' });
  });

  test('one word for one thing: no other word for a policy, disabling, finalising or the second factor', () => {
    const said = [commandHelp, optionHelp, cliMessages, accountWords, cliAuditMessages].flatMap((texts) =>
      Object.values(texts).map(({ vi }) => vi),
    );
    expect(said.length).toBeGreaterThan(150);
    const otherWords = /chính sách|đã khóa|mở khóa|khóa tài khoản|kết thúc một đợt|bước hai/i;
    expect(said.filter((vi) => otherWords.test(vi))).toEqual([]);
  });
});
