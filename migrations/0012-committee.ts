import { Migration } from '@mikro-orm/migrations';

export class CommitteeTables extends Migration {
  override up(): void {
    this.addSql(
      `create table "committee" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null default 1, "code" text not null, "name" text not null, "competences" text[] not null, "legal_basis" text not null, "effective_on" date not null, "closed_on" date null, "successor_id" uuid null, "number_symbol" text not null default 'QĐ-BCĐ', primary key ("id"))`,
    );
    this.addSql(`alter table "committee" add constraint "committee_code_unique" unique ("code")`);
    this.addSql(
      `create table "committee_member" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "committee_id" uuid not null, "user_id" uuid not null, "seat" text not null, "from_on" date not null, "until_on" date null, primary key ("id"))`,
    );
    this.addSql(`create index "committee_member_user_id_index" on "committee_member" ("user_id")`);
    this.addSql(`create index "committee_member_committee_id_from_on_index" on "committee_member" ("committee_id", "from_on")`);
    this.addSql(
      `create table "voting_rule" ("id" uuid not null, "committee_id" uuid not null, "version" int not null, "kind" text not null, "quorum" text not null, "majority" text not null, "is_tie_adopted" boolean not null, "is_by_chair_alone" boolean not null, "minimum_voters" int not null, "notice_days" int not null, "vote_days" int not null, "appeal_days" int not null, "appeal_settled_by" text not null, "appeal_settle_days" int not null, "second_appeal_days" int not null, "effective_on" date not null, "adopted_at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql(`alter table "voting_rule" add constraint "voting_rule_committee_id_version_unique" unique ("committee_id", "version")`);
    this.addSql(
      `alter table "committee" add constraint "committee_successor_id_foreign" foreign key ("successor_id") references "committee" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "committee_member" add constraint "committee_member_committee_id_foreign" foreign key ("committee_id") references "committee" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "committee_member" add constraint "committee_member_user_id_foreign" foreign key ("user_id") references "app_user" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "voting_rule" add constraint "voting_rule_committee_id_foreign" foreign key ("committee_id") references "committee" ("id") on update no action on delete no action`,
    );
  }

  override down(): void {
    for (const table of ['voting_rule', 'committee_member', 'committee']) this.addSql(`drop table if exists "${table}" cascade`);
  }
}
