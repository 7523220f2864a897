import { Migration } from '@mikro-orm/migrations';

export class Publication extends Migration {
  override up(): void {
    this.addSql(
      `create table "published_list" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "slug" text not null, "version" int not null, "review_id" uuid not null, "title" text not null, "window_from" date not null, "window_to" date not null, "audience" text not null, "legal_basis" text not null, "expires_on" date null, "withdrawn_at" timestamptz null, "withdraw_reason" text null, "superseded_by" int null, "corrections" jsonb not null, "figures" jsonb not null, primary key ("id"))`,
    );
    this.addSql(`create index "published_list_review_id_index" on "published_list" ("review_id")`);
    this.addSql(`alter table "published_list" add constraint "published_list_slug_version_unique" unique ("slug", "version")`);
    this.addSql(
      `create table "published_row" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "list_id" uuid not null, "position" int not null, "officer_id" uuid not null, "finding_id" uuid not null, "name" text not null, "post" text null, "agency_code" text not null, "agency" text not null, "agency_en" text null, "tier" text not null, "is_corrected" boolean not null, primary key ("id"))`,
    );
    this.addSql(`create index "published_row_officer_id_index" on "published_row" ("officer_id")`);
    this.addSql(
      `create index "published_row_list_id_agency_code_position_index" on "published_row" ("list_id", "agency_code", "position")`,
    );
    this.addSql(`alter table "published_row" add constraint "published_row_list_id_position_unique" unique ("list_id", "position")`);
    this.addSql(
      `alter table "published_list" add constraint "published_list_review_id_foreign" foreign key ("review_id") references "review" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "published_row" add constraint "published_row_list_id_foreign" foreign key ("list_id") references "published_list" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "published_row" add constraint "published_row_officer_id_foreign" foreign key ("officer_id") references "officer" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "published_row" add constraint "published_row_finding_id_foreign" foreign key ("finding_id") references "finding" ("id") on update no action on delete no action`,
    );
  }

  override down(): void {
    this.addSql(`drop table "published_row"`);
    this.addSql(`drop table "published_list"`);
  }
}
