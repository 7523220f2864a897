/** Opens the store: the embedded one in a folder, or PostgreSQL by DATABASE_URL; brings it up to date and keeps its key. */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { emptyEnd } from '../kernel/audit.js';
import { auditShape } from '../kernel/audit-shape.js';
import { askOf } from '../kernel/audit-verify.js';
import { CalendarBook } from '../kernel/calendar-book.js';
import { Clock, CLOCK_OFFSET } from '../kernel/clock.js';
import type { Ground } from '../kernel/ground.js';
import { KeyedHash } from '../kernel/keyed-hash.js';
import { newLog } from '../kernel/log.js';
import { Metrics } from '../kernel/metrics.js';
import { Outbox } from '../kernel/outbox.js';
import { readerOn } from '../kernel/read.js';
import { Routines } from '../kernel/routines.js';
import type { StoreChoice } from './choice.js';
import { StoreLock } from './lock.js';
import { applyMigrations, expectMigrated, migrateAsOwner, missingMigrations, roleOf } from './migrating.js';
import { embeddedOrm, serverOrm, type Orm } from './orm.js';
import { allowedAllTheSame, isTooStrong, misshapen, NotReady, notYetGranted, type Query, roleFacts, tooStrong } from './role.js';

export interface Store {
  ground: Ground;
  lock: StoreLock | undefined;
  /** How many migrations this opening applied. */
  migrationsApplied: number;
  /** Whether the database answers and has had every migration of this program; another server may have been upgraded meanwhile. */
  isCurrent(): Promise<boolean>;
  close(): Promise<void>;
}

const KEY = 'key';
const KEY_FINGERPRINT = 'key.fingerprint';
export const CITY = 'city';
export const DEMONSTRATION = 'DEMONSTRATION';

async function settingsOf(orm: Orm): Promise<Map<string, string>> {
  const rows = await orm.em.fork().execute<{ name: string; value: string }[]>('select name, value from setting');
  return new Map(rows.map((r) => [r.name, r.value]));
}

/** The installation's key: HOPTHU_KEY when set, else made once and kept in the store; a wrong key is refused, it would count everything twice. */
async function keyOf(orm: Orm): Promise<KeyedHash> {
  const em = orm.em.fork();
  const given = process.env.HOPTHU_KEY;
  if (!given) {
    await em.execute(`insert into setting (name, value) values ('${KEY}', ?) on conflict (name) do nothing`, [
      randomBytes(32).toString('base64'),
    ]);
  }
  const settings = await settingsOf(orm);
  const secret = given ?? settings.get(KEY)!;
  const fingerprint = KeyedHash.fingerprint(secret);
  const key = new KeyedHash(secret);
  // At the first opening ever, and only then, the empty audit chain is sealed with the key.
  await em.execute(
    `with first as (insert into setting (name, value) values ('${KEY_FINGERPRINT}', ?) on conflict (name) do nothing returning name)
     update public.audit_head set mac = ? where mac is null and seq = 0 and exists (select 1 from first)`,
    [fingerprint, emptyEnd(key).mac],
  );
  const stored = (await settingsOf(orm)).get(KEY_FINGERPRINT);
  if (stored !== fingerprint) {
    throw new NotReady(
      'HOPTHU_KEY không phải khóa của kho dữ liệu này.',
      'HOPTHU_KEY is not the key of this store: set the key it was made with.',
    );
  }
  return key;
}

/**
 * On PostgreSQL: as the application's role nothing is migrated but over the owner's own connection; a role that is too strong is refused
 * unless it was allowed, and then it migrates itself (G-24).
 */
async function upToDate(choice: StoreChoice, orm: Orm, migrated: number, log: Logger): Promise<number> {
  if (!choice.databaseUrl) return choice.migrates ? applyMigrations(orm) : 0;
  const query: Query = (sql) => orm.em.fork().execute(sql);
  const facts = await roleFacts(query);
  if (isTooStrong(facts) && !choice.allowsOwner) throw tooStrong(facts);
  if (isTooStrong(facts)) log.warn(allowedAllTheSame(facts));
  if (facts.isOwner && choice.migrates && !choice.ownerUrl) return applyMigrations(orm);
  await expectMigrated(query);
  return migrated;
}

/** Before the first migration the application's role may not even connect, where the database is closed to the public. */
function notLetIn(error: unknown): never {
  if ((error as { code?: string }).code === '42501') throw notYetGranted();
  throw error;
}

export async function openStore(choice: StoreChoice): Promise<Store> {
  const { databaseUrl, ownerUrl, inMemory = false } = choice;
  const log = choice.log ?? newLog(choice.logLevel);
  mkdirSync(choice.dataFolder, { recursive: true, mode: 0o700 });
  const lock = databaseUrl || inMemory ? undefined : StoreLock.take(choice.dataFolder, choice.purpose);
  let opened: Awaited<ReturnType<typeof embeddedOrm>> | undefined;
  try {
    const migrated = databaseUrl && ownerUrl && choice.migrates ? await migrateAsOwner({ ownerUrl, appRole: roleOf(databaseUrl) }) : 0;
    opened = databaseUrl
      ? await serverOrm(databaseUrl).catch(notLetIn)
      : await embeddedOrm(inMemory ? undefined : join(choice.dataFolder, 'store'), choice.beginsWith);
    const { orm, native } = opened;
    const migrationsApplied = await upToDate(choice, orm, migrated, log);
    const faults = await auditShape(askOf(native));
    if (faults.length > 0) throw misshapen(faults);
    const clock = new Clock(choice.timeZone ?? 'Asia/Ho_Chi_Minh');
    const settings = await settingsOf(orm);
    clock.move(Number(settings.get(CLOCK_OFFSET) ?? 0));
    const isDemonstration = settings.get(CITY) === DEMONSTRATION;
    const outbox = new Outbox();
    const routines = new Routines();
    const ground: Ground = {
      orm,
      native,
      read: readerOn(native, orm.em.getConnection().getClient() as never),
      clock,
      calendars: new CalendarBook(),
      key: await keyOf(orm),
      outbox,
      routines,
      dataFolder: choice.dataFolder,
      isDemonstration,
      asksSecondFactor: !isDemonstration || process.env.HOPTHU_SECOND_FACTOR === 'on',
      log,
      metrics: new Metrics(),
    };
    outbox.stand(ground);
    routines.stand(ground);
    return {
      ground,
      lock,
      migrationsApplied,
      isCurrent: async () => (await missingMigrations((sql) => orm.em.fork().execute(sql))).length === 0,
      close: async () => {
        await routines.stop();
        await outbox.stop();
        await orm.close();
        if (native.kind === 'embedded' && !native.pglite.closed) await native.pglite.close();
        lock?.release();
      },
    };
  } catch (error) {
    await opened?.orm.close().catch(() => undefined);
    if (opened?.native.kind === 'embedded' && !opened.native.pglite.closed) await opened.native.pglite.close();
    lock?.release();
    throw error;
  }
}
