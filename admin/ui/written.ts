// How days, moments, numbers and shares are written in either language: 23/11/2026, 12.993, 53,4 %.
import { cityClock, cityDay } from './city-time.js';

export interface Format {
  number: (value: number) => string;
  /** 0.534 → 53,4 % */
  share: (value: number | null | undefined) => string;
  /** 0.2 → 20 %, for the steps of an axis. */
  wholeShare: (value: number) => string;
  /** 0.128 → 12,8, for a difference of two shares. */
  points: (value: number) => string;
  day: (value: string | null | undefined) => string;
  moment: (value: string | null | undefined) => string;
  /** 02/12/2026 08:30, in a file: the day first, as spreadsheets here take it. */
  momentInFile: (value: string) => string;
  /** 08:00–11:30 02/12/2026; with both days where it goes over midnight. */
  span: (from: string, to: string) => string;
}

const dash = '–';

function build(locale: string): Format {
  const tag = locale === 'en' ? 'en-GB' : 'vi-VN';
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const tenth = new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  // Never a line break between the number and its sign.
  const gap = locale === 'en' ? '' : '\u00a0';
  const day = (value: string | null | undefined) => (value ? `${value.slice(8, 10)}/${value.slice(5, 7)}/${value.slice(0, 4)}` : dash);
  // The city's clock, wherever the reader sits.
  const moment = (value: string | null | undefined) => (value ? `${cityClock(value)} ${day(cityDay(value))}` : dash);
  return {
    number: (value) => whole.format(value),
    share: (value) => (value === null || value === undefined ? dash : `${tenth.format(value * 100)}${gap}%`),
    wholeShare: (value) => `${whole.format(value * 100)}${gap}%`,
    points: (value) => tenth.format(value * 100),
    day,
    moment,
    momentInFile: (value) => `${day(cityDay(value))} ${cityClock(value)}`,
    span: (from, to) => (cityDay(from) === cityDay(to) ? `${cityClock(from)}–${moment(to)}` : `${moment(from)} – ${moment(to)}`),
  };
}

const formats: Record<string, Format> = {};

export function formatFor(locale: string): Format {
  return (formats[locale] ??= build(locale));
}
