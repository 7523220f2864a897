/**
 * What does a cell of an imported spreadsheet mean? Cells become typed values or reasons; a reason names the column.
 */
import type { Day } from '../kernel/calendar.js';
import { dayNumber, isDay } from '../kernel/calendar.js';
import { dateIn, type Message, type Text, type Values } from '../kernel/language.js';
import type { RefusalCode } from '../kernel/refusal.js';
import { mailAddress } from './address.rules.js';
import type { TextDefect } from '../kernel/name.rules.js';
import { cleanText, nameDefect, textDefect } from '../kernel/name.rules.js';
import { ROW, TEXT_DEFECTS } from './registry-import.messages.js';
import type { SheetRow } from './spreadsheet.rules.js';

/** The column of a reason that concerns the row as a whole. */
export const WHOLE_ROW = '(row)';

export interface RowReason {
  code: RefusalCode;
  column: string;
  message: Message;
}

export type RowWarning = Omit<RowReason, 'code'>;

export const IMPORT_OUTCOMES = ['ACCEPTED', 'ACCEPTED_WITH_WARNING', 'UNCHANGED', 'REFUSED'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** What becomes of one row, as the report shows it. */
export interface PlannedRow<Change> {
  row: number;
  line: number;
  /** Code of the officer or agency, as far as it could be read. */
  subject: string | null;
  outcome: ImportOutcome;
  /** Why it is refused; the first is the one shown in a table. */
  reasons: RowReason[];
  warnings: RowWarning[];
  /** What to write; null when refused or unchanged. */
  change: Change | null;
}

export function countOutcomes(rows: readonly PlannedRow<unknown>[]): Record<ImportOutcome, number> {
  const counts = { ACCEPTED: 0, ACCEPTED_WITH_WARNING: 0, UNCHANGED: 0, REFUSED: 0 };
  for (const { outcome } of rows) counts[outcome]++;
  return counts;
}

/** A day as it stands in a sentence, in both languages: 01/01/2099. */
export const shownDay = (day: Day): string => dateIn('vi', day);

const FUTURE_DAYS = 366;
// Not trim(): it takes a byte order mark in the middle of a file for a space.
const SPACE_AT_ENDS = /^[^\S\ufeff]+|[^\S\ufeff]+$/g;
const YES = new Set(['true', '1', 'có', 'x', 'yes']);
const NO = new Set(['false', '0', 'không', '', 'no']);
const CODE = /^[A-Z0-9Đ][A-Z0-9Đ._/-]{0,31}$/;
const DAY_MONTH_YEAR = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** `2013-03-05` or `5/3/2013` (day before month); undefined for anything else and for days that do not exist. */
export function dayOfText(text: string): Day | undefined {
  const parts = DAY_MONTH_YEAR.exec(text);
  const day = parts ? `${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}` : text;
  return isDay(day) ? day : undefined;
}

/** The cells of one row by column, collecting reasons as they are read. */
export class RowReader {
  readonly reasons: RowReason[] = [];
  private readonly cells: ReadonlyMap<string, string>;

  constructor(columns: readonly string[], row: SheetRow) {
    this.cells = new Map(columns.map((column, i) => [column, row.cells?.[i] ?? '']));
    if (row.defect) this.reasons.push({ code: 'INVALID', column: WHOLE_ROW, message: row.defect });
  }

  refuse(column: string, code: RefusalCode, text: Text, values?: Values): undefined {
    this.reasons.push({ code, column, message: values ? { text, values } : { text } });
    return undefined;
  }

  has(column: string): boolean {
    return this.cells.has(column);
  }

  private raw(column: string): string {
    return this.cells.get(column) ?? '';
  }

  /** The cell without spaces at its ends (also no-break spaces), NFC. */
  plain(column: string): string {
    return cleanText(this.raw(column)).replace(SPACE_AT_ENDS, '');
  }

  private cleaned(column: string, defectOf: (text: string) => TextDefect | undefined): string | undefined {
    const text = cleanText(this.raw(column));
    const defect = text ? defectOf(text) : undefined;
    return defect ? this.refuse(column, 'INVALID', TEXT_DEFECTS[defect]) : text;
  }

  /** A name of a person; required. */
  name(column: string): string {
    const name = this.cleaned(column, nameDefect);
    if (name === '') this.refuse(column, 'REQUIRED', ROW.required);
    return name ?? '';
  }

  /** A text a person will read, null when the cell is empty. */
  text(column: string): string | null {
    return this.cleaned(column, textDefect) || null;
  }

  requiredText(column: string): string {
    const text = this.cleaned(column, textDefect);
    if (text === '') this.refuse(column, 'REQUIRED', ROW.required);
    return text ?? '';
  }

  /** A code in capitals; null when the cell is empty. */
  optionalCode(column: string): string | null {
    const code = this.plain(column).toUpperCase();
    if (!code) return null;
    return CODE.test(code) ? code : (this.refuse(column, 'INVALID', ROW.code) ?? null);
  }

  code(column: string): string {
    if (!this.plain(column)) this.refuse(column, 'REQUIRED', ROW.required);
    return this.optionalCode(column) ?? '';
  }

  /** A day not later than today + 366 days; null when the cell is empty. */
  optionalDay(column: string, today: Day): Day | null {
    const value = this.plain(column);
    if (!value) return null;
    const day = dayOfText(value);
    if (!day) return this.refuse(column, 'INVALID', ROW.date, { value: shown(value) }) ?? null;
    if (dayNumber(day) > dayNumber(today) + FUTURE_DAYS)
      return this.refuse(column, 'INVALID', ROW.dateFar, { value: shownDay(day) }) ?? null;
    return day;
  }

  day(column: string, today: Day): Day {
    if (!this.plain(column)) this.refuse(column, 'REQUIRED', ROW.required);
    return this.optionalDay(column, today) ?? '';
  }

  /** Yes or no in the words known; anything else is refused and never read as no. */
  yes(column: string): boolean {
    const value = this.plain(column);
    const word = value.toLowerCase();
    if (!YES.has(word) && !NO.has(word)) this.refuse(column, 'INVALID', ROW.leader, { value: shown(value) });
    return YES.has(word);
  }

  address(column: string): string | null {
    const value = this.plain(column);
    if (!value) return null;
    return mailAddress(value) ?? this.refuse(column, 'INVALID', ROW.address, { value: shown(value) }) ?? null;
  }
}

/** A value as a message repeats it: short, without characters that cannot be seen. */
export function shown(value: string): string {
  return value.replace(/[\p{C}\p{Default_Ignorable_Code_Point}]/gu, '?').slice(0, 60);
}
