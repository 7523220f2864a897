/**
 * Which cells stand in which row of a spreadsheet file, and on which line of the file?
 * csv-parse is not used: it cannot tell the line on which a row starts, decodes the whole file at once (one row in another
 * encoding spoils all), and stops at a stray quote; here each row is refused alone.
 */
import type { Message } from '../kernel/language.js';
import { SHEET } from './registry-import.messages.js';

export interface SheetRow {
  /** Counted from 1, without the header, blank rows and rows of empty cells. */
  row: number;
  /** Line of the file on which the row starts, from 1. */
  line: number;
  /** One a column of the header; undefined when the row is refused. */
  cells?: string[];
  defect?: Message;
}

export interface Sheet {
  /** Names of the columns: small letters, no spaces at the ends. */
  columns: string[];
  rows: SheetRow[];
}

/** Why the whole file is refused. */
export interface SheetRefusal {
  refused: Message;
}

interface RawRow {
  line: number;
  cells: string[];
  /** A quote is not closed, or text follows the closing quote. */
  isBroken: boolean;
}

const QUOTED_LENGTH = 65_536;

/**
 * The rows of the file's bytes, read as Latin-1 so that a character is a byte. A quote counts only at the start of a cell.
 * A quoted cell that never ends (or not within 64 KB), or ends before further text, spoils its own line only.
 */
function* rawRows(text: string, delimiter: string): Generator<RawRow> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const start = { at, line };
    const cells: string[] = [];
    let isBroken = false;
    for (;;) {
      let cell = '';
      let isQuoted = false;
      if (text[at] === '"') {
        const end = endOfQuoted(text, at + 1);
        if (end < 0) {
          isBroken = true;
          break;
        }
        const quoted = text.slice(at + 1, end);
        line += lineBreaks(quoted);
        cell = quoted.replace(/""/g, '"');
        at = end + 1;
        isQuoted = true;
      }
      const from = at;
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
      const rest = text.slice(from, at);
      if (isQuoted && rest.trim()) {
        isBroken = true;
        break;
      }
      cells.push(cell + (isQuoted ? '' : rest));
      if (text[at] !== delimiter) break;
      at++;
    }
    if (isBroken) {
      ({ at, line } = start);
      while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
    }
    if (at < text.length) {
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
      line++;
    }
    yield { line: start.line, cells, isBroken };
  }
}

/** Index of the quote that closes a cell, or −1. */
function endOfQuoted(text: string, from: number): number {
  for (let at = from; at < text.length && at - from <= QUOTED_LENGTH; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0) return -1;
    if (text[at + 1] !== '"') return at - from <= QUOTED_LENGTH ? at : -1;
  }
  return -1;
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/** Comma, semicolon or tab: the one the header line holds most of. */
function delimiterOf(text: string): string {
  const header = /^[\r\n]*([^\r\n]*)/.exec(text)![1]!.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best));
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Undefined when the bytes are not UTF-8. */
function decoded(cell: string): string | undefined {
  if (/^[\x00-\x7f]*$/.test(cell)) return cell;
  try {
    return utf8.decode(Buffer.from(cell, 'latin1'));
  } catch {
    return undefined;
  }
}

/** Reads a CSV file (BOM, mixed line ends, quoted cells) of which the given columns are required; further columns may follow in any order. */
export function readSheet(bytes: Uint8Array, required: readonly string[]): Sheet | SheetRefusal {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (text.startsWith('PK\x03\x04') || text.startsWith('\xff\xfe') || text.startsWith('\xfe\xff'))
    return { refused: { text: SHEET.notCsv } };
  const body = text.startsWith('\xef\xbb\xbf') ? text.slice(3) : text;
  let columns: string[] | undefined;
  const rows: SheetRow[] = [];
  for (const raw of rawRows(body, delimiterOf(body))) {
    if (!raw.isBroken && raw.cells.every((cell) => cell.trim() === '')) continue;
    if (!columns) {
      const header = headerOf(raw, required);
      if (!Array.isArray(header)) return header;
      columns = header;
      continue;
    }
    rows.push({ row: rows.length + 1, line: raw.line, ...cellsOf(raw, columns.length) });
  }
  return columns ? { columns, rows } : { refused: { text: SHEET.empty } };
}

function headerOf(raw: RawRow, required: readonly string[]): string[] | SheetRefusal {
  const columns = raw.cells.map((cell) => (decoded(cell) ?? '').normalize('NFC').trim().toLowerCase());
  const missing = required.filter((name) => !columns.includes(name));
  if (missing.length) return { refused: { text: SHEET.columnMissing, values: { columns: missing.join(', ') } } };
  const twice = columns.find((name, i) => name && columns.indexOf(name) !== i);
  return twice ? { refused: { text: SHEET.columnTwice, values: { column: twice } } } : columns;
}

function cellsOf(raw: RawRow, width: number): Pick<SheetRow, 'cells' | 'defect'> {
  if (raw.isBroken) return { defect: { text: SHEET.quotes } };
  const cells = raw.cells.map(decoded);
  if (cells.includes(undefined)) return { defect: { text: SHEET.notUtf8 } };
  if (cells.length !== width) return { defect: { text: SHEET.cellCount, values: { found: cells.length, expected: width } } };
  return { cells: cells as string[] };
}
