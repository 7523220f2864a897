/** Exports lists over the door as somebody, and reads the files back. */
import { parse } from 'csv-parse/sync';
import readWorkbookSheets, { readSheet } from 'read-excel-file/node';
import type { World } from '../../support/world.js';

export interface Exported {
  status: number;
  headers: Record<string, unknown>;
  body: Buffer;
}

export type Headers = Record<string, string>;

export async function exported(world: World, file: string, headers: Headers, conditions?: object): Promise<Exported> {
  const response = await world.app.http.inject({
    method: 'POST',
    url: `/exports/${file}`,
    headers: { ...(conditions && { 'content-type': 'application/json' }), ...headers },
    ...(conditions && { payload: conditions }),
  });
  return { status: response.statusCode, headers: response.headers, body: response.rawPayload };
}

const END = /^(?:Hết danh sách: ([\d.]+) dòng|End of the list: ([\d,]+) rows)$/;

/** The head and rows of a CSV file; fails where the line is missing that says it is whole, or says another number. */
export function csvRows(body: Buffer): { head: string[]; rows: string[][] } {
  const text = body.toString('utf8');
  if (!text.startsWith('\ufeff')) throw new Error('The file has no mark.');
  const lines: string[][] = parse(text.slice(1), { relax_column_count: true, record_delimiter: '\r\n' });
  const [, vi, en] = END.exec(lines.at(-1)?.[0] ?? '') ?? [];
  const said = Number((vi ?? en ?? 'none').replace(/[.,]/g, ''));
  const [head = [], ...rows] = lines.slice(0, -1);
  if (said !== rows.length) throw new Error(`The file says ${said} rows and has ${rows.length}.`);
  return { head, rows };
}

export const sheetRows = (body: Buffer): Promise<unknown[][]> => readSheet(body) as Promise<unknown[][]>;
export const sheets = (body: Buffer) => readWorkbookSheets(body);
