/** The checks of agencies as rows, with how far they are. */
import { sql } from 'kysely';
import { type Actor, scopesOf } from '../../identity/actor.js';
import { mayAll } from '../../identity/right.js';
import { type IdCondition, whereId, whereOneOf } from '../../kernel/conditions.js';
import { type Page, pageOfList, type PageInput } from '../../kernel/page.js';
import { type Asked, manyOf, onceEach, type Reader, type Rows, type View } from '../../kernel/read.js';
import { agencyView } from '../../registry/agency.read.js';
import { reviewAccess } from '../review.access.js';
import { reviewView } from '../review.read.js';
import type { CheckedItem } from './check-signals.rules.js';
import type { CheckState } from './vocabulary.js';

const ofCheck = (condition: string) =>
  sql`(select count(*)::int from finding x where x.review_id = c.review_id and x.agency_id = c.agency_id ${sql.raw(condition)})`;
const ANSWERED = 'and exists (select 1 from finding_check k where k.finding_id = x.id)';

export const agencyCheckView: View<any> = {
  id: 'c.id',
  reviewId: 'c.review_id',
  agencyId: 'c.agency_id',
  headId: 'c.head_id',
  /** The head while still a leader there. */
  standingHeadId: sql`(select o.id from officer o where o.id = c.head_id and o.agency_id = c.agency_id and o.is_leader and o.left_on is null)`,
  state: 'c.state',
  submittedAt: 'c.submitted_at',
  submittedBy: 'c.submitted_by',
  confirmedAt: 'c.confirmed_at',
  confirmedBy: 'c.confirmed_by',
  paperNumber: 'c.paper_number',
  paperOn: 'c.paper_on',
  attachmentId: 'c.attachment_id',
  returnReason: 'c.return_reason',
  version: 'c.version',
  findings: ofCheck(''),
  answered: ofCheck(ANSWERED),
  contested: ofCheck('and x.is_contest_open'),
  head: sql`(select o.full_name from officer o where o.id = c.head_id)`,
  headPost: sql`(select o.post from officer o where o.id = c.head_id)`,
  agency: { table: 'agency as ca', on: ['ca.id', 'c.agency_id'], view: () => agencyView('ca') },
  review: { table: 'review as cr', on: ['cr.id', 'c.review_id'], view: () => reviewView('cr') },
};

export interface AgencyCheckRow {
  id: string;
  reviewId: string;
  agencyId: string;
  headId: string | null;
  standingHeadId: string | null;
  state: CheckState;
  review: { id: string; state: string; checkUntil: string | null };
  [field: string]: any;
}

const KEYS = ['id', 'reviewId', 'agencyId', 'headId', 'standingHeadId', 'state'];
const REVIEW_KEYS = ['id', 'state', 'checkUntil'];

const withKeys = onceEach((asked: Asked): Asked => {
  const all: Asked = new Map(asked);
  for (const key of KEYS) all.set(key, new Map());
  all.set('review', new Map([...(asked.get('review') ?? []), ...REVIEW_KEYS.map((key): [string, Asked] => [key, new Map()])]));
  if (all.has('head')) all.set('headPost', new Map());
  const agency = all.get('agency');
  if (agency) all.set('agency', new Map(agency).set('id', new Map()));
  return all;
});

const withKeysInNodes = onceEach((page: Asked): Asked => {
  const all: Asked = new Map(page);
  const nodes = all.get('nodes');
  if (nodes) all.set('nodes', withKeys(nodes));
  const node = all.get('edges')?.get('node');
  if (node) all.set('edges', new Map(all.get('edges')).set('node', withKeys(node)));
  return all;
});

export interface AgencyCheckCondition {
  reviewId?: IdCondition | null;
  agencyId?: IdCondition | null;
  state?: CheckState[] | null;
  /** The check was to end before today, or the review is finalised, and it is not confirmed. */
  isOverdue?: boolean | null;
  /** Of reviews that are open. */
  isOpen?: boolean | null;
}

