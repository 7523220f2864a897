/** What of a mail server's words may be kept? The code and what it means, no address, no password, nothing long. */
const LONGEST = 300;

export function blanked(words: string, secrets: readonly string[] = []): string {
  let kept = words.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
  for (const secret of secrets) if (secret.length > 2) kept = kept.split(secret).join('…');
  return kept
    .replace(/\b(smtps?|https?):\/\/\S+/gi, '…')
    .replace(/<[^<>]*@[^<>]*>|[^\s<>"'(),:;]+@[^\s<>"'(),:;]+/g, '…')
    .replace(/[A-Za-z0-9+/=_-]{32,}/g, '…')
    .slice(0, LONGEST)
    .trim();
}

const MINUTE = 60_000;
const WAITS = [1, 5, 15, 60, 180, 360, 720].map((minutes) => minutes * MINUTE);
export const MOST_WAITING = 3 * 24 * 60 * MINUTE;

/** When a letter that was tried so often is tried again; null: three days are over, it goes on paper. */
export function nextTry(tries: number, waitingSince: Date, now: Date): Date | null {
  if (now.getTime() - waitingSince.getTime() >= MOST_WAITING) return null;
  const at = now.getTime() + WAITS[Math.min(Math.max(tries, 1), WAITS.length) - 1]!;
  // The last attempt is made when the three days end, not half a day later.
  return new Date(Math.min(at, Math.max(waitingSince.getTime() + MOST_WAITING, now.getTime() + MINUTE)));
}
