import { Migration } from '@mikro-orm/migrations';

export class Decisions extends Migration {
  override up(): void {
    this.addSql(
      `create table "decision_number" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "committee_id" uuid not null, "year" int not null, "last" int not null, primary key ("id"))`,
    );
    this.addSql(`alter table "decision_number" add constraint "decision_number_committee_id_year_unique" unique ("committee_id", "year")`);
    this.addSql(
      `create table "decision" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "reference" text not null, "kind" text not null, "state" text not null, "is_pending" boolean not null, "officer_id" uuid not null, "committee_id" uuid not null, "finding_id" uuid null, "finding_version" int null, "window_from" date not null, "legal_basis" text not null, "grounds" text not null, "award_year" int null, "award_titles" text[] not null, "mailbox_address" text null, "mailbox_id" uuid null, "mailbox_state_before" text null, "ends_decision_id" uuid null, "ended_by_id" uuid null, "joined_to_id" uuid null, "docket" text null, "proposed_at" timestamptz not null, "proposed_by" text not null, "proposed_by_user_id" uuid null, "notified_at" timestamptz null, "notice_means" text null, "served_on" date null, "explain_until" date null, "explanation" text null, "explained_on" date null, "explanation_attachment_id" uuid null, "answer" text null, "answered_at" timestamptz null, "has_declared_conflict" boolean not null default false, "lapses" int not null default 0, "adopted_at" timestamptz null, "number" text null, "number_year" int null, "signed_by" text null, "in_force_on" date null, "decision_served_on" date null, "appeal_until" date null, primary key ("id"))`,
    );
    this.addSql(`alter table "decision" add constraint "decision_reference_unique" unique ("reference")`);
    this.addSql(`create index "decision_ends_decision_id_index" on "decision" ("ends_decision_id")`);
    this.addSql(`create index "decision_explanation_attachment_id_index" on "decision" ("explanation_attachment_id")`);
    this.addSql(
      `create unique index "decision_one_pending" on "decision" ("officer_id", "kind", coalesce("award_year", 0), "committee_id") where "is_pending"`,
    );
    this.addSql(`create index "decision_ready" on "decision" ("explain_until") where state = 'NOTIFIED'`);
    this.addSql(`create index "decision_docket_index" on "decision" ("docket")`);
    this.addSql(`create index "decision_finding_id_kind_index" on "decision" ("finding_id", "kind")`);
    this.addSql(`create index "decision_state_id_index" on "decision" ("state", "id")`);
    this.addSql(`create index "decision_committee_id_state_id_index" on "decision" ("committee_id", "state", "id")`);
    this.addSql(`create index "decision_officer_id_kind_index" on "decision" ("officer_id", "kind")`);
    this.addSql(
      `create table "mail_order" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "kind" text not null, "mailbox_id" uuid not null, "decision_id" uuid null, "connector" text not null default '', "state" text not null default 'WAITING', "attempts" int not null default 0, "message" text null, "live_sessions_remaining" int null, "verified" boolean not null default false, "done_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "mail_order_state_id_index" on "mail_order" ("state", "id")`);
    this.addSql(`create index "mail_order_decision_id_index" on "mail_order" ("decision_id")`);
    this.addSql(`create index "mail_order_mailbox_id_id_index" on "mail_order" ("mailbox_id", "id")`);
    this.addSql(
      `create table "decision_event" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "decision_id" uuid not null, "at" timestamptz not null, "actor" text not null, "actor_name" text not null, "action" text not null, "from_state" text null, "to_state" text not null, "note" text null, "is_confidential" boolean not null default false, primary key ("id"))`,
    );
    this.addSql(`create index "decision_event_decision_id_id_index" on "decision_event" ("decision_id", "id")`);
    this.addSql(
      `create table "award_exclusion" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "decision_id" uuid not null, "officer_id" uuid not null, "year" int not null, "titles" text[] not null, "status" text not null, "decision_number" text not null, "in_force_on" date not null, "recorded_from" timestamptz not null, "recorded_until" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "award_exclusion_decision_id_index" on "award_exclusion" ("decision_id")`);
    this.addSql(`create index "award_exclusion_officer_id_year_index" on "award_exclusion" ("officer_id", "year")`);
    this.addSql(`create index "award_exclusion_recorded_until_index" on "award_exclusion" ("recorded_until")`);
    this.addSql(`create index "award_exclusion_recorded_from_index" on "award_exclusion" ("recorded_from")`);
    this.addSql(
      `create table "appeal" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "decision_id" uuid not null, "instance" int not null, "received_on" date not null, "text" text not null, "attachment_id" uuid null, "settler" text not null, "settle_by" date not null, "settled_on" date null, "is_upheld" boolean null, "answer" text null, "settled_by" text null, "finding_was_wrong" boolean not null default false, "paper_number" text null, "paper_on" date null, primary key ("id"))`,
    );
    this.addSql(`create index "appeal_attachment_id_index" on "appeal" ("attachment_id")`);
    this.addSql(`alter table "appeal" add constraint "appeal_decision_id_instance_unique" unique ("decision_id", "instance")`);
    this.addSql(
      `create table "declared_conflict" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "decision_id" uuid not null, "user_id" uuid not null, "note" text not null, "declared_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "declared_conflict" add constraint "declared_conflict_decision_id_user_id_unique" unique ("decision_id", "user_id")`,
    );
    this.addSql(
      `create table "decision_vote" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "decision_id" uuid not null, "committee_id" uuid not null, "number" int not null, "purpose" text not null, "opened_at" timestamptz not null, "closes_at" timestamptz not null, "rule" jsonb not null, "base" int not null, "quorum" int not null, "present" int not null default 0, "for" int not null default 0, "against" int not null default 0, "abstain" int not null default 0, "is_open" boolean not null default true, "result" text null, "closed_at" timestamptz null, "ended_by" text null, "close_reason" text null, primary key ("id"))`,
    );
    this.addSql(`create unique index "decision_vote_open" on "decision_vote" ("decision_id") where "is_open"`);
    this.addSql(`create index "decision_vote_due" on "decision_vote" ("closes_at") where "is_open"`);
    this.addSql(`alter table "decision_vote" add constraint "decision_vote_decision_id_number_unique" unique ("decision_id", "number")`);
    this.addSql(
      `create table "ballot" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "vote_id" uuid not null, "member_id" uuid not null, "choice" text not null, "reason" text null, "cast_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`alter table "ballot" add constraint "ballot_vote_id_member_id_unique" unique ("vote_id", "member_id")`);
    this.addSql(
      `create table "ballot_archive" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "vote_id" uuid not null, "member_id" uuid not null, "choice" text not null, "reason" text null, "cast_at" timestamptz not null, "because" text not null, primary key ("id"))`,
    );
    this.addSql(`create index "ballot_archive_vote_id_cast_at_index" on "ballot_archive" ("vote_id", "cast_at")`);
    this.addSql(
      `create table "decision_voter" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "vote_id" uuid not null, "member_id" uuid not null, "user_id" uuid not null, "seat" text not null, "recused_for" text null, "recusal_note" text null, primary key ("id"))`,
    );
    this.addSql(`create index "decision_voter_user_id_vote_id_index" on "decision_voter" ("user_id", "vote_id")`);
    this.addSql(`alter table "decision_voter" add constraint "decision_voter_vote_id_user_id_unique" unique ("vote_id", "user_id")`);
    this.addSql(
      `alter table "decision_number" add constraint "decision_number_committee_id_foreign" foreign key ("committee_id") references "committee" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "decision" add constraint "decision_officer_id_foreign" foreign key ("officer_id") references "officer" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "decision" add constraint "decision_committee_id_foreign" foreign key ("committee_id") references "committee" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "decision" add constraint "decision_finding_id_foreign" foreign key ("finding_id") references "finding" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "mail_order" add constraint "mail_order_mailbox_id_foreign" foreign key ("mailbox_id") references "mailbox" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "mail_order" add constraint "mail_order_decision_id_foreign" foreign key ("decision_id") references "decision" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "decision_event" add constraint "decision_event_decision_id_foreign" foreign key ("decision_id") references "decision" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "award_exclusion" add constraint "award_exclusion_decision_id_foreign" foreign key ("decision_id") references "decision" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "award_exclusion" add constraint "award_exclusion_officer_id_foreign" foreign key ("officer_id") references "officer" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "appeal" add constraint "appeal_decision_id_foreign" foreign key ("decision_id") references "decision" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "declared_conflict" add constraint "declared_conflict_decision_id_foreign" foreign key ("decision_id") references "decision" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "declared_conflict" add constraint "declared_conflict_user_id_foreign" foreign key ("user_id") references "app_user" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "decision_vote" add constraint "decision_vote_decision_id_foreign" foreign key ("decision_id") references "decision" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "decision_vote" add constraint "decision_vote_committee_id_foreign" foreign key ("committee_id") references "committee" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "ballot" add constraint "ballot_vote_id_foreign" foreign key ("vote_id") references "decision_vote" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "ballot" add constraint "ballot_member_id_foreign" foreign key ("member_id") references "committee_member" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "ballot_archive" add constraint "ballot_archive_vote_id_foreign" foreign key ("vote_id") references "decision_vote" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "ballot_archive" add constraint "ballot_archive_member_id_foreign" foreign key ("member_id") references "committee_member" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "decision_voter" add constraint "decision_voter_vote_id_foreign" foreign key ("vote_id") references "decision_vote" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "decision_voter" add constraint "decision_voter_member_id_foreign" foreign key ("member_id") references "committee_member" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "decision_voter" add constraint "decision_voter_user_id_foreign" foreign key ("user_id") references "app_user" ("id") on update no action on delete no action`,
    );
  }

  override down(): void {
    for (const table of [
      'mail_order',
      'award_exclusion',
      'appeal',
      'declared_conflict',
      'ballot_archive',
      'ballot',
      'decision_voter',
      'decision_vote',
      'decision_event',
      'decision_number',
      'decision',
    ])
      this.addSql(`drop table if exists "${table}" cascade`);
  }
}
