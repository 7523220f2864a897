/**
 * One export under way: rows become a file as they are read, only as fast as the reader takes them; who is in it is recorded before they leave, and how it ended
 * whatever comes. What is cut, by the reader or by a fault, is cut visibly: the connection ends before the file does.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Acting } from '../../identity/command.js';
import { scopesOf } from '../../identity/actor.js';
import type { Language } from '../../kernel/language.js';
import type { Column, Row, Value } from './column.js';
import { type Begun, type Ending, recordBegin, recordEnd, recordMore } from './export-record.service.js';
import type { Piece } from './export-rows.js';
import type { FileWriter } from './file-writer.js';
import { type ExportedList, officerOf } from './list.js';

const LONGEST_MINUTES = 30;
/** Rows that are written at a time. */
const SLICE = 100;

export interface Running {
  acting: Acting;
  begun: Begun;
  list: ExportedList;
  columns: readonly Column[];
  language: Language;
  writer: FileWriter;
  first: Piece;
  rest: AsyncIterator<Piece>;
  /** For the log, so that a fault can be found. */
  requestId: string;
}

export class RunningExport {
  readonly stream: Readable;
  /** Settles when it is over and its end is on record. */
  readonly ended: Promise<void>;
  /** Settles when its end is on record: whoever has the last bytes may begin another. */
  readonly recorded: Promise<void>;
  private tellRecorded: () => void = () => undefined;
  private rows = 0;
  private isSettled = false;
  private readonly hash = createHash('sha256');

  private constructor(private readonly run: Running) {
    this.stream = Readable.from(this.pieces(), { objectMode: false, highWaterMark: 64 * 1024 });
    this.recorded = new Promise((resolve) => (this.tellRecorded = resolve));
    let fault: Error | undefined;
    this.stream.once('error', (error) => (fault = error));
    this.ended = new Promise((resolve) => this.stream.once('close', () => void this.end(fault).then(resolve)));
  }

  /** Records that it begins; nothing leaves when that fails. */
  static async begin(run: Running): Promise<RunningExport> {
    await recordBegin(run.acting, run.begun, personsIn(run, run.first.rows));
    return new RunningExport(run);
  }

  private async *pieces(): AsyncGenerator<Uint8Array> {
    const { acting, begun, writer, rest } = this.run;
    const until = Date.now() + LONGEST_MINUTES * 60_000;
    const bytesOf = (parts: (Uint8Array | string)[]): Uint8Array[] => {
      const bytes = parts.filter(({ length }) => length > 0).map((part) => (typeof part === 'string' ? Buffer.from(part) : part));
      for (const one of bytes) this.hash.update(one);
      return bytes;
    };
    yield* bytesOf(writer.begin());
    for (let piece: Piece | undefined = this.run.first; piece;) {
      for (let from = 0; from < piece.rows.length; from += SLICE) {
        const slice = piece.rows.slice(from, from + SLICE);
        this.rows += slice.length;
        yield* bytesOf(writer.rows(slice.map((row) => this.valuesOf(row))));
      }
      const next: IteratorResult<Piece> = await rest.next();
      piece = next.done ? undefined : next.value;
      if (Date.now() > until) throw new Error(`An export took more than ${LONGEST_MINUTES} minutes.`);
      if (piece) await recordMore(acting, begun, piece.rows.length, personsIn(this.run, piece.rows));
    }
    const last = bytesOf(writer.end({ rows: this.rows }));
    // Before the last bytes leave: a file that opens as whole is on record as whole.
    await this.settle({ outcome: 'WHOLE', sha256: this.hash.digest('hex') });
    yield* last;
  }

  private valuesOf(row: Row): Value[] {
    return this.run.columns.map((column) => column.of(row, this.run.language));
  }

  private async settle(ending: Ending): Promise<void> {
    await recordEnd(this.run.acting, this.run.begun, this.rows, ending);
    this.isSettled = true;
    this.tellRecorded();
    this.run.acting.ground.metrics.count('hopthu_exports_total', 'Exports by how they ended.', { outcome: ending.outcome });
  }

  private async end(fault: Error | undefined): Promise<void> {
    const { acting, requestId } = this.run;
    if (fault) acting.ground.log.error({ requestId, error: fault }, 'An export was broken off by a fault');
    if (this.isSettled) return;
    try {
      await this.settle({ outcome: fault ? 'FAULT' : 'CUT' });
    } catch (error) {
      acting.ground.log.error({ requestId, error }, 'How an export ended could not be recorded');
    }
    this.tellRecorded();
  }
}

/** Whom rows are about, each once, without oneself: one's own is one's own. */
function personsIn({ list, acting: { actor } }: Running, rows: readonly Row[]): string[] {
  const own = scopesOf(actor, 'OFFICER');
  const persons = new Set(rows.map((row) => officerOf(list, row)));
  return [...persons].filter((id): id is string => id !== null && !own.includes(id));
}
