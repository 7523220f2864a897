// Entering a signed sheet by keyboard: which key moves where, and which one is which mark. Pure.
import { type Mark, marks } from '../classes/attendance.js';

export interface Place {
  row: number;
  column: number;
}

/** Down at the end of a column goes on with the next one, as the sheet is read. */
export function placeAfter(key: string, { row, column }: Place, rows: number, columns: number): Place | null {
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(rows - 1, row + 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(columns - 1, column + 1) };
    case 'Home':
      return { row: 0, column };
    case 'End':
      return { row: rows - 1, column };
    case 'Enter':
    case 'next':
      if (row + 1 < rows) return { row: row + 1, column };
      return column + 1 < columns ? { row: 0, column: column + 1 } : { row, column };
    default:
      return null;
  }
}

/** The letter of the reader's language, or 1 to 4 in the order the marks are shown. */
export function markOfKey(key: string, letters: Readonly<Record<Mark, string>>): Mark | undefined {
  const number = /^[1-4]$/.test(key) ? Number(key) : undefined;
  if (number !== undefined) return marks[number - 1];
  return marks.find((mark) => letters[mark].toLowerCase() === key.toLowerCase());
}
