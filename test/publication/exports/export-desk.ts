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

/** The head and rows of a CSV file; every row has as many cells as the head. */
export function csvRows(body: Buffer): { head: string[]; rows: string[][] } {
  const text = body.toString('utf8');
  if (!text.startsWith('\ufeff')) throw new Error('The file has no mark.');
  const [head = [], ...rows]: string[][] = parse(text.slice(1), { record_delimiter: '\r\n' });
  return { head, rows };
}

export const sheetRows = (body: Buffer): Promise<unknown[][]> => readSheet(body) as Promise<unknown[][]>;
export const sheets = (body: Buffer) => readWorkbookSheets(body);
