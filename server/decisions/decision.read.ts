/** Cases as rows: who sees which (product.md §2), what is being asked of whom, and what their fields are made of. */
import { type RawBuilder, sql } from 'kysely';
import { committeeView, memberView, withNeedsOfCommittee } from '../committee/committee.read.js';
import { type Actor, hasRole, scopesOf } from '../identity/actor.js';
import { mayAll } from '../identity/right.js';
import { whereSearched } from '../kernel/conditions.js';
import type { Day } from '../kernel/calendar.js';
import { type Page, pageOfList, pagesOfLists, type PageInput } from '../kernel/page.js';
import { type Asked, manyOf, onceEach, oneOf, type Reader, type Rows, type View } from '../kernel/read.js';
import { officerView, withRightsOf } from '../registry/officer.read.js';
import { findingView, withNeeds as withNeedsOfFinding } from '../review/finding.read.js';
import { decisionAccess } from './decision.access.js';
import type { CaseStanding } from './case-standing.js';
import { type DecisionCondition, whereDecision } from './decision-where.read.js';

export interface DecisionRow {
  id: string;
  /** As whom the viewer looks at it; set when the rows have been read (case-view.ts). */
  standing: CaseStanding;
  blocks: string[];
  officerId: string;
  agencyId: string;
  isBeforeActor: boolean;
  isActorRecused: boolean;
  [field: string]: any;
}

const COLUMNS = {
  id: 'id',
  version: 'version',
  reference: 'reference',
  kind: 'kind',
  state: 'state',
  officerId: 'officer_id',
  committeeId: 'committee_id',
  findingId: 'finding_id',
  windowFrom: 'window_from',
  legalBasis: 'legal_basis',
  grounds: 'grounds',
  awardYear: 'award_year',
  awardTitles: 'award_titles',
  mailboxAddress: 'mailbox_address',
  docket: 'docket',
  proposedAt: 'proposed_at',
  proposerName: 'proposed_by',
  proposedByUserId: 'proposed_by_user_id',
  notifiedAt: 'notified_at',
  noticeMeans: 'notice_means',
  servedOn: 'served_on',
  explainUntil: 'explain_until',
  explanation: 'explanation',
  explainedOn: 'explained_on',
  explanationAttachmentId: 'explanation_attachment_id',
  answer: 'answer',
  answeredAt: 'answered_at',
  hasDeclaredConflict: 'has_declared_conflict',
  lapses: 'lapses',
  adoptedAt: 'adopted_at',
  number: 'number',
  signedBy: 'signed_by',
  inForceOn: 'in_force_on',
  decisionServedOn: 'decision_served_on',
  appealUntil: 'appeal_until',
  endsDecisionId: 'ends_decision_id',
  endedById: 'ended_by_id',
  joinedToId: 'joined_to_id',
} as const;

const columns = (alias: string): View<any> =>
  Object.fromEntries(Object.entries(COLUMNS).map(([field, column]) => [field, `${alias}.${column}`]));

