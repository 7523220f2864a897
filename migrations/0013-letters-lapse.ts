import { Migration } from '@mikro-orm/migrations';

export class LettersLapse extends Migration {
  override up(): void {
    this.addSql(`alter table "letter" add column "useful_until" timestamptz null`);
  }

  override down(): void {
    this.addSql(`alter table "letter" drop column "useful_until"`);
  }
}
