/** Counters of the days on which a mailbox was the person's (K-4); days of others with the same address are not theirs. */
import { lendHolding } from '../kernel/personal-data.js';
import { evidenceHolds as t } from './evidence-holdings.messages.js';

/** Days of an address that were a person's: `p` is a period of theirs, `d` a row of counters. */
export const IN_PERIOD = `(p.from_on is null or d.day >= p.from_on - date '1970-01-01') and (p.until_on is null or d.day <= p.until_on - date '1970-01-01')`;

export function lendEvidenceHoldings(): void {
  lendHolding({
    ...t.days,
    name: 'evidence.days',
    tables: ['evidence_day', 'evidence_act', 'evidence_address'],
    rows: ({ officer }) =>
      `select date '1970-01-01' + d.day as day, m.address, s.name as source, d.sent, d.read, d.logins, d.received, d.forwarded, d.polled
       from (select distinct mailbox_id, from_on, until_on from mailbox_period where officer_id = ${officer}) p join mailbox m on m.id = p.mailbox_id
       join evidence_address a on a.address = m.address join evidence_day d on d.address = a.id and ${IN_PERIOD}
       join evidence_source s on s.number = d.source order by 1, 2, 3`,
  });
}
