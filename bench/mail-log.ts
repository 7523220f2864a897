/**
 * Makes long mail logs out of the samples of real servers: 14 days are repeated 13 times with other dates, each of them 14 times with
 * other people, interleaved as they would have been written. Every copy has its own users, sessions and queue ids.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const BLOCKS = 13;
const DAYS_A_BLOCK = 14;
const CITIES = 14;
const DAY = 86_400_000;
const TEXT_A_WRITE = 1 << 22;

export const COPIES = BLOCKS * CITIES;
export const NEWEST_DAY = '2026-10-18';

interface Copy {
  /** Two letters or digits of its own. */
  mark: string;
  daysBack: number;
}

type Piece = string | ((copy: Copy) => string);

const sample = (name: string) => readFileSync(new URL(`../test/data/mail-logs/${name}`, import.meta.url), 'latin1');

function isoDay(text: string, { daysBack }: Copy): string {
  return new Date(Date.parse(text) - daysBack * DAY).toISOString().slice(0, 10);
}

function syslogDay(text: string, copy: Copy): string {
  const [, month, date] = isoDay(
    `2026-${String(MONTHS.indexOf(text.slice(0, 3)) + 1).padStart(2, '0')}-${text.slice(4).trim().padStart(2, '0')}`,
    copy,
  ).split('-');
  return `${MONTHS[Number(month) - 1]} ${String(Number(date)).padStart(2)}`;
}

/** Cuts a line where copies differ: at its date, its users, its sessions or queue ids. */
function pieces(line: string, pattern: RegExp, day: (text: string, copy: Copy) => string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const match of line.matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (match[1] !== undefined) {
      const text = match[1];
      found.push((copy) => day(text, copy));
    } else {
      found.push(line.slice(at, end), ({ mark }) => mark);
    }
    at = end;
  }
  return [...found, `${line.slice(at)}\n`];
}

const KINDS = {
  DOVECOT: { file: 'dovecot-14days.log', pattern: /^(\d{4}-\d\d-\d\d)|\bu\d\d(?=@example\.test)|\bsession=<(?!>)|\)<\d+></g, day: isoDay },
  POSTFIX: {
    file: 'postfix-14days.log',
    pattern: /^(\w{3} [ \d]\d)|\bu\d\d(?=@example\.test)|(?<=\]: )(?=[0-9A-F]{10,12}: )/g,
    day: syslogDay,
  },
};

export type LogKind = keyof typeof KINDS;

/** Writes the log; answers how many lines it has. */
export function writeMailLog(kind: LogKind, path: string): number {
  const { file, pattern, day } = KINDS[kind];
  const templates = sample(file)
    .trimEnd()
    .split('\n')
    .map((line) => pieces(line, pattern, day));
  const target = openSync(path, 'w');
  let text = '';
  for (let block = BLOCKS - 1; block >= 0; block--) {
    const copies = Array.from({ length: CITIES }, (_, city): Copy => {
      return { mark: (block * CITIES + city).toString(16).padStart(2, '0').toUpperCase(), daysBack: block * DAYS_A_BLOCK };
    });
    for (const template of templates) {
      for (const copy of copies) for (const piece of template) text += typeof piece === 'string' ? piece : piece(copy);
      if (text.length > TEXT_A_WRITE) {
        writeSync(target, text, null, 'latin1');
        text = '';
      }
    }
  }
  writeSync(target, text, null, 'latin1');
  closeSync(target);
  return templates.length * COPIES;
}

/** The counters the copies must add up to: those of the people behind the samples, once a copy. */
export function expectedCounters(): Record<string, number> {
  const [head, ...lines] = sample('ground-truth.csv')
    .trim()
    .replaceAll(/"[^"]*"/g, 'quoted')
    .split('\n');
  const names = head!.split(',');
  const sums: Record<string, number> = {};
  for (const line of lines) {
    line.split(',').forEach((value, i) => {
      if (['sent', 'read', 'logins', 'received', 'forwarded'].includes(names[i]!))
        sums[names[i]!] = (sums[names[i]!] ?? 0) + Number(value) * COPIES;
    });
  }
  return sums;
}
