// The city's clock, wherever the reader sits: a moment as a day and a time of the city, and back.
const zone = 'Asia/Ho_Chi_Minh';
/** Vietnam has one zone and no summer time. */
const offset = '+07:00';

const written = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });

/** 2026-12-02, the day it is in the city at this moment. */
export function cityDay(at: string | Date): string {
  return written.format(new Date(at)).slice(0, 10);
}

/** 08:30, what the clocks of the city show at this moment. */
export function cityClock(at: string | Date): string {
  return written.format(new Date(at)).slice(11, 16);
}

/** The moment of a day and a time of the city, as the server takes it. */
export function momentOf(day: string, clock: string): string {
  return new Date(`${day}T${clock}:00${offset}`).toISOString();
}

/** A time as people here write it, 8h30, 8:30, 0830 or 8h, as 08:30; null for what is none. */
export function clockOfWords(words: string): string | null {
  const apart = words.replace(/^\s*(\d{2})(\d{2})\s*$/, '$1:$2');
  const [, hour, minute = '00'] = /^\s*(\d{1,2})\s*(?:[:hg.]\s*(\d{2})?)?\s*$/i.exec(apart) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** The day so many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
