/** `hopthu review pack` and `hopthu review verify`: everything a review rests on as a file, and working it out again from that file alone (G-5). */
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { momentIn } from './cli-audit.js';
import { connect } from './cli-connection.js';
import { complain, EXIT, json, type Output, table, tell } from './cli-output.js';
import { cliPackMessages as m } from './cli-pack.messages.js';
import { reviewIdOf } from './cli-review.js';
import { dateIn, numberIn, say } from './kernel/language.js';
import { PackCheck, type PackReport } from './review/pack-check.js';
import { choiceOfEnvironment } from './store/choice.js';

const SHOWN_DEVIATIONS = 20;
const GZIP_BEGINS = 0x1f8b;

export async function makePack(output: Output, reference: string, { out }: { out?: string }): Promise<number> {
  const connection = await connect('hopthu review pack', output.language);
  const file = out ?? `${reference}.evidence-pack.jsonl.gz`;
  const unfinished = `${file}.part`;
  try {
    const id = await reviewIdOf(output, connection, reference);
    if (!id) return EXIT.refused;
    const answer = await connection.send(`/reviews/${id}/evidence-pack.jsonl.gz`, {});
    if (!answer.ok || !answer.body) {
      const { message = `HTTP ${answer.status}` } = (await answer.json().catch(() => ({}))) as { message?: string };
      complain(output, m.notGiven, { message });
      return EXIT.refused;
    }
    await pipeline(Readable.fromWeb(answer.body as never), createWriteStream(unfinished));
    const report = await checkFile(unfinished);
    if (report.fault) {
      complain(output, m[report.fault]);
      return EXIT.refused;
    }
    renameSync(unfinished, file);
    const made = { reference, file, findings: report.findings, sha256: report.sha256 };
    if (output.isJson) json(made);
    else tell(output, m.written, made);
    return EXIT.done;
  } finally {
    rmSync(unfinished, { force: true });
    await connection.close();
  }
}

async function checkFile(file: string): Promise<PackReport> {
  const check = new PackCheck();
  const raw = createReadStream(file);
  const first = await firstBytes(file);
  const text = first === GZIP_BEGINS ? raw.pipe(createGunzip()) : raw;
  // What is cut in the middle of the packing is a file without an end, not a fault of the program.
  const failed = new Promise<void>((done) => {
    raw.once('error', () => done());
    text.once('error', () => done());
  });
  const read = (async () => {
    for await (const line of createInterface({ input: text, crlfDelay: Infinity })) if (line !== '') check.line(line);
  })().catch(() => undefined);
  await Promise.race([read, failed]);
  return check.report();
}

async function firstBytes(file: string): Promise<number> {
  for await (const part of createReadStream(file, { end: 1 })) return (part as Buffer).length > 1 ? (part as Buffer).readUInt16BE(0) : 0;
  return 0;
}

interface OnRecord {
  sha256: string;
  madeAt: string;
  madeBy: string;
}

/** Whether this city made that pack; undefined where nobody can be asked. */
async function recordOf(output: Output, { head, sha256 }: PackReport, isOffline: boolean): Promise<OnRecord | null | undefined> {
  const { databaseUrl, dataFolder } = choiceOfEnvironment('');
  if (isOffline || !head || (!databaseUrl && !existsSync(dataFolder))) return undefined;
  const connection = await connect('hopthu review verify', output.language);
  try {
    const { evidencePack } = await connection.ask<{ evidencePack: OnRecord | null }>(
      'query ($sha256: String!) { evidencePack(sha256: $sha256) { sha256 madeAt madeBy } }',
      { sha256 },
    );
    return evidencePack;
  } finally {
    await connection.close();
  }
}

export async function verifyPack(output: Output, file: string, { offline }: { offline: boolean }): Promise<number> {
  if (!existsSync(file)) {
    complain(output, m.noFile, { file });
    return EXIT.refused;
  }
  const report = await checkFile(file);
  const record = await recordOf(output, report, offline);
  const isGood = report.fault === null && report.deviations.length === 0 && record !== null;
  if (output.isJson) json({ ...report, head: undefined, review: report.head?.review.reference ?? null, onRecord: record ?? null, isGood });
  else show(output, report, record);
  return isGood ? EXIT.done : EXIT.refused;
}

function show(output: Output, report: PackReport, record: OnRecord | null | undefined): void {
  const { language } = output;
  const { head, deviations, fault } = report;
  if (head) {
    const { review, policy, files } = head;
    const recorded = record
      ? { text: m.onRecord, values: { moment: momentIn(output, record.madeAt), by: record.madeBy } }
      : { text: record === null ? m.notOnRecord : m.notAsked };
    const rows: [keyof typeof m, string][] = [
      ['review', `${review.reference} · ${review.title}`],
      ['window', `${dateIn(language, review.windowFrom)} – ${dateIn(language, review.windowTo)}`],
      ['policy', String(policy.version)],
      ['files', numberIn(language, files.length)],
      [
        'lines',
        numberIn(
          language,
          files.reduce((sum, { linesOfWindow }) => sum + linesOfWindow, 0),
        ),
      ],
      ['findings', numberIn(language, report.findings)],
      ['versions', numberIn(language, report.versions)],
      ['byPeople', numberIn(language, report.byPeople)],
      ['deviations', numberIn(language, deviations.length)],
      ['fingerprint', report.sha256],
      ['record', say(recorded, language)],
    ];
    for (const [name, value] of rows) console.log(`${m[name][language]}: ${value}`);
  }
  if (deviations.length > 0) {
    table(
      output,
      [m.officer, m.version, m.field, m.said, m.recomputed],
      deviations
        .slice(0, SHOWN_DEVIATIONS)
        .map(({ officer, version, field, said, recomputed }) => [officer, version, field, said, recomputed]),
    );
    if (deviations.length > SHOWN_DEVIATIONS) tell(output, m.more, { count: deviations.length - SHOWN_DEVIATIONS });
  }
  if (fault) complain(output, m[fault]);
  else if (deviations.length === 0) tell(output, m.isTrue);
}
