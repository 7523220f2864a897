/** Lists of officers and mailboxes as rows: the hot lists (speed.md S-1). */
import { sql } from 'kysely';
import { type Actor, scopesOf } from '../identity/actor.js';
import { mayAll, type Right } from '../identity/right.js';
import { type IdCondition, type TextCondition, whereId, whereIs, whereOneOf, whereSearched, whereText } from '../kernel/conditions.js';
import { type Order, type Page, pageOfList, pagesOfLists, type PageInput } from '../kernel/page.js';
import { type Asked, manyOf, onceEach, oneOf, type Reader, type Rows, type View } from '../kernel/read.js';
import { agencyView, orderOf } from './agency.read.js';
import { searchPatterns } from '../kernel/search.rules.js';
import { type OfficerFile, registryAccess } from './registry.access.js';
import { whoseTierIsKnown } from './tier-scope.js';

/** A mailbox under an alias, without its holder. */
export const mailboxColumns = (alias: string): View<any> => ({
  id: `${alias}.id`,
  address: `${alias}.address`,
  kind: `${alias}.kind`,
  state: `${alias}.state`,
  expectedState: `${alias}.expected_state`,
  connector: `${alias}.connector`,
  createdOn: `${alias}.created_on`,
  verifiedAt: `${alias}.verified_at`,
  lockedUntil: `${alias}.locked_until`,
  awaitsPassword: `${alias}.awaits_password`,
  version: `${alias}.version`,
});

/** Columns of an officer without relations, under an alias; the agency's id comes along where rights need it. */
const officerColumns = (alias: string): View<any> => ({
  id: `${alias}.id`,
  code: `${alias}.code`,
  fullName: `${alias}.full_name`,
  post: `${alias}.post`,
  isLeader: `${alias}.is_leader`,
  leftOn: `${alias}.left_on`,
  otherEmail: `${alias}.other_email`,
  phone: `${alias}.phone`,
  prefersPaper: `${alias}.prefers_paper`,
  currentTier: `${alias}.current_tier`,
  agencyId: `${alias}.agency_id`,
  version: `${alias}.version`,
});

/** Officer under an alias, for lists and for relations of rooms to the right (`finding.officer`). */
export const officerView = (alias = 'o'): View<any> => ({
  ...officerColumns(alias),
  agency: { table: `agency as ${alias}_a`, on: [`${alias}_a.id`, `${alias}.agency_id`], view: () => agencyView(`${alias}_a`) },
  mailbox: {
    table: `mailbox as ${alias}_m`,
    on: [`${alias}_m.id`, `${alias}.mailbox_id`],
    view: () => ({
      ...mailboxColumns(`${alias}_m`),
      officer: {
        table: `officer as ${alias}_mo`,
        on: [`${alias}_mo.id`, `${alias}_m.officer_id`],
        view: () => ({
          ...officerColumns(`${alias}_mo`),
          agency: {
            table: `agency as ${alias}_ma`,
            on: [`${alias}_ma.id`, `${alias}_mo.agency_id`],
            view: () => agencyView(`${alias}_ma`),
          },
        }),
      },
    }),
  },
  postings: {
    table: `posting as ${alias}_p`,
    on: [`${alias}_p.officer_id`, `${alias}.id`],
    view: () => ({
      id: `${alias}_p.id`,
      isMain: `${alias}_p.is_main`,
      post: `${alias}_p.post`,
      isLeader: `${alias}_p.is_leader`,
      fromOn: `${alias}_p.from_on`,
      untilOn: `${alias}_p.until_on`,
      agency: { table: `agency as ${alias}_pa`, on: [`${alias}_pa.id`, `${alias}_p.agency_id`], view: () => agencyView(`${alias}_pa`) },
    }),
    many: (q) => q.orderBy(`${alias}_p.from_on`, 'desc').orderBy(`${alias}_p.is_main`, 'desc').orderBy(`${alias}_p.id`),
  },
  absences: {
    table: `absence as ${alias}_b`,
    on: [`${alias}_b.officer_id`, `${alias}.id`],
    view: () => ({ id: `${alias}_b.id`, fromOn: `${alias}_b.from_on`, untilOn: `${alias}_b.until_on`, document: `${alias}_b.document` }),
    many: (q) => q.orderBy(`${alias}_b.from_on`, 'desc').orderBy(`${alias}_b.id`),
  },
});

/** One view for all lists, so that its plans are kept. */
const officers = officerView();

const ASKS_A_RIGHT = [
  'otherEmail',
  'phone',
  'absences',
  'postings',
  'mailbox',
  'latestFinding',
  'mayReadFile',
  'mayReadFinding',
  'enrolments',
  'trainingShelter',
  'availableActions',
];

