/** `hopthu source …` and `hopthu import evidence FILE…`: where evidence comes from, and bringing it in. */
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { type Connection, connect } from './cli-connection.js';
import { complain, EXIT, json, type Output, progress, shown, table, tell, type UserErrorShown } from './cli-output.js';
import { cliMessages as m } from './cli.messages.js';
import { dayIn } from './kernel/calendar.js';
import { say } from './kernel/language.js';

const SOURCE = 'id name format mailDomains timeZone shows ignoredAddresses ignoredAccounts';
const IMPORT =
  'id format source fileName state lines used ignored duplicate quarantined unknownAddresses unknownCount firstDay lastDay message startedAt finishedAt';
const LOOK_AGAIN = 200;

interface Source {
  name: string;
  format: string;
  mailDomains: string[];
  timeZone: string;
  shows: string[];
}

export async function listSources(output: Output): Promise<number> {
  const connection = await connect('hopthu source list', output.language);
  try {
    const { evidenceSources } = await connection.ask<{ evidenceSources: Source[] }>(`{ evidenceSources { ${SOURCE} } }`);
    if (output.isJson) json(evidenceSources);
    else
      table(
        output,
        [m.name, m.format, m.domains, m.zone, m.shows],
        evidenceSources.map((s) => [s.name, s.format, s.mailDomains.join('\n'), s.timeZone, s.shows.join(' ')]),
      );
    return EXIT.done;
  } finally {
    await connection.close();
  }
}

export interface SourceOptions {
  name: string;
  format: string;
  domains: string[];
  zone?: string;
  shows?: string[];
  ignoreAddress?: string[];
  ignoreAccount?: string[];
  defaultDomain?: string;
  reads?: string;
  received?: boolean;
  pollingLogins?: number;
}

export async function saveSource(output: Output, options: SourceOptions): Promise<number> {
  const connection = await connect('hopthu source save', output.language);
  try {
    const input = {
      name: options.name,
      format: options.format.toUpperCase().replace(/-/g, '_'),
      mailDomains: options.domains,
      ...(options.zone && { timeZone: options.zone }),
      ...(options.shows && { shows: options.shows.map((s) => s.toUpperCase()) }),
      ...(options.ignoreAddress && { ignoredAddresses: options.ignoreAddress }),
      ...(options.ignoreAccount && { ignoredAccounts: options.ignoreAccount }),
      ...(options.defaultDomain && { defaultDomain: options.defaultDomain }),
      ...(options.reads && { reads: options.reads.toUpperCase() }),
      ...(options.received !== undefined && { countsReceived: options.received }),
      ...(options.pollingLogins !== undefined && { pollingLogins: options.pollingLogins }),
    };
    const { evidenceSourceSave } = await connection.ask<{ evidenceSourceSave: { source: Source; userErrors: UserErrorShown[] } }>(
      `mutation ($input: EvidenceSourceInput!) { evidenceSourceSave(input: $input) { source { ${SOURCE} } userErrors { code message path rule } } }`,
      { input },
    );
    return shown(output, evidenceSourceSave, ({ source }) => tell(output, m.saved, { name: source.name }));
  } finally {
    await connection.close();
  }
}

export interface EvidenceOptions {
  source: string;
  format?: string;
  newestDay?: string;
}

/** Imports files one after the other; the newest day of a log without years is the file's own time unless given. */
export async function importEvidence(output: Output, files: string[], { source, format, newestDay }: EvidenceOptions): Promise<number> {
  const connection = await connect('hopthu import evidence', output.language);
  const results: unknown[] = [];
  let code: number = EXIT.done;
  try {
    const { evidenceSources } = await connection.ask<{ evidenceSources: Source[] }>('{ evidenceSources { name format } }');
    const named = format ?? evidenceSources.find((s) => s.name === source.trim().normalize('NFC'))?.format;
    if (!named) {
      complain(output, m.noSource, { source });
      return EXIT.refused;
    }
    const path = named.toLowerCase().replace(/_/g, '-');
    for (const file of files) {
      const result = await importOne(connection, output, file, `/evidence/${path}?source=${encodeURIComponent(source)}`, newestDay);
      results.push(result);
      if (!result || result.state !== 'DONE') code = EXIT.refused;
    }
    if (output.isJson) json(files.length === 1 ? results[0] : results);
    return code;
  } finally {
    await connection.close();
  }
}

/** Whether a file is gzip with a time in its header, which the server reads itself and which says more than the file's own time. */
function hasOwnTime(file: string): boolean {
  const head = Buffer.alloc(8);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, head, 0, 8, 0);
  } finally {
    closeSync(descriptor);
  }
  return head[0] === 0x1f && head[1] === 0x8b && head.readUInt32LE(4) !== 0;
}

async function importOne(
  connection: Connection,
  output: Output,
  file: string,
  path: string,
  newestDay: string | undefined,
): Promise<Record<string, any> | null> {
  let size: number;
  let modified: Date;
  try {
    ({ size, mtime: modified } = statSync(file));
  } catch {
    complain(output, m.noFile, { file });
    return null;
  }
  const bar = progress(output, `${m.uploading[output.language]} ${basename(file)}`);
  let sent = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sent += chunk.length;
      bar.at(sent, size);
      done(null, chunk);
    },
  });
  const day = newestDay ?? (hasOwnTime(file) ? undefined : dayIn('Asia/Ho_Chi_Minh', modified));
  const response = await connection.send(`${path}&fileName=${encodeURIComponent(basename(file))}${day ? `&newestDay=${day}` : ''}`, {
    method: 'POST',
    duplex: 'half',
    headers: { 'content-type': 'application/octet-stream' },
    body: Readable.toWeb(createReadStream(file).pipe(counted)) as unknown as BodyInit,
  });
  bar.end();
  const answer = (await response.json()) as { importId?: string; code?: string; message?: string };
  if (!answer.importId) {
    complain(output, m.refusal, { code: answer.code ?? String(response.status), message: answer.message ?? '', rule: '', path: file });
    return null;
  }
  for (;;) {
    const { evidenceImport } = await connection.ask(`query ($id: ID!) { evidenceImport(id: $id) { ${IMPORT} } }`, { id: answer.importId });
    if (evidenceImport.state !== 'RUNNING') {
      const { lines, used, ignored, duplicate, quarantined, unknownCount, firstDay, lastDay } = evidenceImport;
      tell(output, m.evidenceCounts, {
        file: basename(file),
        lines,
        used,
        ignored,
        duplicate,
        quarantined,
        unknownCount,
        firstDay: firstDay ?? '–',
        lastDay: lastDay ?? '–',
      });
      tellNote(output, path, evidenceImport);
      return evidenceImport;
    }
    await wait(LOOK_AGAIN);
  }
}

/** What to know about an import that is done. One that counted nothing is a success to nobody: a warning says so. */
function tellNote(output: Output, path: string, { state, lines, used, duplicate, message }: Record<string, any>): void {
  const isIdle = state === 'DONE' && lines > 0 && used + duplicate === 0;
  const source = new URLSearchParams(path.split('?')[1]).get('source') ?? '';
  const said = message ?? (isIdle ? say({ text: m.nothingUsed, values: { source } }, output.language) : null);
  if (!said) return;
  if (isIdle) complain(output, m.warning, { message: said });
  else if (!output.isJson) console.log(said);
}
