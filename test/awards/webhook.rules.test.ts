import { describe, expect, test } from '@jest/globals';
import { isInternalAddress } from '../../server/awards/internal-address.rules.js';
import { type InternalHosts, joinChanges, nextAttempt, subscriptionFaults, urlFault, yearsOf } from '../../server/awards/webhook.rules.js';
import { awardsMessages } from '../../server/awards/awards.messages.js';

const PUBLIC: InternalHosts = { hosts: [], isDemonstration: false };
const LISTED: InternalHosts = { hosts: ['thidua.noibo.example', '10.1.2.3', '127.0.0.1'], isDemonstration: false };
const DEMO: InternalHosts = { hosts: [], isDemonstration: true };

describe('where messages may be sent (A-2)', () => {
  test.each<[string, InternalHosts, keyof typeof awardsMessages | 'good']>([
    ['https://thidua.example/hook', PUBLIC, 'good'],
    ['https://thidua.example:8443/hook?a=b', PUBLIC, 'good'],
    ['https://1.1.1.1/hook', PUBLIC, 'good'],
    ['http://thidua.example/hook', PUBLIC, 'urlHttp'],
    ['http://thidua.noibo.example/hook', LISTED, 'urlHttp'],
    ['https://thidua.noibo.example/hook', LISTED, 'good'],
    ['https://lan:secret@thidua.example/hook', PUBLIC, 'urlLogin'],
    ['https://token@thidua.example/hook', PUBLIC, 'urlLogin'],
    ['ftp://thidua.example/hook', PUBLIC, 'url'],
    ['file:///etc/passwd', PUBLIC, 'url'],
    ['thidua.example/hook', PUBLIC, 'url'],
    ['', PUBLIC, 'url'],
    [`https://thidua.example/${'a'.repeat(2_000)}`, PUBLIC, 'url'],
    ['https://10.1.2.3/hook', PUBLIC, 'urlInternal'],
    ['https://10.1.2.3/hook', LISTED, 'good'],
    ['https://10.1.2.4/hook', LISTED, 'urlInternal'],
    ['https://169.254.169.254/latest/meta-data', PUBLIC, 'urlInternal'],
    ['https://0x7f.1/hook', PUBLIC, 'urlInternal'],
    ['https://2130706433/hook', PUBLIC, 'urlInternal'],
    ['https://[::1]/hook', PUBLIC, 'urlInternal'],
    ['https://[::ffff:10.0.0.1]/hook', PUBLIC, 'urlInternal'],
    ['https://localhost/hook', PUBLIC, 'urlInternal'],
    ['http://127.0.0.1:4010/hook', PUBLIC, 'urlHttp'],
    ['http://127.0.0.1:4010/hook', LISTED, 'good'],
    ['http://localhost:4010/hook', DEMO, 'good'],
    ['http://[::1]:4010/hook', DEMO, 'good'],
    ['http://10.1.2.3/hook', DEMO, 'urlHttp'],
    ['https://10.1.2.3/hook', DEMO, 'urlInternal'],
  ])('%s', (url, internal, expected) => {
    expect(urlFault(url, internal)?.message.text ?? 'good').toEqual(expected === 'good' ? 'good' : awardsMessages[expected]);
  });

  test.each([
    ['127.0.0.1', true],
    ['10.0.0.1', true],
    ['172.31.255.255', true],
    ['172.32.0.1', false],
    ['192.168.1.1', true],
    ['169.254.169.254', true],
    ['100.64.0.1', true],
    ['0.0.0.0', true],
    ['224.0.0.1', true],
    ['255.255.255.255', true],
    ['8.8.8.8', false],
    ['113.160.0.1', false],
    ['::', true],
    ['::1', true],
    ['::ffff:8.8.8.8', true],
    ['fe80::1%eth0', true],
    ['fd00::1', true],
    ['ff02::1', true],
    ['64:ff9b::a00:1', true],
    ['2002:a00:1::', true],
    ['2001:db8::1', true],
    ['2400:cb00::1', false],
    ['[2400:cb00::1]', false],
    ['no address', true],
  ])('%s is inside: %s', (address, expected) => expect(isInternalAddress(address)).toBe(expected));

  test('a subscription has a name that can be read', () => {
    const faults = (name: string) =>
      subscriptionFaults({ name, url: 'https://thidua.example' }, PUBLIC).map(({ code, path }) => `${code} ${path}`);
    expect(faults('Hệ thống thi đua')).toEqual([]);
    expect(faults('  ')).toEqual(['REQUIRED input,name']);
    expect(faults('a\u0000b')).toEqual(['INVALID input,name']);
    expect(faults('a'.repeat(101))).toEqual(['INVALID input,name']);
  });
});

test('a message is tried eight times, at longer and longer waits (A-2)', () => {
  const now = new Date('2026-11-25T02:00:00Z');
  const waits = [1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => {
    const next = nextAttempt(attempts, now);
    return next && (next.getTime() - now.getTime()) / 1000;
  });
  expect(waits).toEqual([5, 60, 300, 1_800, 7_200, 43_200, 86_400, null]);
});

test('orders are joined year by year, each officer once (A-2)', () => {
  const order = (year: number, officer: string) => ({ year, decisionIds: [`d-${officer}`], officerIds: [officer] });
  const joined = [order(2026, 'a'), order(2027, 'b'), order(2026, 'c'), order(2026, 'a')].reduce(joinChanges);
  expect(yearsOf(joined)).toEqual([
    { year: 2026, decisionIds: ['d-a', 'd-c'], officerIds: ['a', 'c'] },
    { year: 2027, decisionIds: ['d-b'], officerIds: ['b'] },
  ]);
});