/** What must be read along with an officer so that rights on its fields can be answered. */
export const withRightsOf = onceEach((asked: Asked): Asked => {
  if (!ASKS_A_RIGHT.some((f) => asked.has(f)) && asked.has('id')) return asked;
  const all = new Map(asked);
  for (const field of ['id', 'agencyId']) if (!all.has(field)) all.set(field, new Map());
  if (all.has('availableActions')) all.set('leftOn', new Map());
  const mailbox = all.get('mailbox');
  if (mailbox) all.set('mailbox', withRightsOfHolder(mailbox));
  return all;
});

/** The same for the holder of a mailbox. */
export const withRightsOfHolder = onceEach((mailbox: Asked): Asked => {
  const officer = mailbox.get('officer');
  const all = mailbox.has('id') ? mailbox : new Map(mailbox).set('id', new Map());
  return officer ? new Map(all).set('officer', withRightsOf(new Map(officer).set('agencyId', new Map()))) : all;
});

const inNodes = (withRights: (node: Asked) => Asked) =>
  onceEach((page: Asked): Asked => {
    const all = new Map(page);
    const nodes = all.get('nodes');
    if (nodes) all.set('nodes', withRights(nodes));
    const node = all.get('edges')?.get('node');
    if (node) all.set('edges', new Map(all.get('edges')!).set('node', withRights(node)));
    return all;
  });

/** The same as `withRightsOf` for the nodes and edges of a page. */
export const withRightsInNodes = inNodes(withRightsOf);
const withRightsOfHolders = inNodes(withRightsOfHolder);

export interface OfficerCondition {
  id?: IdCondition | null;
  code?: TextCondition | null;
  agencyId?: IdCondition | null;
  isLeader?: boolean | null;
  mailboxState?: string[] | null;
  tier?: string[] | null;
}

export const OFFICER_ORDERS: Record<string, Order> = {
  FULL_NAME: { by: 'o.sort_key' },
  CODE: { by: 'o.code' },
  AGENCY: { by: sql`(select g.sort_key from agency g where g.id = o.agency_id)` },
};

/** Only the officers the actor may see; no filter at all for whoever may see everybody. */
export const visibleOfficers = (actor: Actor, q: Rows, alias = 'o'): Rows => underRight(actor, registryAccess.readOfficers, q, alias);

/** The rows for which the actor holds a right that is held for all, for the own agency, or for oneself. */
function underRight(actor: Actor, right: Right<OfficerFile>, q: Rows, alias = 'o'): Rows {
  return mayAll(actor, right as never) ? q : q.where(ofOwnAgencyOrSelf(actor, alias));
}

function ofOwnAgencyOrSelf(actor: Actor, alias: string) {
  const agencies = scopesOf(actor, 'AGENCY_CONTACT');
  const own = scopesOf(actor, 'OFFICER');
  return sql<boolean>`(${sql.ref(`${alias}.agency_id`)} = any(${agencies}::uuid[]) or ${sql.ref(`${alias}.id`)} = any(${own}::uuid[]))`;
}

/** A search by address tells the address: whoever may not read it searches name and code only (the address stands behind them). */
function searchedOfficers(actor: Actor, rows: Rows, search: string | null | undefined): Rows {
  if (!search || mayAll(actor, registryAccess.readMailbox as never)) return whereSearched(rows, 'o.search_text', search);
  const readable = sql`case when ${ofOwnAgencyOrSelf(actor, 'o')} then o.search_text else regexp_replace(o.search_text, ' [^ ]*@.*$', '') end`;
  return searchPatterns(search).reduce((q, pattern) => q.where(sql<boolean>`${readable} like ${pattern}`), rows);
}

export function whereOfficer(actor: Actor, q: Rows, where: OfficerCondition | null | undefined): Rows {
  let rows = whereText(whereId(whereId(q, 'o.id', where?.id), 'o.agency_id', where?.agencyId), 'o.code', where?.code);
  rows = whereIs(rows, 'o.is_leader', where?.isLeader);
  // A filter by what may not be read would tell it.
  if (where?.tier) rows = whoseTierIsKnown(actor, rows, 'o');
  if (where?.mailboxState) rows = underRight(actor, registryAccess.readMailbox, rows);
  rows = whereOneOf(rows, 'o.current_tier', where?.tier);
  if (where?.mailboxState == null) return rows;
  const states = where.mailboxState;
  return rows.where((eb: any) =>
    eb.or([
      eb.exists(whereOneOf(eb.selectFrom('mailbox as f').select('f.id').whereRef('f.id', '=', 'o.mailbox_id'), 'f.state', states)),
      ...(states.includes('NONE') ? [eb('o.mailbox_id', 'is', null)] : []),
    ]),
  );
}

export interface OfficerListInput extends PageInput {
  search?: string | null;
  where?: OfficerCondition | null;
  orderBy?: { field: string; direction: string }[] | null;
}

