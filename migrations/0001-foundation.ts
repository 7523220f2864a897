import { Migration } from '@mikro-orm/migrations';

const FIRST_HASH = '0'.repeat(64);

export class Foundation extends Migration {
  override up(): void {
    this.addSql(
      `create table "audit_event" ("seq" int not null, "at" timestamptz not null, "actor" text not null, "action" text not null, "subject" text not null, "details" text null, "salt" text null, "commitment" text not null, "hash" text not null, primary key ("seq"))`,
    );
    this.addSql(`create index "audit_event_subject_seq_index" on "audit_event" ("subject", "seq")`);
    this.addSql(`create table "audit_head" ("id" int not null, "seq" int not null, "hash" text not null, primary key ("id"))`);
    this.addSql(
      `create table "idempotency_key" ("actor" text not null, "command" text not null, "key" text not null, "request_hash" text not null, "result" text not null, "created_at" timestamptz not null, primary key ("actor", "command", "key"))`,
    );
    this.addSql(
      `create table "outbox_message" ("id" uuid not null, "kind" text not null, "payload" jsonb not null, "created_at" timestamptz not null, "attempts" int not null default 0, "not_before" timestamptz null, "done_at" timestamptz null, "last_error" text null, primary key ("id"))`,
    );
    this.addSql(`create index "outbox_message_done_at_created_at_index" on "outbox_message" ("done_at", "created_at")`);
    this.addSql(`create table "setting" ("name" text not null, "value" text not null, primary key ("name"))`);
    this.addSql(
      `create table "app_user" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "name" text not null, "email" text not null, "password_hash" text null, "disabled_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`alter table "app_user" add constraint "app_user_email_unique" unique ("email")`);
    this.addSql(
      `create table "session" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "user_id" uuid not null, "token_hash" text not null, "expires_at" timestamptz not null, "last_used_at" timestamptz not null, "ended_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "session_user_id_index" on "session" ("user_id")`);
    this.addSql(`alter table "session" add constraint "session_token_hash_unique" unique ("token_hash")`);
    this.addSql(
      `create table "role_grant" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "user_id" uuid not null, "role" text not null, "scope_id" uuid null, primary key ("id"))`,
    );
    this.addSql(`create index "role_grant_user_id_index" on "role_grant" ("user_id")`);
    this.addSql(`alter table "role_grant" add constraint "role_grant_user_id_role_scope_id_unique" unique ("user_id", "role", "scope_id")`);
    this.addSql(
      `alter table "session" add constraint "session_user_id_foreign" foreign key ("user_id") references "app_user" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "role_grant" add constraint "role_grant_user_id_foreign" foreign key ("user_id") references "app_user" ("id") on delete cascade`,
    );
    this.addSql(`insert into "audit_head" ("id", "seq", "hash") values (1, 0, '${FIRST_HASH}')`);
  }

  override down(): void {
    this.addSql(`alter table "session" drop constraint "session_user_id_foreign"`);
    this.addSql(`alter table "role_grant" drop constraint "role_grant_user_id_foreign"`);
    this.addSql(`drop table if exists "audit_event" cascade`);
    this.addSql(`drop table if exists "audit_head" cascade`);
    this.addSql(`drop table if exists "idempotency_key" cascade`);
    this.addSql(`drop table if exists "outbox_message" cascade`);
    this.addSql(`drop table if exists "setting" cascade`);
    this.addSql(`drop table if exists "app_user" cascade`);
    this.addSql(`drop table if exists "session" cascade`);
    this.addSql(`drop table if exists "role_grant" cascade`);
  }
}
