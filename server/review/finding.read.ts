/** Findings as rows: what lists show, and what the fields that are worked out need (product.md §2 for who sees which). */
import { sql } from 'kysely';
import { type Actor, scopesOf } from '../identity/actor.js';
import { mayAll, open } from '../identity/right.js';
import { type DayCondition, type IdCondition, whereDay, whereId, whereIs, whereOneOf } from '../kernel/conditions.js';
import { type Page, pageOfList, pagesOfLists, type PageInput } from '../kernel/page.js';
import { type Asked, manyOf, onceEach, oneOf, type Reader, type Rows, type View } from '../kernel/read.js';
import { agencyView } from '../registry/agency.read.js';
import { officerView, withRightsOf } from '../registry/officer.read.js';
import { reviewAccess, reviewFields } from './review.access.js';
import { reviewView } from './review.read.js';

const OUTCOME_FIELDS = {
  tier: 'tier',
  notAssessedReason: 'not_assessed_reason',
  candidateDays: 'candidate_days',
  assessableDays: 'assessable_days',
  coverage: 'coverage',
  daysOfUse: 'days_of_use',
  daysOfUseOutside: 'days_of_use_outside',
  daysOfUseUncounted: 'days_of_use_uncounted',
  excusedDays: 'excused_days',
  polledDays: 'polled_days',
  sent: 'sent',
  read: 'read',
  logins: 'logins',
  received: 'received',
  forwarded: 'forwarded',
  change: 'change',
  improvedTier: 'improved_tier',
  isForwardingSettled: 'is_forwarding_settled',
  isContestOpen: 'is_contest_open',
  version: 'version',
} as const;

const COLUMNS = {
  id: 'id',
  reviewId: 'review_id',
  officerId: 'officer_id',
  agencyId: 'agency_id',
  post: 'post',
  isLeader: 'is_leader',
  cause: 'cause',
  causeNote: 'cause_note',
  contestNote: 'contest_note',
  contestAnswer: 'contest_answer',
  contestAttachmentId: 'contest_attachment_id',
  contestFromOn: 'contest_from_on',
  contestUntilOn: 'contest_until_on',
  ...OUTCOME_FIELDS,
} as const;

/** A finding as read; what was not asked for is not there. */
export type FindingRow = { [K in keyof typeof COLUMNS]: any } & { officer: any; agency: any; review: any };

export const findingView: View<FindingRow> = {
  ...(Object.fromEntries(Object.entries(COLUMNS).map(([field, column]) => [field, `f.${column}`])) as View<FindingRow>),
  officer: { table: 'officer as o', on: ['o.id', 'f.officer_id'], view: () => officerView() },
  agency: { table: 'agency as fa', on: ['fa.id', 'f.agency_id'], view: () => agencyView('fa') },
  review: { table: 'review as fr', on: ['fr.id', 'f.review_id'], view: () => reviewView('fr') },
};

/** Columns that the fields which are worked out are made of. */
const NEEDS: Record<string, readonly (keyof typeof COLUMNS)[]> = {
  nextStep: ['tier', 'notAssessedReason', 'cause'],
  signals: ['tier', 'forwarded', 'polledDays', 'improvedTier', 'isForwardingSettled', 'isContestOpen'],
  causeNote: ['id', 'agencyId', 'officerId'],
  contestNote: ['id', 'agencyId', 'officerId'],
  contestAnswer: ['id', 'agencyId', 'officerId'],
  contestAttachmentId: ['id', 'agencyId', 'officerId'],
  contestFromOn: ['id', 'agencyId', 'officerId'],
  contestUntilOn: ['id', 'agencyId', 'officerId'],
  answer: ['id'],
  reason: ['id', 'reviewId', 'agencyId', 'officerId', ...(Object.keys(OUTCOME_FIELDS) as (keyof typeof COLUMNS)[])],
  days: ['id', 'reviewId', 'agencyId', 'officerId'],
  availableActions: [
    'id',
    'agencyId',
    'officerId',
    'isLeader',
    'tier',
    'forwarded',
    'polledDays',
    'improvedTier',
    'isForwardingSettled',
    'isContestOpen',
  ],
};

/** Fields under a right are answered by whose finding it is. */
const UNDER_A_RIGHT = Object.keys(reviewFields.Finding).filter((field) => reviewFields.Finding[field] !== open);
const WHOSE = ['id', 'agencyId', 'officerId'];
const STANDING = ['id', 'state', 'contestUntil'];

/** What was asked of a finding, with what its fields are made of. */
export const withNeeds = onceEach((asked: Asked): Asked => {
  const all: Asked = new Map(asked);
  for (const field of asked.keys()) for (const column of NEEDS[field] ?? []) if (!all.has(column)) all.set(column, new Map());
  if (UNDER_A_RIGHT.some((field) => asked.has(field))) for (const column of WHOSE) all.set(column, new Map());
  if (asked.has('availableActions'))
    all.set('review', new Map([...(all.get('review') ?? []), ...STANDING.map((field): [string, Asked] => [field, new Map()])]));
  for (const relation of ['agency', 'review']) {
    const inner = all.get(relation);
    if (inner && !inner.has('id')) all.set(relation, new Map(inner).set('id', new Map()));
  }
  const officer = all.get('officer');
  if (officer) all.set('officer', withRightsOf(officer));
  return all;
});

const withIds = onceEach((asked: Asked): Asked => withNeeds(new Map(asked).set('id', new Map())));
const withOfficerIds = onceEach((asked: Asked): Asked => withNeeds(new Map(asked).set('officerId', new Map())));

