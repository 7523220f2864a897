// For how many mail domains is each day covered? One strip for the whole city.
import type { CoverageDay } from './documents.js';

export type CoverageState = 'FULL' | 'PART' | 'THIN' | 'NONE';

export interface StripDay {
  date: string;
  state: CoverageState;
  /** Rows (source and domain) with data that counts, and all rows of the day. */
  covered: number;
  sources: number;
  mailboxes: number;
}

const dayLength = 86_400_000;

/** Every day from the first to the last, days without any row too. */
export function stripDays(rows: readonly CoverageDay[], from: string, to: string): StripDay[] {
  const byDate = new Map<string, CoverageDay[]>();
  for (const row of rows) byDate.set(row.date, [...(byDate.get(row.date) ?? []), row]);
  const most = Math.max(0, ...[...byDate.values()].map((list) => list.length));
  const result: StripDay[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += dayLength) {
    const date = new Date(at).toISOString().slice(0, 10);
    const list = byDate.get(date) ?? [];
    const covered = list.filter((row) => row.isCovered).length;
    const state = covered === 0 ? (list.some((row) => row.isThin) ? 'THIN' : 'NONE') : covered < most ? 'PART' : 'FULL';
    result.push({ date, state, covered, sources: most, mailboxes: list.reduce((sum, row) => sum + row.mailboxesSeen, 0) });
  }
  return result;
}
