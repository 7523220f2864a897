/** What does the evidence room know of a window: counters of addresses, and which acts are covered on each day for each mail domain? */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { coverageOf } from '../evidence/coverage.read.js';
import { evidenceKept, evidenceOf } from '../evidence/evidence-days.read.js';
import type { WorkingCalendar } from '../kernel/calendar.js';
import type { DomainCoverage } from './frame.rules.js';
import type { Span } from './tier-facts.rules.js';

export interface WindowEvidence {
  /** Counters by address, in the form of frozen-facts.rules.ts, days counted from the first of the window. */
  counters: ReadonlyMap<string, string>;
  coverage: ReadonlyMap<string, DomainCoverage>;
}

/**
 * Reads counters of the addresses given, or of all where there are too many to name. Acts are the bits of vocabulary.ts.
 * `isKept`: the counters stay in the table `evidence_window` until the end of the transaction.
 */
export async function windowEvidence(
  em: SqlEntityManager,
  window: Span,
  calendar: WorkingCalendar,
  addresses: readonly string[] | null,
  isKept = false,
): Promise<WindowEvidence> {
  const coverage: Map<string, DomainCoverage> = await coverageOf(em, window, calendar);
  const sources = await em.execute<{ mail_domain: string; polling_logins: number }[]>(
    `select d.mail_domain, max(s.polling_logins)::int as polling_logins from evidence_source s, jsonb_array_elements_text(s.mail_domains) as d(mail_domain) group by 1`,
  );
  for (const { mail_domain, polling_logins } of sources) {
    const domain = coverage.get(mail_domain);
    if (domain) domain.pollingLogins = polling_logins;
  }
  return { counters: await (isKept ? evidenceKept : evidenceOf)(em, window, addresses), coverage };
}
