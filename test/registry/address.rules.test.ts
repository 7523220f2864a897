import { expect, test } from '@jest/globals';
import { domainOf, mailAddress, mailDomain } from '../../server/registry/address.rules.js';

test.each([
  ['Yen.DT@SNV.TPHCM.Example', 'yen.dt@snv.tphcm.example'],
  [' a+b@c.vn ', 'a+b@c.vn'],
  ['phuc.cv', undefined],
  ['@snv.example', undefined],
  ['a@b', undefined],
  ['a..b@c.vn', undefined],
  ['.a@c.vn', undefined],
  ['a b@c.vn', undefined],
  ['a@b@c.vn', undefined],
  ['lân@c.vn', undefined],
  ['a@c_d.vn', undefined],
  ['a@-c.vn', undefined],
  ['a@1.2.3.4', undefined],
  [`${'a'.repeat(65)}@c.vn`, undefined],
  ['a\u200b@c.vn', undefined],
])('%s is read as %s', (text, address) => expect(mailAddress(text)).toBe(address));

test('a domain is what stands after the @, in small letters', () => {
  expect(domainOf('a@snv.tphcm.example')).toBe('snv.tphcm.example');
  expect(mailDomain('SNV.Example')).toBe('snv.example');
  expect(mailDomain('localhost')).toBeUndefined();
});
