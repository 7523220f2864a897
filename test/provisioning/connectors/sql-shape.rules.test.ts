/** Names and values that a site tells of its table: what is refused, and what the statements then look like. */
import { describe, expect, test } from '@jest/globals';
import { shapeOf, sqlSettingFaults, sqlSettingFields, stateMeant } from '../../../server/provisioning/connectors/sql-shape.rules.js';
import { add, change, find, rendered, written } from '../../../server/provisioning/connectors/sql-statements.rules.js';
import { withUsual } from '../../../server/provisioning/setting-fields.rules.js';

const secrets = { databaseUrl: 'postgres://role:word@db.test/mail' };
const faultsOf = (settings: Record<string, string | number | boolean>, more: Record<string, string> = {}) =>
  sqlSettingFaults({ settings, secrets: { ...secrets, ...more } }).map(({ path }) => path!.at(-1));

describe('settings', () => {
  test('the address of the database is enough', () => {
    expect(faultsOf({})).toEqual([]);
    expect(sqlSettingFaults({ settings: {}, secrets: {} }).map(({ path }) => path)).toEqual([['settings', 'databaseUrl']]);
  });

  test.each([
    ['table', 'mailbox; drop table x'],
    ['table', 'a.b.c'],
    ['table', '"mailbox"'],
    ['table', 'a..b'],
    ['idColumn', '-'],
    ['idColumn', '1st'],
    ['stateColumn', 'state = 1 --'],
    ['fenceColumn', 'fen ce'],
    ['nameColumn', 'họ_tên'],
    ['passwordColumn', 'p'.repeat(64)],
    ['domainColumn', 'address'],
    ['otherColumns', 'maildir: x'],
    ['otherColumns', 'fence = 7'],
    ['stateSuspended', 'active'],
    ['stateRevoked', 'suspended'],
    ['stateRevoked', 'active'],
    ['doveadmUrl', 'ftp://mail.test'],
    ['doveadmUrl', 'mail'],
    ['forwardForm', 'XML'],
    ['timeLimitSeconds', 0],
    ['timeLimitSeconds', 31],
    ['tables', 'mailbox'],
  ])('%s: %s is refused', (name, value) => {
    expect(faultsOf({ [name]: value }, { doveadmKey: 'key' })).toContain(name);
  });

  test('a doveadm URL needs its key, and a database URL is one of PostgreSQL', () => {
    expect(faultsOf({ doveadmUrl: 'http://127.0.0.1:8080' })).toEqual(['doveadmKey']);
    expect(faultsOf({ doveadmUrl: 'http://127.0.0.1:8080' }, { doveadmKey: 'key' })).toEqual([]);
    expect(faultsOf({}, { databaseUrl: 'mysql://db.test/mail' })).toEqual(['databaseUrl']);
  });

  test('names go into statements quoted, and one that was never checked stops the connector', () => {
    expect(shapeOf({ table: 'Post.order' })).toMatchObject({ table: '"Post"."order"' });
    const wrong: Record<string, string>[] = [{ table: 'x"; --' }, { idColumn: '-' }, { stateColumn: 'a b' }];
    for (const settings of wrong) expect(() => shapeOf(settings)).toThrow('is no name');
  });

  test('every setting is told in both languages', () => {
    for (const { label, hint } of sqlSettingFields)
      for (const text of [label, ...(hint ? [hint] : [])]) expect([text.vi, text.en].every((one) => one.length > 1)).toBe(true);
    expect(Object.keys(withUsual(sqlSettingFields, {}))).toContain('table');
  });
});

describe('statements', () => {
  const shape = shapeOf({});
  const account = {
    accountId: '0190d3a0-0000-7000-8000-000000000001',
    address: 'lan@example.test',
    fence: 7,
    name: "Lan O'Brien",
    passwordHash: '{ARGON2ID}geheim',
    quotaMb: 200,
    forwardTo: ['a@elsewhere.test'],
    keepCopy: false,
  };

  test('a revocation, as an administrator reads it before it is done', () => {
    expect(rendered(change(shape, account.accountId, 7, written.state(shape, 'REVOKED')))).toBe(
      `with old as (select "id", "state" from "mailbox" where "id" = '0190d3a0-0000-7000-8000-000000000001' for update)
update "mailbox" as new set "state" = 'revoked', "fence" = 7, "updated_at" = now() from old
where new."id" = old."id" and coalesce(new."fence", 0) <= 7
returning old."state"::text as before, old."state" is not distinct from new."state" as is_same`,
    );
  });

  test('a new account: quotes are doubled, the hash is blanked', () => {
    const text = rendered(add(shape, account));
    expect(text).toContain(`'Lan O''Brien'`);
    expect(text).toContain(`array['a@elsewhere.test']::text[], false`);
    expect(text).toContain(`'(secret)'`);
    expect(text).not.toContain('geheim');
  });

  test('values travel as parameters, whatever they hold', () => {
    const evil = "x'; drop table mailbox; --";
    for (const { text } of [
      find(shape, evil, evil),
      add(shape, { ...account, name: evil, address: evil }),
      change(shape, evil, 1, { name: evil }),
    ])
      expect(text).not.toContain('drop');
  });

  test('a value that nobody told means no state', () => {
    expect(['active', 'suspended', 'revoked', 'locked', null].map((value) => stateMeant(shape, value))).toEqual([
      'ACTIVE',
      'SUSPENDED',
      'REVOKED',
      undefined,
      undefined,
    ]);
  });
});
