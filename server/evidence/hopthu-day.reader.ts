/**
 * What does a file of day rows say (evidence.md §8)? CSV with a header, or one JSON object a line; each row is the whole of one day of one address.
 */
import { dayNumber, isDay } from '../kernel/calendar.js';
import type { ActSink, DayRow, Outcome, SourceSettings } from './act.rules.js';
import { AddressReader, SERVED } from './address.rules.js';
import type { ForeignDomains } from './foreign-domains.rules.js';
import type { QuarantineReason } from './quarantine.rules.js';

const NUMBERS = ['sent', 'read', 'logins', 'received', 'forwarded'] as const;
const COLUMNS = ['date', 'address', ...NUMBERS, 'polled'];
const LARGEST = 1_000_000;

/** The file as a whole cannot be read. */
export interface ReportFault {
  kind: 'UNKNOWN_COLUMN' | 'MISSING_COLUMN' | 'NOT_A_REPORT';
  columns: string;
}

export class HopthuDayReader {
  reason: QuarantineReason = 'BAD_ROW';
  fault: ReportFault | undefined;
  /** The day of the row read last. */
  day = 0;
  private columns: string[] | undefined;
  private isJson = false;
  private readonly addresses: AddressReader;

  constructor(
    settings: SourceSettings,
    private readonly sink: Pick<ActSink, 'row'>,
  ) {
    this.addresses = new AddressReader(settings);
  }

  get foreign(): ForeignDomains {
    return this.addresses.foreign;
  }

  /** Undefined for the header, which is no row. `row` is one line as Latin-1. */
  line(row: string): Outcome | undefined {
    const text = row.startsWith('\u00ef\u00bb\u00bf') ? row.slice(3) : row;
    if (text.trim() === '') return 'BLANK';
    if (!this.columns && !this.isJson) {
      this.isJson = text.trimStart().startsWith('{');
      if (!this.isJson) {
        this.readHeader(text);
        return undefined;
      }
    }
    if (this.fault) return 'IGNORED';
    return this.isJson ? this.jsonRow(text) : this.csvRow(text);
  }

  private readHeader(text: string): void {
    const names = cellsOf(text)?.map((name) => name.trim().toLowerCase());
    if (!names || !names.includes('address')) {
      this.fault = names?.includes('date') ? { kind: 'MISSING_COLUMN', columns: 'address' } : { kind: 'NOT_A_REPORT', columns: '' };
    } else if (!names.includes('date')) this.fault = { kind: 'MISSING_COLUMN', columns: 'date' };
    else this.checkColumns(names);
    this.columns = names ?? [];
  }

  private checkColumns(names: string[]): void {
    const unknown = names.filter((name, i) => !COLUMNS.includes(name) || names.indexOf(name) !== i);
    if (unknown.length) this.fault = { kind: 'UNKNOWN_COLUMN', columns: unknown.slice(0, 5).map(columnName).join(', ') };
  }

  private csvRow(text: string): Outcome {
    const cells = cellsOf(text);
    if (!cells || cells.length !== this.columns!.length) return 'QUARANTINED';
    return this.keep((name) => cells[this.columns!.indexOf(name)]?.trim() ?? '');
  }

  private jsonRow(text: string): Outcome {
    let value: unknown;
    try {
      value = JSON.parse(Buffer.from(text, 'latin1').toString('utf8'));
    } catch {
      return 'QUARANTINED';
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'QUARANTINED';
    const fields = value as Record<string, unknown>;
    this.checkColumns(Object.keys(fields));
    if (this.fault) return 'IGNORED';
    if (Object.values(fields).some((field) => field !== null && !['string', 'number', 'boolean'].includes(typeof field)))
      return 'QUARANTINED';
    const latin1 = (name: string) => {
      const field = Object.hasOwn(fields, name) ? (fields[name] ?? '') : '';
      return Buffer.from(String(field), 'utf8').toString('latin1');
    };
    return this.keep(latin1);
  }

  private keep(cell: (name: string) => string): Outcome {
    const date = cell('date');
    if (!isDay(date)) return 'QUARANTINED';
    const day = dayNumber(date);
    const who = this.addresses.read(cell('address'));
    if (!who.address) return 'QUARANTINED';
    const numbers = NUMBERS.map((name) => wholeNumber(cell(name)));
    const polled = cell('polled');
    if (numbers.some((n) => n === undefined) || !['', '0', '1', 'true', 'false'].includes(polled)) return 'QUARANTINED';
    this.day = day;
    if (who.kind !== SERVED) return 'IGNORED';
    const [sent, read, logins, received, forwarded] = numbers as number[];
    const row: DayRow = {
      address: who.address,
      day,
      sent: sent!,
      read: read!,
      logins: logins!,
      received: received!,
      forwarded: forwarded!,
      isPolled: polled === '1' || polled === 'true',
    };
    this.sink.row(row);
    return 'ACT';
  }
}

function wholeNumber(text: string): number | undefined {
  if (text === '') return 0;
  const value = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  return value <= LARGEST ? value : undefined;
}

/** A column's name may be anything a person typed into the first line: shown only when it looks like a name. */
function columnName(name: string): string {
  return /^[\p{L}\d_ :.-]{1,40}$/u.test(Buffer.from(name, 'latin1').toString('utf8')) ? Buffer.from(name, 'latin1').toString('utf8') : '…';
}

/** The cells of one CSV line; undefined when a quote does not close. */
function cellsOf(line: string): string[] | undefined {
  if (!line.includes('"')) return line.split(',');
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*(?=,|$)/.exec(line.slice(at));
    const cell = quoted ?? /^[^,"]*(?=,|$)/.exec(line.slice(at));
    if (!cell) return undefined;
    cells.push(quoted ? quoted[1]!.replaceAll('""', '"') : cell[0]);
    at += cell[0].length;
    if (at >= line.length) return cells;
    at++;
  }
}
