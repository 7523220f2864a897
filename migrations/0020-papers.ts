import { Migration } from '@mikro-orm/migrations';

export class Papers extends Migration {
  override up(): void {
    this.addSql(
      `create table "paper" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "kind" text not null, "about" text not null, "version" int not null, "code" text not null, "number" text null, "dated_on" date not null, "issuer" text not null, "content" jsonb not null, "layout" jsonb not null, "decision_ids" uuid[] not null, "officer_ids" uuid[] not null, "issued_by" text not null, "reason" text null, "replaced_at" timestamptz null, "signed_on" date null, "signed_by" text null, "scan_id" uuid null, primary key ("id"))`,
    );
    this.addSql(`alter table "paper" add constraint "paper_code_unique" unique ("code")`);
    this.addSql(`create index "paper_scan_id_index" on "paper" ("scan_id")`);
    this.addSql(`create index "paper_of_cases" on "paper" using gin ("decision_ids")`);
    this.addSql(`alter table "paper" add constraint "paper_kind_about_version_unique" unique ("kind", "about", "version")`);
    this.addSql(
      `create table "paper_template" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "name" text not null, "text" text null, "changed_by" text not null, primary key ("id"))`,
    );
    this.addSql(`create index "paper_template_name_id_index" on "paper_template" ("name", "id")`);
  }

  override down(): void {
    this.addSql(`drop table "paper"`);
    this.addSql(`drop table "paper_template"`);
  }
}
