import { describe, expect, test } from '@jest/globals';
import type { Account } from '../../server/provisioning/connector.js';
import { type Match, matches, nameKey, type RegistryMailbox } from '../../server/provisioning/drift.rules.js';

const here = (id: string, name?: string, address = `${id}@city.example`): RegistryMailbox => ({
  mailboxId: id,
  address,
  ...(name && { name }),
});
const there = (id: string, name?: string, address = `${id}@city.example`): Account => ({
  accountId: `a-${id}`,
  address,
  state: 'ACTIVE',
  ...(name && { name }),
});
const shown = ({ class: sort, mailboxes, accounts }: Match): string =>
  `${sort}: ${mailboxes.map(({ mailboxId }) => mailboxId).join(' ') || '-'} = ${accounts.map(({ accountId }) => accountId).join(' ') || '-'}`;

describe('names that are the same', () => {
  test.each([
    ['Nguyễn Văn An', 'NGUYỄN VĂN AN', true],
    ['Nguyễn Văn An', 'Nguyen Van An', true],
    ['Nguyễn Văn An', 'An Nguyễn Văn', true],
    ['Nguyễn Văn An', 'An Van Nguyen', true],
    ['Nguyễn Văn An', 'Nguyễn, Văn  An', true],
    ['Đặng Thị Thủy', 'dang thi thuy', true],
    ['Nguyễn Văn An'.normalize('NFD'), 'Nguyễn Văn An', true],
    ['Nguyễn Văn An', 'Nguyễn Văn Ân B', false],
    ['Nguyễn Văn An', 'Nguyễn Văn', false],
    ['Lê Lê An', 'Lê An An', false],
    ['Nguyễn Văn An', undefined, false],
  ])('%p and %p: %p', (one, other, isSame) => expect(nameKey(one) === nameKey(other)).toBe(isSame));
});

describe('the matching report of a first connection', () => {
  test.each<[string, RegistryMailbox[], Account[], string[]]>([
    ['nothing', [], [], []],
    ['the same in all', [here('an', 'Nguyễn Văn An')], [there('an', 'An Nguyen Van')], ['EXACT: an = a-an']],
    ['the address in capitals', [here('an', 'Nguyễn Văn An')], [there('an', 'Nguyễn Văn An', 'AN@CITY.EXAMPLE')], ['EXACT: an = a-an']],
    ['another name', [here('an', 'Nguyễn Văn An')], [there('an', 'Trần Thị Bình')], ['ADDRESS_ONLY: an = a-an']],
    ['no name there', [here('an', 'Nguyễn Văn An')], [there('an')], ['ADDRESS_ONLY: an = a-an']],
    ['no name on either side', [here('vanthu')], [there('vanthu')], ['ADDRESS_ONLY: vanthu = a-vanthu']],
    ['made by this product', [here('an', 'Nguyễn Văn An')], [{ ...there('an'), accountId: 'an' }], ['EXACT: an = an']],
    [
      'two accounts at the address: a person chooses',
      [here('an', 'Nguyễn Văn An')],
      [there('an', 'Nguyễn Văn An'), { ...there('an', 'Nguyễn Văn An'), accountId: 'a-2' }],
      ['ADDRESS_ONLY: an = a-an a-2'],
    ],
    ['another address', [here('an', 'Nguyễn Văn An')], [there('x', 'Nguyen Van An', 'nvan@old.example')], ['NAME_ONLY: an = a-x']],
    [
      'namesakes: a person chooses',
      [here('an', 'Nguyễn Văn An'), here('an2', 'Nguyễn Văn An')],
      [there('x', 'Nguyen Van An'), there('y', 'Nguyễn Văn An'), there('z', 'An Nguyễn Văn')],
      ['NAME_ONLY: an an2 = a-x a-y a-z'],
    ],
    [
      'a namesake whose address is somebody’s is not offered',
      [here('an', 'Nguyễn Văn An'), here('an2', 'Nguyễn Văn An')],
      [there('an2', 'Nguyễn Văn An')],
      ['EXACT: an2 = a-an2', 'ONLY_HERE: an = -'],
    ],
    ['those without a name are not namesakes', [here('vanthu')], [there('khach')], ['ONLY_THERE: - = a-khach', 'ONLY_HERE: vanthu = -']],
  ])('%s', (_, mailboxes, accounts, report) => expect(matches(mailboxes, accounts).map(shown)).toEqual(report));

  test.each([
    ['names of their own', (i: number) => `Nguyễn Văn An ${i}`],
    ['one name', () => 'Nguyễn Văn An'],
  ])('20,000 against 20,000 with %s: each stands in one match, and soon', (_, nameOf) => {
    const size = 20_000;
    const mailboxes = Array.from({ length: size }, (_, i) => here(`u${i}`, nameOf(i)));
    const accounts = Array.from({ length: size }, (_, i) => there(`u${i}`, nameOf(i), `u${i < size / 2 ? i : i + size}@city.example`));
    const begun = performance.now();
    const report = matches(mailboxes, accounts);
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(report.filter((match) => match.class === 'EXACT')).toHaveLength(size / 2);
    expect(report.filter((match) => match.class === 'NAME_ONLY').flatMap((match) => match.accounts)).toHaveLength(size / 2);
    expect(new Set(report.flatMap((match) => match.mailboxes)).size).toBe(size);
    expect(new Set(report.flatMap((match) => match.accounts)).size).toBe(size);
  });
});