export const withNeedsInNodes = onceEach((page: Asked): Asked => {
  const all: Asked = new Map(page);
  const nodes = all.get('nodes');
  if (nodes) all.set('nodes', withNeeds(nodes));
  const edges = all.get('edges');
  const node = edges?.get('node');
  if (edges && node) all.set('edges', new Map(edges).set('node', withNeeds(node)));
  return all;
});

export interface FindingCondition {
  id?: IdCondition | null;
  reviewId?: IdCondition | null;
  agencyId?: IdCondition | null;
  officerId?: IdCondition | null;
  tier?: string[] | null;
  cause?: string[] | null;
  isLeader?: boolean | null;
  windowTo?: DayCondition | null;
  causeMissing?: boolean | null;
  isAnswered?: boolean | null;
  isContestOpen?: boolean | null;
}

/** Only the findings the actor may see; no filter at all for whoever may see everybody's. */
export function visibleFindings(actor: Actor, rows: Rows): Rows {
  if (mayAll(actor, reviewAccess.readFindings as never)) return rows;
  const agencies = scopesOf(actor, 'AGENCY_CONTACT');
  const own = scopesOf(actor, 'OFFICER');
  return rows.where(sql<boolean>`(f.agency_id = any(${agencies}::uuid[]) or f.officer_id = any(${own}::uuid[]))`);
}

/** Only those officers whose latest finding the actor may see: theirs is the tier that may be known (T-6). */
export const withVisibleTier = (actor: Actor, officers: Rows, alias: string): Rows =>
  mayAll(actor, reviewAccess.readFindings as never)
    ? officers
    : officers.where((eb: any) =>
        eb.exists(visibleFindings(actor, eb.selectFrom('finding as f').select('f.id').whereRef('f.id', '=', `${alias}.latest_finding_id`))),
      );

function whereFinding(rows: Rows, where: FindingCondition | null | undefined): Rows {
  let q = whereId(
    whereId(whereId(whereId(rows, 'f.id', where?.id), 'f.review_id', where?.reviewId), 'f.agency_id', where?.agencyId),
    'f.officer_id',
    where?.officerId,
  );
  q = whereIs(whereOneOf(whereOneOf(q, 'f.tier', where?.tier), 'f.cause', where?.cause), 'f.is_leader', where?.isLeader);
  q = whereIs(q, 'f.is_contest_open', where?.isContestOpen);
  if (where?.isAnswered != null) {
    const answered = sql<boolean>`exists (select 1 from finding_check k where k.finding_id = f.id)`;
    q = q.where(where.isAnswered ? answered : sql<boolean>`not ${answered}`);
  }
  if (where?.windowTo) {
    q = q.where((eb: any) =>
      eb.exists(whereDay(eb.selectFrom('review as w').select('w.id').whereRef('w.id', '=', 'f.review_id'), 'w.window_to', where.windowTo)),
    );
  }
  if (where?.causeMissing == null) return q;
  const missing = sql<boolean>`(f.cause is null and f.tier in ('IRREGULAR', 'NEVER'))`;
  return q.where(where.causeMissing ? missing : sql<boolean>`not ${missing}`);
}

export type FindingListInput = PageInput & { where?: FindingCondition | null };

const listOf = (actor: Actor, { where, ...page }: FindingListInput) => ({
  table: 'finding as f',
  view: findingView,
  orderBy: [],
  where: (q: Rows) => whereFinding(visibleFindings(actor, q), where),
  ...page,
});

/** Findings in the order in which their review lists them: by agency, leaders first, by name. */
export const findingList = (read: Reader, asked: Asked, actor: Actor, input: FindingListInput): Promise<Page<FindingRow>> =>
  pageOfList<FindingRow>(read, withNeedsInNodes(asked), listOf(actor, input));

export const findingsOfReviews = (
  read: Reader,
  asked: Asked,
  actor: Actor,
  reviewIds: readonly string[],
  input: FindingListInput,
): Promise<Page<FindingRow>[]> => pagesOfLists<FindingRow>(read, withNeedsInNodes(asked), reviewIds, 'f.review_id', listOf(actor, input));

/** Findings by id in the order of the ids; those the actor may not see are left out. */
export async function findingsById(read: Reader, asked: Asked, actor: Actor, ids: readonly string[]): Promise<FindingRow[]> {
  const wanted = withIds(asked);
  const where = (q: Rows) => visibleFindings(actor, q).where(sql<boolean>`f.id = any(${[...ids]}::uuid[])`);
  const rows = await manyOf<FindingRow>(read, wanted, { table: 'finding as f', view: findingView, where });
  const byId = new Map(rows.map((row) => [row.id as string, row]));
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}

/** The finding of each officer in the last finalised review that holds the officer; null where there is none the actor may see (T-6). */
export async function latestFindings(
  read: Reader,
  asked: Asked,
  actor: Actor,
  officerIds: readonly string[],
): Promise<(FindingRow | null)[]> {
  const wanted = withOfficerIds(asked);
  const where = (q: Rows) =>
    visibleFindings(actor, q).where(
      sql<boolean>`f.id in (select l.latest_finding_id from officer l where l.id = any(${[...officerIds]}::uuid[]))`,
    );
  const rows = await manyOf<FindingRow>(read, wanted, { table: 'finding as f', view: findingView, where });
  const byOfficer = new Map(rows.map((row) => [row.officerId as string, row]));
  return officerIds.map((id) => byOfficer.get(id) ?? null);
}

export const oneFinding = (read: Reader, asked: Asked, actor: Actor, id: string) =>
  oneOf<FindingRow>(read, withNeeds(asked), {
    table: 'finding as f',
    view: findingView,
    where: (q) => visibleFindings(actor, q).where('f.id', '=', id),
  });
