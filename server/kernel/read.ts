/**
 * How are lists read fast? A view names the columns behind the fields of a type; only what a request asked for is selected,
 * the page is taken first, then the to-one relations are joined, and rows come back, not entities (docs/adr/0004).
 */
import type { PGlite } from '@electric-sql/pglite';
import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import pg from 'pg';
import type { Native } from './ground.js';

export type Rows = SelectQueryBuilder<any, any, any>;
type Compilable = { compile(): { sql: string; parameters: readonly unknown[] } };

/** What a request asked for: field name → what it asked for inside. */
export type Asked = Map<string, Asked>;

/** Field → column (`o.code`), expression, or relation. A wrong field name does not compile. */
export type View<T> = { [K in keyof T]?: string | RawBuilder<unknown> | Relation };

export interface Relation {
  /** Table with alias: `agency as a`. The alias is used once on the way from the root. */
  table: string;
  /** Column of this table and the column it equals. */
  on: [child: string, parent: string];
  view: () => View<any>;
  /** Makes it a list, with its order and conditions. */
  many?: (rows: Rows) => Rows;
}

export interface Reader {
  db: Kysely<any>;
  run<R = any>(query: Compilable): Promise<R[]>;
}

const NAMED_STATEMENTS = 500;
const TIMESTAMPTZ = 1184;
const DATE = 1082;
const INT8 = 20;
const NUMERIC = 1700;

const asDate = (text: string) => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));

/** Reads through the driver itself: a day stays text, an instant becomes a Date, whole and decimal numbers become numbers. */
export function readerOn(native: Native, db: Kysely<any>): Reader {
  if (native.kind === 'embedded') {
    const parsers = { [TIMESTAMPTZ]: asDate, [DATE]: (text: string) => text, [INT8]: Number, [NUMERIC]: Number };
    const pglite: PGlite = native.pglite;
    return {
      db,
      run: async (query) => {
        const { sql: text, parameters } = query.compile();
        return (await pglite.query(text, [...parameters], { parsers })).rows as any[];
      },
    };
  }
  const asText = (text: string) => text;
  const types = {
    getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
      if (format !== 'binary') {
        if (oid === DATE) return asText;
        if (oid === INT8 || oid === NUMERIC) return Number;
      }
      return pg.types.getTypeParser(oid, format as 'text');
    }) as typeof pg.types.getTypeParser,
  };
  const names = new Map<string, string>();
  return {
    db,
    run: async (query) => {
      const { sql: text, parameters } = query.compile();
      let name = names.get(text);
      if (!name && names.size < NAMED_STATEMENTS) names.set(text, (name = `read${names.size}`));
      return (await native.pool.query({ name, text, values: parameters as unknown[], types })).rows;
    },
  };
}

export interface Plan {
  columns: any[];
  joins: Relation[];
  onto(rows: Rows): Rows;
  row(r: any): any;
  /** The text of columns and joins, made once; undefined when it would hold values. */
  pieces?: { columns: RawBuilder<any>; joins: RawBuilder<any> } | null;
  isUsed?: boolean;
}

/**
 * Remembers what is made of a selection as long as the selection lives. Selections live with their document and are never
 * changed, so the work of reading them is done once a document and not once a request.
 */
export function onceEach<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) made.set(key, (value = make(key)));
    return value;
  };
}

const plansOf = onceEach((_asked: Asked) => new WeakMap<View<any>, Plan>());

/** The plan of a view for a selection, made once where both are kept. */
export function keptPlan(view: View<any>, asked: Asked): Plan {
  const plans = plansOf(asked);
  let plan = plans.get(view);
  if (!plan) plans.set(view, (plan = planOf(view, asked)));
  return plan;
}

const PAGE = '"#page"';

