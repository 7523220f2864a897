/** Keeps the whole store as it is and brings it back, table by table: so that a command can be tried for real and leave no trace. */
import type { World } from './world.js';

export class Snapshot {
  private constructor(
    private readonly world: World,
    private readonly tables: readonly string[],
    private hashes: ReadonlyMap<string, string>,
  ) {}

  static async of(world: World): Promise<Snapshot> {
    const rows = await world.asOwner<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migration' order by 1`,
    );
    const tables = rows.map(({ name }) => name);
    await world.asOwner('drop schema if exists kept cascade');
    await world.asOwner('create schema kept');
    for (const name of tables) await world.asOwner(`create table kept."${name}" as table public."${name}"`);
    const snapshot = new Snapshot(world, tables, new Map());
    snapshot.hashes = await snapshot.now();
    return snapshot;
  }

  /** A fingerprint of every table. */
  private async now(): Promise<Map<string, string>> {
    const each = this.tables.map(
      (name) => `select '${name}' as name, coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from public."${name}" t`,
    );
    const rows = await this.world.asOwner<{ name: string; hash: string }>(each.join(' union all '));
    return new Map(rows.map(({ name, hash }) => [name, hash]));
  }

  /** Names of the tables that are not as they were. */
  async changed(): Promise<string[]> {
    await this.world.settled();
    const now = await this.now();
    return this.tables.filter((name) => now.get(name) !== this.hashes.get(name));
  }

  /** Brings the changed tables back; their names. */
  async restore(): Promise<string[]> {
    const changed = await this.changed();
    if (!changed.length) return changed;
    // Past triggers and foreign keys: the rows are those that were there before.
    await this.world.asOwner('set session_replication_role = replica');
    for (const name of changed) {
      await this.world.asOwner(`delete from public."${name}"`);
      await this.world.asOwner(`insert into public."${name}" overriding system value select * from kept."${name}"`);
    }
    await this.world.asOwner('set session_replication_role = default');
    return changed;
  }
}
