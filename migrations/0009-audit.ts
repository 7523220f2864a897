import { Migration } from '@mikro-orm/migrations';
import { sealedText } from '../server/kernel/audit-chain.rules.js';
import { KeyedHash } from '../server/kernel/keyed-hash.js';

/** Only the emptying of details that `audit_erase_details` does passes; everything else is an attempt to rewrite the log. */
const GUARD = `create function audit_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'audit_event' then
    if current_setting('hopthu.erasing', true) = old.seq::text and new.details is null and new.salt is null
       and (new.seq, new.at, new.actor, new.action, new.subject, new.commitment, new.hash)
         is not distinct from (old.seq, old.at, old.actor, old.action, old.subject, old.commitment, old.hash) then
      return new;
    end if;
  end if;
  raise exception 'The audit log is append-only: % on % refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$`;

const ERASE = `create function audit_erase_details(erased int) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform set_config('hopthu.erasing', erased::text, true);
  update public.audit_event set details = null, salt = null where seq = erased;
  perform set_config('hopthu.erasing', '', true);
end $$`;

export class Audit extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "audit_mention" ("seq" int not null, "subject" text not null, primary key ("seq", "subject"))`);
    this.addSql(`create index "audit_mention_subject_seq_index" on "audit_mention" ("subject", "seq")`);
    this.addSql(`alter table "audit_head" add "mac" text null`);
    this.addSql(GUARD);
    for (const table of ['audit_event', 'audit_mention']) {
      this.addSql(
        `create trigger "${table}_append_only" before update or delete on "${table}" for each row execute function audit_append_only()`,
      );
      this.addSql(
        `create trigger "${table}_never_emptied" before truncate on "${table}" for each statement execute function audit_append_only()`,
      );
    }
    this.addSql(ERASE);
    await this.sealHead();
  }

  /** The chain of a store in use is sealed as it stands; a new store is sealed when it is opened for the first time. */
  private async sealHead(): Promise<void> {
    const settings = new Map(
      (await this.execute(`select name, value from setting where name in ('key', 'key.fingerprint')`)).map((row) => [
        row.name as string,
        row.value as string,
      ]),
    );
    const fingerprint = settings.get('key.fingerprint');
    if (!fingerprint) return;
    const secret = process.env.HOPTHU_KEY ?? settings.get('key') ?? '';
    if (KeyedHash.fingerprint(secret) !== fingerprint) {
      throw new Error('Cần đúng HOPTHU_KEY của kho dữ liệu này để nâng cấp. / HOPTHU_KEY of this store is needed to bring it up to date.');
    }
    const [head] = await this.execute('select seq, hash from audit_head where id = 1');
    const mac = new KeyedHash(secret).mac(sealedText({ seq: Number(head!.seq), hash: String(head!.hash) }));
    this.addSql(`update "audit_head" set "mac" = '${mac}' where "id" = 1`);
  }

  override down(): void {
    this.addSql(`drop function audit_erase_details(int)`);
    this.addSql(`drop trigger "audit_event_append_only" on "audit_event"`);
    this.addSql(`drop trigger "audit_event_never_emptied" on "audit_event"`);
    this.addSql(`drop table if exists "audit_mention" cascade`);
    this.addSql(`drop function audit_append_only()`);
    this.addSql(`alter table "audit_head" drop column "mac"`);
  }
}
