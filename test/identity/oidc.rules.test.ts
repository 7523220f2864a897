/** Which settings start, whose word counts as a second factor, and where does one land afterwards? */
import { describe, expect, test } from '@jest/globals';
import { mappedClaim, ownPlace, secondFactorAge } from '../../server/identity/oidc-claims.rules.js';
import { oidcSettingsOf } from '../../server/identity/oidc-settings.rules.js';

const NOW = 1_800_000_000;
const HOUR = 3600;

describe('a second factor shown at the provider (G-18)', () => {
  const acrs = ['urn:city:loa:high', 'phrh'];
  test.each<[string, Record<string, unknown>, number | null]>([
    ['no word about it', { auth_time: NOW }, null],
    ['a password alone', { amr: ['pwd'], auth_time: NOW }, null],
    ['several factors', { amr: ['pwd', 'mfa'], auth_time: NOW - 5 }, 5],
    ['several channels', { amr: ['mca'], auth_time: NOW - 5 }, 5],
    ['a one-time code', { amr: ['pwd', 'otp'], auth_time: NOW - 5 }, 5],
    ['a key in hardware', { amr: ['hwk'], auth_time: NOW - 5 }, 5],
    ['a key in software', { amr: ['swk'], auth_time: NOW - 5 }, 5],
    ['proof of possession', { amr: ['pop'], auth_time: NOW - 5 }, 5],
    ['a smart card', { amr: ['sc', 'pin'], auth_time: NOW - 5 }, 5],
    ['a text message is not one', { amr: ['pwd', 'sms'], auth_time: NOW }, null],
    ['a call is not one', { amr: ['pwd', 'tel'], auth_time: NOW }, null],
    ['a PIN is not one', { amr: ['pin'], auth_time: NOW }, null],
    ['a face by itself is not one', { amr: ['face'], auth_time: NOW }, null],
    ['a risk estimate is not one', { amr: ['pwd', 'rba'], auth_time: NOW }, null],
    ['the method in capitals is another word', { amr: ['MFA'], auth_time: NOW }, null],
    ['a text instead of a list', { amr: 'mfa', auth_time: NOW }, null],
    ['an acr that the settings name', { acr: 'urn:city:loa:high', auth_time: NOW - 60 }, 60],
    ['an acr that they do not name', { acr: 'urn:city:loa:low', auth_time: NOW }, null],
    ['an acr that is part of one', { acr: 'phr', auth_time: NOW }, null],
    ['an acr as a list', { acr: ['phrh'], auth_time: NOW }, null],
    ['without the time', { amr: ['mfa'] }, null],
    ['with the time as a text', { amr: ['mfa'], auth_time: String(NOW) }, null],
    ['with no number for a time', { amr: ['mfa'], auth_time: Number.NaN }, null],
    ['twelve hours ago', { amr: ['mfa'], auth_time: NOW - 12 * HOUR }, 12 * HOUR],
    ['a second more', { amr: ['mfa'], auth_time: NOW - 12 * HOUR - 1 }, null],
    ['a clock that goes a little before ours', { amr: ['mfa'], auth_time: NOW + 60 }, 0],
    ['a time to come', { amr: ['mfa'], auth_time: NOW + 61 }, null],
  ])('%s', (_, claims, age) => expect(secondFactorAge(claims, acrs, NOW)).toBe(age));

  test('without settings no acr counts', () => expect(secondFactorAge({ acr: 'phrh', auth_time: NOW }, [], NOW)).toBeNull());
});

describe('who the provider says it is', () => {
  test.each<[string, Record<string, unknown>, string, unknown]>([
    ['a verified address', { email: ' an@city.example ', email_verified: true }, 'email', { value: 'an@city.example' }],
    ['an address without a word of verifying', { email: 'an@city.example' }, 'email', { missing: 'EMAIL_UNVERIFIED' }],
    ['an unverified address', { email: 'an@city.example', email_verified: false }, 'email', { missing: 'EMAIL_UNVERIFIED' }],
    ['verified as a text is not true', { email: 'an@city.example', email_verified: 'true' }, 'email', { missing: 'EMAIL_UNVERIFIED' }],
    ['no address', { email_verified: true }, 'email', { missing: 'NO_CLAIM' }],
    ['an empty address', { email: ' ', email_verified: true }, 'email', { missing: 'NO_CLAIM' }],
    ['a list of addresses', { email: ['an@city.example'], email_verified: true }, 'email', { missing: 'NO_CLAIM' }],
    ['another claim needs no verified address', { employee_code: 'SNV-1' }, 'employee_code', { value: 'SNV-1' }],
    ['the address does not stand in for another claim', { email: 'a@b.c', email_verified: true }, 'employee_code', { missing: 'NO_CLAIM' }],
  ])('%s', (_, claims, claim, mapped) => expect(mappedClaim(claims, claim)).toEqual(mapped));
});

