import { describe, expect, test } from '@jest/globals';
import { addressBlock, freeAgainAt, fullMinute } from '../../server/identity/guess.rules.js';

describe('what counts as one address (G-16)', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['0:0:0:0:0:FFFF:192.0.2.7', '192.0.2.7'],
    ['::ffff:808:404', '8.8.4.4'],
    ['::FFFF:0808:0404', '8.8.4.4'],
    ['0:0:0:0:0:ffff:808:404', '8.8.4.4'],
    ['::ffff:8.8.4.4', '8.8.4.4'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8:1::2', '2001:db8:1:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s is %s', (address, block) => expect(addressBlock(address)).toBe(block));
});

describe('when it may be tried again (G-16)', () => {
  const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 10, 24, 9, minute, second));
  test('at once while places are left', () => expect(freeAgainAt([at(3), at(2)], 3)).toBeUndefined());
  test('a quarter of an hour after the oldest of those that fill the places', () =>
    expect(freeAgainAt([at(9), at(8), at(1), at(0)], 3)).toEqual(new Date(at(16).getTime() + 1)));
  test('told as a full minute that is not too early', () => {
    expect(fullMinute(at(16, 1))).toEqual(at(17));
    expect(fullMinute(at(16))).toEqual(at(16));
  });
});
