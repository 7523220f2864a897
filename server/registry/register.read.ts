/** What the registry holds, in the form the import's rules compare with. Read inside the command's own transaction. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Day } from '../kernel/calendar.js';
import type { AgencyValues } from './agency-import.rules.js';
import type { KnownAgency, KnownMailbox, KnownOfficer, OfficerRegister } from './officer-import.rules.js';
import type { KnownPosting } from './posting-plan.rules.js';

/** Ids behind the codes and addresses of the register. */
export interface RegisterIds {
  agencies: Map<string, string>;
  officers: Map<string, string>;
  mailboxes: Map<string, string>;
}

/** Whoever left before today holds no mailbox any more: its address may go to somebody else (evidence.md §9). */
export async function registerFor(
  em: SqlEntityManager,
  today: Day,
  named: { officerCodes: readonly string[]; addresses: readonly string[] },
): Promise<{ register: OfficerRegister; ids: RegisterIds }> {
  const agencies = await em.execute<{ id: string; code: string; name: string; mail_domain: string | null; closed_on: Day | null }[]>(
    'select id, code, name, mail_domain, closed_on::text as closed_on from agency',
  );
  const officers = await em.execute<
    {
      id: string;
      code: string;
      full_name: string;
      other_email: string | null;
      phone: string | null;
      left_on: Day | null;
      address: string | null;
      postings: string;
    }[]
  >(
    `select o.id, o.code, o.full_name, o.other_email, o.phone, o.left_on::text as left_on, m.address,
       coalesce((select json_agg(json_build_object('agencyCode', a.code, 'post', p.post, 'isLeader', p.is_leader, 'fromOn', p.from_on, 'untilOn', p.until_on) order by p.from_on, p.id)
         from posting p join agency a on a.id = p.agency_id where p.officer_id = o.id and p.is_main), '[]')::text as postings
     from officer o left join mailbox m on m.id = o.mailbox_id where o.code = any(?::text[]) for update of o`,
    [arrayOf(named.officerCodes)],
  );
  const mailboxes = await em.execute<
    { id: string; address: string; kind: KnownMailbox['kind']; created_on: Day | null; code: string | null }[]
  >(
    `select m.id, m.address, m.kind, m.created_on::text as created_on, case when o.left_on < ?::date then null else o.code end as code
     from mailbox m left join officer o on o.id = m.officer_id where m.address = any(?::text[])`,
    [today, arrayOf(named.addresses)],
  );
  return {
    register: {
      agencies: new Map(
        agencies.map((a): [string, KnownAgency] => [
          a.code,
          { code: a.code, name: a.name, mailDomain: a.mail_domain, closedOn: a.closed_on },
        ]),
      ),
      officers: new Map(
        officers.map((o): [string, KnownOfficer] => [
          o.code,
          {
            code: o.code,
            fullName: o.full_name,
            otherEmail: o.other_email,
            phone: o.phone,
            leftOn: o.left_on,
            mailbox: o.address,
            postings: JSON.parse(o.postings) as KnownPosting[],
          },
        ]),
      ),
      mailboxes: new Map(
        mailboxes.map((m): [string, KnownMailbox] => [
          m.address,
          { address: m.address, kind: m.kind, createdOn: m.created_on, officerCode: m.code },
        ]),
      ),
    },
    ids: {
      agencies: new Map(agencies.map((a) => [a.code, a.id])),
      officers: new Map(officers.map((o) => [o.code, o.id])),
      mailboxes: new Map(mailboxes.map((m) => [m.address, m.id])),
    },
  };
}

/** Agencies by code, as the import of agencies compares them. */
export async function knownAgencies(em: SqlEntityManager): Promise<{ known: Map<string, AgencyValues>; ids: Map<string, string> }> {
  const rows = await em.execute<(AgencyValues & { id: string })[]>(
    `select a.id, a.code, a.name, a.name_en as "nameEn", a.kind, a.staff_quota as "staffQuota", a.mail_domain as "mailDomain", p.code as "parentCode"
     from agency a left join agency p on p.id = a.parent_id`,
  );
  return {
    known: new Map(rows.map(({ id: _, ...values }) => [values.code, values])),
    ids: new Map(rows.map((r) => [r.code, r.id])),
  };
}

/** A list of texts as one parameter. */
export const arrayOf = (texts: readonly string[]): string => `{${texts.map((t) => `"${t.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;
