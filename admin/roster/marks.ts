// What a roster shows while marks are on their way: which mark of a person holds, what is still to be sent, what was refused. Pure.
import type { Mark, ServerMark } from '../classes/attendance.js';

/** Whom a mark is about, and at which session. */
export interface Cell {
  enrolmentId: string;
  sessionId: string;
}

/** A mark made on this device that the server has not taken yet, or would not take. */
export interface KeptMark extends Cell {
  /** Where it is kept; a tap, a key. */
  key: string;
  classId: string;
  mark: Mark;
  /** The tap. */
  markedAt: string;
  /** Why the server refused it, in its words. */
  refusal?: string | undefined;
}

export interface ShownMark {
  mark: Mark | null;
  isUnsent: boolean;
  /** The mark that was refused, with the reason, until the reader has seen it. */
  refused: KeptMark | undefined;
}

export const cellOf = ({ enrolmentId, sessionId }: Cell): string => `${enrolmentId} ${sessionId}`;

const later = <T extends { markedAt: string }>(one: T, other: T): T => (one.markedAt >= other.markedAt ? one : other);

/** The last mark of each cell that is still to be sent; one made before it is worth nothing any more. */
export function lastUnsent(kept: readonly KeptMark[]): KeptMark[] {
  const byCell = new Map<string, KeptMark>();
  for (const mark of kept) {
    if (mark.refusal !== undefined) continue;
    const known = byCell.get(cellOf(mark));
    byCell.set(cellOf(mark), known ? later(mark, known) : mark);
  }
  return [...byCell.values()].sort((a, b) => a.markedAt.localeCompare(b.markedAt));
}

/** What holds in a cell: the later of what the server has and what is kept here (TR-2: the last by the time of marking). */
export function shownMark(server: ServerMark | undefined, keptOfCell: readonly KeptMark[]): ShownMark {
  const [own] = lastUnsent(keptOfCell);
  const refused = keptOfCell.filter(({ refusal }) => refusal !== undefined).at(-1);
  if (own && (!server?.markedAt || own.markedAt > server.markedAt)) return { mark: own.mark, isUnsent: true, refused: undefined };
  return { mark: server?.mark ?? null, isUnsent: own !== undefined, refused };
}

/** The time a tap is given: now, but after the mark it is meant to replace, whatever the clock of this device or of another says. */
export function tapTime(now: Date, replaced: string | null | undefined): string {
  const after = replaced ? Date.parse(replaced) + 1 : 0;
  return new Date(Math.max(now.getTime(), after)).toISOString();
}

/** What goes out together: of one class, the oldest first, each cell once. */
export function batchOf(kept: readonly KeptMark[], most: number): KeptMark[] {
  const waiting = lastUnsent(kept);
  return waiting.filter(({ classId }) => classId === waiting[0]?.classId).slice(0, most);
}

export interface Settled {
  /** Keys that need not be kept any more. */
  done: string[];
  refused: { key: string; refusal: string }[];
}

/**
 * What the answer to a batch means for what is kept: a mark that was taken goes, with those it replaced; a refused one stays with its reason,
 * and an earlier one in its cell goes out next: it may still count, made before the class was closed.
 */
export function settle(batch: readonly KeptMark[], refusals: ReadonlyMap<number, string>, kept: readonly KeptMark[]): Settled {
  const done: string[] = [];
  const refused: Settled['refused'] = [];
  for (const [index, sent] of batch.entries()) {
    const refusal = refusals.get(index);
    if (refusal !== undefined) refused.push({ key: sent.key, refusal });
    else done.push(...kept.filter((mark) => cellOf(mark) === cellOf(sent) && mark.markedAt <= sent.markedAt).map(({ key }) => key));
  }
  return { done, refused };
}
