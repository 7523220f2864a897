/**
 * Printing papers beside the server's own work: a paper takes a second and a list of a thousand some, in which nobody else would be answered. Threads begin
 * when there is something to print and end when there is nothing.
 */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { Refusal } from '../../kernel/refusal.js';
import { paperMessages } from './papers.messages.js';
import type { PrintJob } from './print-work.js';

const MOST_WAITING = 50;
const IDLE_MILLISECONDS = 30_000;
const LONGEST_MILLISECONDS = 120_000;
/** Megabytes of a thread: a paper that needs more ends its thread and not the server. */
const MOST_MEMORY = 1024;

/** Sources run as they are in tests and tools; a thread needs to be told so. */
const isSource = import.meta.url.endsWith('.ts');

let press: Piscina<PrintJob, Uint8Array> | undefined;

const pressOf = (): Piscina<PrintJob, Uint8Array> =>
  (press ??= new Piscina({
    filename: new URL(`./print-work.${isSource ? 'ts' : 'js'}`, import.meta.url).href,
    execArgv: isSource ? ['--import', fileURLToPath(new URL('../../../.config/register.mjs', import.meta.url))] : [],
    minThreads: 0,
    maxThreads: Math.max(1, Math.min(4, availableParallelism() - 1)),
    idleTimeout: IDLE_MILLISECONDS,
    maxQueue: MOST_WAITING,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
  }));

/** The bytes of a paper. LIMIT where too many wait already. */
export async function printPaper(job: PrintJob): Promise<Buffer> {
  const threads = pressOf();
  if (threads.queueSize >= MOST_WAITING) throw new Refusal({ code: 'LIMIT', path: [], message: { text: paperMessages.busy } });
  const bytes = await threads.run(job, { name: 'print', signal: AbortSignal.timeout(LONGEST_MILLISECONDS) });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Ends the threads; the next paper begins new ones. */
export async function closePress(): Promise<void> {
  const threads = press;
  press = undefined;
  await threads?.destroy();
}
