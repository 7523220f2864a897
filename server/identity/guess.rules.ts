/** How often may a secret be tried, and from when on again? (G-16) */

/** Minutes that a failure counts. */
export const GUESS_MINUTES = 15;
/** Evaluated failures in any such span for one account, existing or not. */
export const FAILURES_PER_ACCOUNT = 10;
/** The same for one network address. */
export const FAILURES_PER_ADDRESS = 50;

const SPAN = GUESS_MINUTES * 60_000;
const MINUTE = 60_000;

/** Failures before this instant no longer count. */
export const countsSince = (now: Date): Date => new Date(now.getTime() - SPAN);

/** When a place is free again: once fewer than `limit` of these count; undefined when one is free already. */
export function freeAgainAt(countingNewestFirst: readonly Date[], limit: number): Date | undefined {
  const last = countingNewestFirst[limit - 1];
  return last && new Date(last.getTime() + SPAN + 1);
}

/** The full minute at which it may be tried again, so that no one comes too early. */
export const fullMinute = (at: Date): Date => new Date(Math.ceil(at.getTime() / MINUTE) * MINUTE);

/**
 * What counts as one address: an IPv4 address, however written; of IPv6 the first 64 bits, for behind them one visitor has as many
 * addresses as they like.
 */
export function addressBlock(address: string): string {
  const bare = address.toLowerCase().replace(/%.*$/, '');
  const mapped = /^(?:0*:)*:?(?:0*:)*ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1];
  if (mapped) return mapped;
  if (!bare.includes(':')) return bare;
  const [head = '', tail] = bare.split('::');
  const before = head ? head.split(':') : [];
  const after = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after].map((g) => g.replace(/^0+(?=.)/, ''));
  return `${groups.slice(0, 4).join(':')}::/64`;
}
