/** Lists of agencies as rows. */
import { sql } from 'kysely';
import { type IdCondition, type TextCondition, whereId, whereOneOf, whereSearched, whereText } from '../kernel/conditions.js';
import { type List, type Order, pageOfList, type PageInput } from '../kernel/page.js';
import { type Asked, manyOf, oneOf, type Reader, type Rows, type View } from '../kernel/read.js';
import type { Agency } from './agency.entity.js';

export type AgencyRow = Agency;

export const agencyColumns = (alias: string): View<any> => ({
  id: `${alias}.id`,
  code: `${alias}.code`,
  name: `${alias}.name`,
  nameEn: `${alias}.name_en`,
  kind: `${alias}.kind`,
  staffQuota: `${alias}.staff_quota`,
  mailDomain: `${alias}.mail_domain`,
  closedOn: `${alias}.closed_on`,
  leaderShare: `${alias}.leader_share`,
  version: `${alias}.version`,
  // What can be done depends on whether it is closed, so that day comes along under the field's name.
  availableActions: `${alias}.closed_on`,
});

const related = (alias: string, column: string, from: string) => ({
  table: `agency as ${alias}`,
  on: [`${alias}.id`, `${from}.${column}`] as [string, string],
  view: () => agencyView(alias),
});

/** Agency under an alias; parents and successors to a depth of two, further ones are asked for by id. */
export const agencyView = (alias: string): View<any> => ({
  ...agencyColumns(alias),
  ...(alias.length < 8 && { parent: related(`${alias}_p`, 'parent_id', alias), successor: related(`${alias}_s`, 'successor_id', alias) }),
});

/** One view for all lists, so that its plans are kept. */
const agencies = agencyView('a');

export interface AgencyCondition {
  id?: IdCondition | null;
  code?: TextCondition | null;
  kind?: string[] | null;
}

export const AGENCY_ORDERS: Record<string, Order> = {
  CODE: { by: 'a.code' },
  NAME: { by: 'a.sort_key' },
  STAFF_QUOTA: { by: 'a.staff_quota', kind: 'whole' },
  LEADER_SHARE: { by: sql`coalesce(a.leader_share, -1)`, kind: 'number' },
};

export interface AgencyListInput extends PageInput {
  search?: string | null;
  where?: AgencyCondition | null;
  orderBy?: { field: string; direction: string }[] | null;
}

/** Order of a list by its input; by its usual order when none is given. */
export function orderOf(
  orders: Record<string, Order>,
  input: { field: string; direction: string }[] | null | undefined,
  usual: Order[],
): Order[] {
  if (!input?.length) return usual;
  return input.map(({ field, direction }) => ({ ...orders[field]!, direction: direction === 'DESC' ? 'desc' : 'asc' }));
}

export function agencyList(read: Reader, asked: Asked, input: AgencyListInput) {
  const list: List<AgencyRow> = {
    table: 'agency as a',
    view: agencies,
    orderBy: orderOf(AGENCY_ORDERS, input.orderBy, [{ by: 'a.sort_key' }]),
    where: (q) =>
      whereSearched(
        whereOneOf(whereText(whereId(q, 'a.id', input.where?.id), 'a.code', input.where?.code), 'a.kind', input.where?.kind),
        'a.search_text',
        input.search,
      ),
    first: input.first,
    after: input.after,
    offset: input.offset,
  };
  return pageOfList(read, asked, list);
}

export const oneAgency = (read: Reader, asked: Asked, where: (q: Rows) => Rows) =>
  oneOf<AgencyRow>(read, asked, { table: 'agency as a', view: agencies, where });

/** Agencies by id in the order of the ids; undefined for those there are not. */
export async function agenciesById(read: Reader, asked: Asked, ids: readonly string[]): Promise<(AgencyRow | undefined)[]> {
  const wanted = asked.has('id') ? asked : new Map(asked).set('id', new Map());
  const where = (q: Rows) => q.where(sql<boolean>`a.id = any(${[...ids]}::uuid[])`);
  const rows = await manyOf<AgencyRow>(read, wanted, { table: 'agency as a', view: agencies, where });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id));
}
