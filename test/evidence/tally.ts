/** Counters as the merge works them out, without a database: for tables of lines and for comparing ways to cut a log. */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Act, ActSink, DayRow, EvidenceFormat, SourceSettings } from '../../server/evidence/act.rules.js';
import { type FileEnds, joinEnds } from '../../server/evidence/fragment.rules.js';
import { readJoined, Reading, type ReadingOptions, type ReadingResult } from '../../server/evidence/reading.js';
import { dayOfNumber } from '../../server/kernel/calendar.js';

export const hash = (text: string): bigint => createHmac('sha256', 'test').update(text).digest().readBigInt64LE();

export const SETTINGS: SourceSettings = {
  mailDomains: new Set(['example.test']),
  timeZone: 'Asia/Ho_Chi_Minh',
  cityZone: 'Asia/Ho_Chi_Minh',
};

export const sample = (name: string): Buffer => readFileSync(new URL(`../data/mail-logs/${name}`, import.meta.url));

export class Tally {
  readonly results: ReadingResult[] = [];
  private readonly acts = new Map<string, { act: Act; n: number }>();
  private readonly rows = new Map<string, DayRow>();
  private readonly dropped = new Set<bigint>();
  private readonly files: (FileEnds & { place: number })[] = [];
  private readonly joined: Act[] = [];

  constructor(
    private readonly format: EvidenceFormat,
    private readonly settings: SourceSettings = SETTINGS,
    private readonly newestDay = '2026-10-18',
  ) {}

  add(content: Buffer | string, pieceSize = 65_536): ReadingResult {
    const bytes = Buffer.from(content as string);
    let result: ReadingResult;
    let acts: Act[];
    let yearShift = 0;
    for (;;) {
      acts = [];
      const reading = new Reading({ ...this.options((act) => acts.push(act)), yearShift });
      for (let at = 0; at < bytes.length; at += pieceSize) reading.push(bytes.subarray(at, at + pieceSize));
      result = reading.end();
      if (result.readAgainWith === undefined) break;
      yearShift = result.readAgainWith;
    }
    this.results.push(result);
    if (result.refusal) return result;
    const counts = new Map<string, number>();
    for (const act of acts) {
      const n = act.isOnce ? 1 : (counts.get(String(act.identity)) ?? 0) + 1;
      counts.set(String(act.identity), n);
      this.acts.set(`${act.identity} ${n}`, { act, n });
    }
    this.files.push({ ...result.ends, place: this.files.length });
    return result;
  }

  /** `date,address,sent,read,logins,received,forwarded` lines in order; days with nothing left out. */
  csv(): string[] {
    this.join();
    const totals = new Map<string, number[]>();
    const count = (act: Act, day: number) => {
      const key = `${dayOfNumber(day)},${act.address}`;
      const row = totals.get(key) ?? [0, 0, 0, 0, 0];
      row[['sent', 'read', 'logins', 'received', 'forwarded'].indexOf(act.counter)]!++;
      totals.set(key, row);
    };
    const firstReads = new Map<bigint, Act>();
    const known = new Map([...this.acts].map(([key, { act }]) => [key, act]));
    for (const act of this.joined) if (!known.has(`${act.identity} 1`)) known.set(`${act.identity} 1`, act);
    for (const act of known.values()) {
      if (act.session !== undefined && this.dropped.has(act.session)) continue;
      if (act.message === undefined) count(act, act.day);
      else if (!firstReads.has(act.message) || firstReads.get(act.message)!.day > act.day) firstReads.set(act.message, act);
    }
    for (const act of firstReads.values()) count(act, act.day);
    for (const row of this.rows.values()) {
      const numbers = [row.sent, row.read, row.logins, row.received, row.forwarded];
      if (numbers.some(Boolean)) totals.set(`${dayOfNumber(row.day)},${row.address}`, numbers);
    }
    return [...totals].map(([key, numbers]) => `${key},${numbers.join(',')}`).sort();
  }

  private join(): void {
    this.joined.length = 0;
    for (const { line, near } of joinEnds(this.files, (text, at) =>
      readJoined(
        text,
        at,
        this.options(() => {}),
      ),
    )) {
      readJoined(
        line,
        near,
        this.options((act) => this.joined.push(act)),
      );
    }
  }

  private options(act: (act: Act) => void): ReadingOptions {
    const sink: ActSink = {
      act,
      dropSession: (session) => this.dropped.add(session),
      row: (row) => this.rows.set(`${row.day} ${row.address}`, row),
    };
    return { format: this.format, settings: this.settings, newestDay: this.newestDay, hash, sink };
  }
}

/** The five counters of a single line, or what became of it: for tables. */
export function whatOf(format: EvidenceFormat, line: string, settings: Partial<SourceSettings> = {}): string {
  const tally = new Tally(format, { ...SETTINGS, ...settings });
  const result = tally.add(`${line}\n`);
  if (result.quarantined) return `quarantined ${result.quarantine[0]!.reason}`;
  const [row] = tally.csv();
  if (!row) return 'ignored';
  const [, address, ...numbers] = row.split(',');
  return `${['sent', 'read', 'login', 'received', 'forwarded'][numbers.indexOf('1')]} ${address}`;
}
