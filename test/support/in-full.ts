/** How often is something tried: `npm test -- --system`, and so every machine that checks a submission, in full; the daily `npm test` less often. */
export const isInFull = process.env.HOPTHU_TEST_IN_FULL === '1';

/** The promised figure, or the one of every day. */
export const inFull = (promised: number, daily: number): number => (isInFull ? promised : daily);
