/** How often is something tried: `npm test -- --system`, and so every machine that checks a submission, in full; the daily `npm test` less often. */
export const isInFull = process.env.HOPTHU_TEST_IN_FULL === '1';

/** What takes a quarter of an hour and more is tried as often as promised when HOPTHU_TEST_PROMISED=1 asks for it. */
export const isAsPromised = process.env.HOPTHU_TEST_PROMISED === '1';

/** The promised figure, or the one of every day; a whole run takes `whole`, where it is given, so that it stays under an hour. */
export function inFull(promised: number, daily: number, whole = promised): number {
  if (isAsPromised) return promised;
  return isInFull ? whole : daily;
}
