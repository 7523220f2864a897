/** Committees as rows: who sits in them, under which rules they vote, what came before and after them. */
import { sql } from 'kysely';
import { userView, withStateOf } from '../identity/user.read.js';
import { type Asked, manyOf, onceEach, oneOf, type Reader, type Rows, type View } from '../kernel/read.js';

export interface CommitteeRow {
  id: string;
  code: string;
  effectiveOn: string;
  closedOn: string | null;
  members: MemberRow[];
  rules: any[];
  [field: string]: any;
}

export interface MemberRow {
  id: string;
  seat: any;
  fromOn: string;
  untilOn: string | null;
  user: any;
}

const ORDER_OF_SEATS = `case %.seat when 'CHAIR' then 0 when 'DEPUTY' then 1 when 'STANDING' then 2 when 'MEMBER' then 3 else 4 end`;
const bySeat = (alias: string) => sql.raw(ORDER_OF_SEATS.replace('%', alias));

export const memberView = (alias: string): View<any> => ({
  id: `${alias}.id`,
  seat: `${alias}.seat`,
  fromOn: `${alias}.from_on`,
  untilOn: `${alias}.until_on`,
  user: { table: `app_user as ${alias}_u`, on: [`${alias}_u.id`, `${alias}.user_id`], view: () => userView(`${alias}_u`) },
});

const RULE_FIELDS = {
  kind: 'kind',
  quorum: 'quorum',
  majority: 'majority',
  isTieAdopted: 'is_tie_adopted',
  isByChairAlone: 'is_by_chair_alone',
  minimumVoters: 'minimum_voters',
  noticeDays: 'notice_days',
  voteDays: 'vote_days',
  appealDays: 'appeal_days',
  appealSettledBy: 'appeal_settled_by',
  appealSettleDays: 'appeal_settle_days',
  secondAppealDays: 'second_appeal_days',
  effectiveOn: 'effective_on',
  version: 'version',
} as const;

const plain = (alias: string): View<any> => ({
  id: `${alias}.id`,
  code: `${alias}.code`,
  name: `${alias}.name`,
  competences: `${alias}.competences`,
  legalBasis: `${alias}.legal_basis`,
  effectiveOn: `${alias}.effective_on`,
  closedOn: `${alias}.closed_on`,
  numberSymbol: `${alias}.number_symbol`,
  version: `${alias}.version`,
});

/** A committee under an alias, for lists and for relations of rooms to the right (`decision.committee`). */
export const committeeView = (alias = 'k'): View<any> => ({
  ...plain(alias),
  members: {
    table: `committee_member as ${alias}_m`,
    on: [`${alias}_m.committee_id`, `${alias}.id`],
    view: () => memberView(`${alias}_m`),
    many: (q) =>
      q
        .orderBy(`${alias}_m.until_on`, sql`desc nulls first` as never)
        .orderBy(bySeat(`${alias}_m`))
        .orderBy(sql`(select x.sort_key from app_user x where x.id = ${sql.ref(`${alias}_m.user_id`)})`)
        .orderBy(`${alias}_m.id`),
  },
  rules: {
    table: `voting_rule as ${alias}_r`,
    on: [`${alias}_r.committee_id`, `${alias}.id`],
    view: () => Object.fromEntries(Object.entries(RULE_FIELDS).map(([field, column]) => [field, `${alias}_r.${column}`])),
    many: (q) => q.orderBy(`${alias}_r.kind`).orderBy(`${alias}_r.effective_on`, 'desc').orderBy(`${alias}_r.version`, 'desc'),
  },
  successor: { table: `committee as ${alias}_s`, on: [`${alias}_s.id`, `${alias}.successor_id`], view: () => plain(`${alias}_s`) },
  predecessors: {
    table: `committee as ${alias}_p`,
    on: [`${alias}_p.successor_id`, `${alias}.id`],
    view: () => plain(`${alias}_p`),
    many: (q) => q.orderBy(`${alias}_p.code`),
  },
});

const committees = committeeView();
const RULES: Asked = new Map(Object.keys(RULE_FIELDS).map((field) => [field, new Map()]));
const TERM = ['id', 'seat', 'fromOn', 'untilOn'].map((name): [string, Asked] => [name, new Map()]);

/** What was asked of a committee, with what its fields are made of. */
export const withNeedsOfCommittee = onceEach((asked: Asked): Asked => {
  const all: Asked = new Map(asked);
  for (const name of ['id', 'effectiveOn', 'closedOn']) all.set(name, new Map());
  const members = all.get('members');
  if (members) {
    const user = members.get('user');
    all.set('members', new Map([...members, ...TERM, ...(user ? ([['user', withStateOf(user)]] as const) : [])]));
  }
  if (asked.has('rule') || asked.has('rules')) all.set('rules', RULES);
  return all;
});

/** Those in force first, then those to come, then those that were closed; each by code. */
export const committeeList = (read: Reader, asked: Asked): Promise<CommitteeRow[]> =>
  manyOf<CommitteeRow>(read, withNeedsOfCommittee(asked), {
    table: 'committee as k',
    view: committees as View<CommitteeRow>,
    where: (q) => q.orderBy(sql`k.closed_on is not null`).orderBy('k.code'),
  });

export const committeesById = async (read: Reader, asked: Asked, ids: readonly string[]): Promise<CommitteeRow[]> =>
  ids.length === 0
    ? []
    : manyOf<CommitteeRow>(read, withNeedsOfCommittee(asked), {
        table: 'committee as k',
        view: committees as View<CommitteeRow>,
        where: (q) => q.where(sql<boolean>`k.id = any(${[...ids]}::uuid[])`),
      });

export const oneCommittee = (read: Reader, asked: Asked, where: (rows: Rows) => Rows): Promise<CommitteeRow | null> =>
  oneOf<CommitteeRow>(read, withNeedsOfCommittee(asked), { table: 'committee as k', view: committees as View<CommitteeRow>, where });
