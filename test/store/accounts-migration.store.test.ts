import { afterAll, beforeAll, expect, test } from '@jest/globals';
import 'reflect-metadata';
import type { Native } from '../../server/kernel/ground.js';
import { embeddedOrm, type Orm, serverOrm } from '../../server/store/orm.js';
import { freshDatabase, storeKind } from '../support/world.js';

let orm: Orm;
let native: Native;
let drop = async (): Promise<void> => undefined;
beforeAll(async () => {
  const database = storeKind() === 'postgres' ? await freshDatabase() : undefined;
  ({ orm, native } = database ? await serverOrm(database.ownerUrl) : await embeddedOrm(undefined));
  if (database) drop = database.drop;
});
afterAll(async () => {
  await orm.close();
  if (native.kind === 'embedded' && !native.pglite.closed) await native.pglite.close();
  await drop();
});

test('users who were there before accounts came are found by name and address, in Vietnamese order', async () => {
  await orm.migrator.up({ to: '0005-second-factor' });
  const em = orm.em.fork();
  const people = { 'Đặng Văn Ánh': 'anh@q1.example', 'Lê Thị An': 'an@q1.example' };
  for (const [i, [name, email]] of Object.entries(people).entries()) {
    await em.execute('insert into app_user (id, created_at, updated_at, name, email) values (?, now(), now(), ?, ?)', [
      `01890000-0000-7000-8000-00000000000${i}`,
      name,
      email,
    ]);
  }
  await orm.migrator.up();
  const rows = await em.execute('select name_words as names, email_words as emails from app_user order by sort_key');
  expect(rows).toEqual([
    { names: ' le thi an', emails: ' an@q1.example q1.example' },
    { names: ' dang van anh', emails: ' anh@q1.example q1.example' },
  ]);
});
