import { describe, expect, test } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { Readable } from 'node:stream';
import { unpack } from '../../server/evidence/unpack.js';
import { SETTINGS, sample, Tally } from './tally.js';

const expectedOf = (name: string) => sample(name).toString('utf8').trim().split('\n').slice(1).sort();
const MONITORED = { ...SETTINGS, ignoredAddresses: ['203.0.113.250'] };

describe('The Dovecot 2.4 sample', () => {
  test('gives the expected counters and two quarantined lines (E-2, E-4, E-7)', () => {
    const tally = new Tally('DOVECOT', MONITORED, '2026-10-11');
    const result = tally.add(sample('dovecot-2.4.log'));
    expect(result).toMatchObject({ lines: 60, quarantined: 2 });
    expect(result.acts + result.ignored + result.quarantined).toBe(60);
    expect(tally.csv()).toEqual(expectedOf('dovecot-2.4.expected.csv'));
  });

  test('keeps no password and no login of the quarantined lines (E-7)', () => {
    const tally = new Tally('DOVECOT', MONITORED, '2026-10-11');
    const text = JSON.stringify(tally.add(sample('dovecot-2.4.log')).quarantine);
    expect(text).not.toMatch(/Test-Pass|linh|203\./);
  });
});

describe('The hopthu-day samples', () => {
  test.each([
    ['hopthu-day.csv', 2],
    ['hopthu-day.ndjson', 0],
  ])('%s gives the expected counters and %i quarantined rows', (name, quarantined) => {
    const tally = new Tally('HOPTHU_DAY', SETTINGS, '2026-10-11');
    const result = tally.add(sample(name));
    expect(result.quarantined).toBe(quarantined);
    expect(result.acts + result.ignored + result.quarantined).toBe(result.lines);
    expect(tally.csv()).toEqual(expectedOf('hopthu-day.expected.csv'));
  });
});

describe('Fourteen days of real servers (G-14)', () => {
  const inUtc = { ...SETTINGS, timeZone: 'UTC' };
  const dovecot = new Tally('DOVECOT', inUtc);
  const postfix = new Tally('POSTFIX', inUtc);
  const read = dovecot.add(sample('dovecot-14days.log'));
  const sent = postfix.add(sample('postfix-14days.log'));

  test('no line is quarantined and every line has one outcome', () => {
    expect([read.quarantine, sent.quarantine]).toEqual([[], []]);
    expect(read).toMatchObject({ lines: 3742, acts: 3742 - read.ignored });
    expect(sent).toMatchObject({ lines: 1880, acts: 1880 - sent.ignored });
  });

  test('at least 99 % of officer-days equal ground truth in all five counters', () => {
    const found = new Map<string, number[]>();
    for (const line of [...dovecot.csv(), ...postfix.csv()]) {
      const [date, address, ...numbers] = line.split(',');
      const known = found.get(`${date},${address}`) ?? [0, 0, 0, 0, 0];
      found.set(
        `${date},${address}`,
        known.map((n, i) => n + Number(numbers[i])),
      );
    }
    const truth = sample('ground-truth.csv').toString('utf8').trim().split('\n').slice(1);
    const wrong = truth.filter((line) => {
      const [, date, address, numbers] = /^([^,]*),([^,]*),(?:"[^"]*"|[^,]*),(.*)$/.exec(line)!;
      return (found.get(`${date},${address}`) ?? [0, 0, 0, 0, 0]).join(',') !== numbers;
    });
    expect(truth).toHaveLength(280);
    expect(wrong.length / truth.length).toBeLessThanOrEqual(0.01);
  });

  test('no failed login is counted: the attacked mailbox submitted exactly what its owner sent (E-4)', () => {
    const ofVictim = (lines: string[], column: number) =>
      lines.filter((line) => line.includes(',u01@')).reduce((sum, line) => sum + Number(line.split(',')[column]), 0);
    const truth = sample('ground-truth.csv')
      .toString('utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.replace(/"[^"]*"/, 'habit'));
    expect(ofVictim(postfix.csv(), 2)).toBe(ofVictim(truth, 3));
    expect(ofVictim(dovecot.csv(), 4)).toBe(ofVictim(truth, 5));
  });

  test('mail sent on by alias or filter is forwarded and never sent or read (E-4)', () => {
    const lines = [...dovecot.csv(), ...postfix.csv()].filter((line) => /,u1[23]@/.test(line));
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter((line) => !/^[^,]*,[^,]*,0,0,0,0,[1-9]/.test(line))).toEqual([]);
  });
});

describe('Packed files', () => {
  const unpacked = async (content: Buffer) => {
    const parts: Buffer[] = [];
    for await (const part of unpack(Readable.from([content]))) parts.push(part);
    return Buffer.concat(parts);
  };
  const log = sample('postfix-14days.log');

  test('gzip is known by its first bytes, also with several members', async () => {
    expect((await unpacked(gzipSync(log))).equals(log)).toBe(true);
    const members = Buffer.concat([gzipSync(log.subarray(0, 999)), gzipSync(log.subarray(999))]);
    expect((await unpacked(members)).equals(log)).toBe(true);
    expect((await unpacked(log)).equals(log)).toBe(true);
  });

  test.each([
    ['zip', [0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0]],
    ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 0]],
  ])('%s is refused', async (_name, bytes) => {
    await expect(unpacked(Buffer.from(bytes))).rejects.toThrow('packed as');
  });

  test('a gzip file that is torn is an error, not a shorter log', async () => {
    await expect(unpacked(gzipSync(log).subarray(0, 5000))).rejects.toThrow();
  });
});
