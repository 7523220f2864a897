import { Migration } from '@mikro-orm/migrations';

export class Campaign extends Migration {
  override up(): void {
    this.addSql(
      `create table "contact_substitute" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "agency_id" uuid not null, "user_id" uuid not null, "from_on" date not null, "until_on" date not null, "reason" text not null, "given_by" text not null, "giver" text not null, "ended_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "contact_substitute_agency_id_index" on "contact_substitute" ("agency_id")`);
    this.addSql(`create index "contact_substitute_ended_at_until_on_index" on "contact_substitute" ("ended_at", "until_on")`);
    this.addSql(
      `create table "review_definition" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "name" text not null, "agency_ids" text[] null, "check_days" int not null, "decide_days" int not null, "remind_days" int[] not null, "escalate_days" int not null, "silence" text not null, "tells_officers" boolean not null, primary key ("id"))`,
    );
    this.addSql(`alter table "review_definition" add constraint "review_definition_name_unique" unique ("name")`);
    this.addSql(
      `create table "evidence_pack" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "review_id" uuid not null, "finding_id" uuid null, "findings" int not null, "sha256" text not null, "made_at" timestamptz not null, "made_by" text not null, primary key ("id"))`,
    );
    this.addSql(`create index "evidence_pack_review_id_id_index" on "evidence_pack" ("review_id", "id")`);
    this.addSql(`create index "evidence_pack_sha256_index" on "evidence_pack" ("sha256")`);
    this.addSql(
      `create table "campaign_step" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "review_id" uuid not null, "kind" text not null, "days_before" int null, "due_at" timestamptz not null, "done_at" timestamptz null, "letters" int not null default 0, "unreached" int not null default 0, primary key ("id"))`,
    );
    this.addSql(`create index "campaign_step_done_at_due_at_index" on "campaign_step" ("done_at", "due_at")`);
    this.addSql(
      `alter table "campaign_step" add constraint "campaign_step_review_id_kind_due_at_unique" unique ("review_id", "kind", "due_at")`,
    );
    this.addSql(
      `create table "agency_check" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "review_id" uuid not null, "agency_id" uuid not null, "state" text not null, "head_id" uuid null, "submitted_at" timestamptz null, "submitted_by" text null, "submitter" text null, "confirmed_at" timestamptz null, "confirmed_by" text null, "confirmer" text null, "paper_number" text null, "paper_on" date null, "attachment_id" uuid null, "return_reason" text null, primary key ("id"))`,
    );
    this.addSql(`create index "agency_check_head_id_index" on "agency_check" ("head_id")`);
    this.addSql(`create index "agency_check_state_id_index" on "agency_check" ("state", "id")`);
    this.addSql(`alter table "agency_check" add constraint "agency_check_review_id_agency_id_unique" unique ("review_id", "agency_id")`);
    this.addSql(
      `create table "finding_check" ("finding_id" uuid not null, "agency_check_id" uuid not null, "answer" text not null, "checked_at" timestamptz not null, "checked_by" text not null, "checked_by_name" text not null, "is_by_task_force" boolean not null, "is_by_leader" boolean not null, "seconds" int null, "at_once" int not null, primary key ("finding_id"))`,
    );
    this.addSql(`create index "finding_check_agency_check_id_index" on "finding_check" ("agency_check_id")`);
    this.addSql(`alter table "finding" add "contested_by" text null`);
    this.addSql(
      `alter table "review" add "check_until" date null, add "decide_until" date null, add "silence" text not null default 'FINDING_STAYS', add "definition_id" uuid null, add "rerun_of_id" uuid null, add "rerun_scope" text null`,
    );
    this.addSql(`alter table "officer" add "prefers_paper" boolean not null default false`);
    this.addSql(
      `alter table "finding" add "contest_attachment_id" uuid null, add "contest_from_on" date null, add "contest_until_on" date null`,
    );
    this.addSql(
      `alter table "contact_substitute" add constraint "contact_substitute_agency_id_foreign" foreign key ("agency_id") references "agency" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "evidence_pack" add constraint "evidence_pack_review_id_foreign" foreign key ("review_id") references "review" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "campaign_step" add constraint "campaign_step_review_id_foreign" foreign key ("review_id") references "review" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "agency_check" add constraint "agency_check_review_id_foreign" foreign key ("review_id") references "review" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "agency_check" add constraint "agency_check_agency_id_foreign" foreign key ("agency_id") references "agency" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "agency_check" add constraint "agency_check_head_id_foreign" foreign key ("head_id") references "officer" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "finding_check" add constraint "finding_check_agency_check_id_foreign" foreign key ("agency_check_id") references "agency_check" ("id") on update no action on delete no action`,
    );
  }

  override down(): void {
    for (const table of ['evidence_pack', 'finding_check', 'campaign_step', 'agency_check', 'contact_substitute', 'review_definition'])
      this.addSql(`drop table if exists "${table}" cascade`);
    this.addSql(`alter table "finding" drop column "contested_by"`);
    for (const column of ['check_until', 'decide_until', 'silence', 'definition_id', 'rerun_of_id', 'rerun_scope'])
      this.addSql(`alter table "review" drop column "${column}"`);
    for (const column of ['contest_attachment_id', 'contest_from_on', 'contest_until_on'])
      this.addSql(`alter table "finding" drop column "${column}"`);
    this.addSql(`alter table "officer" drop column "prefers_paper"`);
  }
}
