/** Collects what the sources of the demonstration city log about one mailbox at a time; silent and thin days lose what they lose. */
import { domainOf } from '../registry/address.rules.js';
import type { Chance } from './demo-random.js';
import type { DemoSource } from './demo-sources.js';

/** Numbers a day in `DemoMailboxDays.days`: day number, sent, read, logins, received, forwarded. */
export const DEMO_DAY_FIELDS = 6;

/** All days of one mailbox in one source, in order of the day; only days with something. */
export interface DemoMailboxDays {
  source: string;
  address: string;
  days: Int32Array;
}

/** How many of a source's mailboxes a thin day shows. */
const THIN_SHARE = 0.2;

class Days {
  private numbers = new Int32Array(64 * DEMO_DAY_FIELDS);
  private used = 0;

  add(day: number, sent: number, read: number, logins: number, received: number, forwarded: number): void {
    if (this.used === this.numbers.length) {
      const wider = new Int32Array(this.used * 2);
      wider.set(this.numbers);
      this.numbers = wider;
    }
    const { numbers, used } = this;
    numbers[used] = day;
    numbers[used + 1] = sent;
    numbers[used + 2] = read;
    numbers[used + 3] = logins;
    numbers[used + 4] = received;
    numbers[used + 5] = forwarded;
    this.used += DEMO_DAY_FIELDS;
  }

  take(): Int32Array {
    const taken = this.numbers.slice(0, this.used);
    this.used = 0;
    return taken;
  }
}

interface Sources {
  reads?: DemoSource;
  sends?: DemoSource;
}

export class MailLog {
  private readonly sourcesOf = new Map<string, Sources>();
  private readonly readDays = new Days();
  private readonly sentDays = new Days();
  private address = '';
  private sources: Sources = {};

  constructor(
    sources: readonly DemoSource[],
    private readonly chance: Chance,
  ) {
    for (const source of sources) {
      const kind = source.format === 'DOVECOT' ? 'reads' : 'sends';
      for (const domain of source.mailDomains) this.sourcesOf.set(domain, { ...this.sourcesOf.get(domain), [kind]: source });
    }
  }

  open(address: string): void {
    this.address = address;
    this.sources = this.sourcesOf.get(domainOf(address)) ?? {};
  }

  /** Whether reads of this mailbox are logged in full on a day. */
  isHeard(day: number): boolean {
    const { reads } = this.sources;
    return reads !== undefined && !reads.outages.has(day) && !reads.thinDays.has(day);
  }

  use(day: number, read: number, logins: number, received: number): void {
    this.log(day, read, logins, received, 0);
  }

  login(day: number, logins: number): void {
    this.log(day, 0, logins, 0, 0);
  }

  receive(day: number, received: number): void {
    this.log(day, 0, 0, received, 0);
  }

  forward(day: number, messages: number): void {
    this.log(day, 0, 0, messages, messages);
  }

  send(day: number, sent: number): void {
    const { sends } = this.sources;
    if (sends && !sends.outages.has(day)) this.sentDays.add(day, sent, 0, 0, 0, 0);
  }

  private log(day: number, read: number, logins: number, received: number, forwarded: number): void {
    const { reads } = this.sources;
    if (!reads || reads.outages.has(day)) return;
    if (reads.thinDays.has(day) && !this.chance.isHit(THIN_SHARE)) return;
    this.readDays.add(day, 0, read, logins, received, forwarded);
  }

  /** What was logged since `open`. */
  *close(): Generator<DemoMailboxDays> {
    const kept = [
      [this.sources.reads, this.readDays.take()],
      [this.sources.sends, this.sentDays.take()],
    ] as const;
    for (const [source, days] of kept) if (source && days.length) yield { source: source.name, address: this.address, days };
  }
}
