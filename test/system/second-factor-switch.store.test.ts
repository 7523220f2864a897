import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { StoreChoice } from '../../server/store/choice.js';
import { CITY, DEMONSTRATION, openStore } from '../../server/store/open.js';
import { migratedStore } from '../support/migrated-store.js';
import { freshDatabase, storeKind } from '../support/world.js';

describe('who may do without a second factor (G-18)', () => {
  let choice: StoreChoice;
  let drop = async (): Promise<void> => undefined;
  const before = process.env.HOPTHU_SECOND_FACTOR;
  beforeAll(async () => {
    choice = { dataFolder: mkdtempSync(join(tmpdir(), 'hopthu-switch-')), purpose: 'test', migrates: true, log: pino({ level: 'silent' }) };
    if (storeKind() !== 'postgres') {
      choice.beginsWith = await migratedStore();
      return;
    }
    const database = await freshDatabase();
    choice = { ...choice, databaseUrl: database.ownerUrl, allowsOwner: true };
    drop = database.drop;
  });
  afterAll(async () => {
    if (before === undefined) delete process.env.HOPTHU_SECOND_FACTOR;
    else process.env.HOPTHU_SECOND_FACTOR = before;
    await drop();
    rmSync(choice.dataFolder, { recursive: true, force: true });
  });

  /** Whether a store that is opened with the switch in this position asks for one. */
  const asks = async (position: string | undefined, makeDemonstration = false): Promise<boolean> => {
    if (position === undefined) delete process.env.HOPTHU_SECOND_FACTOR;
    else process.env.HOPTHU_SECOND_FACTOR = position;
    const { ground, close } = await openStore(choice);
    // A folder that holds a store already is opened as it is.
    delete choice.beginsWith;
    if (makeDemonstration) await ground.orm.em.fork().execute('insert into setting (name, value) values (?, ?)', [CITY, DEMONSTRATION]);
    await close();
    return ground.asksSecondFactor;
  };

  test('a city never, whatever the switch says; the demonstration city unless it is switched on', async () => {
    expect(await asks('off')).toBe(true);
    expect(await asks(undefined, true)).toBe(true);
    expect(await asks(undefined)).toBe(false);
    expect(await asks('on')).toBe(true);
  });
});
