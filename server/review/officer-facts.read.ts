/** Which posts, mailboxes and absences did officers have in a window? Read from the registry in a few statements for the whole city. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { FrozenMailbox } from './frozen-facts.rules.js';
import type { MailboxFact, PostingFact, Span } from './tier-facts.rules.js';
import { postingOfRecord } from './tier.rules.js';

/** An officer who held a main post on some day of the window. */
export interface ReviewedOfficer {
  officerId: string;
  /** Under which the finding is counted (T-2). */
  record: PostingFact;
  postings: PostingFact[];
  absences: Span[];
  mailboxes: (Omit<FrozenMailbox, 'active' | 'days'> & { active: Span[] })[];
}

const day = (column: string) => `(${column} - date '1970-01-01')`;
const overlaps = (from: string, until: string) => `(${from} is null or ${day(from)} <= ?) and (${until} is null or ${day(until)} >= ?)`;
const listOf = (ids: readonly string[]) => `{${ids.join(',')}}`;

interface PostingRow {
  officer_id: string;
  agency_id: string;
  post: string | null;
  is_leader: boolean;
  from: number;
  until: number | null;
}

/** Those whose post of record lies in one of the agencies, or everybody; by agency, leaders first, by name. */
export async function reviewedOfficers(
  em: SqlEntityManager,
  window: Span,
  agencyIds: readonly string[] | null,
): Promise<ReviewedOfficer[]> {
  const inScope = agencyIds
    ? 'and p.officer_id in (select s.officer_id from posting s where s.is_main and s.agency_id = any(?::uuid[]))'
    : '';
  const rows = await em.execute<PostingRow[]>(
    `select p.officer_id, p.agency_id, p.post, p.is_leader, ${day('p.from_on')} as "from", ${day('p.until_on')} as until
     from posting p join officer o on o.id = p.officer_id join agency a on a.id = p.agency_id
     where p.is_main and ${overlaps('p.from_on', 'p.until_on')} ${inScope}
     order by a.sort_key, p.is_leader desc, o.sort_key, o.id`,
    [window.to, window.from, ...(agencyIds ? [listOf(agencyIds)] : [])],
  );
  const places = new Map<PostingFact, number>();
  const postings = new Map<string, PostingFact[]>();
  for (const [place, row] of rows.entries()) {
    const posting = { from: row.from, to: row.until ?? Infinity, agencyId: row.agency_id, post: row.post, isLeader: row.is_leader };
    places.set(posting, place);
    const known = postings.get(row.officer_id);
    if (known) known.push(posting);
    else postings.set(row.officer_id, [posting]);
  }
  const wanted = agencyIds && new Set(agencyIds);
  const officers: ReviewedOfficer[] = [];
  for (const [officerId, held] of postings) {
    const record = postingOfRecord(held, window);
    if (record && (!wanted || wanted.has(record.agencyId)))
      officers.push({ officerId, record, postings: held, absences: [], mailboxes: [] });
  }
  officers.sort((a, b) => places.get(a.record)! - places.get(b.record)!);
  await addAbsences(em, window, officers, agencyIds !== null);
  await addMailboxes(em, window, officers, agencyIds !== null);
  return officers;
}

const byId = (officers: readonly ReviewedOfficer[]) => new Map(officers.map((officer) => [officer.officerId, officer]));
const only = (isPart: boolean, column: string) => (isPart ? `and ${column} = any(?::uuid[])` : '');
const ids = (isPart: boolean, officers: readonly ReviewedOfficer[]) => (isPart ? [listOf(officers.map((o) => o.officerId))] : []);

async function addAbsences(em: SqlEntityManager, window: Span, officers: readonly ReviewedOfficer[], isPart: boolean): Promise<void> {
  const known = byId(officers);
  const rows = await em.execute<{ officer_id: string; from: number; until: number }[]>(
    `select officer_id, ${day('from_on')} as "from", ${day('until_on')} as until from absence
     where ${overlaps('from_on', 'until_on')} ${only(isPart, 'officer_id')} order by from_on, until_on`,
    [window.to, window.from, ...ids(isPart, officers)],
  );
  for (const row of rows) known.get(row.officer_id)?.absences.push({ from: row.from, to: row.until });
}

/** Absences of one officer that touch a window, for a finding that is worked out again (T-5). */
export async function absencesOf(em: SqlEntityManager, officerId: string, window: Span): Promise<Span[]> {
  const rows = await em.execute<{ from: number; until: number }[]>(
    `select ${day('from_on')} as "from", ${day('until_on')} as until from absence
     where officer_id = ? and ${overlaps('from_on', 'until_on')} order by from_on, until_on`,
    [officerId, window.to, window.from],
  );
  return rows.map(({ from, until }) => ({ from, to: until }));
}

interface MailboxRow {
  officer_id: string;
  id: string;
  address: string;
  kind: MailboxFact['kind'];
  created: number | null;
  from: number | null;
  until: number | null;
}

async function addMailboxes(em: SqlEntityManager, window: Span, officers: readonly ReviewedOfficer[], isPart: boolean): Promise<void> {
  const known = byId(officers);
  const rows = await em.execute<MailboxRow[]>(
    `select q.officer_id, m.id, m.address, m.kind, ${day('m.created_on')} as created, ${day('q.from_on')} as "from", ${day('q.until_on')} as until
     from mailbox_period q join mailbox m on m.id = q.mailbox_id
     where m.kind <> 'MACHINE' and ${overlaps('q.from_on', 'q.until_on')} ${only(isPart, 'q.officer_id')} order by q.from_on nulls first, q.id`,
    [window.to, window.from, ...ids(isPart, officers)],
  );
  for (const row of rows) {
    const mailboxes = known.get(row.officer_id)?.mailboxes;
    const span = { from: row.from ?? -Infinity, to: row.until ?? Infinity };
    const mailbox = mailboxes?.find(({ id }) => id === row.id);
    if (mailbox) mailbox.active.push(span);
    else mailboxes?.push({ id: row.id, address: row.address, kind: row.kind, createdOn: row.created, active: [span] });
  }
}
