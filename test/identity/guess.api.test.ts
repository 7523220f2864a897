import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { healthOf } from '../../server/api/health.routes.js';
import { httpServer } from '../../server/api/http.js';
import { appOn, hopthuSchema } from '../../server/app.js';
import { guessing } from '../../server/identity/guess.service.js';
import { inviteUser } from '../../server/identity/invitation.service.js';
import { createSession } from '../../server/identity/session.service.js';
import { createUser } from '../../server/identity/user.service.js';
import { Refusal } from '../../server/kernel/refusal.js';
import { openStore } from '../../server/store/open.js';
import { inFull } from '../support/in-full.js';
import { migratedStore } from '../support/migrated-store.js';
import { freshDatabase, storeKind, World } from '../support/world.js';
import { acts, PASSWORD, Person, post, type SignedIn, tryToSignIn } from './person.js';

const count = (answers: SignedIn[], code: string) => answers.filter(({ userErrors }) => userErrors[0]?.code === code).length;

/** More than any limit lets through. */
const TRIES = inFull(200, 60);

describe('guessing is useless (G-16)', () => {
  let world: World;
  let lan: Person;
  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(async () => {
    await world.clear();
    world.ground.clock.stopAt(new Date('2026-11-24T02:00:30Z'));
    lan = await Person.make(world);
  });
  afterAll(() => world.close());

  const from = (n: number) => ({ address: `198.51.100.${n}` });

  test(`of ${TRIES} tries one after the other ten are evaluated, whoever is asked for`, async () => {
    for (const email of [lan.email, 'nobody@test.example']) {
      const answers: SignedIn[] = [];
      for (let i = 0; i < TRIES; i++) answers.push(await tryToSignIn(world, email, `wrong ${i}`, from(i)));
      expect([count(answers, 'INVALID'), count(answers, 'LIMIT')]).toEqual([10, TRIES - 10]);
      expect(answers.slice(0, 10).every(({ userErrors }) => userErrors[0]!.code === 'INVALID')).toBe(true);
    }
  });

  test(`of ${TRIES} tries at the same moment ten are evaluated`, async () => {
    const answers = await Promise.all(Array.from({ length: TRIES }, (_, i) => tryToSignIn(world, lan.email, `wrong ${i}`, from(i))));
    expect([count(answers, 'INVALID'), count(answers, 'LIMIT')]).toEqual([10, TRIES - 10]);
  });

  test('the count tells a limit from none: without the reservation all of 30 are evaluated', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        createSession(world.ground, `other-${i}@test.example`, 'wrong').catch((error: Refusal) => error.reasons[0]!.code),
      ),
    );
    expect(answers).toEqual(Array(30).fill('INVALID'));
  });

  test(`of ${TRIES} tries from one address at as many accounts fifty are evaluated, in a row and at the same moment`, async () => {
    const serial: SignedIn[] = [];
    for (let i = 0; i < TRIES; i++) serial.push(await tryToSignIn(world, `a${i}@test.example`, 'x', from(1)));
    expect([count(serial, 'INVALID'), count(serial, 'LIMIT')]).toEqual([50, TRIES - 50]);
    const parallel = await Promise.all(Array.from({ length: TRIES }, (_, i) => tryToSignIn(world, `b${i}@test.example`, 'x', from(2))));
    expect([count(parallel, 'INVALID'), count(parallel, 'LIMIT')]).toEqual([50, TRIES - 50]);
  });

  test('addresses of one IPv6 network count as one', async () => {
    const answers: SignedIn[] = [];
    for (let i = 0; i < 55; i++)
      answers.push(await tryToSignIn(world, `a${i}@test.example`, 'x', { address: `2001:db8:1:2::${(i + 1).toString(16)}` }));
    expect(count(answers, 'INVALID')).toBe(50);
  });

  test('the right password is refused too, in the same words for known and unknown, until the minute that was told', async () => {
    for (const email of [lan.email, 'nobody@test.example']) {
      for (let i = 0; i < 10; i++) await tryToSignIn(world, email, 'wrong', from(i));
    }
    const [known] = (await tryToSignIn(world, lan.email, PASSWORD, from(99))).userErrors;
    const [unknown] = (await tryToSignIn(world, 'nobody@test.example', PASSWORD, from(99))).userErrors;
    expect(known).toEqual({ code: 'LIMIT', path: ['password'], message: expect.stringContaining('thử lại từ 09:16') });
    expect(unknown).toEqual(known);
    world.ground.clock.stopAt(new Date('2026-11-24T02:15:30Z'));
    expect((await tryToSignIn(world, lan.email, PASSWORD)).userErrors[0]?.code).toBe('LIMIT');
    world.ground.clock.stopAt(new Date('2026-11-24T02:16:00Z'));
    expect((await tryToSignIn(world, lan.email, PASSWORD)).token).toMatch(/^hts_/);
  });

  test('the quarter of an hour slides: never more than ten in any', async () => {
    const evaluated: number[] = [];
    for (let minute = 0; minute < 60; minute++) {
      world.ground.clock.stopAt(new Date(Date.UTC(2026, 10, 24, 2, minute)));
      for (let i = 0; i < 3; i++) {
        const { userErrors } = await tryToSignIn(world, lan.email, 'wrong', from(minute));
        if (userErrors[0]!.code === 'INVALID') evaluated.push(minute);
      }
    }
    const inSpan = evaluated.map((start) => evaluated.filter((m) => m >= start && m <= start + 15).length);
    expect(Math.max(...inSpan)).toBe(10);
    expect(evaluated.length).toBeGreaterThanOrEqual(36);
  });

  test('who signs in rightly is never shut out, and gives no one else more tries', async () => {
    for (let i = 0; i < 9; i++) await tryToSignIn(world, lan.email, 'wrong', from(i));
    for (let i = 0; i < 20; i++) expect((await lan.signIn(undefined, from(50))).token).toMatch(/^hts_/);
    expect((await tryToSignIn(world, lan.email, 'wrong', from(10))).userErrors[0]!.code).toBe('INVALID');
    expect((await tryToSignIn(world, lan.email, 'wrong', from(11))).userErrors[0]!.code).toBe('LIMIT');
  });

  test('other spellings of the address are the same account', async () => {
    for (let i = 0; i < 10; i++) await tryToSignIn(world, i % 2 ? ` ${lan.email.toUpperCase()} ` : lan.email, 'wrong', from(i));
    expect((await lan.signIn(undefined, from(99))).userErrors[0]!.code).toBe('LIMIT');
  });

  test('aliases in one request do not help', async () => {
    const aliases = Array.from(
      { length: 15 },
      (_, i) => `a${i}: sessionCreate(email: "${lan.email}", password: "wrong ${i}") { userErrors { code } }`,
    );
    const { data } = await post(world, `mutation { ${aliases.join(' ')} }`, {});
    const evaluated = Object.values((data ?? {}) as Record<string, SignedIn>).filter(({ userErrors }) => userErrors[0]!.code === 'INVALID');
    expect(evaluated.length).toBeLessThanOrEqual(10);
    for (let i = 0; i < 15; i++) await tryToSignIn(world, lan.email, 'wrong', from(i));
    expect((await lan.signIn(undefined, from(99))).userErrors[0]!.code).toBe('LIMIT');
  });

  test('a forged X-Forwarded-For does not help, without a trusted proxy nor behind one', async () => {
    const direct: SignedIn[] = [];
    for (let i = 0; i < 60; i++) {
      direct.push(
        await tryToSignIn(world, `a${i}@test.example`, 'x', {
          ...from(1),
          headers: { 'x-forwarded-for': `203.0.113.${i}`, forwarded: `for=203.0.113.${i}` },
        }),
      );
    }
    expect(count(direct, 'INVALID')).toBe(50);

    const set = process.env.HOPTHU_TRUST_PROXY;
    process.env.HOPTHU_TRUST_PROXY = '1';
    const { app } = await httpServer({ ground: world.ground, schema: hopthuSchema(), health: healthOf(world.ground) });
    if (set === undefined) delete process.env.HOPTHU_TRUST_PROXY;
    else process.env.HOPTHU_TRUST_PROXY = set;
    const behind: SignedIn[] = [];
    for (let i = 0; i < 60; i++) {
      // The proxy appends what it saw to what the visitor claims.
      behind.push(
        await tryToSignIn(world, `b${i}@test.example`, 'x', {
          http: app,
          address: '10.0.0.1',
          headers: { 'x-forwarded-for': `203.0.113.${i}, 192.0.2.7` },
        }),
      );
    }
    expect(count(behind, 'INVALID')).toBe(50);
    // Neither do ports, other spellings, or texts that are no address.
    for (const spelt of ['192.0.2.7:%', '::ffff:192.0.2.7', '::ffff:c000:207', '[::ffff:c000:207]:%']) {
      const headers = { 'x-forwarded-for': spelt.replace('%', '4711') };
      const again = await tryToSignIn(world, 'd@test.example', 'x', { http: app, address: '10.0.0.1', headers });
      expect([spelt, again.userErrors[0]!.code]).toEqual([spelt, 'LIMIT']);
    }
    const unreadable: SignedIn[] = [];
    for (let i = 0; i < 60; i++) {
      const headers = { 'x-forwarded-for': `192.0.2.${i}, hidden-${i}` };
      unreadable.push(await tryToSignIn(world, `e${i}@test.example`, 'x', { http: app, address: '10.0.0.2', headers }));
    }
    expect(count(unreadable, 'INVALID')).toBe(50);
    const another = await tryToSignIn(world, 'c@test.example', 'x', {
      http: app,
      address: '10.0.0.1',
      headers: { 'x-forwarded-for': '192.0.2.8' },
    });
    expect(another.userErrors[0]!.code).toBe('INVALID');
    await app.close();
  });

  test('a known and an unknown user cost the same work, and over the limit none', async () => {
    const work = async (email: string) => {
      const before = process.cpuUsage();
      await createSession(world.ground, email, 'wrong', { address: null }).catch(() => undefined);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    await work('warm@test.example');
    const [known, unknown, over]: number[][] = [[], [], []];
    for (let i = 0; i < 9; i++) {
      known!.push(await work(lan.email));
      unknown!.push(await work(`u${i}@test.example`));
    }
    await work(lan.email);
    for (let i = 0; i < 9; i++) over!.push(await work(lan.email));
    const median = (values: number[]) => values.sort((a, b) => a - b)[4]!;
    const ratio = median(known!) / median(unknown!);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.67);
    expect(median(over!)).toBeLessThan(median(known!) / 2);
  });

  test('reaching a limit leaves one event, without name or address', async () => {
    for (let i = 0; i < 30; i++) await tryToSignIn(world, lan.email, 'wrong', { address: '192.0.2.77' });
    for (let i = 0; i < 30; i++) await tryToSignIn(world, 'nobody@test.example', 'wrong', { address: '192.0.2.77' });
    for (let i = 0; i < 60; i++) await tryToSignIn(world, `a${i}@test.example`, 'wrong', { address: '192.0.2.77' });
    const rows = await world.ground.orm.em
      .fork()
      .execute<{ subject: string; details: string }[]>(
        `select subject, details from audit_event where action = 'session.lock' order by seq`,
      );
    expect(rows.map(({ subject }) => subject)).toEqual([
      `user:${lan.id}`,
      expect.stringMatching(/^account:[0-9a-f]+$/),
      expect.stringMatching(/^address:[0-9a-f]+$/),
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/nobody|192\.0\.2\.77|lan@/);
  });

  test('a new link from the administrator opens the account at once', async () => {
    for (let i = 0; i < 10; i++) await tryToSignIn(world, lan.email, 'wrong', from(i));
    expect((await lan.signIn(undefined, from(99))).userErrors[0]!.code).toBe('LIMIT');
    await inviteUser(world.operator(), lan.id);
    expect((await lan.signIn(undefined, from(99))).token).toMatch(/^hts_/);
  });

  test('a fault keeps its place, so that nobody can provoke faults to try for nothing', async () => {
    const fault = () => guessing(world.ground, { email: lan.email }, ['code'], () => Promise.reject(new Error('a fault')));
    for (let i = 0; i < 10; i++) await expect(fault()).rejects.toThrow('a fault');
    await expect(fault()).rejects.toBeInstanceOf(Refusal);
  });

  test('what no longer counts is taken out of the store', async () => {
    for (let i = 0; i < 10; i++) await tryToSignIn(world, lan.email, 'wrong', from(i));
    world.ground.clock.stopAt(new Date('2026-11-24T03:00:00Z'));
    await tryToSignIn(world, 'other@test.example', 'wrong', from(1));
    const [row] = await world.ground.orm.em.fork().execute<{ left: number }[]>('select count(*)::int as left from guess');
    expect(row!.left).toBe(2);
  });

  test('the limit outlives a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hopthu-guess-'));
    const database = storeKind() === 'postgres' ? await freshDatabase() : undefined;
    // The first opening begins with a store that is migrated; a folder that holds one already is opened as it is.
    const open = (beginsWith?: Blob) =>
      openStore({
        beginsWith,
        databaseUrl: database?.url,
        ownerUrl: database?.ownerUrl,
        dataFolder: folder,
        purpose: 'test',
        migrates: true,
        log: pino({ level: 'fatal' }),
      });
    const codeOf = (ground: World['ground'], password: string) =>
      createSession(ground, lan.email, password).then(
        () => 'signed in',
        (error: Refusal) => error.reasons[0]!.code,
      );
    const template = database ? undefined : await migratedStore();
    const first = await openAndClose(
      () => open(template),
      async (ground) => {
        const { systemActor } = await import('../../server/identity/actor.js');
        await createUser({ ground, actor: systemActor }, { name: 'Lan', email: lan.email, password: PASSWORD, grants: [] });
        expect(await codeOf(ground, PASSWORD)).toBe('signed in');
        for (let i = 0; i < 10; i++) expect(await codeOf(ground, 'wrong')).toBe('INVALID');
        return codeOf(ground, PASSWORD);
      },
    );
    const second = await openAndClose(
      () => open(),
      (ground) => codeOf(ground, PASSWORD),
    );
    expect([first, second]).toEqual(['LIMIT', 'LIMIT']);
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  if (storeKind() === 'postgres') {
    test('several servers on one database share it, also at the same moment', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'hopthu-guess-'));
      const store = await openStore({
        databaseUrl: world.database!.url,
        dataFolder: folder,
        purpose: 'test',
        migrates: false,
        log: pino({ level: 'fatal' }),
      });
      store.ground.clock.stopAt(world.ground.clock.now());
      const other = await appOn(store);
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, i) =>
          tryToSignIn(world, lan.email, 'wrong', { ...from(i), http: i % 2 ? other.http : world.app.http }),
        ),
      );
      await other.close();
      rmSync(folder, { recursive: true, force: true });
      expect([count(answers, 'INVALID'), count(answers, 'LIMIT')]).toEqual([10, 90]);
    });
  }

  test('codes count like passwords, for the account and in a session', async () => {
    await lan.signIn();
    await lan.setUpTotp();
    for (let i = 0; i < 5; i++)
      expect((await lan.signIn(lan.wrongCode(), from(i))).userErrors[0]).toMatchObject({ code: 'INVALID', path: ['code'] });
    for (let i = 0; i < 5; i++)
      expect((await lan.prove('k3vd-7qpa-k3vd-7qpa', from(i))).sessionProve.userErrors[0]).toMatchObject({
        code: 'INVALID',
        path: ['code'],
      });
    world.ground.clock.move(60_000);
    expect((await lan.prove(lan.code(), from(99))).sessionProve.userErrors[0]).toMatchObject({ code: 'LIMIT', path: ['code'] });
    expect((await lan.signIn(lan.code(), from(99))).userErrors[0]!.code).toBe('LIMIT');
    expect(await acts(world, 'session.lock')).toEqual(['session.lock']);
  });
});

async function openAndClose<T>(open: () => ReturnType<typeof openStore>, use: (ground: World['ground']) => Promise<T>): Promise<T> {
  const store = await open();
  try {
    return await use(store.ground);
  } finally {
    await store.close();
  }
}
