import { Migration } from '@mikro-orm/migrations';

export class SingleSignOn extends Migration {
  override up(): void {
    this.addSql(`create table "spent_sign_on" ("state_hash" text not null, "kept_until" timestamptz not null, primary key ("state_hash"))`);
    this.addSql(`create index "spent_sign_on_kept_until_index" on "spent_sign_on" ("kept_until")`);
    this.addSql(
      `create table "user_identity" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "user_id" uuid not null, "issuer" text not null, "subject" text not null, primary key ("id"))`,
    );
    this.addSql(`alter table "user_identity" add constraint "user_identity_user_id_issuer_unique" unique ("user_id", "issuer")`);
    this.addSql(`alter table "user_identity" add constraint "user_identity_issuer_subject_unique" unique ("issuer", "subject")`);
    this.addSql(
      `alter table "user_identity" add constraint "user_identity_user_id_foreign" foreign key ("user_id") references "app_user" ("id") on delete cascade`,
    );
  }

  override down(): void {
    this.addSql(`drop table if exists "spent_sign_on" cascade`);
    this.addSql(`drop table if exists "user_identity" cascade`);
  }
}
