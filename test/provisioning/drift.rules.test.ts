import { describe, expect, test } from '@jest/globals';
import type { Account, AccountState } from '../../server/provisioning/connector.js';
import { compare, type Drift, type ExpectedMailbox, isListShort, isTooMuch } from '../../server/provisioning/drift.rules.js';

const mailbox = (id: string, told: Partial<ExpectedMailbox> = {}): ExpectedMailbox => ({
  mailboxId: `m-${id}`,
  accountId: `a-${id}`,
  address: `${id}@city.example`,
  expected: 'ACTIVE',
  hasOpenOrder: false,
  ...told,
});
const account = (id: string, told: Partial<Account> = {}): Account => ({
  accountId: `a-${id}`,
  address: `${id}@city.example`,
  state: 'ACTIVE',
  ...told,
});
const shown = ({ kind, mailboxId = '-', accountId = '-', address, expected, found, foundAddress }: Drift): string =>
  [kind, mailboxId, accountId, address, expected, found, ...(foundAddress ? [foundAddress] : [])].join(' ');

describe('drifts between the registry and a mail system', () => {
  test.each<[string, ExpectedMailbox[], Account[], string[]]>([
    ['nothing on either side', [], [], []],
    ['all as wanted', [mailbox('an'), mailbox('binh')], [account('binh'), account('an')], []],
    ['capitals are no other address', [mailbox('an')], [account('an', { address: 'An@City.Example' })], []],
    ['an account is gone', [mailbox('an')], [], ['MISSING m-an a-an an@city.example ACTIVE NONE']],
    [
      'a revoked account is gone, and its mail with it',
      [mailbox('an', { expected: 'REVOKED' })],
      [],
      ['MISSING m-an a-an an@city.example REVOKED NONE'],
    ],
    ['no account where none is wanted', [mailbox('an', { expected: 'NONE' })], [], []],
    [
      'an account where none is wanted',
      [mailbox('an', { expected: 'NONE' })],
      [account('an')],
      ['OTHER_STATE m-an a-an an@city.example NONE ACTIVE'],
    ],
    [
      'a stranger',
      [mailbox('an')],
      [account('an'), account('khach', { state: 'SUSPENDED' })],
      ['UNKNOWN_THERE - a-khach khach@city.example NONE SUSPENDED'],
    ],
    [
      're-opened by hand',
      [mailbox('an', { expected: 'REVOKED' })],
      [account('an')],
      ['OTHER_STATE m-an a-an an@city.example REVOKED ACTIVE'],
    ],
    [
      'renamed by hand, found by its id',
      [mailbox('an')],
      [account('an', { address: 'an2@city.example' })],
      ['OTHER_ADDRESS m-an a-an an@city.example ACTIVE ACTIVE an2@city.example'],
    ],
    [
      'renamed and closed',
      [mailbox('an')],
      [account('an', { address: 'an2@city.example', state: 'REVOKED' })],
      ['OTHER_STATE m-an a-an an@city.example ACTIVE REVOKED', 'OTHER_ADDRESS m-an a-an an@city.example ACTIVE REVOKED an2@city.example'],
    ],
    [
      'two that changed addresses',
      [mailbox('an'), mailbox('binh')],
      [account('an', { address: 'binh@city.example' }), account('binh', { address: 'an@city.example' })],
      [
        'OTHER_ADDRESS m-an a-an an@city.example ACTIVE ACTIVE binh@city.example',
        'OTHER_ADDRESS m-binh a-binh binh@city.example ACTIVE ACTIVE an@city.example',
      ],
    ],
    ['without an id, found by its address', [mailbox('an', { accountId: null })], [account('an')], []],
    ['without an id, found by the product’s own', [mailbox('an', { accountId: null })], [account('an', { accountId: 'm-an' })], []],
    [
      'without an id, found by its address in another state',
      [mailbox('an', { accountId: null })],
      [account('an', { state: 'SUSPENDED' })],
      ['OTHER_STATE m-an a-an an@city.example ACTIVE SUSPENDED'],
    ],
    [
      'deleted and made anew by hand: another account, not taken for the old one',
      [mailbox('an', { expected: 'REVOKED' })],
      [account('an', { accountId: 'a-new' })],
      ['MISSING m-an a-an an@city.example REVOKED NONE', 'UNKNOWN_THERE m-an a-new an@city.example NONE ACTIVE'],
    ],
    [
      'an account is nobody’s twice',
      [mailbox('an', { accountId: null }), mailbox('binh', { accountId: 'a-an', address: 'an@city.example' })],
      [account('an')],
      ['MISSING m-an - an@city.example ACTIVE NONE'],
    ],
    [
      'two accounts at one address',
      [mailbox('an', { accountId: null })],
      [account('an'), account('an', { accountId: 'a-2' })],
      ['UNKNOWN_THERE m-an a-2 an@city.example NONE ACTIVE'],
    ],
    ['an order is open: missing', [mailbox('an', { hasOpenOrder: true })], [], []],
    ['an order is open: other state', [mailbox('an', { hasOpenOrder: true })], [account('an', { state: 'REVOKED' })], []],
    [
      'an order is open: the account just made has an id not yet known',
      [mailbox('an', { hasOpenOrder: true, accountId: 'm-an' })],
      [account('an', { accountId: 'uuid' })],
      [],
    ],
    ['not yet seen', [mailbox('an', { expected: 'PENDING' })], [account('an', { state: 'SUSPENDED' })], []],
  ])('%s', (_, expected, found, drifts) => expect(compare(expected, found).map(shown)).toEqual(drifts));

  test('names go with what they name', () => {
    expect(
      compare([mailbox('an', { name: 'Nguyễn Văn An' })], [account('khach', { name: 'Khách' })]).map(({ kind, name }) => [kind, name]),
    ).toEqual([
      ['MISSING', 'Nguyễn Văn An'],
      ['UNKNOWN_THERE', 'Khách'],
    ]);
  });

  test('20,000 mailboxes against 20,000 accounts: exactly the changes made by hand are found, and soon', () => {
    const ids = Array.from({ length: 20_000 }, (_, i) => `u${i}`);
    const states: AccountState[] = ['ACTIVE', 'SUSPENDED', 'REVOKED'];
    const expected = ids.map((id, i) => mailbox(id, { expected: states[i % 3]!, ...(i % 5 === 0 && { accountId: null }) }));
    const found = ids.map((id, i) => account(id, { state: states[i % 3]! }));
    expect(compare(expected, found)).toEqual([]);
    for (let i = 0; i < 50; i++) {
      const at = 1 + i * 15;
      if (i % 3 === 0) found[at] = account(`stranger${i}`);
      else if (i % 3 === 1) found[at] = { ...found[at]!, state: states[(at + 1) % 3]! };
      else found[at] = { ...found[at]!, address: `other${i}@city.example` };
    }
    const begun = performance.now();
    const drifts = compare(expected, found.toReversed());
    expect(performance.now() - begun).toBeLessThan(5_000);
    const kinds = drifts.map(({ kind }) => kind);
    expect(Object.fromEntries([...new Set(kinds)].map((kind) => [kind, kinds.filter((one) => one === kind).length]))).toEqual({
      MISSING: 17,
      UNKNOWN_THERE: 17,
      OTHER_STATE: 17,
      OTHER_ADDRESS: 16,
    });
  });
});

