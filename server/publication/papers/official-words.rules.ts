/** How numbers, days and lists are written in official papers (Decree 30/2020/NĐ-CP, Annex I). Pure; Vietnamese only. */
import type { Day } from '../../kernel/calendar.js';

/** `1/QĐ-BCĐ` → `01/QĐ-BCĐ`: numbers below 10 have a zero before them. */
export const officialNumber = (number: string): string => number.replace(/^(\d)(?=\D|$)/, '0$1');

const day = (iso: Day) => iso.slice(8, 10);
/** Months 1 and 2 have a zero before them, those from 3 to 9 none. */
const month = (iso: Day) => (Number(iso.slice(5, 7)) < 3 ? iso.slice(5, 7) : String(Number(iso.slice(5, 7))));

/** `ngày 09 tháng 02 năm 2026`. */
export const dayInWords = (iso: Day): string => `ngày ${day(iso)} tháng ${month(iso)} năm ${iso.slice(0, 4)}`;

/** `09/02/2026`. */
export const shortDay = (iso: Day): string => `${day(iso)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;

/** `14 giờ 05 phút`, of a clock of the city’s zone. */
export function timeInWords(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(at);
  const [hours, minutes] = parts.split(':');
  return `${hours} giờ ${minutes} phút`;
}

const STEM = /^(\d+)\/(.+)$/;

/** Numbers of one symbol without a gap are written as a span: `01/QĐ-BCĐ đến 37/QĐ-BCĐ`; null where they are not. */
export function spanOfNumbers(numbers: readonly string[]): string | null {
  const read = numbers.map((number) => STEM.exec(number));
  if (read.length === 0 || read.some((one) => !one || one[2] !== read[0]![2])) return null;
  const counted = read.map((one) => Number(one![1])).toSorted((a, b) => a - b);
  if (counted.at(-1)! - counted[0]! !== counted.length - 1) return null;
  const symbol = read[0]![2];
  const first = officialNumber(`${counted[0]}/${symbol}`);
  return counted.length === 1 ? first : `${first} đến ${officialNumber(`${counted.at(-1)}/${symbol}`)}`;
}

/** `QĐ-BCĐ` → `BCĐ`: what stands for the body in the symbols of its papers. */
export const symbolOfBody = (numberSymbol: string): string => numberSymbol.replace(/^QĐ-/u, '');

/** Lines and sentences that were typed as one legal basis: each its own, without its mark at the end, begun with “Căn cứ”. */
export const basesIn = (text: string): string[] =>
  text
    .split(/[\n;]+/)
    .map((line) => line.trim().replace(/[.,;\s]+$/u, ''))
    .filter((line) => line !== '')
    .map((line) => (/^(căn cứ|theo|xét)\s/iu.test(line) ? line[0]!.toLocaleUpperCase('vi') + line.slice(1) : `Căn cứ ${line}`));

/** Name, post and agency as they stand in a sentence. */
export const personInWords = ({ name, post, agency }: { name: string; post: string | null; agency: string | null }): string =>
  [name, post, agency].filter(Boolean).join(', ');

/** A sentence gets one full stop and no second. */
export const sentence = (text: string): string => (/[.!?…”]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`);
