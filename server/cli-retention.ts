/** `hopthu retention report` and `run`: for how long what is kept, what would go, and removing it now. */
import { connect } from './cli-connection.js';
import { EXIT, json, type Output, shown, table, tell, type UserErrorShown } from './cli-output.js';
import { retentionWords as m } from './cli-retention.messages.js';
import { dateIn, numberIn, say } from './kernel/language.js';

interface Item {
  name: string;
  what: string;
  unit: 'DAYS' | 'MONTHS' | 'YEARS';
  period: number;
  cutOff: string;
}

interface Run {
  startedAt: string;
  removed: number;
  results: { name: string; what: string; cutOff: string; removed: number; needed: number; isComplete: boolean; fault: string | null }[];
}

interface Report {
  retentionPolicy: { version: number; effectiveOn: string | null; items: Item[] };
  retentionPreview: { name: string; due: number; needed: number }[];
  retentionRuns: Run[];
}

const REPORT = `{ retentionPolicy { version effectiveOn legalBasis items { name what why rule unit period cutOff } } retentionPreview { name cutOff due needed } retentionRuns(first: 1) { startedAt removed } }`;
const RESULTS = 'id startedAt removed results { name what cutOff removed needed isComplete fault }';

function tellReport(output: Output, { retentionPolicy, retentionPreview, retentionRuns: [last] }: Report): void {
  const { language } = output;
  const dueOf = new Map(retentionPreview.map((row) => [row.name, row]));
  const { version, effectiveOn, items } = retentionPolicy;
  if (effectiveOn) tell(output, m.policy, { version: String(version), day: dateIn(language, effectiveOn) });
  else tell(output, m.usual);
  table(
    output,
    [m.what, m.period, m.cutOff, m.due, m.needed],
    items.map(({ name, what, unit, period, cutOff }) => [
      what,
      say({ text: m[unit], values: { period } }, language),
      dateIn(language, cutOff),
      numberIn(language, dueOf.get(name)?.due ?? 0),
      numberIn(language, dueOf.get(name)?.needed ?? 0),
    ]),
  );
  if (last) tell(output, m.lastRun, { day: dateIn(language, last.startedAt.slice(0, 10)), removed: last.removed });
  else tell(output, m.neverRun);
}

/** What is kept for how long, and what the next run would take. */
export async function reportRetention(output: Output): Promise<number> {
  const connection = await connect('hopthu retention report', output.language);
  try {
    const report = await connection.ask<Report>(REPORT);
    if (output.isJson) json(report);
    else tellReport(output, report);
    return EXIT.done;
  } finally {
    await connection.close();
  }
}

/** Removes it, as the clock does once a day; `--dry-run` tells only what would go. */
export async function runRetention(output: Output, { dryRun }: { dryRun: boolean }): Promise<number> {
  if (dryRun) {
    const done = await reportRetention(output);
    tell(output, m.dry);
    return done;
  }
  const connection = await connect('hopthu retention run', output.language);
  try {
    const { retentionApply } = await connection.ask<{ retentionApply: { run: Run | null; userErrors: UserErrorShown[] } }>(
      `mutation { retentionApply { run { ${RESULTS} } userErrors { code message path rule } } }`,
    );
    return shown(output, retentionApply, ({ run }) => {
      table(
        output,
        [m.what, m.cutOff, m.removed, m.needed, m.fault],
        run!.results.map(({ what, cutOff, removed, needed, isComplete, fault }) => [
          what,
          dateIn(output.language, cutOff),
          numberIn(output.language, removed),
          numberIn(output.language, needed),
          fault ?? (isComplete ? '' : m.rest[output.language]),
        ]),
      );
      tell(output, m.total, { removed: run!.removed });
    });
  } finally {
    await connection.close();
  }
}
