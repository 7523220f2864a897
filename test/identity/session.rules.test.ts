import { describe, expect, test } from '@jest/globals';
import { deviceOf, isOwnPage } from '../../server/identity/session.rules.js';
import { passkeySite } from '../../server/identity/passkey.rules.js';
import { hasFreshSecondFactor, secondFactorEnd } from '../../server/identity/second-factor.rules.js';
import { systemActor } from '../../server/identity/actor.js';
import { newRecoveryCode, recoveryCodeHash } from '../../server/identity/totp.rules.js';

describe('a device in a few words', () => {
  test.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', 'Chrome · Windows'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.1',
      'Edge · Windows',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/120.0 Chrome/114.0 Safari/537.36',
      'Cốc Cốc · Windows',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36',
      'Samsung Internet · Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1',
      'Chrome · iPhone',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
      'Safari · macOS',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox · Linux'],
    ['curl/8.5.0', null],
    ['lan-phone (Nguyen Thi Lan; +84 24 1234)', null],
    [undefined, null],
  ])('%s', (agent, device) => expect(deviceOf(agent)).toBe(device));
});

describe('whether a page is one of this server (G-19)', () => {
  test.each([
    [undefined, 'a.example', undefined, true],
    ['https://a.example', 'a.example', undefined, true],
    ['https://A.example', 'a.EXAMPLE', undefined, true],
    ['http://localhost:4000', 'localhost:4000', undefined, true],
    ['http://localhost:5173', 'localhost:4000', undefined, false],
    ['https://a.example', '10.0.0.1:4000', 'https://a.example/', true],
    ['https://b.example', '10.0.0.1:4000', 'https://a.example/', false],
    ['http://a.example', '10.0.0.1:4000', 'https://a.example/', false],
    ['null', 'a.example', undefined, false],
    ['', 'a.example', undefined, false],
    ['https://a.example.evil.example', 'a.example', undefined, false],
    ['https://a.example', undefined, undefined, false],
  ])('%s, sent to %s, set %s: %s', (origin, host, set, is) => expect(isOwnPage(origin, host, set)).toBe(is));
});

describe('for which site a passkey is', () => {
  const local = { origin: 'http://localhost:4000', domain: 'localhost' };
  test.each([
    ['https://a.example/', 'http://localhost:4000', 'http://x', { origin: 'https://a.example', domain: 'a.example' }],
    ['http://a.example', undefined, 'http://localhost:4000', undefined],
    ['https://192.0.2.1', undefined, 'http://localhost:4000', undefined],
    ['nonsense', undefined, 'http://localhost:4000', undefined],
    [undefined, 'http://localhost:4000', 'http://x', local],
    [undefined, 'https://evil.example', 'http://localhost:4000', local],
    [undefined, 'http://127.0.0.1:4000', 'http://127.0.0.1:4000', undefined],
    [undefined, undefined, 'http://localhost:4000', local],
    [undefined, 'http://localhost.evil.example', 'http://192.0.2.1:4000', undefined],
  ])('set %s, asked from %s, at %s', (set, origin, own, site) => expect(passkeySite(set, origin, own)).toEqual(site));
});

describe('how long a second factor counts (G-18)', () => {
  const now = new Date('2026-11-24T12:00:00Z');
  const actor = (hours: number | null) => ({
    ...systemActor,
    isSystem: false,
    secondFactorAt: hours === null ? null : new Date(now.getTime() - hours * 3_600_000),
  });
  test('twelve hours, to the millisecond', () => {
    expect([0, 11, 12, 12.0001, null].map((h) => hasFreshSecondFactor(actor(h), now))).toEqual([true, true, true, false, false]);
    expect(secondFactorEnd(actor(1), now)).toEqual(new Date('2026-11-24T23:00:00Z'));
    expect([12.0001, null].map((h) => secondFactorEnd(actor(h), now))).toEqual([null, null]);
  });
});

describe('recovery codes (G-17)', () => {
  test('a thousand differ, use all their letters, and are known again however they are typed', () => {
    const codes = Array.from({ length: 1000 }, newRecoveryCode);
    expect(new Set(codes).size).toBe(1000);
    expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(32);
    const [code] = codes as [string];
    for (const typed of [code.toUpperCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')}`])
      expect(recoveryCodeHash(typed)).toBe(recoveryCodeHash(code));
    expect([code.slice(1), `${code}a`, '', '123456'].map(recoveryCodeHash)).toEqual(Array(4).fill(undefined));
  });
});
