/** One page of a list, by cursor for programs and by offset for the panel, with as much of it as was asked for. */
import { type RawBuilder, sql } from 'kysely';
import { isDay } from './calendar.js';
import { kernelMessages } from './kernel.messages.js';
import { type Asked, keptPlan, onceEach, type Reader, reading, type Rows, type View } from './read.js';
import { isId } from './record.js';
import { Refusal } from './refusal.js';

export interface Order {
  /** Column or expression without nulls. */
  by: string | RawBuilder<unknown>;
  direction?: 'asc' | 'desc';
  /** What its values are, text unless it is said: a cursor that holds anything else is not ours. */
  kind?: CursorKind;
}

export type CursorKind = 'text' | 'id' | 'whole' | 'number' | 'instant';

export interface PageInput {
  first?: number | null;
  after?: string | null;
  offset?: number | null;
}

export interface List<T> extends PageInput {
  /** `officer as o` */
  table: string;
  view: View<T>;
  where?: (rows: Rows) => Rows;
  /** Always ends in the id, which is added when it is missing; or in the number that stands for it. */
  orderBy: Order[];
  /** Column that tells the rows apart where there is no id: a whole number, such as `e.seq`. */
  number?: string;
}

/** A page of a connection; what was not asked for is not there. */
export interface Page<T> {
  nodes: T[];
  edges: { cursor: string; node: T }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number;
}

export const PAGE_SIZE = 25;
export const LARGEST_PAGE = 100;
export const DEEPEST_OFFSET = 10_000;

const LARGEST_NUMBER = 2 ** 31 - 1;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const isOfKind: Record<CursorKind, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string' && !value.includes('\0'),
  id: (value) => typeof value === 'string' && isId(value),
  whole: (value) => Number.isInteger(value) && Math.abs(value as number) <= LARGEST_NUMBER,
  number: (value) => Number.isFinite(value) && Math.abs(value as number) <= LARGEST_NUMBER,
  instant: (value) => typeof value === 'string' && INSTANT.test(value) && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value)),
};

/** The order a page is read in: it ends in what tells the rows apart. */
function wholeOrder({ table, orderBy, number }: Pick<List<unknown>, 'table' | 'orderBy' | 'number'>): Order[] {
  const key: Order = {
    by: number ?? `${table.split(' as ')[1]!}.id`,
    kind: number ? 'whole' : 'id',
    direction: orderBy[0]?.direction,
  };
  return orderBy.some((o) => o.by === key.by) ? orderBy.map((o) => (o.by === key.by ? { ...o, kind: key.kind } : o)) : [...orderBy, key];
}

/** Checks `first`, `after` and `offset` of a connection; wrong values are refused, not mended. */
export function pageOf(
  { first, after, offset }: PageInput,
  orderBy: readonly Order[],
): {
  size: number;
  skip: number;
  from: unknown[] | undefined;
} {
  const size = first ?? PAGE_SIZE;
  if (size < 0 || size > LARGEST_PAGE) {
    throw new Refusal({ code: 'LIMIT', path: ['first'], message: { text: kernelMessages.pageSize, values: { largest: LARGEST_PAGE } } });
  }
  const skip = offset ?? 0;
  if (skip < 0 || skip > DEEPEST_OFFSET || (after && offset)) {
    throw new Refusal({ code: 'LIMIT', path: ['offset'], message: { text: kernelMessages.offset, values: { deepest: DEEPEST_OFFSET } } });
  }
  if (!after) return { size, skip, from: undefined };
  try {
    const from = JSON.parse(Buffer.from(after, 'base64url').toString('utf8')) as unknown;
    const isOurs = Array.isArray(from) && from.length === orderBy.length && orderBy.every((o, i) => isOfKind[o.kind ?? 'text'](from[i]));
    if (isOurs) return { size, skip, from };
  } catch {
    // Falls through to the refusal: a cursor is ours or it is nothing.
  }
  throw new Refusal({ code: 'INVALID', path: ['after'], message: { text: kernelMessages.cursor } });
}

