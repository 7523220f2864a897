// Sends kept marks in batches: at once where there is a line, again and again where there is none, until the server has taken or refused each.
import type { FaultCode } from '../data/faults.js';
import { type KeptMark, batchOf, settle } from './marks.js';
import type { KeptMarks } from './kept-marks.js';

/** As many go out together. */
const batchSize = 100;
/** A moment after a tap, so that taps in a row go together. */
const gatherMs = 400;
const firstPauseMs = 2_000;
const longestPauseMs = 60_000;

export type Outcome =
  | { refusals: ReadonlyMap<number, string> }
  /** Nothing of the batch was taken, and why; it is tried again unless the class itself refused it. */
  | { fault: FaultCode }
  | { refusedWhole: string };

export interface Sending {
  isSending: boolean;
  /** Why the last try failed; null after one that went through. */
  trouble: FaultCode | null;
}

interface SenderOptions {
  kept: KeptMarks;
  send: (classId: string, marks: readonly KeptMark[]) => Promise<Outcome>;
  /** Who is signed in; null: nothing is sent. */
  who: () => string | null;
  /** Whether a try is worth it: signed in, and no password asked for. */
  isReady: () => boolean;
}

export class Sender {
  private state: Sending = { isSending: false, trouble: null };
  private readonly listeners = new Set<() => void>();
  private timer: { id: ReturnType<typeof setTimeout>; due: number } | undefined;
  private failures = 0;
  /** The class whose batch failed last: others go first, so that it holds nobody up. */
  private failedClassId: string | undefined;
  /** Keys that wait for a moment, so that the reader can take them back. */
  private readonly held = new Set<string>();
  private readonly inFlight = new Set<string>();

  constructor(private readonly options: SenderOptions) {}

  readonly current = (): Sending => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** After a tap. While the line is bad a tap does not make it better: no more than one try in two seconds. */
  readonly wake = (): void => this.plan(this.failures > 0 ? firstPauseMs : gatherMs);

  /** The line is back, or somebody has signed in again. */
  readonly wakeNow = (): void => this.plan(0);

  /** Keeps these back for a while. */
  hold(keys: readonly string[], milliseconds: number): void {
    for (const key of keys) this.held.add(key);
    setTimeout(() => {
      for (const key of keys) this.held.delete(key);
      this.wake();
    }, milliseconds);
  }

  /** Takes marks back that have not gone out yet; answers how many. */
  takeBack(keys: readonly string[]): number {
    const waiting = keys.filter((key) => this.held.has(key) && !this.inFlight.has(key));
    for (const key of waiting) this.held.delete(key);
    this.options.kept.remove(waiting);
    return waiting.length;
  }

  /** Not later than in so many milliseconds. */
  private plan(milliseconds: number): void {
    const due = Date.now() + milliseconds;
    if (this.timer && this.timer.due <= due) return;
    clearTimeout(this.timer?.id);
    this.timer = { due, id: setTimeout(() => void this.attempt(), milliseconds) };
  }

  private async attempt(): Promise<void> {
    this.timer = undefined;
    const { kept, send, who, isReady } = this.options;
    const userId = who();
    if (this.state.isSending || userId === null || !isReady()) return;
    const free = kept.of(userId).filter(({ key }) => !this.held.has(key));
    const [batch] = [free.filter(({ classId }) => classId !== this.failedClassId), free]
      .map((marks) => batchOf(marks, batchSize))
      .filter((marks) => marks.length > 0);
    if (!batch) return this.tell({ isSending: false, trouble: null });
    for (const { key } of batch) this.inFlight.add(key);
    this.tell({ ...this.state, isSending: true });
    const outcome = await send(batch[0]!.classId, batch);
    for (const { key } of batch) this.inFlight.delete(key);
    if ('fault' in outcome) {
      this.failures += 1;
      this.failedClassId = batch[0]!.classId;
      this.tell({ isSending: false, trouble: outcome.fault });
      this.plan(Math.min(firstPauseMs * 2 ** (this.failures - 1), longestPauseMs));
      return;
    }
    this.failures = 0;
    this.failedClassId = undefined;
    const refusals = 'refusals' in outcome ? outcome.refusals : new Map(batch.map((_, index) => [index, outcome.refusedWhole]));
    const { done, refused } = settle(batch, refusals, kept.of(userId));
    kept.refuse(refused);
    kept.remove(done);
    this.tell({ isSending: false, trouble: null });
    this.plan(0);
  }

  private tell(state: Sending): void {
    if (state.isSending === this.state.isSending && state.trouble === this.state.trouble) return;
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
