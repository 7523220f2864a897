import { raw } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { nameSortKey } from '../server/kernel/name.rules.js';
import { searchText } from '../server/kernel/search.rules.js';

export class Accounts extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table "app_user" add "name_words" text not null default '', add "email_words" text not null default '', add "sort_key" text collate "C" not null default ''`,
    );
    const users = (await this.execute('select id, name, email from app_user')) as { id: string; name: string; email: string }[];
    for (const { id, name, email } of users) {
      const values = [searchText(name), searchText(email), nameSortKey(name), id];
      this.addSql(raw('update app_user set name_words = ?, email_words = ?, sort_key = ? where id = ?', values));
    }
    this.addSql(
      `create table "invitation" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "user_id" uuid not null, "token_hash" text not null, "expires_at" timestamptz not null, "ended_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "invitation_user_id_index" on "invitation" ("user_id")`);
    this.addSql(`alter table "invitation" add constraint "invitation_token_hash_unique" unique ("token_hash")`);
    this.addSql(
      `alter table "invitation" add constraint "invitation_user_id_foreign" foreign key ("user_id") references "app_user" ("id") on delete cascade`,
    );
    this.addSql(
      `create table "api_key" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "name" text not null, "prefix" text not null, "key_hash" text not null, "scopes" jsonb not null, "expires_on" date not null, "last_used_at" timestamptz null, "ended_at" timestamptz null, "maker_id" uuid null, primary key ("id"))`,
    );
    this.addSql(`alter table "api_key" add constraint "api_key_key_hash_unique" unique ("key_hash")`);
    this.addSql(
      `alter table "api_key" add constraint "api_key_maker_id_foreign" foreign key ("maker_id") references "app_user" ("id") on delete set null`,
    );
  }

  override down(): void {
    this.addSql(`drop table if exists "api_key" cascade`);
    this.addSql(`drop table if exists "invitation" cascade`);
    this.addSql(`alter table "app_user" drop column "name_words", drop column "email_words", drop column "sort_key"`);
  }
}
