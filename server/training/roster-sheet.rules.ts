/**
 * The list of a class as a sheet that people fill in: which column is what, and what a mark in a cell says. Heads are understood in
 * Vietnamese and English, with or without diacritics; marks are CM M CP V, the names of the schema, or words. A lone P is refused: in
 * Vietnamese lists it means excused, in English ones present.
 */
import type { Message } from '../kernel/language.js';
import { searchKey } from '../kernel/name.rules.js';
import { momentIn } from './moment-words.rules.js';
import { SHEET_TEXTS } from './roster-sheet.messages.js';
import type { AttendanceMark } from './vocabulary.js';

export interface SheetSession {
  id: string;
  startsAt: Date;
}

export interface SheetColumns {
  code: number;
  /** Column of the class's reference; -1: there is none. */
  reference: number;
  /** Column → session. */
  sessions: ReadonlyMap<number, SheetSession>;
  /** Heads of columns that are not read. */
  ignored: string[];
}

const CODE_HEADS = ['officer_code', 'officer code', 'ma can bo', 'ma'];
const REFERENCE_HEADS = ['class_reference', 'class reference', 'so hieu lop'];
const SESSION_HEAD = /^(?:buoi|session)[ _]?(\d+)(?:\D+(\d{2}:\d{2} \d{2}\/\d{2}\/\d{4}))?\D*$/;

/** `Buổi 2 (08:00 01/12/2026)`: the head under which a session's marks stand. */
export const sessionHead = (index: number, { startsAt }: SheetSession, zone: string, word: string): string =>
  `${word} ${index + 1} (${momentIn(zone, startsAt)})`;

/** What the columns of a sheet are; a message where it cannot be read by. */
export function sheetColumns(heads: readonly string[], sessions: readonly SheetSession[], zone: string): SheetColumns | Message {
  const keys = heads.map((head) => searchKey(head));
  const code = keys.findIndex((key) => CODE_HEADS.includes(key));
  if (code < 0) return { text: SHEET_TEXTS.noCode };
  const reference = keys.findIndex((key) => REFERENCE_HEADS.includes(key));
  const found = new Map<number, SheetSession>();
  const ignored: string[] = [];
  for (const [column, key] of keys.entries()) {
    if (column === code || column === reference || key === '') continue;
    const match = SESSION_HEAD.exec(key);
    if (!match) {
      if (/^(buoi|session)/.test(key)) return { text: SHEET_TEXTS.unknownSession, values: { head: heads[column]! } };
      ignored.push(heads[column]!);
      continue;
    }
    const session = sessions[Number(match[1]) - 1];
    if (!session || (match[2] && match[2] !== momentIn(zone, session.startsAt)))
      return { text: SHEET_TEXTS.unknownSession, values: { head: heads[column]! } };
    if ([...found.values()].includes(session)) return { text: SHEET_TEXTS.sessionTwice, values: { head: heads[column]! } };
    found.set(column, session);
  }
  return { code, reference, sessions: found, ignored };
}

const MARKS: Readonly<Record<string, AttendanceMark>> = {
  cm: 'PRESENT',
  present: 'PRESENT',
  'co mat': 'PRESENT',
  x: 'PRESENT',
  m: 'LATE',
  late: 'LATE',
  muon: 'LATE',
  'di muon': 'LATE',
  cp: 'EXCUSED',
  excused: 'EXCUSED',
  'co phep': 'EXCUSED',
  'vang co phep': 'EXCUSED',
  v: 'ABSENT',
  absent: 'ABSENT',
  vang: 'ABSENT',
  'vang mat': 'ABSENT',
};

/** What a cell says: a mark, null for nothing, undefined where it is not understood. */
export function markIn(cell: string): AttendanceMark | null | undefined {
  const key = searchKey(cell);
  return key === '' ? null : MARKS[key];
}

/** How a mark is written in the sheet, the same in both languages. */
export const SHEET_MARKS: Readonly<Record<AttendanceMark, string>> = { PRESENT: 'CM', LATE: 'M', EXCUSED: 'CP', ABSENT: 'V' };
