/** Orders, their attempts, mail systems and differences as rows. Secrets and passwords are in no view. */
import { sql } from 'kysely';
import { whereId, whereOneOf, whereSearched } from '../kernel/conditions.js';
import { type Page, pageOfList, type PageInput } from '../kernel/page.js';
import { type Asked, manyOf, onceEach, type Reader, type View } from '../kernel/read.js';
import { mailOrderView, withOrderNeeds } from '../decisions/mail-order.read.js';
import { ATTEMPTS_BEFORE_TROUBLE } from './retry.rules.js';
import { mailboxColumns, officerView, withRightsOfHolder } from '../registry/officer.read.js';

/** What is needed to tell what a person may do about an order. */
const ACTION_FACTS = ['holderId', 'state', 'kind', 'heldFor', 'attempts', 'id', 'orderedBy'];

const withActionFacts = onceEach((asked: Asked): Asked => {
  const all: Asked = new Map(withOrderNeeds(asked));
  for (const name of ACTION_FACTS) all.set(name, new Map());
  return all;
});

/** The same for what a page holds. */
export const inPage = (withNeeds: (asked: Asked) => Asked) =>
  onceEach((page: Asked): Asked => {
    const all: Asked = new Map(page);
    const nodes = all.get('nodes');
    if (nodes) all.set('nodes', withNeeds(nodes));
    const node = all.get('edges')?.get('node');
    if (node) all.set('edges', new Map(all.get('edges')!).set('node', withNeeds(node)));
    return all;
  });

const orderPage = inPage(withActionFacts);

export interface OrderListInput extends PageInput {
  state?: string[] | null;
  connector?: string | null;
  mailboxId?: string | null;
  isHeld?: boolean | null;
  needsPerson?: boolean | null;
  search?: string | null;
}

/** Waits for a person: what is shown as trouble (retry.rules.ts), and what the brake holds. */
const needingPerson = sql<boolean>`(mo.state in ('FAILED', 'UNKNOWN') or mo.held_for is not distinct from 'BRAKE' or (mo.state <> 'DONE' and mo.attempts >= ${ATTEMPTS_BEFORE_TROUBLE}))`;

