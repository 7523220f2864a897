/** What does a person mean who writes into a spreadsheet that an order was carried out, and when? Only words and days that can be taken one way. */
import { type Day, dayIn, isDay } from '../kernel/calendar.js';
import { searchKey } from '../kernel/name.rules.js';

export type HandOverOutcome = 'DONE' | 'FAILED';

/** As `wordKey` writes them. `không` alone is left out: it may mean "not done" or "no trouble". */
const WORDS: Readonly<Record<HandOverOutcome | 'OPEN', readonly string[]>> = {
  DONE: [
    'done',
    'ok',
    'success',
    'succeeded',
    'completed',
    'xong',
    'da xong',
    'hoan thanh',
    'da hoan thanh',
    'thanh cong',
    'da thuc hien',
    'da thuc hien xong',
    'da lam',
    'da lam xong',
  ],
  FAILED: [
    'failed',
    'fail',
    'failure',
    'error',
    'loi',
    'bi loi',
    'that bai',
    'khong thanh cong',
    'khong thuc hien duoc',
    'khong lam duoc',
    'tu choi',
    'bi tu choi',
  ],
  OPEN: ['', 'open', 'pending', 'not done', 'chua', 'chua xong', 'chua lam', 'chua thuc hien', 'dang lam', 'dang thuc hien'],
};

const MEANINGS = new Map(
  Object.entries(WORDS).flatMap(([meaning, words]) => words.map((word) => [word, meaning as HandOverOutcome | 'OPEN'])),
);

/** Small letters without diacritics, words apart by one space, no other signs: `Đã thực-hiện.` is `da thuc hien`. */
const wordKey = (text: string): string => (searchKey(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** OPEN: it is not done yet, which is no confirmation; undefined: not understood. */
export const outcomeMeant = (text: string): HandOverOutcome | 'OPEN' | undefined => {
  const key = wordKey(text);
  // Signs without a word (✓, –, ?) are not nothing.
  return key === '' && text.trim() !== '' ? undefined : MEANINGS.get(key);
};

/** SA and CH: before and after noon, as Vietnamese spreadsheets write them. The hour itself does not matter. */
const TIME = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(?:AM|PM|SA|CH)?(Z|[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${TIME}$`);
const DAY_FIRST = new RegExp(`^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})${TIME}$`);

/**
 * The day that is meant by `23/11/2026`, `3.1.2026`, `2026-11-23`, each also with a time; undefined when it is none. Day before month, as in Vietnam:
 * 11/23/2026 is no day. A time with an offset is an instant, and counts for the day it is then in the city.
 */
export function dayMeant(text: string, zone: string): Day | undefined {
  const parts = YEAR_FIRST.exec(text.trim());
  const turned = parts ? null : DAY_FIRST.exec(text.trim());
  const [year, month, date] = parts ? parts.slice(1, 4) : (turned?.slice(1, 4).reverse() ?? []);
  if (!year || !month || !date) return undefined;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const [hour = '0', minute = '0', second = '0', offset] = (parts ?? turned)!.slice(4);
  if (!isDay(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  if (!offset) return day;
  const at = new Date(`${day}T${hour.padStart(2, '0')}:${minute}:${second.padStart(2, '0')}${offset.replace(/^(...)(\d\d)$/, '$1:$2')}`);
  return Number.isNaN(at.getTime()) ? undefined : dayIn(zone, at);
}
