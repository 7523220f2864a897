// The clock by which deadlines go: the server's, which may differ from that of this machine; the demonstration city moves its own.
let ahead = 0;

/** Differences below this are the line's, not the clock's. */
const leastMs = 60_000;

export function setClock(now: string): void {
  const difference = Date.parse(now) - Date.now();
  ahead = Math.abs(difference) < leastMs ? 0 : difference;
}

export const cityNow = (): Date => new Date(Date.now() + ahead);
