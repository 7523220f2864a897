import { describe, expect, test } from '@jest/globals';
import { trustedProxy } from '../../server/api/trusted-proxy.js';

describe('whose word counts about where a request comes from (G-16)', () => {
  test('nobody’s unless it is set', () => {
    expect(trustedProxy(undefined)).toBe(false);
    expect(trustedProxy('')).toBe(false);
    expect(trustedProxy('0')).toBe(false);
  });

  test('1: whoever connects from this machine or a private network, one step and no further', () => {
    const trusts = trustedProxy('1') as (address: string, hop: number) => boolean;
    for (const near of ['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '::1', 'fd00::1', '::ffff:10.1.2.3'])
      expect([near, trusts(near, 0)]).toEqual([near, true]);
    for (const far of ['203.0.113.7', '172.32.0.1', '2001:db8::1', '::ffff:203.0.113.7'])
      expect([far, trusts(far, 0)]).toEqual([far, false]);
    expect(trusts('10.1.2.3', 1)).toBe(false);
  });

  test('a number: so many proxies, of which the nearest is near', () => {
    const trusts = trustedProxy('2') as (address: string, hop: number) => boolean;
    expect([trusts('10.0.0.1', 0), trusts('203.0.113.7', 1), trusts('203.0.113.8', 2)]).toEqual([true, true, false]);
    expect(trusts('203.0.113.7', 0)).toBe(false);
  });

  test('else the addresses given', () => expect(trustedProxy('192.0.2.1, 198.51.100.0/24')).toEqual(['192.0.2.1', '198.51.100.0/24']));
});
