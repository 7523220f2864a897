/** What does the registry hold about an officer (K-4)? The kind of an absence is not stored. */
import { lendHolding } from '../kernel/personal-data.js';
import { MAILBOX_KIND_WORDS, registryHolds as t } from './registry-holdings.messages.js';

export function lendRegistryHoldings(): void {
  lendHolding(
    {
      ...t.officer,
      name: 'registry.officer',
      tables: ['officer'],
      rows: ({ officer }) =>
        `select o.code, o.full_name as "fullName", a.name as agency, o.post, o.is_leader as "isLeader", o.other_email as "otherEmail", o.phone, o.prefers_paper as "prefersPaper",
           o.left_on as "leftOn", o.left_reason as "leftReason", o.current_tier as tier, o.created_at as "createdAt"
         from officer o join agency a on a.id = o.agency_id where o.id = ${officer}`,
    },
    {
      ...t.postings,
      name: 'registry.postings',
      tables: ['posting'],
      rows: ({ officer }) =>
        `select a.name as agency, p.post, p.is_main as "isMain", p.is_leader as "isLeader", p.from_on as "fromOn", p.until_on as "untilOn"
         from posting p join agency a on a.id = p.agency_id where p.officer_id = ${officer} order by p.from_on, p.id`,
    },
    {
      ...t.absences,
      name: 'registry.absences',
      tables: ['absence'],
      rows: ({ officer }) =>
        `select from_on as "fromOn", until_on as "untilOn", document from absence where officer_id = ${officer} order by from_on, id`,
    },
    {
      ...t.mailboxes,
      name: 'registry.mailboxes',
      tables: ['mailbox', 'mailbox_period'],
      words: { kind: MAILBOX_KIND_WORDS },
      // How a mailbox stands now is said only while it is the person's.
      rows: ({ officer }) =>
        `select m.address, m.kind, p.from_on as "fromOn", p.until_on as "untilOn", case when m.officer_id = ${officer} then m.state end as state,
           case when m.officer_id = ${officer} then m.expected_state end as "expectedState"
         from mailbox_period p join mailbox m on m.id = p.mailbox_id where p.officer_id = ${officer}
         union all select m.address, m.kind, null, null, m.state, m.expected_state from mailbox m
         where m.officer_id = ${officer} and not exists (select 1 from mailbox_period p where p.mailbox_id = m.id and p.officer_id = ${officer}) order by 3, 1`,
    },
  );
}
