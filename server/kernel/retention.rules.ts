/** Until which day does a period reach back, and may it be that long or short (K-1)? */
import { type Day, dayNumber, dayOfNumber } from './calendar.js';

export const PERIOD_UNITS = ['DAYS', 'MONTHS', 'YEARS'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

export interface Period {
  value: number;
  unit: PeriodUnit;
}

const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** The first day that is kept: today less the period. A month that has no such day ends on its last one. */
export function cutOffDay(today: Day, { value, unit }: Period): Day {
  if (unit === 'DAYS') return dayOfNumber(dayNumber(today) - value);
  const [year, month, day] = today.split('-').map(Number) as [number, number, number];
  const months = year * 12 + (month - 1) - (unit === 'YEARS' ? value * 12 : value);
  const [atYear, atMonth] = [Math.floor(months / 12), ((months % 12) + 12) % 12];
  return dayOfNumber(Date.UTC(atYear, atMonth, Math.min(day, lastOfMonth(atYear, atMonth))) / 86_400_000);
}

export interface Bounds {
  least: number;
  most: number;
}

/** Whether a period may be set. */
export const isWithinBounds = (value: number, { least, most }: Bounds): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;

/** What holds: the chosen value or the usual one, and no less than what must be kept now. */
export const periodThatHolds = (chosen: number | undefined, usual: number, leastNow: number): number => Math.max(chosen ?? usual, leastNow);
