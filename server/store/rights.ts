/**
 * What may the application's role do in the database? The one list: every table may be read and written but those named here. It is
 * applied anew after each migration, so a new table needs no line unless it shall have fewer rights (G-24).
 */
import type { ClientBase } from 'pg';

const USUAL = 'select, insert, update, delete';

/** Tables with fewer rights than the usual ones. */
export const FEWER_RIGHTS: Readonly<Record<string, string>> = {
  audit_event: 'select, insert',
  audit_mention: 'select, insert',
  audit_head: 'select, update',
  migration: 'select',
  // What an issued paper says stays; that it was signed or replaced is written beside it.
  paper: 'select, insert, update (updated_at, replaced_at, signed_on, signed_by, scan_id)',
  paper_template: 'select, insert, update (updated_at, changed_by)',
};

/** Functions by which the application erases what it may not change. */
const ERASING = ['audit_erase_details(integer)', 'paper_erase_content(uuid, jsonb, boolean, text)'] as const;

/** Schema of the tables that imports make and drop; the only place where the application may make any. */
export const STAGING = 'staging';

export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The statements that give a role exactly what it needs, and take what it had beyond that. */
export function grantsFor(role: string, database: string, tables: readonly string[]): string[] {
  const to = identifier(role);
  return [
    `revoke create on schema public from public`,
    `revoke all on schema public from ${to}`,
    `grant usage on schema public to ${to}`,
    `revoke all on database ${identifier(database)} from ${to}`,
    `grant connect, temporary on database ${identifier(database)} to ${to}`,
    `grant usage, create on schema ${STAGING} to ${to}`,
    `revoke all on all tables in schema public from ${to}`,
    `revoke all on all tables in schema public from public`,
    `grant usage, select on all sequences in schema public to ${to}`,
    ...tables.map((table) => `grant ${FEWER_RIGHTS[table] ?? USUAL} on public.${identifier(table)} to ${to}`),
    ...ERASING.flatMap((call) => [
      `revoke all on function public.${call} from public`,
      `grant execute on function public.${call} to ${to}`,
    ]),
  ];
}

/** Applies them, all or none. Run as the owner of the tables. */
export async function grantRights(owner: ClientBase, role: string): Promise<void> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
  );
  const { rows } = await owner.query<{ name: string }>('select current_database() as name');
  await owner.query('begin');
  try {
    const statements = grantsFor(
      role,
      rows[0]!.name,
      tables.map(({ name }) => name),
    );
    for (const statement of statements) await owner.query(statement);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}
