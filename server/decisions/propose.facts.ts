/** What a proposal is judged by, read for everybody who is named at once. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { executeBound } from '../kernel/bulk.js';
import type { Day } from '../kernel/calendar.js';
import { idArray } from '../kernel/json-rows.js';
import { isId } from '../kernel/record.js';
import type { DecisionKind } from '../committee/vocabulary.js';
import type { Cause, UsageTier } from '../review/vocabulary.js';
import type { DecisionState } from './vocabulary.js';

export interface OfficerFacts {
  id: string;
  fullName: string;
  agencyId: string;
  mailDomain: string | null;
  leftOn: Day | null;
  latestFindingId: string | null;
  mailbox: { id: string; address: string; expectedState: string } | null;
}

export interface FindingFacts {
  id: string;
  officerId: string;
  version: number;
  tier: UsageTier;
  cause: Cause | null;
  isFinal: boolean;
  windowFrom: Day;
  windowTo: Day;
}

export interface EarlierCase {
  id: string;
  reference: string;
  kind: DecisionKind;
  state: DecisionState;
  isPending: boolean;
  officerId: string;
  committeeId: string;
  findingId: string | null;
  awardYear: number | null;
  awardTitles: string[];
  endedById: string | null;
}

export interface ProposalBook {
  officers: ReadonlyMap<string, OfficerFacts>;
  findings: ReadonlyMap<string, FindingFacts>;
  /** Cases of the officers named. */
  cases: readonly EarlierCase[];
}

/** Locks the officers, so that two who propose the same at once come one after the other. */
export async function proposalBook(
  em: SqlEntityManager,
  officerIds: readonly string[],
  findingIds: readonly string[],
): Promise<ProposalBook> {
  const given = await findingsOf(em, findingIds.filter(isId));
  const ids = [...new Set([...officerIds.filter(isId), ...[...given.values()].map(({ officerId }) => officerId)])];
  const officers = await officersOf(em, ids);
  const latest = await findingsOf(
    em,
    [...officers.values()].flatMap(({ latestFindingId }) => (latestFindingId && !given.has(latestFindingId) ? latestFindingId : [])),
  );
  const cases = await executeBound<EarlierCase>(
    em,
    `select id, reference, kind, state, is_pending as "isPending", officer_id as "officerId", committee_id as "committeeId", finding_id as "findingId", award_year as "awardYear",
       award_titles as "awardTitles", ended_by_id as "endedById" from decision where officer_id = any($1::uuid[]) order by id`,
    [idArray(ids)],
  );
  return { officers, findings: new Map([...latest, ...given]), cases };
}

async function officersOf(em: SqlEntityManager, ids: readonly string[]): Promise<Map<string, OfficerFacts>> {
  await executeBound(em, 'select id from officer where id = any($1::uuid[]) order by id for update', [idArray(ids)]);
  const rows = await executeBound<
    Omit<OfficerFacts, 'mailbox'> & { mailboxId: string | null; address: string | null; expectedState: string | null }
  >(
    em,
    `select o.id, o.full_name as "fullName", o.agency_id as "agencyId", a.mail_domain as "mailDomain", o.left_on::text as "leftOn",
       o.latest_finding_id as "latestFindingId", m.id as "mailboxId", m.address, m.expected_state as "expectedState"
     from officer o join agency a on a.id = o.agency_id left join mailbox m on m.id = o.mailbox_id where o.id = any($1::uuid[])`,
    [idArray(ids)],
  );
  return new Map(
    rows.map(({ mailboxId, address, expectedState, ...row }) => [
      row.id,
      { ...row, mailbox: mailboxId ? { id: mailboxId, address: address!, expectedState: expectedState! } : null },
    ]),
  );
}

async function findingsOf(em: SqlEntityManager, ids: readonly string[]): Promise<Map<string, FindingFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await executeBound<FindingFacts>(
    em,
    `select f.id, f.officer_id as "officerId", f.version, f.tier, f.cause, r.state in ('FINALISED', 'PUBLISHED') as "isFinal",
       r.window_from::text as "windowFrom", r.window_to::text as "windowTo"
     from finding f join review r on r.id = f.review_id where f.id = any($1::uuid[])`,
    [idArray(ids)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
