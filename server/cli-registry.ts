/** `hopthu import agencies|officers FILE`: a spreadsheet into the registry, with a report row by row. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { connect } from './cli-connection.js';
import { complain, EXIT, json, type Output, progress, table, tell, wordFor } from './cli-output.js';
import { cliMessages as m } from './cli.messages.js';
import { WHOLE_ROW } from './registry/import-row.rules.js';
import type { ImportReport } from './registry/registry-import.service.js';

const SHOWN_ROWS = 200;

export async function importSpreadsheet(output: Output, kind: 'agencies' | 'officers', file: string, isDryRun: boolean): Promise<number> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    complain(output, m.noFile, { file });
    return EXIT.refused;
  }
  const connection = await connect(`hopthu import ${kind}`, output.language);
  const bar = progress(output, m.importing[output.language]);
  try {
    const response = await connection.send(`/registry/${kind}${isDryRun ? '?dryRun=true' : ''}`, {
      method: 'POST',
      body: new Uint8Array(bytes),
      headers: { 'content-type': 'text/csv' },
    });
    let code: number = EXIT.refused;
    for await (const text of createInterface({ input: Readable.fromWeb(response.body as ReadableStream) })) {
      const line = JSON.parse(text) as {
        done?: number;
        total?: number;
        report?: ImportReport;
        refused?: { code: string; message: string }[];
        fault?: string;
        message?: string;
      };
      if (line.total !== undefined) bar.at(line.done!, line.total);
      else if (line.report) {
        bar.end();
        code = showReport(output, line.report);
      } else {
        bar.end();
        if (output.isJson) json(line);
        for (const r of line.refused ?? [{ code: 'INTERNAL_SERVER_ERROR', message: line.fault ?? line.message ?? '' }]) {
          complain(output, m.refusal, { code: r.code, message: r.message, rule: '', path: file });
        }
      }
    }
    return code;
  } finally {
    bar.end();
    await connection.close();
  }
}

/** Refused rows do not make the import fail: the others are in; the exit code says whether there were any. */
function showReport(output: Output, report: ImportReport): number {
  if (output.isJson) json(report);
  else {
    const toLookAt = report.results.filter((r) => r.outcome === 'REFUSED' || r.outcome === 'ACCEPTED_WITH_WARNING');
    if (toLookAt.length) {
      tell(output, m.refusedRows);
      table(
        output,
        [m.row, m.line, m.code, m.outcome, m.column, m.reason],
        toLookAt
          .slice(0, SHOWN_ROWS)
          .map((r) => [
            r.row,
            r.line,
            r.subject,
            wordFor(output, r.code ?? r.outcome),
            r.column === WHOLE_ROW ? m.wholeRow[output.language] : r.column,
            r.message,
          ]),
      );
    }
    const { rows, accepted, withWarning, unchanged, refused } = report;
    tell(output, m.importCounts, { rows, accepted, withWarning, unchanged, refused });
    if (report.isDryRun) tell(output, m.dryRun);
  }
  return report.refused ? EXIT.refused : EXIT.done;
}