describe('where one lands afterwards', () => {
  test.each([undefined, '', '/'])('%p is the first page', (then) => expect(ownPlace(then)).toBe('/'));
  test.each(['/#/', '/#/agencies', '/#/findings?filter=%7B%22tier%22%3A%22NEVER%22%7D&page=2'])('%s is kept', (then) =>
    expect(ownPlace(then)).toBe(then),
  );
  test.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/#//evil.example',
    '/#/\\evil.example',
    '/a\\..\\#/',
    'javascript:alert(1)',
    '/graphql',
    '/@evil.example/#/',
    '#/agencies',
    '/#/a\r\nset-cookie: a=b',
    '/#/a b',
    `/#/${'a'.repeat(1501)}`,
    ['/#/agencies', '/#/agencies'],
    7,
  ])('%p is refused', (then) => expect(ownPlace(then)).toBeNull());
});

describe('settings of single sign-on', () => {
  const good = {
    HOPTHU_URL: 'https://hopthu.city.example/',
    HOPTHU_OIDC_ISSUER: 'https://id.city.example/realms/city',
    HOPTHU_OIDC_CLIENT_ID: 'hopthu',
  };

  test('none are needed', () => {
    expect(oidcSettingsOf({})).toBeNull();
    expect(oidcSettingsOf({ HOPTHU_URL: 'http://anywhere.example/with/path', HOPTHU_OIDC_ISSUER: '' })).toBeNull();
  });

  test('three are enough: verified e-mail addresses, a public client', () => {
    expect(oidcSettingsOf(good)).toEqual({
      issuer: 'https://id.city.example/realms/city',
      clientId: 'hopthu',
      clientSecret: null,
      name: 'id.city.example',
      claim: 'email',
      match: 'email',
      scope: 'openid email',
      publicUrl: 'https://hopthu.city.example',
      redirectUri: 'https://hopthu.city.example/auth/oidc/callback',
      strongAcr: [],
    });
  });

  test('officers are known by a code', () => {
    const settings = oidcSettingsOf({
      ...good,
      HOPTHU_OIDC_CLAIM: 'employee_code',
      HOPTHU_OIDC_MATCH: 'officer-code',
      HOPTHU_OIDC_STRONG_ACR: 'phr, phrh',
    });
    expect(settings).toMatchObject({
      claim: 'employee_code',
      match: 'officer-code',
      scope: 'openid profile email',
      strongAcr: ['phr', 'phrh'],
    });
  });

  test('http is for this machine only', () => {
    expect(oidcSettingsOf({ ...good, HOPTHU_URL: 'http://localhost:4000', HOPTHU_OIDC_ISSUER: 'http://127.0.0.1:9000' })).toMatchObject({
      redirectUri: 'http://localhost:4000/auth/oidc/callback',
    });
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['no issuer', { HOPTHU_OIDC_ISSUER: '' }, /HOPTHU_OIDC_ISSUER is missing/],
    ['no client', { HOPTHU_OIDC_CLIENT_ID: ' ' }, /HOPTHU_OIDC_CLIENT_ID is missing/],
    ['no public address', { HOPTHU_URL: '' }, /HOPTHU_URL is missing/],
    ['an issuer over http', { HOPTHU_OIDC_ISSUER: 'http://id.city.example' }, /HOPTHU_OIDC_ISSUER must begin with https/],
    ['an issuer that only looks local', { HOPTHU_OIDC_ISSUER: 'http://localhost.evil.example' }, /must begin with https/],
    ['an issuer that is no address', { HOPTHU_OIDC_ISSUER: 'id.city.example' }, /HOPTHU_OIDC_ISSUER is not an https address/],
    ['an issuer with parameters', { HOPTHU_OIDC_ISSUER: 'https://id.city.example/?a=b' }, /plain address/],
    ['a public address over http', { HOPTHU_URL: 'http://hopthu.city.example' }, /HOPTHU_URL must begin with https/],
    ['a public address with a path', { HOPTHU_URL: 'https://city.example/hopthu' }, /HOPTHU_URL must be the plain address/],
    ['a public address with a password', { HOPTHU_URL: 'https://a:b@city.example' }, /plain address/],
    ['an unknown way to match', { HOPTHU_OIDC_MATCH: 'name' }, /HOPTHU_OIDC_MATCH must be email or officer-code/],
    ['officer codes in the e-mail address', { HOPTHU_OIDC_MATCH: 'officer-code' }, /needs HOPTHU_OIDC_CLAIM/],
    ['a scope that is not OpenID', { HOPTHU_OIDC_SCOPE: 'email profile' }, /must contain openid/],
    ['a slip of the fingers', { HOPTHU_OIDC_CLIENTID: 'hopthu' }, /There is no setting HOPTHU_OIDC_CLIENTID/],
  ])('%s is told', (_, change, sentence) => expect(() => oidcSettingsOf({ ...good, ...change })).toThrow(sentence));
});
