/** How often may a secret be tried, and from when on again? (G-16) */

/** Minutes that a failure counts. */
export const GUESS_MINUTES = 15;
/** Evaluated failures in any such span for one account, existing or not. */
export const FAILURES_PER_ACCOUNT = 10;
/** The same for one network address. */
export const FAILURES_PER_ADDRESS = 50;
/** The same for one network address where codes from paper are tried: there is no account to count for. */
export const PAPER_CODE_FAILURES_PER_ADDRESS = 10;

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
  if (!bare.includes(':')) return bare;
  const groups = groupsOf(bare);
  const isMapped = groups.slice(0, 5).every((group) => group === '0') && groups[5] === 'ffff';
  if (isMapped) return groups.slice(6).flatMap(bytesOf).join('.');
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address without leading zeros; one that ends like an IPv4 address has two groups there. */
function groupsOf(address: string): string[] {
  const hexEnd = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) => `${hexOf(a, b)}:${hexOf(c, d)}`);
  const [head = '', tail] = hexEnd.split('::');
  const before = head ? head.split(':') : [];
  const after = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(missing).fill('0'), ...after].map((group) => group.replace(/^0+(?=.)/, ''));
}

const hexOf = (high: string, low: string): string => (Number(high) * 256 + Number(low)).toString(16);
const bytesOf = (group: string): number[] => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255];
