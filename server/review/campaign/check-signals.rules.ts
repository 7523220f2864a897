/**
 * Was a check done by looking (F-5)? Time, sameness and rank are shown to the task force as signals; none of them decides anything, and a signal is not an
 * accusation: short lists are quick, and right lists are all the same.
 */
import type { CheckAnswer, CheckSignal } from './vocabulary.js';

export interface CheckedItem {
  answer: CheckAnswer;
  /** How long the finding was open before the answer, in seconds; null where nobody measured. */
  seconds: number | null;
  /** How many were answered in the same call. */
  atOnce: number;
  isLeader: boolean;
  /** Whether whoever answered is a leader of the same agency. */
  isByLeader: boolean;
}

/** Nobody reads a finding in less. */
export const FAST_SECONDS = 4;
/** Fewer answers say nothing. */
export const LEAST_ITEMS = 10;
/** So many in one call are a list, not findings. */
export const MANY_AT_ONCE = 20;

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/** The middle of the times that were measured, in seconds; null where too few were. */
export function medianSeconds(items: readonly CheckedItem[]): number | null {
  const measured = items.flatMap(({ seconds }) => seconds ?? []);
  return measured.length < LEAST_ITEMS ? null : median(measured);
}

export function checkSignals(items: readonly CheckedItem[]): CheckSignal[] {
  const middle = medianSeconds(items);
  const isMany = items.length >= LEAST_ITEMS;
  const shows: Record<CheckSignal, boolean> = {
    FAST: middle !== null && middle < FAST_SECONDS,
    ALL_AT_ONCE: isMany && items.filter(({ atOnce }) => atOnce >= MANY_AT_ONCE).length * 2 > items.length,
    ALL_SAME: isMany && items.every(({ answer }) => answer === items[0]!.answer),
    LEADERS_BY_A_LEADER: items.some(({ isLeader, isByLeader }) => isLeader && isByLeader),
  };
  return (Object.keys(shows) as CheckSignal[]).filter((signal) => shows[signal]);
}
