/** Rows in and out of a workbook (XLSX). What is read is text, as it stands in the cells; what is written is never a formula. */
import { Unzip, UnzipInflate } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import writeWorkbookFile from 'write-excel-file/node';
import type { Cell } from './csv.rules.js';
import { kernelMessages } from './kernel.messages.js';
import { Refusal } from './refusal.js';

/** Bytes that a workbook may unfold to: a small file can hold gigabytes. */
const LARGEST_UNFOLDED = 32 * 1024 * 1024;
const SLICE = 64 * 1024;

/** Whether the bytes are a workbook: every XLSX is a ZIP archive. */
export const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** The rows of the first sheet as texts, blank cells empty. INVALID when it cannot be read, LIMIT when it is too large. */
export async function readWorkbook(bytes: Buffer): Promise<string[][]> {
  refuseTooLarge(bytes);
  try {
    return (await readSheet(bytes)).map((row) => row.map(textOf));
  } catch {
    throw new Refusal({ code: 'INVALID', path: ['body'], message: { text: kernelMessages.workbook } });
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString();
  return String(cell as string | number | boolean);
}

/** Unfolds the archive piece by piece, keeping nothing, and stops where it is too much. */
function refuseTooLarge(bytes: Buffer): void {
  let size = 0;
  let isTooLarge = false;
  const unzip = new Unzip((file) => {
    file.ondata = (error, chunk) => {
      if (!error) size += chunk.length;
      if (size > LARGEST_UNFOLDED) isTooLarge = true;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += SLICE) {
      unzip.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
      if (isTooLarge) break;
    }
  } catch {
    throw new Refusal({ code: 'INVALID', path: ['body'], message: { text: kernelMessages.workbook } });
  }
  if (isTooLarge) throw new Refusal({ code: 'LIMIT', path: ['body'], message: { text: kernelMessages.workbookTooLarge } });
}

export interface WrittenSheet {
  name: string;
  /** The first row is the head: bold, and it stays in sight. */
  rows: readonly (readonly Cell[])[];
  /** Widths of the columns in characters. */
  widths?: readonly number[];
}

export function writeWorkbook({ name, rows, widths }: WrittenSheet): Promise<Buffer> {
  const cells = rows.map((row, i) =>
    row.map((value) => (value === null || value === undefined ? null : { value, ...(i === 0 && { fontWeight: 'bold' as const }) })),
  );
  return writeWorkbookFile(cells, {
    sheet: name,
    stickyRowsCount: 1,
    ...(widths && { columns: widths.map((width) => ({ width })) }),
  }).toBuffer();
}
