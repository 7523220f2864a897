/** How numbers, days and lists are written in official papers (Decree 30/2020/NĐ-CP, Annex I). Pure; Vietnamese only. */
import type { Day } from '../../kernel/calendar.js';

/** `1/QĐ-BCĐ` → `01/QĐ-BCĐ`: numbers below 10 have a zero before them. */
export const officialNumber = (number: string): string => number.replace(/^(\d)(?=\D|$)/, '0$1');

const day = (iso: Day) => iso.slice(8, 10);
/** Months 1 and 2 have a zero before them, those from 3 to 9 none. */
const month = (iso: Day) => (Number(iso.slice(5, 7)) < 3 ? iso.slice(5, 7) : String(Number(iso.slice(5, 7))));

/** `ngày 09 tháng 02 năm 2026`. */
export const dayInWords = (iso: Day): string => `ngày ${day(iso)} tháng ${month(iso)} năm ${iso.slice(0, 4)}`;

/** The same after “ngày”: `09 tháng 02 năm 2026`. */
export const dayInArticle = (iso: Day | null): string => (iso ? dayInWords(iso).replace(/^ngày /u, '') : NO_DAY);

/** `09/02/2026`, `03/6/2026`. */
export const shortDay = (iso: Day): string => `${day(iso)}/${month(iso)}/${iso.slice(0, 4)}`;

/** Where a draft has no day yet: after “ngày”, and in full. */
export const NO_DAY = '...../...../.......';
export const NO_DAY_IN_WORDS = 'ngày ..... tháng ..... năm .......';

/** How many of something: `03`, `12`; `0` where there is none. */
export const counted = (count: number): string => (count === 0 ? '0' : String(count).padStart(2, '0'));

/** A text written for screens as it stands on papers: `19,7%`, `03/6/2026`. */
export const onPaper = (text: string): string =>
  text.replace(/(\d)[ \u00A0\u202F]%/gu, '$1%').replace(/\b(\d{2}\/)0([3-9]\/\d{4})\b/g, '$1$2');

/** `14 giờ 05 phút`, of a clock of the city’s zone. */
export function timeInWords(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(at);
  const [hours, minutes] = parts.split(':');
  return `${hours} giờ ${minutes} phút`;
}

const STEM = /^(\d+)\/(.+)$/;

export interface Span {
  first: string;
  last: string;
  /** `09 - 27/QĐ-BCĐ`; the number alone where there is one. */
  text: string;
}

/** Numbers of one symbol without a gap are written as a span; null where they are not. */
export function spanOfNumbers(numbers: readonly string[]): Span | null {
  const read = numbers.map((number) => STEM.exec(number));
  if (read.length === 0 || read.some((one) => !one || one[2] !== read[0]![2])) return null;
  const sorted = read.map((one) => Number(one![1])).toSorted((a, b) => a - b);
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  if (most - least !== sorted.length - 1) return null;
  const symbol = read[0]![2];
  const [first, last] = [officialNumber(`${least}/${symbol}`), officialNumber(`${most}/${symbol}`)];
  return { first, last, text: least === most ? first : `${counted(least)} - ${last}` };
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

const DAY_IN_TEXT = /ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})/u;
const rankOf = (basis: string): number =>
  /^Căn cứ (bộ )?luật /iu.test(basis) ? 0 : /^Căn cứ (pháp lệnh|nghị định) /iu.test(basis) ? 1 : 2;
const dayIn = (basis: string): string | null => {
  const [, date, month_, year] = DAY_IN_TEXT.exec(basis) ?? [];
  return year ? `${year}-${month_!.padStart(2, '0')}-${date!.padStart(2, '0')}` : null;
};

/** Laws first, then decrees, then the rest, each by its day; one without a day keeps its place. */
export function basesInOrder(bases: readonly string[]): string[] {
  const ranked = bases.toSorted((a, b) => rankOf(a) - rankOf(b));
  return [0, 1, 2].flatMap((rank) => {
    const some = ranked.filter((basis) => rankOf(basis) === rank);
    const dated = some
      .filter((basis) => dayIn(basis) !== null)
      .toSorted((a, b) => (dayIn(a)! < dayIn(b)! ? -1 : dayIn(a)! > dayIn(b)! ? 1 : 0));
    return some.map((basis) => (dayIn(basis) === null ? basis : dated.shift()!));
  });
}

/** A legal basis in a list that is headed as one: `Căn cứ Luật …` → `Luật …`. */
export const withoutCitation = (basis: string): string => {
  const bare = basis.replace(/^căn cứ\s+/iu, '');
  return bare === '' ? basis : bare[0]!.toLocaleUpperCase('vi') + bare.slice(1);
};

/** Name, post and agency as they stand in a sentence. */
export const personInWords = ({ name, post, agency }: { name: string; post: string | null; agency: string | null }): string =>
  [name, post, agency].filter(Boolean).join(', ');

/** Without the mark at its end: the layout gives each its own. */
export const bare = (text: string): string => text.trim().replace(/[.;,\s]+$/u, '');

/** A sentence gets one full stop and no second. */
export const sentence = (text: string): string => (/[.!?…”]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`);