/** Those of the own agencies, and those for which one is named head and still is a leader there. */
export function visibleChecks(actor: Actor, rows: Rows): Rows {
  if (mayAll(actor, reviewAccess.readChecks as never)) return rows;
  const agencies = scopesOf(actor, 'AGENCY_CONTACT');
  const own = scopesOf(actor, 'OFFICER');
  return rows.where(
    sql<boolean>`(c.agency_id = any(${agencies}::uuid[]) or exists (select 1 from officer o where o.id = c.head_id and o.id = any(${own}::uuid[])
      and o.agency_id = c.agency_id and o.is_leader and o.left_on is null))`,
  );
}

function whereCheck(rows: Rows, where: AgencyCheckCondition | null | undefined, today: string): Rows {
  let q = whereOneOf(whereId(whereId(rows, 'c.review_id', where?.reviewId), 'c.agency_id', where?.agencyId), 'c.state', where?.state);
  const ofOpenReview = sql<boolean>`exists (select 1 from review w where w.id = c.review_id and w.state = 'OPEN')`;
  if (where?.isOpen != null) q = q.where(where.isOpen ? ofOpenReview : sql<boolean>`not ${ofOpenReview}`);
  if (where?.isOverdue == null) return q;
  const overdue = sql<boolean>`(c.state <> 'CONFIRMED' and exists (select 1 from review w where w.id = c.review_id
    and (w.state = 'FINALISED' or w.state = 'OPEN' and w.check_until < ${today}::date)))`;
  return q.where(where.isOverdue ? overdue : sql<boolean>`not ${overdue}`);
}

export type AgencyCheckListInput = PageInput & { where?: AgencyCheckCondition | null };

/** By review, the latest first, then by code of the agency. */
export const agencyCheckList = (
  read: Reader,
  asked: Asked,
  actor: Actor,
  today: string,
  { where, ...page }: AgencyCheckListInput,
): Promise<Page<AgencyCheckRow>> =>
  pageOfList<AgencyCheckRow>(read, withKeysInNodes(asked), {
    table: 'agency_check as c',
    view: agencyCheckView,
    where: (q) => whereCheck(visibleChecks(actor, q), where, today),
    orderBy: [],
    ...page,
  });

export async function agencyChecksById(read: Reader, asked: Asked, actor: Actor, ids: readonly string[]): Promise<AgencyCheckRow[]> {
  const where = (q: Rows) => visibleChecks(actor, q).where(sql<boolean>`c.id = any(${[...ids]}::uuid[])`);
  const rows = await manyOf<AgencyCheckRow>(read, withKeys(asked), { table: 'agency_check as c', view: agencyCheckView, where });
  return rows;
}

/** One line of an agency's list as its head sees it: names and tiers, no evidence. */
export interface CheckedFindingRow {
  findingId: string;
  officerId: string;
  isFormerByTaskForce: boolean;
  code: string;
  fullName: string;
  post: string | null;
  isLeader: boolean;
  tier: string;
  answer: string | null;
  isContestOpen: boolean;
}

export async function findingsOfCheck(
  { db, run }: Reader,
  { reviewId, agencyId }: Pick<AgencyCheckRow, 'reviewId' | 'agencyId'>,
): Promise<CheckedFindingRow[]> {
  return run<CheckedFindingRow>(
    db
      .selectFrom('finding as f')
      .innerJoin('officer as o', 'o.id', 'f.officer_id')
      .leftJoin('finding_check as k', 'k.finding_id', 'f.id')
      .select([
        'f.id as findingId',
        'f.officer_id as officerId',
        'o.code',
        'o.full_name as fullName',
        'f.post',
        'f.is_leader as isLeader',
        'f.tier',
        'k.answer',
        sql<boolean>`coalesce(k.is_by_task_force, false)`.as('isFormerByTaskForce'),
        'f.is_contest_open as isContestOpen',
      ])
      .where('f.review_id', '=', reviewId)
      .where('f.agency_id', '=', agencyId)
      .orderBy('f.is_leader', 'desc')
      .orderBy('o.sort_key')
      .orderBy('f.id')
      .limit(sql.lit(1_000) as any) as never,
  );
}

