// A day as people here write it, 23/11/2026, and as the server takes it, 2026-11-23.
/** Written like a day, whether or not there is such a day. */
export const looksLikeDay = (words: string): boolean => /^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s*$/.test(words);

export function dayOfWords(words: string): string | null {
  const [, day, month, year] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(words) ?? [];
  if (!day || !month || !year) return null;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (at.getUTCMonth() !== Number(month) - 1 || at.getUTCDate() !== Number(day)) return null;
  return at.toISOString().slice(0, 10);
}