const cursorOf = (values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');
const reference = (by: Order['by']) => (typeof by === 'string' ? sql.ref(by) : by);

/** Rows after a cursor: a row comparison when all columns go one way, else written out. */
export function afterCursor(orderBy: Order[], from: unknown[]): RawBuilder<boolean> {
  const isDown = (o: Order) => o.direction === 'desc';
  if (orderBy.every((o) => isDown(o) === isDown(orderBy[0]!))) {
    const sign = sql.raw(isDown(orderBy[0]!) ? '<' : '>');
    return sql<boolean>`(${sql.join(orderBy.map((o) => reference(o.by)))}) ${sign} (${sql.join(from)})`;
  }
  const ways = orderBy.map((o, i) => {
    const same = orderBy.slice(0, i).map((p, j) => sql`${reference(p.by)} = ${from[j]}`);
    return sql`(${sql.join([...same, sql`${reference(o.by)} ${sql.raw(isDown(o) ? '<' : '>')} ${from[i]}`], sql` and `)})`;
  });
  return sql<boolean>`(${sql.join(ways, sql` or `)})`;
}

/** One page of a list with as much of it as was asked for. */
export async function pageOfList<T>({ db, run }: Reader, asked: Asked, list: List<T>): Promise<Page<T>> {
  const orderBy = wholeOrder(list);
  const { size, skip, from } = pageOf(list, orderBy);
  const alias = list.table.split(' as ')[1]!;
  const where = list.where ?? ((q: Rows) => q);
  const sorted = (q: Rows) => orderBy.reduce((s, o) => s.orderBy(o.by as any, o.direction ?? 'asc'), q);
  const rows = () => where(db.selectFrom(list.table));
  const total = () => rows().select((eb: any) => eb.fn.countAll().as('n'));
  const wantsTotal = asked.has('totalCount');
  const wanted = askedNodes(asked);
  const empty = { nodes: [], edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null } };
  if (!wanted || size === 0) {
    return { ...empty, totalCount: wantsTotal ? Number((await run(total()))[0].n) : 0 };
  }
  const wantsCursors = asked.has('edges') || asked.has('pageInfo');
  let page = sorted(rows())
    .selectAll(alias as any)
    .limit(sql.lit(size + (asked.has('pageInfo') ? 1 : 0)) as any);
  if (from) page = page.where(afterCursor(orderBy, from));
  if (skip) page = page.offset(skip as any);
  const plan = keptPlan(list.view, wanted);
  let query = sorted(reading(db, plan, sql`${page} as ${sql.raw(`"${alias}"`)}`));
  if (wantsCursors) query = query.select(orderBy.map((o, i) => sql`${reference(o.by)}`.as(`#${i}`)) as any);
  if (wantsTotal) query = query.select(total().as('#') as any);
  const found = await run(query);
  const shown = found.slice(0, size);
  const nodes = shown.map(plan.row) as T[];
  const cursors = wantsCursors ? shown.map((r: any) => cursorOf(orderBy.map((_, i) => r[`#${i}`]))) : [];
  let totalCount = found.length ? Number(found[0]['#'] ?? 0) : 0;
  if (wantsTotal && !found.length && (skip || from)) totalCount = Number((await run(total()))[0].n);
  return {
    nodes,
    edges: nodes.map((node, i) => ({ cursor: cursors[i] ?? '', node })),
    pageInfo: {
      hasNextPage: found.length > size,
      hasPreviousPage: skip > 0 || Boolean(from),
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
    totalCount,
  };
}

/** The page of each of many lists that differ in one column, in one statement when no list is deeper than its first pages. */
export async function pagesOfLists<T>(
  reader: Reader,
  asked: Asked,
  ids: readonly string[],
  column: string,
  list: List<T>,
): Promise<Page<T>[]> {
  const { db, run } = reader;
  const orderBy = wholeOrder(list);
  const { size, skip, from } = pageOf(list, orderBy);
  const wanted = askedNodes(asked);
  const isSimple = wanted && size > 0 && !from;
  if (!isSimple || ids.length === 1) {
    return Promise.all(
      ids.map((id) => pageOfList(reader, asked, { ...list, where: (q) => (list.where ?? ((r: Rows) => r))(q).where(column, '=', id) })),
    );
  }
  const alias = list.table.split(' as ')[1]!;
  const where = list.where ?? ((q: Rows) => q);
  const sorted = (q: Rows) => orderBy.reduce((s, o) => s.orderBy(o.by as any, o.direction ?? 'asc'), q);
  const ofParent = (q: Rows) => q.whereRef(column, '=', '#parents.id');
  const plan = keptPlan(list.view, wanted);
  const wantsCursors = asked.has('pageInfo') || asked.has('edges');
  const page = sorted(ofParent(where(db.selectFrom(list.table))))
    .selectAll(alias as any)
    .limit(sql.lit(size + (asked.has('pageInfo') ? 1 : 0)) as any)
    .offset(sql.lit(skip) as any);
  let query = plan.onto(
    db
      .selectFrom(sql<any>`unnest(${[...ids]}::uuid[])`.as<'#parents'>(sql`"#parents"(id)`))
      .innerJoinLateral(page.as(alias) as any, (join: any) => join.onTrue()) as unknown as Rows,
  );
  query = sorted(query.select('#parents.id as #parent'));
  if (wantsCursors) query = query.select(orderBy.map((o, i) => sql`${reference(o.by)}`.as(`#${i}`)) as any);
  const totals = asked.has('totalCount')
    ? run(
        where(db.selectFrom(list.table))
          .where(sql<boolean>`${sql.ref(column)} = any(${[...ids]}::uuid[])`)
          .groupBy(column)
          .select((eb: any) => [`${column} as parent`, eb.fn.countAll().as('n')]),
      )
    : Promise.resolve([]);
  const [found, counted] = await Promise.all([run(query), totals]);
  const byParent = new Map<string, any[]>();
  for (const row of found) {
    const rows = byParent.get(row['#parent']);
    if (rows) rows.push(row);
    else byParent.set(row['#parent'], [row]);
  }
  const countOf = new Map(counted.map((c: any) => [c.parent, Number(c.n)]));
  return ids.map((id) => {
    const rows = byParent.get(id) ?? [];
    const shown = rows.slice(0, size);
    const cursors = wantsCursors ? shown.map((r) => cursorOf(orderBy.map((_, i) => r[`#${i}`]))) : [];
    const nodes = shown.map(plan.row) as T[];
    return {
      nodes,
      edges: wantsCursors ? nodes.map((node, i) => ({ cursor: cursors[i]!, node })) : [],
      pageInfo: {
        hasNextPage: rows.length > size,
        hasPreviousPage: skip > 0,
        startCursor: cursors[0] ?? null,
        endCursor: cursors.at(-1) ?? null,
      },
      totalCount: countOf.get(id) ?? 0,
    };
  });
}

/** What was asked of the nodes, whether through `nodes` or `edges { node }`; undefined when neither was. */
export const askedNodes = onceEach((asked: Asked): Asked | undefined => {
  const viaNodes = asked.get('nodes');
  const viaEdges = asked.get('edges');
  if (!viaNodes && !viaEdges) return asked.has('pageInfo') ? new Map() : undefined;
  return merged(viaNodes ?? new Map(), viaEdges?.get('node') ?? new Map());
});

function merged(a: Asked, b: Asked): Asked {
  const all: Asked = new Map(a);
  for (const [name, inner] of b) all.set(name, all.has(name) ? merged(all.get(name)!, inner) : inner);
  return all;
}