describe('whether a list is acted on', () => {
  const missing = (count: number): Drift[] =>
    compare(
      Array.from({ length: count }, (_, i) => mailbox(`u${i}`)),
      [],
    );

  test.each([
    [0, 0, false],
    [10, 20, false],
    [11, 20, true],
    [11, 219, true],
    [11, 220, false],
    [50, 1_000, false],
    [51, 1_000, true],
    [60, 1_000, true],
  ])('%i of %i differ: too much %p', (count, accounts, expected) => expect(isTooMuch(missing(count), accounts)).toBe(expected));

  test('a mailbox that differs twice counts once', () => {
    const ids = Array.from({ length: 10 }, (_, i) => `u${i}`);
    const drifts = compare(
      ids.map((id) => mailbox(id)),
      ids.map((id) => account(id, { address: `x${id}@city.example`, state: 'REVOKED' })),
    );
    expect(drifts).toHaveLength(20);
    expect(isTooMuch(drifts, 10)).toBe(false);
  });

  test.each<[number, number | null | undefined, boolean]>([
    [0, undefined, false],
    [0, null, false],
    [0, 0, false],
    [0, 1, true],
    [80, 100, false],
    [79, 100, true],
    [8, 10, false],
    [7, 10, true],
    [500, 400, false],
  ])('%i entries, %p the last time: short %p', (count, lastTime, expected) => expect(isListShort(count, lastTime)).toBe(expected));
});
