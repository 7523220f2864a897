/**
 * Which statement carries an order out? Values always travel as parameters. The fence is compared inside the one statement that writes, so the
 * database itself refuses an order that comes late.
 */
import type { AccountState, Forwarding, NewAccount } from '../connector.js';
import type { Columns, Shape } from './sql-shape.rules.js';

export interface Statement {
  text: string;
  values: readonly unknown[];
  /** Places of `values` that nobody may see. */
  secret?: readonly number[];
}

/** What a statement writes, by column. */
export type Written = Partial<Record<keyof Columns, unknown>>;

/** One row as `select` answers it. */
export interface Row {
  id: string;
  address: string;
  state: string | null;
  fence: string;
  name: string | null;
  forward: string[] | string | null;
  keep_copy: boolean | null;
}

const MEGABYTE = 1024 * 1024;

/** The columns of `Row`; those the site lacks are null. */
function rowColumns({ columns }: Shape): string {
  const or = (column: string | undefined, kind: string) => column ?? `null::${kind}`;
  return [
    `${columns.id}::text as id`,
    `${columns.address} as address`,
    `${columns.state}::text as state`,
    `coalesce(${columns.fence}, 0)::text as fence`,
    `${or(columns.name, 'text')} as name`,
    `${or(columns.forward, 'text')} as forward`,
    `${or(columns.keepCopy, 'boolean')} as keep_copy`,
  ].join(', ');
}

const local = (address: string): string => address.slice(0, address.lastIndexOf('@'));
const domain = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

function forwardWritten(shape: Shape, address: string, { forwardTo, keepCopy }: Forwarding): Written {
  const { columns, forwardForm } = shape;
  if (!columns.forward) return {};
  // Without a column for it, a copy is kept by forwarding to oneself as well.
  const all = !columns.keepCopy && keepCopy && forwardTo.length > 0 ? [...forwardTo, address] : [...forwardTo];
  return { forward: forwardForm === 'ARRAY' ? all : all.join(','), ...(columns.keepCopy && { keepCopy }) };
}

/** What a row says of forwarding; undefined where the site has no such column. */
export function forwardingOf(shape: Shape, { address, forward, keep_copy }: Row): Forwarding | undefined {
  if (!shape.columns.forward) return undefined;
  const all = Array.isArray(forward) ? forward : (forward ?? '').split(',').filter(Boolean);
  if (shape.columns.keepCopy) return { forwardTo: all, keepCopy: keep_copy ?? true };
  const forwardTo = all.filter((one) => one !== address);
  return { forwardTo, keepCopy: forwardTo.length === 0 || all.length > forwardTo.length };
}

export const written = {
  state: ({ states }: Shape, state: AccountState): Written => ({ state: states[state] }),
  password: (passwordHash: string): Written => ({ password: passwordHash }),
  forwarding: forwardWritten,
  /** Everything that a new order may say of an account that is there. */
  account: (shape: Shape, account: NewAccount): Written => ({
    state: shape.states.ACTIVE,
    password: account.passwordHash,
    ...(shape.columns.name && { name: account.name }),
    ...(shape.columns.quota && { quota: shape.quotaUnit === 'MB' ? account.quotaMb : account.quotaMb * MEGABYTE }),
    ...forwardWritten(shape, account.address, account),
  }),
};

/** The account with this id, and whoever holds this address. */
export const find = (shape: Shape, accountId: string, address: string): Statement => ({
  text: `select ${rowColumns(shape)}, ${shape.columns.id} = $1 as is_same from ${shape.table}
where ${shape.columns.id} = $1 or lower(${shape.columns.address}) = lower($2)`,
  values: [accountId, address],
});

/** Whether the account now has what was written. */
export function compare(shape: Shape, accountId: string, what: Written): Statement {
  const pairs = Object.entries(what) as [keyof Columns, unknown][];
  const isSame = pairs.map(([column], i) => `${shape.columns[column]} is not distinct from $${i + 2}`).join(' and ');
  return {
    text: `select ${isSame} as is_same from ${shape.table} where ${shape.columns.id} = $1`,
    values: [accountId, ...pairs.map(([, value]) => value)],
  };
}

/** What `change` answers, if the fence let it through. */
export interface ChangedRow {
  before: string | null;
  is_same: boolean;
}

