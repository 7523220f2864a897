import { Migration } from '@mikro-orm/migrations';

export class Training extends Migration {
  override up(): void {
    this.addSql(
      `create table "attendance" ("enrolment_id" uuid not null, "session_id" uuid not null, "mark" text not null, "marked_at" timestamptz not null, "marked_by" text not null, primary key ("enrolment_id", "session_id"))`,
    );
    this.addSql(`create index "attendance_session_id_index" on "attendance" ("session_id")`);
    this.addSql(
      `create table "calendar_link" ("user_id" uuid not null, "token_hash" text not null, "created_at" timestamptz not null, "last_used_at" timestamptz null, primary key ("user_id"))`,
    );
    this.addSql(`alter table "calendar_link" add constraint "calendar_link_token_hash_unique" unique ("token_hash")`);
    this.addSql(
      `create table "training_course" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "code" text not null, "title" text not null, "about" text null, "pass_share" double precision not null, "is_retired" boolean not null default false, primary key ("id"))`,
    );
    this.addSql(`alter table "training_course" add constraint "training_course_code_unique" unique ("code")`);
    this.addSql(
      `create table "training_class" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "reference" text not null, "title" text not null, "place" text null, "capacity" int not null, "seats_per_agency" int null, "pass_share" double precision not null, "cut_off_at" timestamptz null, "stored_state" text not null, "course_id" uuid null, "trainer_id" uuid null, "assistant_ids" uuid[] not null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "starts_on" date not null, "ends_on" date not null, "completed_at" timestamptz null, "completed_on" date null, "cancel_reason" text null, "calendar_sequence" int not null default 0, "search_text" text not null, "reminded_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`alter table "training_class" add constraint "training_class_reference_unique" unique ("reference")`);
    this.addSql(`create index "training_class_trainer_id_starts_at_index" on "training_class" ("trainer_id", "starts_at")`);
    this.addSql(`create index "training_class_starts_at_id_index" on "training_class" ("starts_at", "id")`);
    this.addSql(
      `create table "training_session" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "training_class_id" uuid not null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(
      `create index "training_session_training_class_id_starts_at_index" on "training_session" ("training_class_id", "starts_at")`,
    );
    this.addSql(
      `create table "enrolment" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "training_class_id" uuid not null, "officer_id" uuid not null, "agency_id" uuid not null, "state" text not null, "origin" text not null, "requested_at" timestamptz not null, "requested_on" date not null, "queue_number" int not null, "finding_id" uuid null, "is_sheltering" boolean not null, "is_retake" boolean not null default false, "ended_at" timestamptz null, "ended_reason" text null, "completed_on" date null, "grace_days" int null, primary key ("id"))`,
    );
    this.addSql(
      `create unique index "enrolment_one_shelter_a_finding" on "enrolment" ("officer_id", coalesce("finding_id", '00000000-0000-0000-0000-000000000000'::uuid)) where is_sheltering`,
    );
    this.addSql(
      `create unique index "enrolment_once_a_class" on "enrolment" ("training_class_id", "officer_id") where state not in ('DECLINED', 'WITHDRAWN')`,
    );
    this.addSql(`create index "enrolment_officer_id_requested_at_index" on "enrolment" ("officer_id", "requested_at")`);
    this.addSql(
      `create index "enrolment_training_class_id_state_requested_at_que_34a38_index" on "enrolment" ("training_class_id", "state", "requested_at", "queue_number")`,
    );
    this.addSql(
      `alter table "training_class" add constraint "training_class_course_id_foreign" foreign key ("course_id") references "training_course" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "training_class" add constraint "training_class_trainer_id_foreign" foreign key ("trainer_id") references "app_user" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "training_session" add constraint "training_session_training_class_id_foreign" foreign key ("training_class_id") references "training_class" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "enrolment" add constraint "enrolment_training_class_id_foreign" foreign key ("training_class_id") references "training_class" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "enrolment" add constraint "enrolment_officer_id_foreign" foreign key ("officer_id") references "officer" ("id") on update no action on delete no action`,
    );
  }

  override down(): void {
    for (const table of ['attendance', 'calendar_link', 'enrolment', 'training_session', 'training_class', 'training_course'])
      this.addSql(`drop table if exists "${table}" cascade`);
  }
}
