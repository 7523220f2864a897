/** The mail servers of the simulated city: what each writes, in which form, and on which days its logs are lost. */

export interface Outage {
  /** Days from the first day of the window. */
  from: number;
  days: number;
  /** Which log is lost; both when not said. */
  log?: 'dovecot' | 'postfix';
}

export interface MailServer {
  name: string;
  title: string;
  /** Whether its Dovecot is of 2.4, which says "Logged in". */
  isNewer: boolean;
  /** How its stamps look: RFC 3339 in UTC, or syslog of the city without a year. */
  stamps: 'iso-utc' | 'syslog';
  logs: readonly ('dovecot' | 'postfix')[];
  outages: readonly Outage[];
  /** A day on which nine of ten lines were lost. */
  thinDay?: number;
}

const both = ['dovecot', 'postfix'] as const;

export const SERVERS: readonly MailServer[] = [
  { name: 'mx1', title: 'whole', isNewer: false, stamps: 'iso-utc', logs: both, outages: [] },
  { name: 'mx2', title: 'whole, newer', isNewer: true, stamps: 'syslog', logs: both, outages: [] },
  {
    name: 'mx3',
    title: 'one day lost, one day nearly',
    isNewer: false,
    stamps: 'syslog',
    logs: both,
    outages: [{ from: 40, days: 1 }],
    thinDay: 55,
  },
  { name: 'mx4', title: '6 days lost', isNewer: true, stamps: 'iso-utc', logs: both, outages: [{ from: 12, days: 6 }] },
  { name: 'mx5', title: '14 days lost', isNewer: false, stamps: 'iso-utc', logs: both, outages: [{ from: 60, days: 14 }] },
  { name: 'mx6', title: '30 days lost', isNewer: false, stamps: 'syslog', logs: both, outages: [{ from: 30, days: 30 }] },
  {
    name: 'mx7',
    title: 'its Dovecot log 25 days lost',
    isNewer: true,
    stamps: 'iso-utc',
    logs: both,
    outages: [{ from: 50, days: 25, log: 'dovecot' }],
  },
  { name: 'mx8', title: 'Postfix alone, shows no reads', isNewer: false, stamps: 'syslog', logs: ['postfix'], outages: [] },
  { name: 'mx9', title: 'no log at all', isNewer: false, stamps: 'syslog', logs: [], outages: [] },
];

/** More agencies on servers that work than on those that do not. */
const SHARE: readonly [server: string, agencies: number][] = [
  ['mx1', 14],
  ['mx2', 12],
  ['mx3', 8],
  ['mx4', 6],
  ['mx5', 5],
  ['mx6', 4],
  ['mx7', 4],
  ['mx8', 2],
  ['mx9', 2],
];

export const AGENCIES = SHARE.flatMap(([server, count]) =>
  Array.from({ length: count }, (_, i) => {
    const code = `${server.toUpperCase()}-${i + 1}`;
    return { code, server, domain: `${code.toLowerCase()}.tphcm.example` };
  }),
);

/** Whether the log of that kind is lost on a day of the window (from 0). */
export function isLost(server: MailServer, log: 'dovecot' | 'postfix', day: number): boolean {
  return server.outages.some((outage) => (outage.log ?? log) === log && day >= outage.from && day < outage.from + outage.days);
}
