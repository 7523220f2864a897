import { describe, expect, test } from '@jest/globals';
import { say } from '../../../server/kernel/language.js';
import { scimConnector } from '../../../server/provisioning/connectors/scim.js';
import { scimFaultTexts } from '../../../server/provisioning/connectors/scim.messages.js';
import { retryAfter, systemWords } from '../../../server/provisioning/connectors/scim-answer.rules.js';
import {
  scimManner,
  scimPlace,
  scimSettingFaults,
  scimSettingFields,
} from '../../../server/provisioning/connectors/scim-settings.rules.js';
import { settingFaults, type SettingValue, withUsual } from '../../../server/provisioning/setting-fields.rules.js';

const BASE = 'https://thu.example/scim/v2';
const URN = 'urn:ietf:params:scim:schemas:extension:mail:2.0:User';
const told = (settings: Record<string, SettingValue>, secret = 'a-token') => ({
  settings: withUsual(scimSettingFields, { baseUrl: BASE, ...settings }),
  secrets: { secret },
});

describe('settings of a SCIM server', () => {
  test('the address and the secret are enough', () => {
    expect(settingFaults(scimSettingFields, { settings: { baseUrl: BASE }, secrets: { secret: 'x' } })).toEqual([]);
    expect(settingFaults(scimSettingFields, { settings: {}, secrets: {} }).map(({ path }) => path![1])).toEqual(['baseUrl', 'secret']);
    expect(scimSettingFaults(told({}))).toEqual([]);
  });

  test.each<[Record<string, SettingValue>, keyof typeof scimFaultTexts | 'good', string?]>([
    [{ baseUrl: 'https://thu.example' }, 'good'],
    [{ baseUrl: 'https://thu.example:8443/scim/' }, 'good'],
    [{ baseUrl: 'http://localhost:8080/scim' }, 'good'],
    [{ baseUrl: 'http://127.0.0.1:8080/scim' }, 'good'],
    [{ baseUrl: 'http://[::1]:8080/scim' }, 'good'],
    [{ baseUrl: 'http://thu.example/scim' }, 'http'],
    [{ baseUrl: 'http://10.1.2.3/scim' }, 'http'],
    [{ baseUrl: 'http://127.0.0.1.example/scim' }, 'http'],
    [{ baseUrl: 'http://localhost.example/scim' }, 'http'],
    [{ baseUrl: 'http://10.1.2.3/scim', mayUseHttp: true }, 'good'],
    [{ baseUrl: 'https://lan:secret@thu.example/scim' }, 'url'],
    [{ baseUrl: 'https://thu.example/scim?token=x' }, 'url'],
    [{ baseUrl: 'https://thu.example/scim#x' }, 'url'],
    [{ baseUrl: 'ftp://thu.example/scim', mayUseHttp: true }, 'url'],
    [{ baseUrl: 'thu.example/scim' }, 'url'],
    [{ signIn: 'BASIC' }, 'userName'],
    [{ signIn: 'BASIC', userName: 'a:b' }, 'userName'],
    [{ signIn: 'BASIC', userName: 'hộp thư' }, 'good', 'mật khẩu'],
    [{}, 'secret', 'mã\ttoken'],
    [{}, 'secret', 'a\r\nx-other: b'],
    [{ stateAttribute: `${URN}:state` }, 'good'],
    [{ stateAttribute: 'userType' }, 'good'],
    [{ stateAttribute: 'active' }, 'attribute'],
    [{ stateAttribute: 'externalID' }, 'attribute'],
    [{ stateAttribute: 'emails[type eq "work"]' }, 'attribute'],
    [{ stateAttribute: `${URN}:state`, fenceAttribute: `${URN}:order` }, 'good'],
    [{ stateAttribute: `${URN}:state`, fenceAttribute: `${URN}:state` }, 'sameAttribute'],
    [{ fenceAttribute: 'a b' }, 'attribute'],
    [{ stateAttribute: 'userType', stateRevoked: 'suspended' }, 'sameValue'],
    [{ stateRevoked: 'suspended' }, 'good'],
  ])('%j: %s', (settings, expected, secret = 'a-token') => {
    const [fault] = scimSettingFaults(told(settings, secret));
    expect(fault?.message.text ?? 'good').toBe(expected === 'good' ? 'good' : scimFaultTexts[expected]);
  });

  test('a connector is not made of settings that cannot be used', () => {
    const { settings, secrets } = told({ baseUrl: 'http://thu.example' });
    expect(() => scimConnector('scim', settings, secrets)).toThrow(say({ text: scimFaultTexts.http }, 'en'));
  });

  test('where attributes stand, and how the server is signed in to', () => {
    expect(scimManner(told({ stateAttribute: `${URN}:state`, fenceAttribute: 'userType' }).settings)).toMatchObject({
      state: { at: { path: `${URN}:state`, extension: URN, name: 'state' }, values: { REVOKED: 'revoked' } },
      fence: { path: 'userType', name: 'userType' },
    });
    expect(scimPlace(told({ baseUrl: `${BASE}//` }))).toMatchObject({
      base: BASE,
      authorization: 'Bearer a-token',
      timeoutMilliseconds: 5_000,
    });
    const basic = scimPlace(told({ signIn: 'BASIC', userName: 'hộp' }, 'mật'));
    expect(Buffer.from(basic.authorization.slice(6), 'base64').toString()).toBe('hộp:mật');
    expect(basic.secrets).toEqual(['mật', basic.authorization.slice(6)]);
  });
});

describe('what a server says', () => {
  test.each([
    [null, undefined],
    ['', undefined],
    ['12', 12],
    [' 12 ', 12],
    ['0', undefined],
    ['-5', undefined],
    ['soon', undefined],
    ['Mon, 23 Nov 2026 08:00:30 GMT', 30],
    ['Mon, 23 Nov 2026 07:00:00 GMT', undefined],
  ])('Retry-After %p: %p', (header, seconds) => expect(retryAfter(header, new Date('2026-11-23T08:00:00Z'))).toBe(seconds));

  test.each([
    ['no such user', ['a-long-secret-of-ours'], 'no such user'],
    ['two\r\nlines \u0000 and   more', [], 'two lines and more'],
    ['x'.repeat(400), [], 'x'.repeat(300)],
    ['you sent a-long-secret-of-ours', ['a-long-secret-of-ours'], '(withheld: it repeats a secret)'],
    ['you sent ...ng-secret-of-o', ['a-long-secret-of-ours'], '(withheld: it repeats a secret)'],
    ['you sent secret', ['a-long-secret-of-ours'], 'you sent secret'],
    ['you sent short', ['short'], '(withheld: it repeats a secret)'],
    ['nothing', [''], 'nothing'],
  ])('%p', (text, secrets, words) => expect(systemWords(text, secrets)).toBe(words));
});
