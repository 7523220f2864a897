import { Migration } from '@mikro-orm/migrations';

export class Registry extends Migration {
  override up(): void {
    this.addSql(
      `create table "agency" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "code" text not null, "name" text not null, "name_en" text null, "kind" text not null, "staff_quota" int not null, "mail_domain" text null, "parent_id" uuid null, "successor_id" uuid null, "closed_on" date null, "search_text" text not null, "sort_key" text collate "C" not null, "leader_share" double precision null, primary key ("id"))`,
    );
    this.addSql(`alter table "agency" add constraint "agency_code_unique" unique ("code")`);
    this.addSql(`create index "agency_parent_id_index" on "agency" ("parent_id")`);
    this.addSql(`create index "agency_sort_key_id_index" on "agency" ("sort_key", "id")`);
    this.addSql(
      `create table "officer" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "code" text not null, "full_name" text not null, "agency_id" uuid not null, "post" text null, "is_leader" boolean not null, "mailbox_id" uuid null, "left_on" date null, "left_reason" text null, "other_email" text null, "phone" text null, "current_tier" text null, "latest_finding_id" uuid null, "search_text" text not null, "sort_key" text collate "C" not null, primary key ("id"))`,
    );
    this.addSql(`alter table "officer" add constraint "officer_code_unique" unique ("code")`);
    this.addSql(`alter table "officer" add constraint "officer_mailbox_id_unique" unique ("mailbox_id")`);
    this.addSql(`create index "officer_current_tier_sort_key_id_index" on "officer" ("current_tier", "sort_key", "id")`);
    this.addSql(`create index "officer_agency_id_sort_key_id_index" on "officer" ("agency_id", "sort_key", "id")`);
    this.addSql(`create index "officer_is_leader_sort_key_id_index" on "officer" ("is_leader", "sort_key", "id")`);
    this.addSql(`create index "officer_sort_key_id_index" on "officer" ("sort_key", "id")`);
    this.addSql(
      `create table "mailbox" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "address" text not null, "kind" text not null, "state" text not null, "expected_state" text not null, "officer_id" uuid null, "connector" text null, "created_on" date null, "verified_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`alter table "mailbox" add constraint "mailbox_address_unique" unique ("address")`);
    this.addSql(`create index "mailbox_officer_id_index" on "mailbox" ("officer_id")`);
    this.addSql(
      `create table "mailbox_period" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "mailbox_id" uuid not null, "officer_id" uuid not null, "from_on" date null, "until_on" date null, primary key ("id"))`,
    );
    this.addSql(`create index "mailbox_period_mailbox_id_from_on_index" on "mailbox_period" ("mailbox_id", "from_on")`);
    this.addSql(`create index "mailbox_period_officer_id_from_on_index" on "mailbox_period" ("officer_id", "from_on")`);
    this.addSql(
      `create table "absence" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "officer_id" uuid not null, "from_on" date not null, "until_on" date not null, "document" text not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "absence" add constraint "absence_officer_id_from_on_until_on_document_unique" unique ("officer_id", "from_on", "until_on", "document")`,
    );
    this.addSql(
      `create table "posting" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "officer_id" uuid not null, "agency_id" uuid not null, "is_main" boolean not null, "post" text null, "is_leader" boolean not null, "from_on" date not null, "until_on" date null, primary key ("id"))`,
    );
    this.addSql(`create index "posting_agency_id_from_on_index" on "posting" ("agency_id", "from_on")`);
    this.addSql(`create index "posting_officer_id_from_on_index" on "posting" ("officer_id", "from_on")`);
    this.addSql(
      `alter table "agency" add constraint "agency_parent_id_foreign" foreign key ("parent_id") references "agency" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "agency" add constraint "agency_successor_id_foreign" foreign key ("successor_id") references "agency" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "officer" add constraint "officer_agency_id_foreign" foreign key ("agency_id") references "agency" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "mailbox" add constraint "mailbox_officer_id_foreign" foreign key ("officer_id") references "officer" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "mailbox_period" add constraint "mailbox_period_mailbox_id_foreign" foreign key ("mailbox_id") references "mailbox" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "mailbox_period" add constraint "mailbox_period_officer_id_foreign" foreign key ("officer_id") references "officer" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "absence" add constraint "absence_officer_id_foreign" foreign key ("officer_id") references "officer" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "posting" add constraint "posting_officer_id_foreign" foreign key ("officer_id") references "officer" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "posting" add constraint "posting_agency_id_foreign" foreign key ("agency_id") references "agency" ("id") on update no action on delete no action`,
    );
  }

  override down(): void {
    this.addSql(`alter table "agency" drop constraint "agency_parent_id_foreign"`);
    this.addSql(`alter table "agency" drop constraint "agency_successor_id_foreign"`);
    this.addSql(`alter table "officer" drop constraint "officer_agency_id_foreign"`);
    this.addSql(`alter table "posting" drop constraint "posting_agency_id_foreign"`);
    this.addSql(`alter table "mailbox" drop constraint "mailbox_officer_id_foreign"`);
    this.addSql(`alter table "mailbox_period" drop constraint "mailbox_period_officer_id_foreign"`);
    this.addSql(`alter table "absence" drop constraint "absence_officer_id_foreign"`);
    this.addSql(`alter table "posting" drop constraint "posting_officer_id_foreign"`);
    this.addSql(`alter table "mailbox_period" drop constraint "mailbox_period_mailbox_id_foreign"`);
    this.addSql(`drop table if exists "agency" cascade`);
    this.addSql(`drop table if exists "officer" cascade`);
    this.addSql(`drop table if exists "mailbox" cascade`);
    this.addSql(`drop table if exists "mailbox_period" cascade`);
    this.addSql(`drop table if exists "absence" cascade`);
    this.addSql(`drop table if exists "posting" cascade`);
  }
}