const likeStart = (text: string): string => `${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

/** By number, address, or holder. */
const orderSearched = (q: any, search: string) =>
  q.where((eb: any) =>
    eb.or([
      ...(/^\d{1,9}$/.test(search.trim()) ? [eb('mo.number', '=', Number(search.trim()))] : []),
      eb.exists(
        eb
          .selectFrom('mailbox as sm')
          .select('sm.id')
          .whereRef('sm.id', '=', 'mo.mailbox_id')
          .where('sm.address', 'like', likeStart(search.trim())),
      ),
      eb.exists(
        whereSearched(
          eb
            .selectFrom('mailbox as hm')
            .innerJoin('officer as ho', 'ho.id', 'hm.officer_id')
            .select('ho.id')
            .whereRef('hm.id', '=', 'mo.mailbox_id'),
          'ho.search_text',
          search,
        ),
      ),
    ]),
  );

/** The latest first. */
export const mailOrderList = (
  read: Reader,
  asked: Asked,
  { state, connector, mailboxId, isHeld, needsPerson, search, ...page }: OrderListInput,
): Promise<Page<any>> =>
  pageOfList<any>(read, orderPage(asked), {
    table: 'mail_order as mo',
    view: mailOrderView,
    orderBy: [{ by: 'mo.id', kind: 'id', direction: 'desc' }],
    where: (q) => {
      let rows = whereOneOf(whereId(q, 'mo.mailbox_id', { eq: mailboxId }), 'mo.state', state);
      if (connector != null) rows = rows.where('mo.connector', '=', connector);
      if (isHeld != null)
        rows = rows.where(isHeld ? sql<boolean>`mo.held_for = 'BRAKE'` : sql<boolean>`mo.held_for is distinct from 'BRAKE'`);
      if (needsPerson != null) rows = rows.where(needsPerson ? needingPerson : sql<boolean>`not ${needingPerson}`);
      return search ? orderSearched(rows, search) : rows;
    },
    ...page,
  });

/** In the order of their numbers. */
export const mailOrdersById = (read: Reader, asked: Asked, ids: readonly string[]): Promise<any[]> =>
  manyOf<any>(read, withActionFacts(asked), {
    table: 'mail_order as mo',
    view: mailOrderView,
    where: (q) => q.where(sql<boolean>`mo.id = any(${[...ids]}::uuid[])`).orderBy('mo.number'),
  });

const attemptView: View<any> = {
  id: 'a.id',
  createdAt: 'a.created_at',
  endedAt: 'a.ended_at',
  outcome: 'a.outcome',
  message: 'a.message',
  orderId: 'a.order_id',
};

const MOST_ATTEMPTS = 50;

/** The attempts at each order, the latest first, at most 50: an order to a system that is down collects thousands. */
export async function attemptsOf(read: Reader, asked: Asked, orderIds: readonly string[]): Promise<any[][]> {
  const latest = sql`(select l.id from unnest(${[...orderIds]}::uuid[]) as o(id) cross join lateral
    (select b.id from mail_order_attempt b where b.order_id = o.id order by b.id desc limit ${MOST_ATTEMPTS}) l)`;
  const rows = await manyOf<any>(read, new Map(asked).set('orderId', new Map()).set('message', new Map()), {
    table: 'mail_order_attempt as a',
    view: attemptView,
    where: (q) => q.where(sql<boolean>`a.id in ${latest}`).orderBy('a.id', 'desc'),
  });
  return orderIds.map((id) => rows.filter((row) => row.orderId === id));
}

const countOrders = (condition: string) =>
  sql<number>`(select count(*)::int from mail_order c where c.connector = s.name and ${sql.raw(condition)})`;

const systemView: View<any> = {
  id: 's.id',
  version: 's.version',
  name: 's.name',
  kind: 's.kind',
  domains: 's.domains',
  isOn: 's.is_on',
  parallel: 's.parallel',
  mostAnHour: 's.most_an_hour',
  leaverDays: 's.leaver_days',
  checkedAt: 's.checked_at',
  isWell: 's.is_well',
  settingsStored: 's.settings',
  secretsStored: 's.secrets',
  mailboxes: sql<number>`(select count(*)::int from mailbox c where c.connector = s.name and c.state <> 'NONE')`,
  waiting: countOrders(`c.state in ('WAITING', 'RUNNING', 'UNKNOWN') and c.held_for is null`),
  held: countOrders(`c.state = 'WAITING' and c.held_for = 'BRAKE'`),
  handedOver: countOrders(`c.held_for = 'FILE' and c.state = 'WAITING'`),
  failed: countOrders(`c.state = 'FAILED'`),
  drifts: sql<number>`(select count(*)::int from mail_drift c where c.mail_system_id = s.id and c.settled_at is null)`,
  comparedAt: sql<Date>`(select max(c.created_at) from mail_comparison c where c.mail_system_id = s.id)`,
};

const withStored = onceEach((asked: Asked): Asked => {
  const all: Asked = new Map(asked).set('id', new Map()).set('kind', new Map());
  if (asked.has('settings')) all.set('settingsStored', new Map());
  if (asked.has('secretsSet')) all.set('secretsStored', new Map());
  return all;
});

/** By name. */
export const mailSystemList = (read: Reader, asked: Asked): Promise<any[]> =>
  manyOf<any>(read, withStored(asked), { table: 'mail_system as s', view: systemView, where: (q) => q.orderBy('s.name').limit(100) });

export const mailSystemById = async (read: Reader, asked: Asked, id: string): Promise<any> => {
  const [row] = await manyOf<any>(read, withStored(asked), {
    table: 'mail_system as s',
    view: systemView,
    where: (q) => q.where('s.id', '=', id),
  });
  return row ?? null;
};

const driftView: View<any> = {
  id: 'd.id',
  createdAt: 'd.created_at',
  kind: 'd.kind',
  address: 'd.address',
  foundAddress: 'd.found_address',
  name: 'd.name',
  expected: 'd.expected',
  found: 'd.found',
  settledAt: 'd.settled_at',
  settlement: 'd.settlement',
  note: 'd.note',
  isOpen: sql<boolean>`d.settled_at is null`,
  holderId: sql<string | null>`(select dh.officer_id from mailbox dh where dh.id = d.mailbox_id)`,
  isStopped: sql<boolean>`exists (select 1 from mail_comparison dc where dc.id = d.comparison_id and dc.result = 'TOO_MUCH')`,
  mailbox: {
    table: 'mailbox as dm',
    on: ['dm.id', 'd.mailbox_id'],
    view: () => ({
      ...mailboxColumns('dm'),
      officer: { table: 'officer as dmo', on: ['dmo.id', 'dm.officer_id'], view: () => officerView('dmo') },
    }),
  },
  connector: { table: 'mail_system as ds', on: ['ds.id', 'd.mail_system_id'], view: () => ({ id: 'ds.id', name: 'ds.name' }) },
};

const withDriftNeeds = onceEach((asked: Asked): Asked => {
  const all: Asked = new Map(asked);
  for (const name of ['id', 'kind', 'settledAt', 'holderId']) all.set(name, new Map());
  if (asked.has('connector')) all.set('connector', new Map([['name', new Map()]]));
  const mailbox = all.get('mailbox');
  if (mailbox) all.set('mailbox', withRightsOfHolder(mailbox));
  return all;
});

const driftPage = inPage(withDriftNeeds);

export interface DriftListInput extends PageInput {
  connector?: string | null;
  isOpen?: boolean | null;
  kind?: string[] | null;
}

export const driftList = (read: Reader, asked: Asked, { connector, isOpen, kind, ...page }: DriftListInput): Promise<Page<any>> =>
  pageOfList<any>(read, driftPage(asked), {
    table: 'mail_drift as d',
    view: driftView,
    orderBy: [{ by: 'd.id', kind: 'id', direction: 'desc' }],
    where: (q) => {
      const ofKind = whereOneOf(q, 'd.kind', kind);
      const rows =
        isOpen == null ? ofKind : ofKind.where(isOpen ? sql<boolean>`d.settled_at is null` : sql<boolean>`d.settled_at is not null`);
      return connector == null
        ? rows
        : rows.where(sql<boolean>`d.mail_system_id = (select x.id from mail_system x where x.name = ${connector})`);
    },
    ...page,
  });

export const openDrifts = (read: Reader, asked: Asked, connector: string): Promise<any[]> =>
  manyOf<any>(read, withDriftNeeds(asked), {
    table: 'mail_drift as d',
    view: driftView,
    where: (q) =>
      q
        .where(sql<boolean>`d.settled_at is null and d.mail_system_id = (select x.id from mail_system x where x.name = ${connector})`)
        .orderBy('d.address')
        .orderBy('d.id')
        .limit(1_000),
  });

export const driftsById = (read: Reader, asked: Asked, ids: readonly string[]): Promise<any[]> =>
  manyOf<any>(read, withDriftNeeds(asked), {
    table: 'mail_drift as d',
    view: driftView,
    where: (q) => q.where(sql<boolean>`d.id = any(${[...ids]}::uuid[])`).orderBy('d.id'),
  });

const comparisonView: View<any> = {
  id: 'c.id',
  createdAt: 'c.created_at',
  result: 'c.result',
  problem: 'c.problem',
  checked: 'c.checked',
  differing: 'c.differing',
};

/** The comparisons of a system, the latest first, at most 30. */
export const comparisonList = (read: Reader, asked: Asked, connector: string): Promise<any[]> =>
  manyOf<any>(read, asked, {
    table: 'mail_comparison as c',
    view: comparisonView,
    where: (q) =>
      q
        .where(sql<boolean>`c.mail_system_id = (select x.id from mail_system x where x.name = ${connector})`)
        .orderBy('c.id', 'desc')
        .limit(30),
  });
