/** Which mail domains does a file speak of that its source does not serve? Domains only, a bounded number, each with how often it was met. */

const MOST_KEPT = 500;
const MOST_SHOWN = 3;
const LONGEST = 100;
/** A plain host name: whatever else stands behind an @ in a hostile line is not kept (G-13). */
const DOMAIN = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

/** Counts one domain; shared by all its addresses. */
export interface Tally {
  count: number;
}

export interface ForeignDomain {
  domain: string;
  count: number;
}

export class ForeignDomains {
  private readonly tallies = new Map<string, Tally>();

  /** Where the domain is counted; undefined when it is no plain name or too many are known already. */
  tallyOf(domain: string): Tally | undefined {
    const known = this.tallies.get(domain);
    if (known) return known;
    if (this.tallies.size >= MOST_KEPT || domain.length > LONGEST || !DOMAIN.test(domain)) return undefined;
    const tally = { count: 0 };
    this.tallies.set(domain, tally);
    return tally;
  }

  /** The most frequent ones, those met equally often by name. */
  most(): ForeignDomain[] {
    return [...this.tallies]
      .map(([domain, { count }]) => ({ domain, count }))
      .sort((a, b) => b.count - a.count || (a.domain < b.domain ? -1 : 1))
      .slice(0, MOST_SHOWN);
  }
}
