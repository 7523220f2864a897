import { describe, expect, test } from '@jest/globals';
import { SETTINGS, Tally } from './tally.js';

const LOGIN = 'imap-login: Logged in: user=<lan@example.test>, rip=127.0.0.1, session=<s>';
const daysOf = (lines: string[], settings = {}, newestDay = '2026-10-18') => {
  const tally = new Tally('DOVECOT', { ...SETTINGS, ...settings }, newestDay);
  const result = tally.add(`${lines.join('\n')}\n`);
  return { days: tally.csv().map((row) => row.slice(0, 10)), result };
};

describe('Header forms (evidence.md §2)', () => {
  test.each([
    ['2026-10-04T19:30:00.013475+0000 ', '2026-10-05'],
    ['2026-10-04 19:30:00Z ', '2026-10-05'],
    ['2026-10-05T15:17:00+07:00 mail dovecot[812]: ', '2026-10-05'],
    ['2026-10-05T23:59:59.999999999-03:30 mail dovecot: ', '2026-10-06'],
    ['2026-10-05 23:59:59,123 ', '2026-10-05'],
    ['<22>1 2026-10-04T19:30:00Z mail dovecot 812 - - ', '2026-10-05'],
    ['<22>1 2026-10-04T16:30:00.5Z - dovecot - ID47 [x@1 y="z"] ', '2026-10-04'],
    ['Oct  5 08:17:00 mail dovecot: ', '2026-10-05'],
    ['Oct  5 08:17:00 dovecot[1]: ', '2026-10-05'],
    ['Oct 05 08:17:00 ', '2026-10-05'],
    ['dovecot: Oct 05 08:17:00 Info: ', '2026-10-05'],
    ['@400000004c91b044077a9e94 ', '2010-09-16'],
  ])('%s is read as %s in the city', (header, day) => expect(daysOf([header + LOGIN]).days).toEqual([day]));

  test.each([
    ['Feb 30 08:17:00 mail dovecot: ', 'BAD_DATE'],
    ['Oct  5 25:17:00 mail dovecot: ', 'BAD_DATE'],
    ['2026-02-29T08:17:00Z mail dovecot: ', 'BAD_DATE'],
    ['Feb 29 08:17:00 mail dovecot: ', 'BAD_DATE'],
    ['Otc  5 08:17:00 mail dovecot: ', 'NO_HEADER'],
    ['', 'NO_HEADER'],
    ['2026-10-05T15:17:00+99:00 mail dovecot: ', 'NO_HEADER'],
    ['Oct  5 08:17:00 mail and nothing more ', 'UNKNOWN_FORM'],
  ])('%s is quarantined as %s', (header, reason) => {
    expect(daysOf([header + LOGIN]).result.quarantine).toMatchObject([{ reason, count: 1 }]);
  });

  test('daylight saving of a foreign zone is the library’s, the repeated hour its earlier reading (E-9)', () => {
    const berlin = { timeZone: 'Europe/Berlin', cityZone: 'Europe/London' };
    const at = (stamp: string) => daysOf([`${stamp} ${LOGIN}`], berlin).days[0];
    expect(at('2026-07-01 00:59:00')).toBe('2026-06-30');
    expect(at('2026-07-01 01:00:00')).toBe('2026-07-01');
    expect(at('2026-12-01 00:59:00')).toBe('2026-11-30');
    const repeated = { timeZone: 'Europe/Berlin', cityZone: '-00:30' };
    expect(daysOf([`2026-10-25 02:15:00 ${LOGIN}`], repeated).days).toEqual(['2026-10-24']);
    expect(daysOf([`2026-10-25 03:15:00 ${LOGIN}`], repeated).days).toEqual(['2026-10-25']);
  });
});

describe('Stamps without a year (evidence.md §2)', () => {
  const on = (date: string, session: string) => `${date} 08:17:00 mail dovecot: ${LOGIN.replace('<s>', `<${session}>`)}`;

  test('the newest possible year that is not after the newest day and one more', () => {
    expect(daysOf([on('Oct 19', 'a')]).days).toEqual(['2026-10-19']);
    expect(daysOf([on('Oct 20', 'a')]).days).toEqual(['2025-10-20']);
  });

  test('a file may cross the new year and hold lines out of order', () => {
    const lines = [on('Dec 31', 'a'), on('Jan  2', 'b'), on('Dec 30', 'c'), on('Jan  1', 'd')];
    expect(daysOf(lines, {}, '2027-01-02').days).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
    expect(daysOf([...lines].reverse(), {}, '2027-01-02').days).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
  });

  test('a first guess that a later line disproves is read again', () => {
    expect(daysOf([on('Oct  5', 'a'), on('Nov 20', 'b')]).days).toEqual(['2025-10-05', '2025-11-20']);
  });

  test('a span over six months is refused', () => {
    const lines = [on('Jan  5', 'a'), on('Apr  5', 'b'), on('Jul 15', 'c')];
    expect(daysOf(lines).result.refusal).toEqual({ kind: 'SPAN_TOO_LONG' });
  });

  test('an impossible date takes no part in finding the year', () => {
    const { days, result } = daysOf([on('Oct  5', 'a'), on('Feb 31', 'b'), on('Oct  6', 'c')]);
    expect(days).toEqual(['2026-10-05', '2026-10-06']);
    expect(result.quarantined).toBe(1);
  });
});

describe('Bytes of a line (evidence.md §2)', () => {
  const good = `Oct  5 08:17:00 mail dovecot: ${LOGIN}`;
  const read = (content: Buffer) => {
    const tally = new Tally('DOVECOT');
    const result = tally.add(content);
    return {
      lines: result.lines,
      ignored: result.ignored,
      found: tally.csv().length,
      reasons: result.quarantine.map(({ reason }) => reason),
    };
  };
  const bytes = (...parts: (string | Buffer)[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));

  test.each([
    ['CRLF is accepted', bytes(good, '\r\n'), { lines: 1, ignored: 0, found: 1, reasons: [] }],
    ['leading NULs are dropped, however many', bytes(Buffer.alloc(200_000), good, '\n'), { lines: 1, ignored: 0, found: 1, reasons: [] }],
    [
      'another control character',
      bytes(good.replace('mail', 'ma\u0007il'), '\n'),
      { lines: 1, ignored: 0, found: 0, reasons: ['CONTROL_CHARACTER'] },
    ],
    [
      'a return within the line',
      bytes(good.replace('mail', 'ma\ril'), '\n'),
      { lines: 1, ignored: 0, found: 0, reasons: ['CONTROL_CHARACTER'] },
    ],
    [
      'bytes that are not UTF-8',
      bytes(good, Buffer.from([0xff]), '\n', good, '\n'),
      { lines: 2, ignored: 0, found: 1, reasons: ['NOT_UTF8'] },
    ],
    ['a line over 64 KB, and on', bytes('x'.repeat(300_000), '\n', good, '\n'), { lines: 2, ignored: 0, found: 1, reasons: ['TOO_LONG'] }],
    ['a blank line is ignored', bytes('\n\r\n', good, '\n'), { lines: 3, ignored: 2, found: 1, reasons: [] }],
    ['a last line without line end is pending', bytes(good), { lines: 1, ignored: 1, found: 0, reasons: [] }],
  ])('%s', (_title, content, expected) => expect(read(content)).toEqual(expected));
});
