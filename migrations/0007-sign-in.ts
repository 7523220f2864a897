import { Migration } from '@mikro-orm/migrations';

export class SignIn extends Migration {
  override up(): void {
    this.addSql(
      `create table "guess" ("id" uuid not null, "subject" bigint not null, "at" timestamptz not null, "is_failure" boolean not null default false, primary key ("id"))`,
    );
    this.addSql(`create index "guess_at_index" on "guess" ("at")`);
    this.addSql(`create index "guess_subject_at_index" on "guess" ("subject", "at")`);
    this.addSql(`create table "spent_challenge" ("hash" text not null, "expires_at" timestamptz not null, primary key ("hash"))`);
    this.addSql(`create index "spent_challenge_expires_at_index" on "spent_challenge" ("expires_at")`);
    this.addSql(
      `create table "totp" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "user_id" uuid not null, "secret" text not null, "confirmed_at" timestamptz null, "last_step" int null, primary key ("id"))`,
    );
    this.addSql(`alter table "totp" add constraint "totp_user_id_unique" unique ("user_id")`);
    this.addSql(
      `create table "recovery_code" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "user_id" uuid not null, "code_hash" text not null, "used_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "recovery_code_user_id_index" on "recovery_code" ("user_id")`);
    this.addSql(`alter table "recovery_code" add constraint "recovery_code_user_id_code_hash_unique" unique ("user_id", "code_hash")`);
    this.addSql(
      `create table "passkey" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "user_id" uuid not null, "name" text not null, "credential_id" text not null, "public_key" text not null, "counter" bigint not null, "transports" text not null, "last_used_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "passkey_user_id_index" on "passkey" ("user_id")`);
    this.addSql(`alter table "passkey" add constraint "passkey_credential_id_unique" unique ("credential_id")`);
    this.addSql(
      `alter table "totp" add constraint "totp_user_id_foreign" foreign key ("user_id") references "app_user" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "recovery_code" add constraint "recovery_code_user_id_foreign" foreign key ("user_id") references "app_user" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "passkey" add constraint "passkey_user_id_foreign" foreign key ("user_id") references "app_user" ("id") on delete cascade`,
    );
  }

  override down(): void {
    this.addSql(`drop table if exists "guess" cascade`);
    this.addSql(`drop table if exists "spent_challenge" cascade`);
    this.addSql(`drop table if exists "totp" cascade`);
    this.addSql(`drop table if exists "recovery_code" cascade`);
    this.addSql(`drop table if exists "passkey" cascade`);
  }
}