/** Writes, unless a newer order was carried out; answers with the state before, and whether all was so already. */
export function change(shape: Shape, accountId: string, fence: number, what: Written): Statement {
  const { table, columns } = shape;
  const pairs = Object.entries(what) as [keyof Columns, unknown][];
  const sets = [
    ...pairs.map(([column], i) => `${columns[column]} = $${i + 3}`),
    `${columns.fence} = $2`,
    ...(columns.updated ? [`${columns.updated} = now()`] : []),
  ];
  const old = [...new Set([columns.id, columns.state, ...pairs.map(([column]) => columns[column]!)])];
  const isSame = pairs.map(([column]) => `old.${columns[column]} is not distinct from new.${columns[column]}`).join(' and ');
  return {
    text: `with old as (select ${old.join(', ')} from ${table} where ${columns.id} = $1 for update)
update ${table} as new set ${sets.join(', ')} from old
where new.${columns.id} = old.${columns.id} and coalesce(new.${columns.fence}, 0) <= $2
returning old.${columns.state}::text as before, ${isSame} as is_same`,
    values: [accountId, fence, ...pairs.map(([, value]) => value)],
    secret: pairs.flatMap(([column], i) => (column === 'password' ? [i + 2] : [])),
  };
}

const filled = (template: string, { address, name }: NewAccount): string => {
  const gaps: Record<string, string> = { address, local: local(address), domain: domain(address), name };
  return template.replace(/\{(\w+)\}/g, (whole, gap: string) => gaps[gap] ?? whole);
};

/** Makes the account, unless its id or address is taken; then it answers with no row. */
export function add(shape: Shape, account: NewAccount): Statement {
  const { columns } = shape;
  const all: Written = {
    id: account.accountId,
    address: account.address,
    ...(columns.domain && { domain: domain(account.address) }),
    ...written.account(shape, account),
    fence: account.fence,
  };
  const pairs = [
    ...(Object.entries(all) as [keyof Columns, unknown][]).map(([column, value]) => [columns[column]!, value] as const),
    ...shape.others.map(([column, template]) => [column, filled(template, account)] as const),
  ];
  return {
    text: `insert into ${shape.table} (${pairs.map(([column]) => column).join(', ')})
values (${pairs.map((_, i) => `$${i + 1}`).join(', ')}) on conflict do nothing returning ${columns.id}::text as id`,
    values: pairs.map(([, value]) => value),
    secret: pairs.flatMap(([column], i) => (column === columns.password ? [i] : [])),
  };
}

/** All accounts in one snapshot, read through a cursor; the count at its end is of the same snapshot. */
export const list = (shape: Shape, pageSize: number) => ({
  begin: 'begin isolation level repeatable read read only',
  open: `declare accounts no scroll cursor for select ${rowColumns(shape)} from ${shape.table}`,
  page: `fetch ${pageSize} from accounts`,
  count: `select count(*)::int as count from ${shape.table}`,
  end: 'commit',
});

/** Questions of check(). */
export const probes = (shape: Shape) => {
  const { table, columns, states, others } = shape;
  const names = [...Object.values(columns), ...others.map(([column]) => column)];
  return {
    columns: `select ${names.join(', ')} from ${table} limit 0`,
    rights: `select has_table_privilege('${table}', 'INSERT') as inserts, has_table_privilege('${table}', 'UPDATE') as updates`,
    ids: `select count(*)::int as count, count(distinct ${columns.id})::int as ids from ${table}`,
    states: {
      text: `select distinct ${columns.state}::text as state from ${table} where ${columns.state}::text is null or ${columns.state}::text <> all($1) limit 5`,
      values: [Object.values(states)],
    },
    active: {
      text: `select ${columns.address} as address from ${table} where ${columns.state}::text = $1 limit 1`,
      values: [states.ACTIVE],
    },
  };
};

const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `array[${value.map(literal).join(', ')}]::text[]`;
  return `'${String(value).replaceAll("'", "''")}'`;
};

/** The statement as a person reads it, secrets blanked. */
export const rendered = ({ text, values, secret = [] }: Statement): string =>
  text.replace(/\$(\d+)/g, (_, place: string) => {
    const i = Number(place) - 1;
    return secret.includes(i) ? `'(secret)'` : literal(values[i]);
  });
