/**
 * On which days does a source have data that count (E-8)? A day on which it saw fewer than half of its median number of mailboxes for
 * that kind of day is thin, and not covered until it is accepted; an outage marked by hand is no data.
 */

/** Day as days since 1970-01-01. */
export interface SourceDay {
  day: number;
  lines: number;
  mailboxes: number;
  /** Why a thin day is taken as whole. */
  accepted: string | null;
  /** Why the day counts as without data. */
  outage: string | null;
}

export interface JudgedDay {
  day: number;
  mailboxes: number;
  isThin: boolean;
  isCovered: boolean;
}

export function median(numbers: readonly number[]): number {
  if (numbers.length === 0) return 0;
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** All days of one source, judged; `isWorking` tells the kinds of day apart. */
export function judgeDays(days: readonly SourceDay[], isWorking: (day: number) => boolean): JudgedDay[] {
  const withData = days.filter((day) => day.lines > 0 && day.outage === null);
  const usual = [true, false].map((kind) => median(withData.filter((day) => isWorking(day.day) === kind).map((day) => day.mailboxes)));
  return days.map(({ day, lines, mailboxes, accepted, outage }) => {
    const hasData = lines > 0 && outage === null;
    const isThin = hasData && mailboxes * 2 < usual[isWorking(day) ? 0 : 1]!;
    return { day, mailboxes, isThin, isCovered: hasData && (!isThin || accepted !== null) };
  });
}
