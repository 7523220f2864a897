import { Migration } from '@mikro-orm/migrations';

export class MailSystems extends Migration {
  override up(): void {
    this.addSql(
      `create table "mail_system" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "name" text not null, "kind" text not null, "domains" text[] not null, "settings" jsonb not null, "secrets" text null, "is_on" boolean not null default false, "parallel" int not null default 4, "most_an_hour" int not null default 200, "leaver_days" int null, "checked_at" timestamptz null, "is_well" boolean null, "accounts_listed" int null, primary key ("id"))`,
    );
    this.addSql(`alter table "mail_system" add constraint "mail_system_name_unique" unique ("name")`);
    this.addSql(
      `create table "mail_comparison" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "mail_system_id" uuid not null, "result" text not null, "problem" text null, "checked" int not null, "differing" int not null, primary key ("id"))`,
    );
    this.addSql(`create index "mail_comparison_mail_system_id_id_index" on "mail_comparison" ("mail_system_id", "id")`);
    this.addSql(
      `create table "mail_drift" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "mail_system_id" uuid not null, "comparison_id" uuid not null, "mailbox_id" uuid null, "kind" text not null, "account_id" text null, "address" text not null, "found_address" text null, "name" text null, "expected" text not null, "found" text not null, "settled_at" timestamptz null, "settled_by" text null, "settlement" text null, "note" text null, primary key ("id"))`,
    );
    this.addSql(`create index "mail_drift_mailbox_id_index" on "mail_drift" ("mailbox_id")`);
    this.addSql(`create index "mail_drift_mail_system_id_settled_at_index" on "mail_drift" ("mail_system_id", "settled_at")`);
    this.addSql(
      `create table "mail_order_attempt" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "order_id" uuid not null, "fence" bigint not null, "ended_at" timestamptz null, "outcome" text null, "message" text null, primary key ("id"))`,
    );
    this.addSql(`create index "mail_order_attempt_order_id_id_index" on "mail_order_attempt" ("order_id", "id")`);
    this.addSql(
      `alter table "mailbox" add "account_id" text null, add "locked_until" timestamptz null, add "awaits_password" boolean not null default false`,
    );
    this.addSql(
      `alter table "mail_order" add "fence" bigint null, add "leased_until" timestamptz null, add "begun_at" timestamptz null, add "next_try_at" timestamptz null, add "held_for" text null, add "approved_at" timestamptz null, add "approved_by" text null, add "ordered_by" text null, add "reason" text null, add "ends_at" timestamptz null, add "about_id" uuid null, add "password_hash" text null, add "forwarding" jsonb null, add "handed_over_at" timestamptz null`,
    );
    // Orders that were there already are numbered as they were given.
    this.addSql(`create sequence "mail_order_number_seq"`);
    this.addSql(`alter table "mail_order" add "number" int not null default nextval('mail_order_number_seq')`);
    this.addSql(
      `update mail_order o set number = n.place from (select id, row_number() over (order by id) as place from mail_order) n where n.id = o.id`,
    );
    this.addSql(`select setval('mail_order_number_seq', (select count(*) + 1 from mail_order), false)`);
    this.addSql(`alter sequence "mail_order_number_seq" owned by "mail_order"."number"`);
    this.addSql(
      `alter table "mail_order" add constraint "mail_order_about_id_foreign" foreign key ("about_id") references "mail_order" ("id") on update no action on delete no action`,
    );
    this.addSql(`alter table "mail_order" add constraint "mail_order_number_unique" unique ("number")`);
    this.addSql(`create index "mail_order_open" on "mail_order" ("mailbox_id", "number") where state in ('WAITING', 'RUNNING', 'UNKNOWN')`);
    this.addSql(
      `alter table "mail_comparison" add constraint "mail_comparison_mail_system_id_foreign" foreign key ("mail_system_id") references "mail_system" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "mail_drift" add constraint "mail_drift_mail_system_id_foreign" foreign key ("mail_system_id") references "mail_system" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "mail_drift" add constraint "mail_drift_comparison_id_foreign" foreign key ("comparison_id") references "mail_comparison" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "mail_drift" add constraint "mail_drift_mailbox_id_foreign" foreign key ("mailbox_id") references "mailbox" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "mail_order_attempt" add constraint "mail_order_attempt_order_id_foreign" foreign key ("order_id") references "mail_order" ("id") on delete cascade`,
    );
  }

  override down(): void {
    this.addSql(`drop table if exists "mail_system" cascade`);
    this.addSql(`drop table if exists "mail_comparison" cascade`);
    this.addSql(`drop table if exists "mail_drift" cascade`);
    this.addSql(`drop table if exists "mail_order_attempt" cascade`);
    this.addSql(`alter table "mail_order" drop constraint "mail_order_about_id_foreign"`);
    this.addSql(`alter table "mail_order" drop constraint "mail_order_number_unique"`);
    this.addSql(`drop index "mail_order_open"`);
    this.addSql(
      `alter table "mail_order" drop column "number", drop column "fence", drop column "leased_until", drop column "begun_at", drop column "next_try_at", drop column "held_for", drop column "approved_at", drop column "approved_by", drop column "ordered_by", drop column "reason", drop column "ends_at", drop column "about_id", drop column "password_hash", drop column "forwarding", drop column "handed_over_at"`,
    );
    this.addSql(`alter table "mailbox" drop column "account_id", drop column "locked_until", drop column "awaits_password"`);
  }
}
