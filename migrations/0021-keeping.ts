import { Migration } from '@mikro-orm/migrations';

/** What an issued paper says is never changed by the application but by this: somebody on it is erased (K-5). */
const ERASE_PAPER = `create function paper_erase_content(erased uuid, what_is_left jsonb, with_reason boolean, removed text) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update public.paper set content = what_is_left, updated_at = now(),
    reason = case when with_reason and reason is not null then removed else reason end where id = erased $$`;

export class Keeping extends Migration {
  override up(): void {
    this.addSql(`create table "retention_mark" ("name" text not null, "cut_off" date not null, primary key ("name"))`);
    this.addSql(
      `create table "retention_policy" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null, "effective_on" date not null, "legal_basis" text not null, "adopted_by" text not null, "periods" jsonb not null, primary key ("id"))`,
    );
    this.addSql(`alter table "retention_policy" add constraint "retention_policy_version_unique" unique ("version")`);
    this.addSql(
      `create table "retention_run" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "started_at" timestamptz not null, "ended_at" timestamptz null, "is_broken_off" boolean not null default false, "actor" text not null, "results" jsonb not null, primary key ("id"))`,
    );
    this.addSql(`create index "retention_run_started_at_id_index" on "retention_run" ("started_at", "id")`);
    this.addSql(`alter table "officer" add "erased_at" timestamptz null`);
    this.addSql(ERASE_PAPER);
  }

  override down(): void {
    this.addSql(`drop table if exists "retention_mark" cascade`);
    this.addSql(`drop table if exists "retention_policy" cascade`);
    this.addSql(`drop table if exists "retention_run" cascade`);
    this.addSql(`alter table "officer" drop column "erased_at"`);
    this.addSql(`drop function paper_erase_content(uuid, jsonb, boolean, text)`);
  }
}
