/** Rows as a CSV file that spreadsheets open as they are: UTF-8 with a mark, CRLF, and no cell that would be taken for a formula. */

export type Cell = string | number | boolean | null | undefined;

/** Tells spreadsheets that the file is UTF-8. */
export const MARK = '\ufeff';
/**
 * Spreadsheets calculate what begins so, and may run what it says: also after blanks and signs that are not seen, and, where Asian input is usual, written
 * full-width.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

/** A cell as it stands in the file; a text that begins like a formula gets an apostrophe before it. */
export function csvCell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",;\n\r\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const csvLine = (row: readonly Cell[]): string => `${row.map(csvCell).join(',')}\r\n`;

export const csvText = (rows: readonly (readonly Cell[])[]): string => MARK + rows.map(csvLine).join('');