export function officerList(read: Reader, asked: Asked, actor: Actor, input: OfficerListInput) {
  return pageOfList<any>(read, asked, {
    table: 'officer as o',
    view: officers,
    orderBy: orderOf(OFFICER_ORDERS, input.orderBy, [{ by: 'o.sort_key' }]),
    where: (q) => searchedOfficers(actor, whereOfficer(actor, visibleOfficers(actor, q), input.where), input.search),
    first: input.first,
    after: input.after,
    offset: input.offset,
  });
}

export const oneOfficer = (read: Reader, asked: Asked, actor: Actor, where: (q: Rows) => Rows) =>
  oneOf<any>(read, asked, { table: 'officer as o', view: officers, where: (q) => where(visibleOfficers(actor, q)) });

export interface MailboxListInput extends PageInput {
  search?: string | null;
  where?: {
    id?: IdCondition | null;
    state?: string[] | null;
    agencyId?: IdCondition | null;
    connector?: string | null;
    isOtherwise?: boolean | null;
    awaitsPassword?: boolean | null;
    isLocked?: boolean | null;
  } | null;
}

export const mailboxView: View<any> = {
  ...mailboxColumns('m'),
  officer: { table: 'officer as mo', on: ['mo.id', 'm.officer_id'], view: () => officerView('mo') },
};

/** What decisions want; under an emergency suspension, that it is suspended. */
const isOtherwise = sql<boolean>`m.state <> m.expected_state and not (m.state = 'SUSPENDED' and m.locked_until is not null)`;

function whereAtSystem(q: Rows, where: MailboxListInput['where']): Rows {
  const is = (condition: ReturnType<typeof sql<boolean>>, wanted: boolean | null | undefined) => (rows: Rows) =>
    wanted == null ? rows : rows.where(wanted ? condition : sql<boolean>`not (${condition})`);
  const conditions = [
    is(sql<boolean>`m.connector = ${where?.connector ?? ''}`, where?.connector == null ? null : true),
    is(isOtherwise, where?.isOtherwise),
    is(sql<boolean>`m.awaits_password`, where?.awaitsPassword),
    is(sql<boolean>`m.locked_until is not null`, where?.isLocked),
  ];
  return conditions.reduce((rows, narrowed) => narrowed(rows), q);
}

export function mailboxList(read: Reader, asked: Asked, { search, where, ...page }: MailboxListInput) {
  const wanted = withRightsOfHolders(asked);
  const ofAgency = (q: Rows) =>
    where?.agencyId
      ? q.where((eb: any) =>
          eb.exists(
            whereId(eb.selectFrom('officer as h').select('h.id').whereRef('h.id', '=', 'm.officer_id'), 'h.agency_id', where.agencyId),
          ),
        )
      : q;
  return pageOfList<any>(read, wanted, {
    table: 'mailbox as m',
    view: mailboxView,
    orderBy: [{ by: 'm.address' }],
    where: (q) => {
      const found = whereAtSystem(ofAgency(whereOneOf(whereId(q, 'm.id', where?.id), 'm.state', where?.state)), where);
      return search
        ? found.where((eb: any) =>
            eb.or([
              eb('m.address', 'like', `${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`),
              eb.exists(
                whereSearched(eb.selectFrom('officer as s').select('s.id').whereRef('s.id', '=', 'm.officer_id'), 's.search_text', search),
              ),
            ]),
          )
        : found;
    },
    ...page,
  });
}

/** First pages of officers for many agencies in one statement: a page a lateral join (speed.md S-1 c). */
export async function officersOfAgencies(
  read: Reader,
  asked: Asked,
  actor: Actor,
  agencyIds: readonly string[],
  { where, ...page }: PageInput & { where?: OfficerCondition | null },
): Promise<Page<any>[]> {
  const visible = (q: Rows) => whereOfficer(actor, visibleOfficers(actor, q), where);
  return pagesOfLists(read, asked, agencyIds, 'o.agency_id', {
    table: 'officer as o',
    view: officers,
    orderBy: [{ by: 'o.sort_key' }],
    where: visible,
    ...page,
  });
}

export const oneMailbox = (read: Reader, asked: Asked, id: string) =>
  oneOf<any>(read, withRightsOfHolder(asked), { table: 'mailbox as m', view: mailboxView, where: (q) => q.where('m.id', '=', id) });

/** Officers by id in the order of the ids; undefined for those the actor may not see. */
export async function officersById(read: Reader, asked: Asked, actor: Actor, ids: readonly string[]): Promise<any[]> {
  const wanted = withRightsOf(new Map(asked).set('id', new Map()));
  const where = (q: Rows) => visibleOfficers(actor, q).where(sql<boolean>`o.id = any(${[...ids]}::uuid[])`);
  const rows = await manyOf<any>(read, wanted, { table: 'officer as o', view: officers, where });
  const byId = new Map(rows.map((row) => [row.id as string, row]));
  return ids.map((id) => byId.get(id));
}
