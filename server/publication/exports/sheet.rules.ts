/**
 * How does a row stand in a sheet of a workbook (SpreadsheetML)? Texts are inline strings with the format of text, so that leading zeros stay and nothing
 * is ever calculated; days and moments are the numbers that spreadsheets count them by.
 */
import { dayNumber } from '../../kernel/calendar.js';
import type { Kind, Value } from './column.js';
import { localParts } from './local-time.js';

/** Places of the formats in STYLES. */
const STYLE = { number: 0, head: 1, day: 2, moment: 3, share: 4, text: 5, wrapped: 6 } as const;

export const STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy hh:mm"/><numFmt numFmtId="166" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7">${[
  'numFmtId="0" fontId="0"',
  'numFmtId="49" fontId="1"',
  'numFmtId="164" fontId="0"',
  'numFmtId="165" fontId="0"',
  'numFmtId="166" fontId="0"',
  'numFmtId="49" fontId="0"',
  'numFmtId="49" fontId="0" applyAlignment="1"',
]
  .map((format) => `<xf ${format} fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"`)
  .map((xf, i) => (i === STYLE.wrapped ? `${xf}><alignment vertical="top" wrapText="1"/></xf>` : `${xf}/>`))
  .join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** A workbook with a longer text in a cell is called damaged. */
const LONGEST_TEXT = 32_767;
/** The day 1970-01-01 as spreadsheets count, and the first day they count right: they take 1900 for a leap year. */
const EPOCH = 25_569;
const FIRST_RIGHT = 61;
const MINUTES_A_DAY = 1440;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** Text as XML: what XML cannot hold is left out, and what a spreadsheet would take for an escape is escaped. */
export const xmlText = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"\r]/g, (sign) => ESCAPES[sign]!);

/** A … Z, AA … */
export function columnName(index: number): string {
  return (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}

const textCell = (place: string, text: string, style: number): string => {
  const cut = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
  return `<c r="${place}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${xmlText(cut)}</t></is></c>`;
};
const numberCell = (place: string, value: number, style: number): string => `<c r="${place}" s="${style}"><v>${value}</v></c>`;

/** A cell at a place such as `B7`; nothing where there is nothing in it. */
export function cellOf(place: string, kind: Kind, value: Value, zone: string): string {
  if (value === null || value === '') return '';
  if (kind === 'text') return textCell(place, String(value), STYLE.text);
  if (kind === 'number' || kind === 'share') {
    const number = Number(value);
    return Number.isFinite(number) ? numberCell(place, number, STYLE[kind]) : textCell(place, String(value), STYLE.text);
  }
  const { day, hour, minute } = kind === 'day' ? { day: String(value), hour: '0', minute: '0' } : localParts(zone, String(value));
  const serial = dayNumber(day) + EPOCH;
  if (!(serial >= FIRST_RIGHT)) return textCell(place, String(value), STYLE.text);
  return numberCell(place, serial + (Number(hour) * 60 + Number(minute)) / MINUTES_A_DAY, STYLE[kind]);
}

/** Row `number`, counted from 1, of cells that are told their places. */
export const rowOf = (number: number, cells: readonly ((place: string) => string)[]): string =>
  `<row r="${number}">${cells.map((cell, i) => cell(`${columnName(i)}${number}`)).join('')}</row>`;
export const headRow = (heads: readonly string[]): string =>
  rowOf(
    1,
    heads.map((head) => (place) => textCell(place, head, STYLE.head)),
  );
/** A word, and what it says. */
export const factRow = (number: number, [what, says]: readonly [string, string]): string =>
  rowOf(number, [(place) => textCell(place, what, STYLE.head), (place) => textCell(place, says, STYLE.wrapped)]);

const SHEET =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
const widthsOf = (widths: readonly number[]): string =>
  `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`;

/** The start of a sheet; the head row stays in sight. */
export const sheetBegin = (widths: readonly number[], hasHead: boolean): string =>
  `${SHEET}${hasHead ? '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' : ''}${widthsOf(widths)}<sheetData>`;

/** `filter` is where the columns can be filtered: `A1:H13001`. */
export const sheetEnd = (filter?: string): string => `</sheetData>${filter ? `<autoFilter ref="${filter}"/>` : ''}</worksheet>`;

/** A name that a sheet may bear. */
export const sheetName = (name: string): string =>
  name
    .replace(/[[\]:*?/\\']/g, ' ')
    .slice(0, 31)
    .trim();
