import { Migration } from '@mikro-orm/migrations';

export class SecondFactor extends Migration {
  override up(): void {
    this.addSql(
      `alter table "session" add "second_factor_at" timestamptz null, add "method" text not null default 'PASSWORD', add "device" text null`,
    );
  }

  override down(): void {
    this.addSql(`alter table "session" drop column "second_factor_at", drop column "method", drop column "device"`);
  }
}
