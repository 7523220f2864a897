import { Migration } from '@mikro-orm/migrations';

export class Campaign extends Migration {
  override up(): void {
    this.addSql(
      `create table "evidence_pack" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "review_id" uuid not null, "finding_id" uuid null, "findings" int not null, "sha256" text not null, "made_at" timestamptz not null, "made_by" text not null, primary key ("id"))`,
    );
    this.addSql(`create index "evidence_pack_review_id_id_index" on "evidence_pack" ("review_id", "id")`);
    this.addSql(
      `alter table "evidence_pack" add constraint "evidence_pack_review_id_foreign" foreign key ("review_id") references "review" ("id") on update no action on delete no action`,
    );
  }

  override down(): void {
    this.addSql(`drop table if exists "evidence_pack" cascade`);
  }
}