/** `from` (a table or a page, under the alias that the plan's columns name) with the columns and relations of a plan. */
export function reading(db: Kysely<any>, plan: Plan, from: RawBuilder<any>): Rows {
  // A plan used once is not worth cutting up.
  if (plan.pieces === undefined && !plan.isUsed) {
    plan.isUsed = true;
    return plan.onto(db.selectFrom(from as any) as unknown as Rows);
  }
  if (plan.pieces === undefined) {
    const { sql: text, parameters } = plan.onto(db.selectFrom('#page' as any) as unknown as Rows).compile();
    const cut = text.indexOf(` from ${PAGE}`);
    plan.pieces = parameters.length
      ? null
      : { columns: sql.raw(text.slice('select '.length, cut)), joins: sql.raw(text.slice(cut + ` from ${PAGE}`.length)) };
  }
  if (!plan.pieces) return plan.onto(db.selectFrom(from as any) as unknown as Rows);
  // The builder takes a piece of text wherever it takes an expression under a name.
  return db.selectFrom(sql`${from}${plan.pieces.joins}` as any).select(plan.pieces.columns as any) as unknown as Rows;
}

/** `officer as o` as the builder writes it, without reading the name anew. */
export function tableNamed(table: string): RawBuilder<any> {
  const [name, alias] = table.split(' as ');
  return sql.raw(`"${name}" as "${alias}"`);
}

/** Columns, joins and the way back to nested objects for what was asked. */
export function planOf(view: View<any>, asked: Asked, path = ''): Plan {
  const columns: any[] = [];
  const joins: Relation[] = [];
  const fill: ((o: any, r: any) => void)[] = [];
  // The id always comes along: fields with a resolver of their own need it.
  const fields = view.id && asked.size && !asked.has('id') ? [...asked, ['id', new Map()] as [string, Asked]] : asked;
  for (const [name, inner] of fields) {
    const field = view[name];
    const at = path + name;
    if (!field) continue;
    if (typeof field === 'string' || !('table' in field)) {
      columns.push(typeof field === 'string' ? `${field} as ${at}` : (field as RawBuilder<unknown>).as(at));
      fill.push((o, r) => {
        o[name] = r[at];
      });
      continue;
    }
    const sub = planInside(field, inner, at);
    columns.push(...sub.columns);
    joins.push(...sub.joins);
    fill.push((o, r) => {
      o[name] = sub.value(r);
    });
  }
  return {
    columns,
    onto: (rows) => joins.reduce((q, j) => q.leftJoin(j.table, j.on[0], j.on[1]), rows).select(columns.length ? columns : [sql`1`.as('_')]),
    row: (r) => {
      const o: any = {};
      for (const f of fill) f(o, r);
      return o;
    },
    joins,
  };
}

function planInside(relation: Relation, asked: Asked, at: string) {
  const view = relation.view();
  if (relation.many) {
    const sub = planOf(view, asked);
    const rows = relation.many;
    return {
      columns: [
        (eb: any) => jsonArrayFrom(sub.onto(rows(eb.selectFrom(relation.table).whereRef(relation.on[0], '=', relation.on[1])))).as(at),
      ],
      joins: [] as Relation[],
      value: (r: any) => r[at].map(sub.row),
    };
  }
  const sub = planOf(view, asked, `${at}.`);
  // Whether the relation is there shows in its id, which comes along with whatever is asked of it; else in a column of its own.
  const hasId = Boolean(view.id) && asked.size > 0;
  const sign = hasId ? `${at}.id` : at;
  return {
    columns: hasId ? sub.columns : [`${relation.on[0]} as ${at}`, ...sub.columns],
    joins: [relation, ...sub.joins],
    value: (r: any) => (r[sign] == null ? null : sub.row(r)),
  };
}

/** One thing by a condition, or null. */
export async function oneOf<T>(
  { db, run }: Reader,
  asked: Asked,
  one: { table: string; view: View<T>; where: (rows: Rows) => Rows },
): Promise<T | null> {
  const plan = keptPlan(one.view, asked);
  const [row] = await run(one.where(reading(db, plan, tableNamed(one.table))).limit(sql.lit(1) as any));
  return row ? (plan.row(row) as T) : null;
}

/** Several things by a condition, in any order; for batches. */
export async function manyOf<T>(
  { db, run }: Reader,
  asked: Asked,
  many: { table: string; view: View<T>; where: (rows: Rows) => Rows },
): Promise<T[]> {
  const plan = keptPlan(many.view, asked);
  return (await run(many.where(reading(db, plan, tableNamed(many.table))))).map(plan.row) as T[];
}
