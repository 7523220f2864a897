import { Migration } from '@mikro-orm/migrations';

export class AccessCodes extends Migration {
  override up(): void {
    this.addSql(
      `create table "access_code" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "code_hash" text not null, "role" text not null, "scope_id" uuid not null, "about" text not null, "expires_at" timestamptz not null, "used_at" timestamptz null, "revoked_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`alter table "access_code" add constraint "access_code_code_hash_unique" unique ("code_hash")`);
    this.addSql(`create index "access_code_about_scope_id_index" on "access_code" ("about", "scope_id")`);
    this.addSql(`alter table "letter" add "carries_code" boolean not null default false`);
    this.addSql(`alter table "session" add "access_code_id" uuid null`);
    this.addSql(
      `alter table "session" add constraint "session_access_code_id_foreign" foreign key ("access_code_id") references "access_code" ("id") on delete cascade`,
    );
    this.addSql(`alter table "session" alter column "user_id" drop not null`);
    this.addSql(`create index "session_access_code_id_index" on "session" ("access_code_id")`);
    this.addSql(`alter table "session" add constraint "session_of_one" check ((user_id is null) <> (access_code_id is null))`);
  }

  override down(): void {
    this.addSql(`alter table "letter" drop column "carries_code"`);
    this.addSql(`delete from "session" where "user_id" is null`);
    this.addSql(`alter table "session" drop constraint "session_of_one"`);
    this.addSql(`alter table "session" drop column "access_code_id"`);
    this.addSql(`alter table "session" alter column "user_id" set not null`);
    this.addSql(`drop table "access_code"`);
  }
}
