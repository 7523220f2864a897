import { describe, expect, test } from '@jest/globals';
import { apiKeyDefects, apiKeyHash, isLiving, newApiKey, prefixOf } from '../../server/identity/api-key.rules.js';
import { invitationHash, newInvitationToken } from '../../server/identity/invitation.rules.js';

const KNOWN = ['awards:read', 'evidence:write'];
const TODAY = '2026-11-24';
const codes = (change: { name?: string; scopes?: string[]; expiresOn?: string }) =>
  apiKeyDefects({ name: 'Thi đua', scopes: ['awards:read'], expiresOn: '2027-11-24', ...change }, KNOWN, TODAY).map(
    ({ code, path }) => `${code} ${path?.join('.')}`,
  );

describe('API keys', () => {
  test.each<[Parameters<typeof codes>[0], string[]]>([
    [{}, []],
    [{ expiresOn: '2026-11-25' }, []],
    [{ expiresOn: '2026-11-24' }, ['INVALID expiresOn']],
    [{ expiresOn: '2020-01-01' }, ['INVALID expiresOn']],
    [{ expiresOn: '2027-11-25' }, ['LIMIT expiresOn']],
    [{ scopes: [] }, ['REQUIRED scopes']],
    [{ scopes: ['awards:read', 'users:write'] }, ['INVALID scopes.1']],
    [{ name: ' ' }, ['REQUIRED name']],
    [{ name: 'x'.repeat(101) }, ['INVALID name']],
  ])('%j', (change, expected) => expect(codes(change)).toEqual(expected));

  test('a key is 256 bits behind eight visible characters, and no two begin alike', () => {
    const keys = Array.from({ length: 200 }, newApiKey);
    for (const key of keys) expect(key).toMatch(/^htk_[\w-]{8}[\w-]{43}$/);
    expect(new Set(keys.map(prefixOf)).size).toBe(200);
    expect(prefixOf(keys[0]!)).toHaveLength(12);
    expect(apiKeyHash(keys[0]!)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('a key lives through the day it names', () => {
    expect(isLiving({ expiresOn: TODAY }, TODAY)).toBe(true);
    expect(isLiving({ expiresOn: '2026-11-23' }, TODAY)).toBe(false);
    expect(isLiving({ expiresOn: '2027-01-01', endedAt: new Date() }, TODAY)).toBe(false);
  });

  test.each(['', 'hti_', 'htk_kurz', `hti_${'a'.repeat(44)}`, `hti_${'a'.repeat(42)}`, `hti_${'ạ'.repeat(43)}`, `hts_${'a'.repeat(43)}`])(
    'what cannot be a link or a key is not even looked for: %j',
    (text) => expect([invitationHash(text), apiKeyHash(text)]).toEqual([undefined, undefined]),
  );

  test('the token of a link is 256 bits', () => expect(newInvitationToken()).toMatch(/^hti_[\w-]{43}$/));
});
