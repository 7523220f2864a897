/** A list as CSV, piece by piece: UTF-8 with a mark, CRLF, days as 23/11/2026, shares as 0.534. What was cut is told by the connection, which breaks before its end. */
import { type Cell, csvLine, MARK } from '../../kernel/csv.rules.js';
import { dateIn } from '../../kernel/language.js';
import type { Kind, Value } from './column.js';
import type { FileWriter, MadeFor } from './file-writer.js';
import { localParts } from './local-time.js';

export function csvFile({ columns, language, zone }: MadeFor): FileWriter {
  const cell = (kind: Kind, value: Value): Cell => {
    if (value === null) return null;
    if (kind === 'day') return dateIn(language, String(value));
    if (kind !== 'moment') return value;
    const { day, hour, minute } = localParts(zone, String(value));
    return `${dateIn(language, day)} ${hour}:${minute}`;
  };
  return {
    mediaType: 'text/csv; charset=utf-8',
    begin: () => [MARK + csvLine(columns.map(({ head }) => head[language]))],
    rows: (rows) => [rows.map((row) => csvLine(row.map((value, i) => cell(columns[i]!.kind, value)))).join('')],
    end: () => [],
  };
}
