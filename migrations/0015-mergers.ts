import { Migration } from '@mikro-orm/migrations';

export class Mergers extends Migration {
  override up(): void {
    this.addSql(
      `create table "committee_merger" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "code" text not null, "name" text not null, "chair_user_id" uuid not null, "source_ids" uuid[] not null, "effective_on" date not null, "legal_basis" text not null, "ordered_at" timestamptz not null, "ordered_by" text not null, "applied_at" timestamptz null, "cancelled_at" timestamptz null, "committee_id" uuid null, "moved" int not null default 0, "reopened" int not null default 0, "joined" int not null default 0, primary key ("id"))`,
    );
    this.addSql(
      `create index "committee_merger_due" on "committee_merger" ("effective_on") where "applied_at" is null and "cancelled_at" is null`,
    );
  }

  override down(): void {
    this.addSql(`drop table if exists "committee_merger" cascade`);
  }
}