const voteView = (alias: string): View<any> => ({
  id: `${alias}.id`,
  decisionId: `${alias}.decision_id`,
  purpose: `${alias}.purpose`,
  openedAt: `${alias}.opened_at`,
  closesAt: `${alias}.closes_at`,
  rule: `${alias}.rule`,
  base: `${alias}.base`,
  quorum: `${alias}.quorum`,
  present: `${alias}.present`,
  for: `${alias}.for`,
  against: `${alias}.against`,
  abstain: `${alias}.abstain`,
  isOpen: `${alias}.is_open`,
  result: `${alias}.result`,
  closedAt: `${alias}.closed_at`,
  endedBy: `${alias}.ended_by`,
  closeReason: `${alias}.close_reason`,
  ballots: {
    table: `ballot as ${alias}_b`,
    on: [`${alias}_b.vote_id`, `${alias}.id`],
    view: () => ({
      choice: `${alias}_b.choice`,
      reason: `${alias}_b.reason`,
      castAt: `${alias}_b.cast_at`,
      member: {
        table: `committee_member as ${alias}_bm`,
        on: [`${alias}_bm.id`, `${alias}_b.member_id`],
        view: () => memberView(`${alias}_bm`),
      },
    }),
    many: (q) => q.orderBy(`${alias}_b.cast_at`).orderBy(`${alias}_b.id`),
  },
  voters: {
    table: `decision_voter as ${alias}_w`,
    on: [`${alias}_w.vote_id`, `${alias}.id`],
    view: () => ({
      recusedFor: `${alias}_w.recused_for`,
      recusalNote: `${alias}_w.recusal_note`,
      member: {
        table: `committee_member as ${alias}_wm`,
        on: [`${alias}_wm.id`, `${alias}_w.member_id`],
        view: () => memberView(`${alias}_wm`),
      },
    }),
    many: (q) =>
      q
        .orderBy(sql.raw(`case ${alias}_w.seat when 'CHAIR' then 0 when 'DEPUTY' then 1 when 'STANDING' then 2 else 3 end`))
        .orderBy(sql`(select x.sort_key from app_user x where x.id = ${sql.ref(`${alias}_w.user_id`)})`),
  },
});

export const decisionView: View<any> = {
  ...columns('d'),
  proposerDisplayName: sql`coalesce((select u.name from app_user u where u.id = d.proposed_by_user_id), d.proposed_by)`,
  officer: { table: 'officer as o', on: ['o.id', 'd.officer_id'], view: () => officerView() },
  committee: { table: 'committee as dk', on: ['dk.id', 'd.committee_id'], view: () => committeeView('dk') },
  finding: {
    table: 'finding as f',
    on: ['f.id', 'd.finding_id'],
    view: () => ({ ...findingView, officer: { table: 'officer as fo', on: ['fo.id', 'f.officer_id'], view: () => officerView('fo') } }),
  },
  allVotes: {
    table: 'decision_vote as v',
    on: ['v.decision_id', 'd.id'],
    view: () => voteView('v'),
    many: (q) => q.orderBy('v.number', 'desc'),
  },
  allAppeals: {
    table: 'appeal as ap',
    on: ['ap.decision_id', 'd.id'],
    view: () => ({
      id: 'ap.id',
      instance: 'ap.instance',
      receivedOn: 'ap.received_on',
      text: 'ap.text',
      settler: 'ap.settler',
      settleBy: 'ap.settle_by',
      settledOn: 'ap.settled_on',
      isUpheld: 'ap.is_upheld',
      answer: 'ap.answer',
      settledBy: 'ap.settled_by',
      findingWasWrong: 'ap.finding_was_wrong',
      paperNumber: 'ap.paper_number',
      paperOn: 'ap.paper_on',
    }),
    many: (q) => q.orderBy('ap.instance'),
  },
  events: {
    table: 'decision_event as ev',
    on: ['ev.decision_id', 'd.id'],
    view: () => ({
      at: 'ev.at',
      actor: 'ev.actor_name',
      action: 'ev.action',
      from: 'ev.from_state',
      to: 'ev.to_state',
      note: 'ev.note',
      isConfidential: 'ev.is_confidential',
    }),
    many: (q) => q.orderBy('ev.id'),
  },
};

/** Columns that standings, blocks and rights are worked out from. */
const STANDING = [
  'id',
  'kind',
  'state',
  'officerId',
  'committeeId',
  'findingId',
  'windowFrom',
  'proposerName',
  'proposedByUserId',
  'servedOn',
  'explainUntil',
  'explanation',
  'explainedOn',
  'answeredAt',
  'hasDeclaredConflict',
  'lapses',
  'number',
  'appealUntil',
  'endsDecisionId',
  'endedById',
  'joinedToId',
] as const;

