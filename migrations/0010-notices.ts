import { Migration } from '@mikro-orm/migrations';

export class Notices extends Migration {
  override up(): void {
    this.addSql(
      `create table "attachment" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "file_name" text not null, "media_type" text not null, "size" int not null, "uploaded_by" text not null, "bound_to" text null, "content" bytea not null, primary key ("id"))`,
    );
    this.addSql(`create index "attachment_bound_to_created_at_index" on "attachment" ("bound_to", "created_at")`);
    this.addSql(
      `create table "letter" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "kind" text not null, "officer_id" uuid not null, "about" text not null, "title" text not null, "body" text not null, "language" text not null, "channel" text not null, "state" text not null, "sent_to" text null, "key" text null, "calendar_name" text null, "calendar_method" text null, "calendar_text" text null, "sent_at" timestamptz null, "printed_at" timestamptz null, "sending" int not null default 1, "waiting_since" timestamptz null, "tries" int not null default 0, "next_try_at" timestamptz null, "leased_until" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`alter table "letter" add constraint "letter_key_unique" unique ("key")`);
    this.addSql(`create index "letter_waiting" on "letter" ("next_try_at") where state = 'WAITING'`);
    this.addSql(`create index "letter_created_at_id_index" on "letter" ("created_at", "id")`);
    this.addSql(`create index "letter_state_created_at_index" on "letter" ("state", "created_at")`);
    this.addSql(`create index "letter_about_index" on "letter" ("about")`);
    this.addSql(`create index "letter_officer_id_index" on "letter" ("officer_id")`);
    this.addSql(
      `create table "letter_attempt" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "letter_id" uuid not null, "at" timestamptz not null, "outcome" text not null, "detail" text null, primary key ("id"))`,
    );
    this.addSql(`create index "letter_attempt_letter_id_at_index" on "letter_attempt" ("letter_id", "at")`);
    this.addSql(
      `create table "letter_receipt" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "letter_id" uuid not null, "received_on" date not null, "means" text not null, "note" text null, "attachment_id" uuid null, "recorded_at" timestamptz not null, "recorded_by" text not null, primary key ("id"))`,
    );
    this.addSql(`alter table "letter_receipt" add constraint "letter_receipt_letter_id_unique" unique ("letter_id")`);
    this.addSql(`create index "letter_receipt_attachment_id_index" on "letter_receipt" ("attachment_id")`);
    this.addSql(
      `create table "routine" ("name" text not null, "last_run_at" timestamptz null, "leased_until" timestamptz null, primary key ("name"))`,
    );
    this.addSql(
      `alter table "letter" add constraint "letter_officer_id_foreign" foreign key ("officer_id") references "officer" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "letter_attempt" add constraint "letter_attempt_letter_id_foreign" foreign key ("letter_id") references "letter" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "letter_receipt" add constraint "letter_receipt_letter_id_foreign" foreign key ("letter_id") references "letter" ("id") on delete cascade`,
    );
  }

  override down(): void {
    for (const table of ['letter_receipt', 'letter_attempt', 'letter', 'attachment', 'routine'])
      this.addSql(`drop table if exists "${table}" cascade`);
  }
}
