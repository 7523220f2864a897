import { verify } from '@node-rs/argon2';
import { expect, test } from '@jest/globals';
import { directoryPassword } from '../../server/provisioning/connectors/ldap-password.rules.js';
import { mailPasswordHash, newMailPassword, PLANNED_HASH, unusablePasswordHash } from '../../server/provisioning/mail-password.js';

test('a first password is five groups of four signs that nobody confuses, and no two are alike', () => {
  const all = Array.from({ length: 2_000 }, newMailPassword);
  for (const password of all) expect(password).toMatch(/^[2-9a-hjkmnp-z]{4}(-[2-9a-hjkmnp-z]{4}){4}$/);
  expect(new Set(all).size).toBe(all.length);
  const signs = new Set(all.join('').replaceAll('-', ''));
  expect([...'01ilo'].some((sign) => signs.has(sign))).toBe(false);
  // Every sign comes: 31 to the power of 20 passwords are 99 bits.
  expect(signs.size).toBe(31);
});

test('the hash fits its password alone, and each is salted anew', async () => {
  const [one, other] = [await mailPasswordHash('k7mw-2hqd'), await mailPasswordHash('k7mw-2hqd')];
  expect(one).toMatch(/^\{ARGON2ID\}\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
  const plain = one.slice('{ARGON2ID}'.length);
  expect([await verify(plain, 'k7mw-2hqd'), await verify(plain, 'k7mw-2hqe')]).toEqual([true, false]);
  expect(await unusablePasswordHash()).not.toBe(await unusablePasswordHash());
});

test('what stands for a hash in a plan is taken by a directory like a real one', async () => {
  const asReal = directoryPassword(await mailPasswordHash('k7mw-2hqd'), 'ARGON2');
  expect(asReal).toMatch(/^\{ARGON2\}/);
  expect(directoryPassword(PLANNED_HASH, 'ARGON2')).toBe('{ARGON2}…');
});