/** How many findings of each check nobody has answered for, but for those of these officers. */
export async function leftInChecks({ db, run }: Reader, ids: readonly string[], own: readonly string[]): Promise<Map<string, number>> {
  const rows = await run<{ checkId: string; count: number }>(
    db
      .selectFrom('agency_check as c')
      .innerJoin('finding as f', (join) => join.onRef('f.review_id', '=', 'c.review_id').onRef('f.agency_id', '=', 'c.agency_id'))
      .select(['c.id as checkId', sql<number>`count(*)::int`.as('count')])
      .where(sql<boolean>`c.id = any(${[...ids]}::uuid[]) and not (f.officer_id = any(${[...own]}::uuid[]))`)
      .where(sql<boolean>`not exists (select 1 from finding_check k where k.finding_id = f.id)`)
      .groupBy('c.id') as never,
  );
  return new Map(rows.map(({ checkId, count }) => [checkId, count]));
}

/** What was answered in each check, for the signals of F-5. */
export async function itemsOfChecks({ db, run }: Reader, ids: readonly string[]): Promise<Map<string, CheckedItem[]>> {
  const rows = await run<CheckedItem & { checkId: string }>(
    db
      .selectFrom('finding_check as k')
      .innerJoin('finding as f', 'f.id', 'k.finding_id')
      .select([
        'k.agency_check_id as checkId',
        'k.answer',
        'k.seconds',
        'k.at_once as atOnce',
        'f.is_leader as isLeader',
        'k.is_by_leader as isByLeader',
      ])
      .where(sql<boolean>`k.agency_check_id = any(${[...ids]}::uuid[])`)
      .where('k.is_by_task_force', '=', false) as never,
  );
  const byCheck = new Map<string, CheckedItem[]>();
  for (const { checkId, ...item } of rows) byCheck.set(checkId, [...(byCheck.get(checkId) ?? []), item]);
  return byCheck;
}

export interface ProgressRow {
  agencies: number;
  submitted: number;
  confirmed: number;
  overdue: number;
  findings: number;
  answered: number;
  openContests: number;
  /** Irregular or never, and nobody has answered. */
  unanswered: number;
}

/** How far the checks of a review are. */
export async function progressOf({ db, run }: Reader, reviewId: string, today: string): Promise<ProgressRow> {
  const [row] = await run<ProgressRow>(
    db
      .selectFrom('review as r')
      .select([
        sql<number>`(select count(*)::int from agency_check c where c.review_id = r.id)`.as('agencies'),
        sql<number>`(select count(*)::int from agency_check c where c.review_id = r.id and c.state <> 'CHECKING')`.as('submitted'),
        sql<number>`(select count(*)::int from agency_check c where c.review_id = r.id and c.state = 'CONFIRMED')`.as('confirmed'),
        sql<number>`case when r.state = 'FINALISED' or r.state = 'OPEN' and r.check_until < ${today}::date
          then (select count(*)::int from agency_check c where c.review_id = r.id and c.state <> 'CONFIRMED') else 0 end`.as('overdue'),
        sql<number>`(select count(*)::int from finding f where f.review_id = r.id)`.as('findings'),
        sql<number>`(select count(*)::int from finding_check k join finding f on f.id = k.finding_id where f.review_id = r.id)`.as(
          'answered',
        ),
        sql<number>`(select count(*)::int from finding f where f.review_id = r.id and f.is_contest_open)`.as('openContests'),
        sql<number>`(select count(*)::int from finding f where f.review_id = r.id and f.tier in ('IRREGULAR', 'NEVER')
          and not exists (select 1 from finding_check k where k.finding_id = f.id))`.as('unanswered'),
      ])
      .where('r.id', '=', reviewId) as never,
  );
  return row!;
}

export interface FindingAnswerRow {
  findingId: string;
  answer: string;
  checkedAt: Date;
  checkedBy: string;
  isByTaskForce: boolean;
}

/** The answers for findings, in the order of the ids; null where nobody has answered. */
export async function answersFor({ db, run }: Reader, ids: readonly string[]): Promise<(FindingAnswerRow | null)[]> {
  const rows = await run<FindingAnswerRow>(
    db
      .selectFrom('finding_check as k')
      .select([
        'k.finding_id as findingId',
        'k.answer',
        'k.checked_at as checkedAt',
        'k.checked_by_name as checkedBy',
        'k.is_by_task_force as isByTaskForce',
      ])
      .where(sql<boolean>`k.finding_id = any(${[...ids]}::uuid[])`) as never,
  );
  const byId = new Map(rows.map((row) => [row.findingId, row]));
  return ids.map((id) => byId.get(id) ?? null);
}
