/** Cases as rows: who sees which (product.md §2), what is being asked of whom, and what their fields are made of. */
import { type RawBuilder, sql } from 'kysely';
import { withNeedsOfCommittee } from '../committee/committee.read.js';
import { type Actor, hasRole, scopesOf } from '../identity/actor.js';
import { holds, mayAll } from '../identity/right.js';
import { whereSearched } from '../kernel/conditions.js';
import type { Day } from '../kernel/calendar.js';
import { type Page, pageOfList, pagesOfLists, type PageInput } from '../kernel/page.js';
import { type Asked, manyOf, onceEach, oneOf, type Reader, type Rows } from '../kernel/read.js';
import { withRightsOf } from '../registry/officer.read.js';
import { withNeeds as withNeedsOfFinding } from '../review/finding.read.js';
import { decisionAccess } from './decision.access.js';
import type { CaseStanding } from './case-standing.js';
import { decisionView } from './decision-view.read.js';
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
    needed.set('ballots', new Map([...all(['id', 'choice', 'reason', 'castAt']), ['member', MEMBER] as [string, Asked]]));
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
  if (asked.has('explanationAttachment')) wanted.set('explanationAttachmentId', new Map());
  if (asked.has('proposedBy')) wanted.set('proposerDisplayName', new Map());
  const others = ['vote', 'votes', 'appeals', 'history', 'proposedBy', 'explanationAttachment', 'endsDecision', 'endedBy', 'joinedTo'];
  for (const name of [...others, 'letters', 'orders']) wanted.delete(name);
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

/** Only the cases the actor may see: all, those before the own committees or in an open vote with a place for the actor, of the own agency's officers, or one's own. */
export function visibleDecisions(actor: Actor, today: Day, rows: Rows): Rows {
  if (mayAll(actor, decisionAccess.read as never)) return rows;
  // Whoever came in with the code of a letter about something else is the officer too, and sees no case.
  if (!holds(actor, decisionAccess.read as never)) return rows.where(sql<boolean>`false`);
  const agencies = scopesOf(actor, 'AGENCY_CONTACT');
  const ways: RawBuilder<boolean>[] = [sql<boolean>`d.officer_id = any(${scopesOf(actor, 'OFFICER')}::uuid[])`];
  if (agencies.length > 0)
    ways.push(sql<boolean>`exists (select 1 from officer vo where vo.id = d.officer_id and vo.agency_id = any(${agencies}::uuid[]))`);
  if (actor.userId && hasRole(actor, 'COMMITTEE_MEMBER'))
    ways.push(
      sql<boolean>`d.committee_id in ${ownCommittees(actor.userId, today)}`,
      sql<boolean>`exists (select 1 from decision_voter vw join decision_vote vv on vv.id = vw.vote_id where vv.decision_id = d.id and vv.is_open and vw.user_id = ${actor.userId}::uuid)`,
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