const all = (names: readonly string[]): [string, Asked][] => names.map((name) => [name, new Map()]);
const USER = new Map(all(['id', 'name']));
const MEMBER = new Map([...all(['id', 'seat', 'fromOn', 'untilOn']), ['user', USER] as [string, Asked]]);
const VOTE_COLUMNS = [
  'id',
  'decisionId',
  'purpose',
  'openedAt',
  'closesAt',
  'rule',
  'base',
  'quorum',
  'present',
  'for',
  'against',
  'abstain',
  'isOpen',
  'result',
  'closedAt',
  'endedBy',
  'closeReason',
];

/** What a vote's fields are made of: ballots and voters only where somebody looks at them. */
function neededOfVotes(asked: Asked): Asked | undefined {
  const votes = [asked.get('vote'), asked.get('votes')].filter((inner) => inner !== undefined);
  const isAboutAppeals = asked.has('availableActions');
  if (votes.length === 0 && !isAboutAppeals) return undefined;
  const needed = new Map(all(VOTE_COLUMNS));
  if (votes.some((inner) => inner.has('ballots')))
    needed.set('ballots', new Map([...all(['choice', 'reason', 'castAt']), ['member', MEMBER] as [string, Asked]]));
  if (votes.some((inner) => ['recused', 'recusals', 'voters'].some((name) => inner.has(name))))
    needed.set('voters', new Map([...all(['recusedFor', 'recusalNote']), ['member', MEMBER] as [string, Asked]]));
  return needed;
}

/** What was asked of a case, with what its fields are made of and its rights look at. */
export const withNeedsOfDecision = onceEach((asked: Asked): Asked => {
  const wanted: Asked = new Map(asked);
  for (const [name, inner] of all(STANDING)) wanted.set(name, inner);
  const votes = neededOfVotes(asked);
  if (votes) wanted.set('allVotes', votes);
  if (asked.has('appeals') || asked.has('availableActions'))
    wanted.set(
      'allAppeals',
      new Map(
        all([
          'id',
          'instance',
          'receivedOn',
          'text',
          'settler',
          'settleBy',
          'settledOn',
          'isUpheld',
          'answer',
          'settledBy',
          'findingWasWrong',
          'paperNumber',
          'paperOn',
        ]),
      ),
    );
  if (asked.has('history')) wanted.set('events', new Map(all(['at', 'actor', 'action', 'from', 'to', 'note', 'isConfidential'])));
  if (asked.has('proposedBy')) wanted.set('proposerDisplayName', new Map());
  for (const name of ['vote', 'votes', 'appeals', 'history', 'proposedBy', 'endsDecision', 'endedBy', 'joinedTo', 'letters', 'orders'])
    wanted.delete(name);
  const officer = asked.get('officer');
  wanted.set('officer', withRightsOf(new Map([...(officer ?? []), ...all(['id', 'agencyId'])])));
  const committee = asked.get('committee');
  if (committee) wanted.set('committee', withNeedsOfCommittee(committee));
  const finding = asked.get('finding');
  if (finding) wanted.set('finding', withNeedsOfFinding(new Map([...finding, ...all(['id', 'agencyId', 'officerId'])])));
  return wanted;
});

const withNeedsInNodes = onceEach((page: Asked): Asked => {
  const wanted: Asked = new Map(page);
  const nodes = wanted.get('nodes');
  if (nodes) wanted.set('nodes', withNeedsOfDecision(nodes));
  const edges = wanted.get('edges');
  const node = edges?.get('node');
  if (edges && node) wanted.set('edges', new Map(edges).set('node', withNeedsOfDecision(node)));
  return wanted;
});

/** Committees in which somebody sits today, with those that were merged into them (C-2). */
const ownCommittees = (userId: string, today: Day): RawBuilder<unknown> => sql`(with recursive line as (
    select m.committee_id as id from committee_member m
    where m.user_id = ${userId}::uuid and m.from_on <= ${today}::date and (m.until_on is null or m.until_on >= ${today}::date)
    union select k.id from committee k join line l on k.successor_id = l.id) select id from line)`;

