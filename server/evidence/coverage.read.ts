/** Which days of which mail domains are covered, and by which sources (E-8)? */
import { dayNumber, dayOfNumber, type Day, type WorkingCalendar } from '../kernel/calendar.js';
import type { EvidenceFormat } from './act.rules.js';
import { judgeDays, type JudgedDay, type SourceDay } from './coverage.rules.js';
import { bitsOf, reallyShown, type ShownAct } from './shows.rules.js';

/** Runs a statement: an entity manager, or the reader of lists. */
export interface Statements {
  execute<R>(sql: string, parameters?: unknown[]): Promise<R>;
}

interface SourceRow {
  number: number;
  name: string;
  format: EvidenceFormat;
  mail_domains: string[];
  shows: string[];
  reads: 'FLAGS' | 'BODIES';
  has_flag_changes: boolean;
}

interface JudgedSource {
  name: string;
  mailDomains: string[];
  shows: ShownAct[];
  days: Map<number, JudgedDay>;
}

const listed = (value: string[] | string): string[] => (typeof value === 'string' ? (JSON.parse(value) as string[]) : value);

async function judgedSources(em: Statements, calendar: WorkingCalendar): Promise<JudgedSource[]> {
  const sources = await em.execute<SourceRow[]>(
    'select number, name, format, mail_domains, shows, reads, has_flag_changes from evidence_source order by name',
  );
  const rows = await em.execute<(SourceDay & { source: number })[]>(
    'select source, day, lines, mailboxes, accepted, outage from evidence_source_day order by source, day',
  );
  const bySource = new Map<number, SourceDay[]>();
  for (const row of rows) {
    const days = bySource.get(row.source);
    if (days) days.push(row);
    else bySource.set(row.source, [row]);
  }
  return sources.map(({ number, name, format, mail_domains, shows, reads, has_flag_changes }) => ({
    name,
    mailDomains: listed(mail_domains),
    shows: reallyShown({ format, shows: listed(shows), reads, hasFlagChanges: has_flag_changes }),
    days: new Map(judgeDays(bySource.get(number) ?? [], (day) => calendar.isWorkingNumber(day)).map((judged) => [judged.day, judged])),
  }));
}

/** What the sources serving one mail domain can show; acts are bits in the order of `SHOWN_ACTS`. */
export interface CoverageOfDomain {
  isServed: boolean;
  /** What all its sources together can show by their settings. */
  shows: number;
  /** For each day of the window what the sources with data on it can show; thin days and outages show nothing. */
  byDay: Uint8Array;
}

/** Coverage of every served domain over a window of day numbers, both ends included. */
export async function coverageOf(
  em: Statements,
  window: { from: number; to: number },
  calendar: WorkingCalendar,
): Promise<Map<string, CoverageOfDomain>> {
  const length = window.to - window.from + 1;
  const domains = new Map<string, CoverageOfDomain>();
  for (const { mailDomains, shows, days } of await judgedSources(em, calendar)) {
    const bits = bitsOf(shows);
    for (const domain of mailDomains) {
      const coverage = domains.get(domain) ?? { isServed: true, shows: 0, byDay: new Uint8Array(length) };
      domains.set(domain, coverage);
      coverage.shows |= bits;
      for (let i = 0; i < length; i++) if (days.get(window.from + i)?.isCovered) coverage.byDay[i]! |= bits;
    }
  }
  return domains;
}

export interface CoverageDayRow {
  date: Day;
  source: string;
  mailDomain: string;
  shows: ShownAct[];
  mailboxesSeen: number;
  isThin: boolean;
  isCovered: boolean;
}

/** Every day of every source and domain, also those without data, by day, source and domain. */
export async function coverageDays(
  em: Statements,
  from: Day,
  to: Day,
  calendar: WorkingCalendar,
  mostSources: number,
): Promise<CoverageDayRow[]> {
  const rows: CoverageDayRow[] = [];
  const sources = (await judgedSources(em, calendar)).slice(0, mostSources);
  for (let day = dayNumber(from); day <= dayNumber(to); day++) {
    for (const { name, mailDomains, shows, days } of sources) {
      const judged = days.get(day);
      for (const mailDomain of mailDomains) {
        rows.push({
          date: dayOfNumber(day),
          source: name,
          mailDomain,
          shows,
          mailboxesSeen: judged?.mailboxes ?? 0,
          isThin: judged?.isThin ?? false,
          isCovered: judged?.isCovered ?? false,
        });
      }
    }
  }
  return rows;
}
