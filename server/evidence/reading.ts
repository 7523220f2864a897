/**
 * What does one file say? Takes the bytes of an unpacked file in pieces and gives each line to its reader (evidence.md §2).
 * Memory stays flat: nothing is kept but the line that is not yet whole, counts a day, and kinds of quarantined lines.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { dayNumber } from '../kernel/calendar.js';
import type { ActSink, EvidenceFormat, Hash, Outcome, SourceSettings } from './act.rules.js';
import { holdsControls } from './control.rules.js';
import type { ForeignDomain } from './foreign-domains.rules.js';
import type { FileEnds } from './fragment.rules.js';
import { HeaderReader } from './header.rules.js';
import { HopthuDayReader, type ReportFault } from './hopthu-day.reader.js';
import type { LineReader } from './line-reader.js';
import { Quarantine, type QuarantineEntry, type QuarantineReason, sampleOf } from './quarantine.rules.js';
import { type LogFormat, logReader } from './readers.js';
import { StampReader } from './stamp.rules.js';
import { YearPlacement } from './year.rules.js';

/** The byte order mark of UTF-8, read as Latin-1. */
const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf';

function isBlank(text: string, from: number, end: number): boolean {
  let at = from;
  while (at < end && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09)) at++;
  return at === end;
}

/** A longer line is cut and quarantined, and reading goes on. */
export const LONGEST_LINE = 65_536;
const NEWLINE = 10;
const RETURN = 13;
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)/;
const LATER_CONTROL = /\xc2[\x80-\x9f]/;
const NO_BYTES: Buffer = Buffer.alloc(0);

export interface ReadingResult {
  lines: number;
  /** Lines that gave an act or a row: used or duplicate, which the merge tells apart. */
  acts: number;
  ignored: number;
  quarantined: number;
  quarantine: QuarantineEntry[];
  /** Understood lines of the mail system by city day: the days for which there is data (E-8). */
  days: Map<number, number>;
  hasFlagChanges: boolean;
  /** The domains met most often that the source does not serve. */
  foreignDomains: ForeignDomain[];
  /** Stamps without a year were guessed wrong: read the file again with this `yearShift`. */
  readAgainWith?: number;
  /** The whole file is refused. */
  refusal?: ReportFault | { kind: 'SPAN_TOO_LONG' };
  /** What is left over at its beginning and end, for joining with its neighbours. */
  ends: FileEnds;
}

export interface ReadingOptions {
  format: EvidenceFormat;
  settings: SourceSettings;
  /** The newest day the file can hold, for stamps without a year; `YYYY-MM-DD`. */
  newestDay: string;
  yearShift?: number;
  hash: Hash;
  sink: ActSink;
}

export class Reading {
  private carry: Buffer = NO_BYTES;
  private isSkipping = false;
  private lines = 0;
  private acts = 0;
  private ignored = 0;
  private readonly quarantine = new Quarantine();
  private readonly days = new Map<number, number>();
  private countedDay = Number.NaN;
  private countedLines = 0;
  private readonly years: YearPlacement;
  private readonly stamps: StampReader;
  private readonly header: HeaderReader;
  private readonly log: LineReader | undefined;
  private readonly report: HopthuDayReader | undefined;
  private readonly ends: FileEnds = {};
  private lastText = '';
  private lastStart = -1;
  private lastEnd = 0;

  constructor(private readonly options: ReadingOptions) {
    const { settings, hash, sink } = options;
    this.years = new YearPlacement(dayNumber(options.newestDay), options.yearShift);
    this.stamps = new StampReader(settings.timeZone, settings.cityZone, this.years);
    this.header = new HeaderReader(this.stamps);
    if (options.format === 'HOPTHU_DAY') this.report = new HopthuDayReader(settings, sink);
    else this.log = logReader(options.format as LogFormat, { settings, hash, sink, header: this.header });
  }

  get progress(): { lines: number; acts: number } {
    return { lines: this.lines, acts: this.acts };
  }

  push(chunk: Buffer): void {
    let bytes = this.carry.length ? this.continued(chunk) : chunk;
    if (this.isSkipping) {
      const lineEnd = bytes.indexOf(NEWLINE);
      if (lineEnd < 0) return;
      this.isSkipping = false;
      bytes = bytes.subarray(lineEnd + 1);
    }
    const last = bytes.lastIndexOf(NEWLINE);
    if (last >= 0) this.body(bytes.subarray(0, last + 1));
    const rest = withoutHole(last >= 0 ? bytes.subarray(last + 1) : bytes);
    if (rest.length > LONGEST_LINE) {
      this.lines++;
      this.quarantine.add(this.lines, 'TOO_LONG', '');
      this.isSkipping = true;
    } else if (rest.length) this.carry = Buffer.from(rest);
  }

  /** Reads the line begun in the piece before, and answers what follows it; only that line is copied. */
  private continued(chunk: Buffer): Buffer {
    const lineEnd = chunk.indexOf(NEWLINE);
    const whole = Buffer.concat([this.carry, lineEnd < 0 ? chunk : chunk.subarray(0, lineEnd + 1)]);
    this.carry = NO_BYTES;
    if (lineEnd < 0) return whole;
    this.body(whole);
    return chunk.subarray(lineEnd + 1);
  }