/** Only the cases the actor may see: all, those before the own committees, of the own agency's officers, or one's own. */
export function visibleDecisions(actor: Actor, today: Day, rows: Rows): Rows {
  if (mayAll(actor, decisionAccess.read as never)) return rows;
  const agencies = scopesOf(actor, 'AGENCY_CONTACT');
  const ways: RawBuilder<boolean>[] = [sql<boolean>`d.officer_id = any(${scopesOf(actor, 'OFFICER')}::uuid[])`];
  if (agencies.length > 0)
    ways.push(sql<boolean>`exists (select 1 from officer vo where vo.id = d.officer_id and vo.agency_id = any(${agencies}::uuid[]))`);
  if (actor.userId && hasRole(actor, 'COMMITTEE_MEMBER'))
    ways.push(
      sql<boolean>`d.committee_id in ${ownCommittees(actor.userId, today)}`,
      sql<boolean>`exists (select 1 from decision_voter vw join decision_vote vv on vv.id = vw.vote_id where vv.decision_id = d.id and vw.user_id = ${actor.userId}::uuid)`,
    );
  return rows.where(sql<boolean>`(${sql.join(ways, sql` or `)})`);
}

/** A search looks through reference, number, name and code of the officer; addresses are nobody's to guess at. */
function searched(rows: Rows, search: string | null | undefined): Rows {
  if (!search) return rows;
  const words = sql<string>`(select ' ' || lower(d.reference) || ' ' || lower(coalesce(d.number, '')) || regexp_replace(so.search_text, ' [^ ]*@.*$', '') from officer so where so.id = d.officer_id)`;
  return whereSearched(rows, words, search);
}

export type DecisionListInput = PageInput & { where?: DecisionCondition | null; search?: string | null };

const listOf = (actor: Actor, today: Day, { where, search, ...page }: DecisionListInput) => ({
  table: 'decision as d',
  view: decisionView,
  orderBy: [{ by: 'd.id', kind: 'id' as const, direction: 'desc' as const }],
  where: (q: Rows) => searched(whereDecision(actor, today, visibleDecisions(actor, today, q), where), search),
  ...page,
});

/** Cases, the latest first. */
export const decisionList = (read: Reader, asked: Asked, actor: Actor, today: Day, input: DecisionListInput): Promise<Page<DecisionRow>> =>
  pageOfList<DecisionRow>(read, withNeedsInNodes(asked), listOf(actor, today, input));

export const decisionsOfOfficers = (
  read: Reader,
  asked: Asked,
  actor: Actor,
  today: Day,
  officerIds: readonly string[],
  page: PageInput,
): Promise<Page<DecisionRow>[]> =>
  pagesOfLists<DecisionRow>(read, withNeedsInNodes(asked), officerIds, 'd.officer_id', listOf(actor, today, page));

/** Cases by id in the order of the ids; null for those that are not there or not to be seen. */
export async function decisionsById(
  read: Reader,
  asked: Asked,
  actor: Actor,
  today: Day,
  ids: readonly string[],
): Promise<(DecisionRow | null)[]> {
  const where = (q: Rows) => visibleDecisions(actor, today, q).where(sql<boolean>`d.id = any(${[...ids]}::uuid[])`);
  const rows = await manyOf<DecisionRow>(read, withNeedsOfDecision(asked), { table: 'decision as d', view: decisionView, where });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

export const oneDecision = (
  read: Reader,
  asked: Asked,
  actor: Actor,
  today: Day,
  where: (rows: Rows) => Rows,
): Promise<DecisionRow | null> =>
  oneOf<DecisionRow>(read, withNeedsOfDecision(asked), {
    table: 'decision as d',
    view: decisionView,
    where: (q) => where(visibleDecisions(actor, today, q)),
  });
