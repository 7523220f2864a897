import { Migration } from '@mikro-orm/migrations';

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
  }

  override down(): void {
    this.addSql(`drop table if exists "retention_mark" cascade`);
    this.addSql(`drop table if exists "retention_policy" cascade`);
    this.addSql(`drop table if exists "retention_run" cascade`);
    this.addSql(`alter table "officer" drop column "erased_at"`);
  }
}
