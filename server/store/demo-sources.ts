/** Which mail systems are the demonstration city's logs from, and on which days do they say nothing or too little? */
import { dayNumber } from '../kernel/calendar.js';
import type { WorkingCalendar } from '../kernel/calendar.js';
import type { AgencyValues } from '../registry/agency-import.rules.js';
import type { Window } from '../review/policy.rules.js';
import { BLIND_AGENCY, OWN_SERVER_AGENCY } from './demo-facts.js';

export interface DemoSource {
  name: string;
  format: 'DOVECOT' | 'POSTFIX';
  mailDomains: string[];
  shows: ('SENT' | 'READ' | 'LOGIN' | 'RECEIVED')[];
  /** Days without any line. */
  outages: ReadonlySet<number>;
  /** Days on which only a few mailboxes were logged. */
  thinDays: ReadonlySet<number>;
}

/** Working days of a window, by their place in it. */
function workingDays(window: Window, calendar: WorkingCalendar, places: readonly number[]): ReadonlySet<number> {
  const days: number[] = [];
  for (let day = dayNumber(window.from); day <= dayNumber(window.to); day++) if (calendar.isWorkingNumber(day)) days.push(day);
  return new Set(places.map((place) => days[place]!).filter((day) => day !== undefined));
}

const NONE: ReadonlySet<number> = new Set();

export function demoSources(agencies: readonly AgencyValues[], windows: readonly Window[], calendar: WorkingCalendar): DemoSource[] {
  const [first, second, third] = windows as [Window, Window, Window];
  const domainOf = (code: string) => agencies.find((agency) => agency.code === code)!.mailDomain!;
  const all = agencies.map(({ mailDomain }) => mailDomain!);
  const ownServer = domainOf(OWN_SERVER_AGENCY);
  const cityServer = all.filter((domain) => domain !== ownServer && domain !== domainOf(BLIND_AGENCY));
  return [
    {
      name: 'Dovecot',
      format: 'DOVECOT',
      mailDomains: cityServer,
      shows: ['READ', 'LOGIN', 'RECEIVED'],
      outages: workingDays(second, calendar, [20, 21, 22]),
      thinDays: workingDays(third, calendar, [30]),
    },
    {
      name: 'Dovecot Tây Bắc',
      format: 'DOVECOT',
      mailDomains: [ownServer],
      shows: ['READ', 'LOGIN', 'RECEIVED'],
      outages: workingDays(
        first,
        calendar,
        Array.from({ length: 20 }, (_, i) => 12 + i),
      ),
      thinDays: NONE,
    },
    { name: 'Postfix', format: 'POSTFIX', mailDomains: all, shows: ['SENT'], outages: workingDays(first, calendar, [40]), thinDays: NONE },
  ];
}

/** Whether a domain's acts are shown on a day: by a source of reads and by one of sent messages, neither of them silent or thin. */
export function isShownOn(sources: readonly DemoSource[], domain: string, day: number): boolean {
  const serves = (act: 'SENT' | 'READ') =>
    sources.some(
      (source) =>
        source.shows.includes(act) && source.mailDomains.includes(domain) && !source.outages.has(day) && !source.thinDays.has(day),
    );
  return serves('SENT') && serves('READ');
}
