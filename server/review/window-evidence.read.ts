/** What does the evidence room know of a window: counters of addresses, and which acts are covered on each day for each mail domain? */
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { DomainCoverage } from './frame.rules.js';
import type { Span } from './tier.rules.js';
import { actBits, type EvidenceAct } from './vocabulary.js';

export interface WindowEvidence {
  /** Counters by address, in the form of frozen-facts.rules.ts, days counted from the first of the window. */
  counters: ReadonlyMap<string, string>;
  coverage: ReadonlyMap<string, DomainCoverage>;
}

/** Reads counters of the addresses given, or of all where there are too many to name; days beyond today are not there. */
export async function windowEvidence(em: SqlEntityManager, window: Span, addresses: readonly string[] | null): Promise<WindowEvidence> {
  return { counters: await countersIn(em, window, addresses), coverage: await coverageIn(em, window) };
}

/** One text an address, put together by the database: one scan, and a hundredth of the rows to hand over. */
async function countersIn(em: SqlEntityManager, window: Span, addresses: readonly string[] | null): Promise<Map<string, string>> {
  const named = addresses ? 'and d.address in (select n.id from evidence_address n where n.address = any(?::text[]))' : '';
  const rows = await em.execute<{ address: string; days: string }[]>(
    `select a.address, c.days from (
       select d.address, string_agg(concat_ws(',', d.day - ${window.from}, d.sent, d.read, d.logins, d.received, d.forwarded, d.polled::int), ';') as days
       from evidence_day d where d.day between ${window.from} and ${window.to} ${named} group by d.address) c
     join evidence_address a on a.id = c.address`,
    addresses ? [`{${addresses.map((address) => `"${address.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`] : [],
  );
  return new Map(rows.map(({ address, days }) => [address, days]));
}

async function coverageIn(em: SqlEntityManager, window: Span): Promise<Map<string, DomainCoverage>> {
  const sources = await em.execute<{ number: number; mail_domains: string[]; shows: EvidenceAct[] }[]>(
    'select number, mail_domains, shows from evidence_source',
  );
  const days = await em.execute<{ source: number; day: number }[]>(
    `select source, day from evidence_source_day where lines > 0 and outage is null and day between ${window.from} and ${window.to}`,
  );
  const coverage = new Map<string, DomainCoverage>();
  const length = window.to - window.from + 1;
  for (const source of sources) {
    const bits = actBits(source.shows);
    for (const mailDomain of source.mail_domains) {
      const domain = coverage.get(mailDomain) ?? { isServed: true, shows: 0, byDay: new Uint8Array(length) };
      domain.shows |= bits;
      for (const { source: number, day } of days) if (number === source.number) domain.byDay[day - window.from]! |= bits;
      coverage.set(mailDomain, domain);
    }
  }
  return coverage;
}
