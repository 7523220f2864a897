import { Migration } from '@mikro-orm/migrations';

export class Evidence extends Migration {
  override up(): void {
    this.addSql(
      `create table "evidence_act" ("source" smallint not null, "hash" bigint not null, "counter" smallint not null, "address" int not null, "day" int not null, "n" smallint not null, "joined" smallint not null, "counts" smallint not null, "message" bigint null, "session" bigint null, "import" int not null, primary key ("source", "hash"))`,
    );
    this.addSql(`create index "evidence_act_session_index" on "evidence_act" ("session")`);
    this.addSql(`create index "evidence_act_message_index" on "evidence_act" ("message")`);
    this.addSql(`create index "evidence_act_source_address_day_index" on "evidence_act" ("source", "address", "day")`);
    this.addSql(`create table "evidence_address" ("id" serial primary key, "address" text not null)`);
    this.addSql(`alter table "evidence_address" add constraint "evidence_address_address_unique" unique ("address")`);
    this.addSql(
      `create table "evidence_day" ("address" int not null, "day" int not null, "source" smallint not null, "sent" int not null, "read" int not null, "logins" int not null, "received" int not null, "forwarded" int not null, "polled" boolean not null, primary key ("address", "day", "source"))`,
    );
    this.addSql(
      `create table "evidence_dropped_session" ("source" smallint not null, "session" bigint not null, primary key ("source", "session"))`,
    );
    this.addSql(
      `create table "evidence_fragment" ("import" int not null, "source" smallint not null, "sealed" text null, "first" double precision null, "last" double precision null, "sha256" text not null, "kept_from" date not null, primary key ("import"))`,
    );
    this.addSql(`create index "evidence_fragment_source_import_index" on "evidence_fragment" ("source", "import")`);
    this.addSql(
      `create table "evidence_import_day" ("import" int not null, "day" int not null, "source" smallint not null, "lines" int not null, primary key ("import", "day"))`,
    );
    this.addSql(`create index "evidence_import_day_day_source_index" on "evidence_import_day" ("day", "source")`);
    this.addSql(
      `create table "evidence_source" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "number" smallint not null, "name" text not null, "format" text not null, "mail_domains" jsonb not null, "time_zone" text not null, "shows" jsonb not null, "ignored_addresses" jsonb not null, "ignored_accounts" jsonb not null, "default_domain" text null, "reads" text not null default 'FLAGS', "counts_received" boolean not null default false, "polling_logins" smallint not null default 4, "has_flag_changes" boolean not null default false, primary key ("id"))`,
    );
    this.addSql(`alter table "evidence_source" add constraint "evidence_source_number_unique" unique ("number")`);
    this.addSql(`alter table "evidence_source" add constraint "evidence_source_name_unique" unique ("name")`);
    this.addSql(
      `create table "evidence_import" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "number" int not null, "source_id" uuid not null, "format" text not null, "file_name" text not null, "state" text not null, "lines" int not null default 0, "used" int not null default 0, "ignored" int not null default 0, "duplicate" int not null default 0, "quarantined" int not null default 0, "unknown_addresses" jsonb not null, "unknown_count" int not null default 0, "first_day" date null, "last_day" date null, "note" jsonb null, "started_at" timestamptz not null, "finished_at" timestamptz null, "newest_day" date not null, "is_newest_day_given" boolean not null, "sha256" text not null, "bytes" bigint not null, "reader_version" smallint not null, "spooled_at" text not null, primary key ("id"))`,
    );
    this.addSql(`alter table "evidence_import" add constraint "evidence_import_number_unique" unique ("number")`);
    this.addSql(`create index "evidence_import_source_id_index" on "evidence_import" ("source_id")`);
    this.addSql(`create index "evidence_import_sha256_index" on "evidence_import" ("sha256")`);
    this.addSql(`create index "evidence_import_state_id_index" on "evidence_import" ("state", "id")`);
    this.addSql(
      `create table "evidence_quarantine" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "import_id" uuid not null, "line" int not null, "reason" text not null, "sample" text not null, "count" int not null, primary key ("id"))`,
    );
    this.addSql(`create index "evidence_quarantine_import_id_line_id_index" on "evidence_quarantine" ("import_id", "line", "id")`);
    this.addSql(
      `create table "evidence_source_day" ("source" smallint not null, "day" int not null, "lines" int not null, "mailboxes" int not null, "accepted" text null, "outage" text null, primary key ("source", "day"))`,
    );
    this.addSql(
      `alter table "evidence_import" add constraint "evidence_import_source_id_foreign" foreign key ("source_id") references "evidence_source" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "evidence_quarantine" add constraint "evidence_quarantine_import_id_foreign" foreign key ("import_id") references "evidence_import" ("id") on delete cascade`,
    );
  }

  override down(): void {
    this.addSql(`alter table "evidence_import" drop constraint "evidence_import_source_id_foreign"`);
    this.addSql(`alter table "evidence_quarantine" drop constraint "evidence_quarantine_import_id_foreign"`);
    this.addSql(`drop table if exists "evidence_act" cascade`);
    this.addSql(`drop table if exists "evidence_address" cascade`);
    this.addSql(`drop table if exists "evidence_day" cascade`);
    this.addSql(`drop table if exists "evidence_dropped_session" cascade`);
    this.addSql(`drop table if exists "evidence_fragment" cascade`);
    this.addSql(`drop table if exists "evidence_import_day" cascade`);
    this.addSql(`drop table if exists "evidence_source" cascade`);
    this.addSql(`drop table if exists "evidence_import" cascade`);
    this.addSql(`drop table if exists "evidence_quarantine" cascade`);
    this.addSql(`drop table if exists "evidence_source_day" cascade`);
  }
}
