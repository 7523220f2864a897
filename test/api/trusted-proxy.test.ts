import { describe, expect, test } from '@jest/globals';
import { addressIn, readForwarded, trustedProxy } from '../../server/api/trusted-proxy.js';

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

describe('an address a proxy names counts as one, however it is written (G-16)', () => {
  test.each([
    ['7.7.7.7', '7.7.7.7'],
    ['7.7.7.7:55001', '7.7.7.7'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
    ['unknown', undefined],
    ['7.7.7.7:x', undefined],
    ['7.7.7', undefined],
    ['7.7.7.777', undefined],
    ['_hidden', undefined],
    ['[7', undefined],
  ])('%s is %s', (entry, address) => expect(addressIn(entry)).toBe(address));

  test.each([
    ['7.7.7.7:1, 8.8.8.8:2', '7.7.7.7, 8.8.8.8'],
    ['7.7.7.7, me, 8.8.8.8', '10.0.0.1, 8.8.8.8'],
    ['forged, 8.8.8.8', '10.0.0.1, 8.8.8.8'],
    ['x', '10.0.0.1'],
    [' , ', ' , '],
  ])('the header "%s" is read as "%s"', (sent, read) => {
    const headers = { 'x-forwarded-for': sent };
    readForwarded({ headers, socket: { remoteAddress: '10.0.0.1' } });
    expect(headers).toEqual({ 'x-forwarded-for': read });
  });
});
