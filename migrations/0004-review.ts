import { Migration } from '@mikro-orm/migrations';

export class ReviewTables extends Migration {
  override up(): void {
    this.addSql(
      `create table "finding_facts" ("finding_id" uuid not null, "version" int not null, "facts" text not null, "counters" text not null, "coverage" jsonb null, primary key ("finding_id", "version"))`,
    );
    this.addSql(
      `create table "usage_policy" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null, "effective_on" date not null, "window_days" int not null, "regular_share" double precision not null, "minimum_coverage" double precision not null, "minimum_assessable_days" int not null, "acts" text[] not null, "new_mailbox_grace_days" int not null, "training_grace_days" int not null, "contest_days" int not null, "holidays" text[] not null, "extra_working_days" text[] not null, primary key ("id"))`,
    );
    this.addSql(`alter table "usage_policy" add constraint "usage_policy_version_unique" unique ("version")`);
    this.addSql(
      `create table "review" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "reference" text not null, "title" text not null, "state" text not null, "policy_id" uuid not null, "window_from" date not null, "window_to" date not null, "agency_ids" text[] null, "opened_at" timestamptz not null, "contest_until" date null, "finalised_at" timestamptz null, "cancel_reason" text null, "coverage" jsonb not null, primary key ("id"))`,
    );
    this.addSql(`alter table "review" add constraint "review_reference_unique" unique ("reference")`);
    this.addSql(`create index "review_opened_at_id_index" on "review" ("opened_at", "id")`);
    this.addSql(
      `create table "finding" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "review_id" uuid not null, "officer_id" uuid not null, "agency_id" uuid not null, "post" text null, "is_leader" boolean not null, "tier" text not null, "not_assessed_reason" text null, "candidate_days" int not null, "assessable_days" int not null, "coverage" double precision not null, "days_of_use" int not null, "days_of_use_outside" int not null, "days_of_use_uncounted" int not null, "excused_days" int not null, "polled_days" int not null, "sent" int not null, "read" int not null, "logins" int not null, "received" int not null, "forwarded" int not null, "change" text null, "improved_tier" text null, "declined_tier" text null, "is_forwarding_settled" boolean not null default false, "is_contest_open" boolean not null default false, "contest_note" text null, "contest_answer" text null, "cause" text null, "cause_note" text null, primary key ("id"))`,
    );
    this.addSql(`create index "finding_officer_id_index" on "finding" ("officer_id")`);
    this.addSql(`create index "finding_review_id_id_index" on "finding" ("review_id", "id")`);
    this.addSql(`create index "finding_review_id_tier_id_index" on "finding" ("review_id", "tier", "id")`);
    this.addSql(`create index "finding_review_id_agency_id_id_index" on "finding" ("review_id", "agency_id", "id")`);
    this.addSql(`alter table "finding" add constraint "finding_review_id_officer_id_unique" unique ("review_id", "officer_id")`);
    this.addSql(
      `create table "finding_version" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "finding_id" uuid not null, "version" int not null, "content" jsonb not null, "change" text not null, "note" text null, "changed_by" text not null, "changed_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "finding_version" add constraint "finding_version_finding_id_version_unique" unique ("finding_id", "version")`,
    );
    this.addSql(
      `alter table "review" add constraint "review_policy_id_foreign" foreign key ("policy_id") references "usage_policy" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "finding" add constraint "finding_review_id_foreign" foreign key ("review_id") references "review" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "finding" add constraint "finding_officer_id_foreign" foreign key ("officer_id") references "officer" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "finding" add constraint "finding_agency_id_foreign" foreign key ("agency_id") references "agency" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "finding_version" add constraint "finding_version_finding_id_foreign" foreign key ("finding_id") references "finding" ("id") on delete cascade`,
    );
  }

  override down(): void {
    this.addSql(`alter table "review" drop constraint "review_policy_id_foreign"`);
    this.addSql(`alter table "finding" drop constraint "finding_review_id_foreign"`);
    this.addSql(`alter table "finding_version" drop constraint "finding_version_finding_id_foreign"`);
    this.addSql(`drop table if exists "finding_facts" cascade`);
    this.addSql(`drop table if exists "usage_policy" cascade`);
    this.addSql(`drop table if exists "review" cascade`);
    this.addSql(`drop table if exists "finding" cascade`);
    this.addSql(`drop table if exists "finding_version" cascade`);
  }
}