  end(): ReadingResult {
    if (this.carry.length) this.lastLine(this.carry);
    this.countDay(Number.NaN);
    if (this.lastStart >= 0 && this.stamps.read(this.lastText, this.lastStart, this.lastEnd) > 0) this.ends.last = this.stamps.instant();
    const { correction, isTooLong } = this.years.verdict();
    return {
      lines: this.lines,
      acts: this.acts,
      ignored: this.ignored,
      quarantined: this.quarantine.total,
      quarantine: this.quarantine.entries(),
      days: this.days,
      hasFlagChanges: this.log?.hasFlagChanges ?? false,
      foreignDomains: (this.log ?? this.report)?.foreign.most() ?? [],
      readAgainWith: correction === 0 || isTooLong ? undefined : (this.options.yearShift ?? 0) + correction,
      refusal: isTooLong ? { kind: 'SPAN_TOO_LONG' } : this.report?.fault,
      ends: this.ends,
    };
  }

  /** A report's last row is whole; a log's last line without a line end is pending. */
  private lastLine(bytes: Buffer): void {
    if (this.report) {
      this.body(Buffer.concat([bytes, Buffer.from('\n')]));
      return;
    }
    this.lines++;
    this.ignored++;
    this.ends[this.lines === 1 ? 'middle' : 'tail'] = bytes.toString('latin1');
  }

  /** Whole lines, each with its line end. */
  private body(bytes: Buffer): void {
    const text = bytes.toString('latin1');
    const isPlain = isAscii(bytes);
    const isClean = (!holdsControls(bytes) || !CONTROL.test(text)) && (isPlain || (isUtf8(bytes) && !LATER_CONTROL.test(text)));
    for (let start = 0; start < text.length;) {
      const lineEnd = text.indexOf('\n', start);
      let from = start;
      const end = lineEnd > from && text.charCodeAt(lineEnd - 1) === RETURN ? lineEnd - 1 : lineEnd;
      this.lines++;
      if (!isClean) while (from < end && text.charCodeAt(from) === 0) from++;
      if (this.lines === 1 && this.log && text.startsWith(BYTE_ORDER_MARK, from)) from += BYTE_ORDER_MARK.length;
      const fault = end - from > LONGEST_LINE ? 'TOO_LONG' : isClean ? undefined : faultOf(bytes, text, from, end);
      if (fault) this.set('QUARANTINED', fault, text, from, end);
      else if (this.report) this.reportLine(this.report, text, from, end);
      else if (isBlank(text, from, end)) this.set('BLANK', 'UNKNOWN_FORM', text, from, end);
      else this.set(this.log!.line(text, from, end), this.log!.reason, text, from, end);
      start = lineEnd + 1;
    }
  }

  private reportLine(report: HopthuDayReader, text: string, from: number, end: number): void {
    const outcome = report.line(text.slice(from, end));
    if (outcome === undefined) this.lines--;
    else {
      if (outcome === 'QUARANTINED') this.quarantine.add(this.lines, report.reason, '');
      else if (outcome === 'ACT') this.acts++;
      else this.ignored++;
      if (outcome === 'ACT' || (outcome === 'IGNORED' && !report.fault)) this.countDay(report.day);
    }
  }

  private set(outcome: Outcome, reason: QuarantineReason, text: string, from: number, end: number): void {
    if (this.log && this.lines === 1 && (outcome === 'QUARANTINED' || outcome === 'BLANK')) this.ends.head = text.slice(from, end);
    if (outcome === 'QUARANTINED') {
      this.quarantine.add(
        this.lines,
        reason,
        reason === 'TOO_LONG' || reason === 'NOT_UTF8' || reason === 'CONTROL_CHARACTER' ? '' : sampleOf(text.slice(from, end)),
      );
      return;
    }
    if (outcome === 'ACT') this.acts++;
    else this.ignored++;
    if (outcome === 'BLANK') return;
    if (this.ends.first === undefined) this.ends.first = this.stamps.instant();
    this.lastText = text;
    this.lastStart = from;
    this.lastEnd = end;
    if (outcome !== 'FOREIGN') this.countDay(this.header.day);
  }

  /** Lines of a day come in runs, so the map is touched once a run. */
  private countDay(day: number): void {
    if (day === this.countedDay) {
      this.countedLines++;
      return;
    }
    if (this.countedLines) this.days.set(this.countedDay, (this.days.get(this.countedDay) ?? 0) + this.countedLines);
    this.countedDay = day;
    this.countedLines = 1;
    if (Number.isNaN(day)) this.countedLines = 0;
  }
}

/** Leading NULs are a hole left by a crash: what follows is read. */
function withoutHole(bytes: Buffer): Buffer {
  let from = 0;
  while (from < bytes.length && bytes[from] === 0) from++;
  return from ? bytes.subarray(from) : bytes;
}

function faultOf(bytes: Buffer, text: string, from: number, end: number): QuarantineReason | undefined {
  const line = text.slice(from, end);
  if (CONTROL.test(line) || line.endsWith('\r')) return 'CONTROL_CHARACTER';
  const raw = bytes.subarray(from, end);
  if (isAscii(raw)) return undefined;
  if (!isUtf8(raw)) return 'NOT_UTF8';
  return LATER_CONTROL.test(line) ? 'CONTROL_CHARACTER' : undefined;
}

/** Days after a neighbour within which a joined line was written: half a year either way finds its year. */
const NEAR = 180;
const DAY = 86_400_000;

/** Reads one line put together of two files' ends; undefined unless it parses to its end. `near`: milliseconds of a neighbouring line. */
export function readJoined(line: string, near: number | undefined, options: ReadingOptions): { instant: number } | undefined {
  const newestDay = near === undefined ? options.newestDay : new Date(near + NEAR * DAY).toISOString().slice(0, 10);
  const reading = new Reading({ ...options, newestDay, yearShift: 0 });
  reading.push(Buffer.from(`${line}\n`, 'latin1'));
  const { ends, quarantined, lines } = reading.end();
  return lines === 1 && quarantined === 0 && ends.head === undefined && ends.first !== undefined ? { instant: ends.first } : undefined;
}
