import { Migration } from '@mikro-orm/migrations';

/**
 * What is on record about officers, a title and a year as of a moment. A function, because each statement of one that is volatile looks at
 * the database anew: what is read is read after the lock, with one question to the server. Whoever records exclusions holds the same lock.
 */
const ANSWERS = `create function award_answers(p_codes text[], p_year int, p_title text, p_as_of timestamptz, p_is_settled boolean, p_agencies uuid[], p_own uuid[])
returns table (code text, status text, decision_number text, in_force_on date) language plpgsql volatile as $$
begin
  if not p_is_settled then
    perform pg_advisory_xact_lock_shared(hashtext('award_exclusion'));
  end if;
  return query
    select o.code, x.status, x.decision_number, x.in_force_on
    from public.officer o
    left join public.award_exclusion x on x.officer_id = o.id and x.year = p_year and p_title = any (x.titles)
      and x.recorded_from <= p_as_of and (x.recorded_until is null or x.recorded_until > p_as_of)
    where o.code = any (p_codes) and o.created_at <= p_as_of
      and (p_agencies is null or o.agency_id = any (p_agencies) or o.id = any (p_own));
end $$`;

export class Awards extends Migration {
  override up(): void {
    this.addSql(
      `create table "webhook_message" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "type" text not null, "officers" int not null, "body" text not null, primary key ("id"))`,
    );
    this.addSql(`create index "webhook_message_created_at_index" on "webhook_message" ("created_at")`);
    this.addSql(
      `create table "webhook_subscription" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "name" text not null, "url" text not null, "secret" text not null, "ended_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(
      `create table "webhook_delivery" ("id" uuid not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "subscription_id" uuid not null, "message_id" uuid not null, "state" text not null, "attempts" int not null default 0, "last_tried_at" timestamptz null, "last_status" int null, "last_problem" text null, "next_try_at" timestamptz null, "delivered_at" timestamptz null, "leased_until" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "webhook_delivery_waiting" on "webhook_delivery" ("subscription_id", "next_try_at") where state = 'WAITING'`);
    this.addSql(`create index "webhook_delivery_message_id_index" on "webhook_delivery" ("message_id")`);
    this.addSql(`create index "webhook_delivery_subscription_id_state_index" on "webhook_delivery" ("subscription_id", "state")`);
    this.addSql(`create index "webhook_delivery_created_at_id_index" on "webhook_delivery" ("created_at", "id")`);
    this.addSql(
      `alter table "webhook_delivery" add constraint "webhook_delivery_subscription_id_foreign" foreign key ("subscription_id") references "webhook_subscription" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "webhook_delivery" add constraint "webhook_delivery_message_id_foreign" foreign key ("message_id") references "webhook_message" ("id") on delete cascade`,
    );
    this.addSql(ANSWERS);
  }

  override down(): void {
    this.addSql(`drop function award_answers`);
    for (const table of ['webhook_delivery', 'webhook_message', 'webhook_subscription'])
      this.addSql(`drop table if exists "${table}" cascade`);
  }
}
