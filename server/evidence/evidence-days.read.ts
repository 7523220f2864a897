/** The counters of addresses over a window, one text an address: no row a day leaves the database. */
import type { Statements } from './coverage.read.js';

const textList = (values: readonly string[]) => `{${values.map((v) => `"${v.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;

/**
 * Counters by address as `day,sent,read,logins,received,forwarded,polled;…`, days counted from the first of the window; a day comes once for
 * each source that knows it. polled: the source says so, or it saw its number of logins (E-5) and nothing read or sent. `addresses` null: of all.
 * One scan and one grouping: adding sources up here would cost a sort of all rows.
 */
export async function evidenceOf(em: Statements, window: DayWindow, addresses: readonly string[] | null): Promise<Map<string, string>> {
  const { sql, values } = countersOf(window, addresses);
  return byAddress(await em.execute<AddressDays[]>(sql, values));
}

/** As `evidenceOf`, and leaves them in the table `evidence_window (address, days)` until the end of the transaction, for who stores them. */
export async function evidenceKept(em: Statements, window: DayWindow, addresses: readonly string[] | null): Promise<Map<string, string>> {
  const { sql, values } = countersOf(window, addresses);
  await em.execute(`create temp table evidence_window on commit drop as ${sql}`, values);
  return byAddress(await em.execute<AddressDays[]>('select address, days from evidence_window'));
}

/** Day numbers, both ends included. */
export interface DayWindow {
  from: number;
  to: number;
}

interface AddressDays {
  address: string;
  days: string;
}

const byAddress = (rows: AddressDays[]) => new Map(rows.map((row) => [row.address, row.days]));

function countersOf(window: DayWindow, addresses: readonly string[] | null): { sql: string; values: unknown[] } {
  const only = addresses ? 'and d.address in (select id from evidence_address where address = any(?::text[]))' : '';
  const sql = `select a.address, g.days from (
       select d.address, string_agg((d.day - ${window.from}) || ',' || d.sent || ',' || d.read || ',' || d.logins || ',' || d.received || ',' || d.forwarded ||
              case when d.polled or (d.logins >= s.polling_logins and d.sent = 0 and d.read = 0) then ',1' else ',0' end, ';') as days
       from evidence_day d join evidence_source s on s.number = d.source
       where d.day between ${window.from} and ${window.to} ${only} group by d.address) g join evidence_address a on a.id = g.address`;
  return { sql, values: addresses ? [textList(addresses)] : [] };
}

export interface FileOfWindow {
  importId: string;
  source: string;
  fileName: string;
  lines: number;
}

/** The files that had given lines of a window by an instant, by source: the way from a tier back to its files (T-7). */
export async function filesOf(em: Statements, window: DayWindow, by: Date): Promise<FileOfWindow[]> {
  return em.execute(
    `select i.id as "importId", s.name as source, i.file_name as "fileName", sum(d.lines)::int as lines
     from evidence_import_day d join evidence_import i on i.number = d.import join evidence_source s on s.number = d.source
     where d.day between ${window.from} and ${window.to} and i.finished_at <= ?
     group by s.name, i.id, i.number, i.file_name order by s.name, i.number`,
    [by.toISOString()],
  );
}
