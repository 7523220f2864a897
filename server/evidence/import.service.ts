/** Taking a file in: who may, for which source, not twice at a time; and the line of files waiting to be read on this server. */
import { hostname } from 'node:os';
import type { Readable } from 'node:stream';
import { ref } from '@mikro-orm/core';
import { type Acting, perform } from '../identity/command.js';
import { holds } from '../identity/right.js';
import { isDay } from '../kernel/calendar.js';
import type { Ground } from '../kernel/ground.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { newId } from '../kernel/record.js';
import { Denial, Refusal } from '../kernel/refusal.js';
import { type EvidenceFormat, EVIDENCE_FORMATS } from './act.rules.js';
import { ImportState } from './evidence-format.js';
import { EvidenceImport } from './evidence-import.entity.js';
import { EvidenceSource } from './evidence-source.entity.js';
import { evidenceAccess } from './evidence.access.js';
import { evidenceMessages } from './evidence.messages.js';
import { runImport, Stopped } from './import-run.js';
import { isReadable, READABLE_FORMATS } from './readers.js';
import { isSpooled, removeSpooled, spool } from './spool.js';
import { dropLeftStaging } from './staging.js';

export interface UploadedFile {
  /** As in the address: `dovecot`, `hopthu-day`. */
  format: string;
  source?: string;
  fileName?: string;
  newestDay?: string;
  body: Readable;
  /** Bytes. */
  largest?: number;
}

/** Of the readers and the merge: raise it when files should be read anew. */
const READER_VERSION = 1;
const LARGEST = 64 * 2 ** 30;
const LONGEST_NAME = 255;

function formatOf(text: string): EvidenceFormat {
  const format = text.toUpperCase().replaceAll('-', '_') as EvidenceFormat;
  const isKnown = EVIDENCE_FORMATS.includes(format) && text === text.toLowerCase();
  if (!isKnown)
    throw new Refusal({
      code: 'INVALID',
      path: ['format'],
      message: { text: evidenceMessages.formatUnknown, values: { format: text.slice(0, 40) } },
    });
  if (!isReadable(format)) {
    const values = { format, formats: READABLE_FORMATS.join(', ') };
    throw new Refusal({ code: 'INVALID', path: ['format'], message: { text: evidenceMessages.formatLater, values } });
  }
  return format;
}

async function sourceOf(ground: Ground, name: string | undefined, format: EvidenceFormat): Promise<EvidenceSource> {
  if (!name) throw new Refusal({ code: 'REQUIRED', path: ['source'], message: { text: evidenceMessages.sourceMissing } });
  const source = await ground.orm.em.fork().findOne(EvidenceSource, { name: name.trim().normalize('NFC') });
  const values = { name: name.slice(0, 100) };
  if (!source) throw new Refusal({ code: 'NOT_FOUND', path: ['source'], message: { text: evidenceMessages.sourceUnknown, values } });
  if (source.format !== format) {
    throw new Refusal({
      code: 'INVALID',
      path: ['source'],
      message: { text: evidenceMessages.sourceFormat, values: { ...values, format: source.format } },
    });
  }
  return source;
}

/** Spools the file and starts reading it in the background; CONFLICT when the same file of the source is being read. */
export async function startImport(acting: Acting, file: UploadedFile): Promise<string> {
  const { ground, actor } = acting;
  if (!holds(actor, evidenceAccess.importFiles)) throw new Denial('FORBIDDEN', { text: kernelMessages.forbidden });
  const format = formatOf(file.format);
  const source = await sourceOf(ground, file.source, format);
  if (file.newestDay !== undefined && !isDay(file.newestDay)) {
    throw new Refusal({ code: 'INVALID', path: ['newestDay'], message: { text: evidenceMessages.newestDayWrong } });
  }
  const id = newId();
  const spooled = await spool(ground, id, file.body, file.largest ?? LARGEST);
  try {
    await perform(acting, async (act) => {
      act.allow(evidenceAccess.importFiles, undefined);
      await act.em.execute("select pg_advisory_xact_lock(hashtext('evidence.import'))");
      const same = await act.em.count(EvidenceImport, { source: source.id, sha256: spooled.sha256, state: ImportState.RUNNING });
      if (same) throw new Refusal({ code: 'CONFLICT', path: ['file'], message: { text: evidenceMessages.alreadyRunning } });
      const [last] = await act.em.execute<{ number: number }[]>('select coalesce(max(number), 0)::int as number from evidence_import');
      const fileName = (file.fileName ?? '').replace(/[\p{Cc}/\\]/gu, '').slice(0, LONGEST_NAME);
      const row = Object.assign(new EvidenceImport(), {
        id,
        number: last!.number + 1,
        source: ref(act.em.getReference(EvidenceSource, source.id)),
        format,
        fileName,
        state: ImportState.RUNNING,
        startedAt: act.now,
        newestDay: file.newestDay ?? act.today,
        isNewestDayGiven: file.newestDay !== undefined,
        sha256: spooled.sha256,
        bytes: String(spooled.bytes),
        readerVersion: READER_VERSION,
        spooledAt: hostname(),
      });
      act.em.persist(row);
      act.record('evidence.import.start', `evidence-import:${id}`, {
        source: source.name,
        fileName,
        sha256: spooled.sha256,
        bytes: spooled.bytes,
      });
    });
  } catch (error) {
    await removeSpooled(ground, id);
    throw error;
  }
  importsOf(ground).add(id);
  return id;
}

/** Files are read one after the other on a server, so that memory and the database stay calm. */
class ImportLine {
  private readonly waiting: string[] = [];
  private running: Promise<void> | undefined;
  private stopping = new AbortController();

  constructor(private readonly ground: Ground) {}

  add(id: string): void {
    this.waiting.push(id);
    this.running ??= this.work().finally(() => {
      this.running = undefined;
    });
  }

  /** Until every file is read; for tests and the command line. */
  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  /** Stops where it is; what is not done is taken up at the next start. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.waiting.length = 0;
    await this.running;
    this.stopping = new AbortController();
  }

  private async work(): Promise<void> {
    for (let id = this.waiting.shift(); id !== undefined; id = this.waiting.shift()) {
      try {
        await runImport(this.ground, id, this.stopping.signal);
      } catch (error) {
        if (!(error instanceof Stopped)) this.ground.log.error({ import: id, error }, 'An import could not be ended');
      }
    }
  }
}

const lines = new WeakMap<Ground, ImportLine>();

/** The line of files waiting on this server. */
export function importsOf(ground: Ground): ImportLine {
  let line = lines.get(ground);
  if (!line) {
    line = new ImportLine(ground);
    lines.set(ground, line);
  }
  return line;
}

/** At the start of a server: imports that a stop or crash cut off are read again from the spooled file (E-6). */
export async function resumeImports(ground: Ground): Promise<void> {
  const em = ground.orm.em.fork();
  const running = await em.find(EvidenceImport, { state: ImportState.RUNNING }, { orderBy: { number: 'asc' } });
  await dropLeftStaging(
    ground,
    running.filter((row) => row.spooledAt !== hostname()).map((row) => row.number),
  );
  for (const row of running) {
    if (row.spooledAt !== hostname()) continue;
    if (isSpooled(ground, row.id)) importsOf(ground).add(row.id);
    else {
      Object.assign(row, { state: ImportState.FAILED, note: { name: 'spoolLost' }, finishedAt: ground.clock.now() });
    }
  }
  await em.flush();
}
