/** The address of a new mailbox (D-8): given name and initials, without marks, and the first that is free. */
import { expect, test } from '@jest/globals';
import { firstFree, localPartOf } from '../../server/decisions/mailbox-address.rules.js';

test.each([
  ['Nguyễn Thị Lan', 'lan.nt'],
  ['Đặng Ước', 'uoc.d'],
  ['Trần Đức Ân', 'an.td'],
  ['  Lê   Văn  Hùng ', 'hung.lv'],
  ['Nguyễn', 'nguyen'],
  ['H’Hen Niê', 'nie.h'],
  ['Y-Bhiông Kđăm', 'kdam.y'],
  ['!!!', 'canbo'],
  ['', 'canbo'],
])('%s is %s', (name, localPart) => {
  expect(localPartOf(name)).toBe(localPart);
});

test('numbers are tried from 2 on', () => {
  const taken = new Set(['lan.nt@snv.example', 'lan.nt2@snv.example', 'lan.nt3@q1.example']);
  const free = (domain: string) => firstFree('lan.nt', domain, (address) => taken.has(address));
  expect(free('snv.example')).toBe('lan.nt3@snv.example');
  expect(free('q1.example')).toBe('lan.nt@q1.example');
});
