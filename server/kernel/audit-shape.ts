/** Reads out of the catalogue what the tables of the audit log really are, in one statement, and holds it against what they should be. */
import { FUNCTIONS, type ShapeFacts, type ShapeFault, SHAPED_TABLES, shapeFaults } from './audit-shape.rules.js';
import type { Ask } from './audit-verify.js';

const listed = (names: readonly string[]) => names.map((name) => `('${name}')`).join(', ');

// Settings count where they are of everybody, of whoever asks, of the owner, or of whoever may write to the log: the application's role.
const FACTS = `
  with named(name) as (values ${listed(SHAPED_TABLES)}),
  ours as (
    select n.name, c.* from named n
      left join pg_catalog.pg_class c on c.relname = n.name and c.relnamespace = (select oid from pg_catalog.pg_namespace where nspname = 'public')),
  roles as (
    select 0::oid as role
    union select oid from pg_catalog.pg_roles where rolname in (current_user, session_user)
    union select relowner from ours where relowner is not null
    union select a.grantee from ours, pg_catalog.aclexplode(relacl) a where a.privilege_type in ('INSERT', 'UPDATE'))
  select pg_catalog.json_build_object(
    'tables', (select pg_catalog.json_agg(pg_catalog.json_build_object(
        'name', name, 'kind', relkind::text, 'persistence', relpersistence::text, 'isPartition', coalesce(relispartition, false),
        'hasRowSecurity', coalesce(relrowsecurity or relforcerowsecurity, false) or exists (select 1 from pg_catalog.pg_policy p where p.polrelid = ours.oid),
        'hasRules', exists (select 1 from pg_catalog.pg_rewrite r where r.ev_class = ours.oid),
        'isInherited', exists (select 1 from pg_catalog.pg_inherits i where ours.oid in (i.inhrelid, i.inhparent)),
        'isMeant', pg_catalog.to_regclass(name)::oid is not distinct from ours.oid)) from ours),
    'triggers', coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object(
        'name', t.tgname, 'table', ours.name, 'type', t.tgtype, 'enabled', t.tgenabled::text,
        'isPartial', t.tgqual is not null or t.tgattr::text <> '',
        'calls', n.nspname || '.' || p.proname)) from ours join pg_catalog.pg_trigger t on t.tgrelid = ours.oid
          join pg_catalog.pg_proc p on p.oid = t.tgfoid join pg_catalog.pg_namespace n on n.oid = p.pronamespace), '[]'),
    'functions', (select pg_catalog.json_agg(pg_catalog.json_build_object('name', f.name, 'fingerprint',
        (select pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.concat_ws('|', l.lanname, p.prosecdef, p.proconfig::text,
            pg_catalog.replace(p.prosrc, pg_catalog.chr(13), '')), 'UTF8')), 'hex')
          from pg_catalog.pg_proc p join pg_catalog.pg_language l on l.oid = p.prolang where p.oid = pg_catalog.to_regprocedure(f.name)::oid)))
      from (values ${listed(Object.keys(FUNCTIONS))}) f(name)),
    'shadows', coalesce((select pg_catalog.json_agg(n.nspname || '.' || c.relname order by 1)
      from pg_catalog.pg_class c join named on named.name = c.relname join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('staging', 'pg_catalog', current_user, session_user) or n.nspname like 'pg\\_temp\\_%'), '[]'),
    'settings', coalesce((select pg_catalog.json_agg(distinct setting)
      from pg_catalog.pg_db_role_setting s join roles on roles.role = s.setrole, pg_catalog.unnest(s.setconfig) setting
      where s.setdatabase in (0, (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database()))
        and pg_catalog.split_part(setting, '=', 1) in ('search_path', 'row_security', 'session_replication_role')), '[]'),
    'replication', pg_catalog.current_setting('session_replication_role'))::text as facts`;

/** What is wrong with the shape of the tables; nothing where all is as it should be. */
export async function auditShape(ask: Ask): Promise<ShapeFault[]> {
  const [{ facts }] = (await ask<{ facts: string }>(FACTS, [])) as [{ facts: string }];
  return shapeFaults(JSON.parse(facts) as ShapeFacts);
}
