/**
 * In force ⇒ the mailbox follows; not in force ⇒ it never moves (G-7): a server is killed again and again while decisions enter into force and appeals
 * stay them. Afterwards nothing is missing at the mail system, nothing is there too much, and all was resumed within a minute.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inFull } from '../support/in-full.js';
import { World } from '../support/world.js';
import { DecisionWorld } from '../decisions/decision-world.js';
import { MailWorld, SYSTEM } from '../provisioning/mail-world.js';

const minutes = 60_000;
/** G-7 speaks of 300, which take half an hour: HOPTHU_TEST_PROMISED=1 npm test -- --system test/system/killed-orders */
const KILLS = inFull(300, 12, 30);
const CASES = inFull(120, 12, 40);
/** Cases that are adopted and stay unsigned. */
const UNSIGNED = 10;
/** What a process compiled, the next one need not. */
const compiled = join(process.env.HOPTHU_TEST_FOLDER ?? tmpdir(), 'hopthu-compiled');
const root = fileURLToPath(new URL('../..', import.meta.url));

let world: World;
let mail: MailWorld;
beforeAll(async () => {
  world = await World.open();
  mail = await MailWorld.open(world);
}, 2 * minutes);
afterAll(async () => {
  await world.close();
  await mail.close();
}, minutes);

/** Enough other accounts that so many revocations are no mass. */
async function crowd(count: number): Promise<void> {
  await mail.rows(
    `insert into mailbox (id, created_at, updated_at, address, kind, state, expected_state, connector)
     select gen_random_uuid(), now(), now(), 'bulk' || i || '@snv.example', 'ROLE', 'ACTIVE', 'ACTIVE', $2 from generate_series(1, $1::int) i`,
    [count, SYSTEM],
  );
}

/** A server that lives for a random while after it is ready; how long it took to be ready. */
async function livesAndDies(tasks: object): Promise<boolean> {
  const child: ChildProcess = spawn(process.execPath, ['--import', './.config/register.mjs', 'test/support/mortal-server.ts'], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: compiled, MORTAL_TASKS: JSON.stringify(tasks) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let isFinished = false;
  await new Promise<void>((done, failed) => {
    child.once('exit', (code) => failed(new Error(`The server ended by itself with ${code}.`)));
    child.stdout!.on('data', (said: Buffer) => {
      if (said.toString().includes('finished')) isFinished = true;
      if (said.toString().includes('ready')) setTimeout(done, Math.random() * 700);
    });
  });
  child.removeAllListeners('exit');
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await gone;
  return isFinished;
}

test(
  `${KILLS} kills while ${CASES} decisions enter into force and half of them are appealed: 0 missing, 0 extra`,
  async () => {
    const town = await DecisionWorld.build(world, { never: CASES + UNSIGNED, members: 3, cause: 'NO_NEED' });
    await mail.connect();
    await mail.existing((await mail.rows<{ address: string }>('select address from mailbox')).map(({ address }) => address));
    await crowd((CASES + UNSIGNED) * 25);
    const ids = await town.voting(CASES + UNSIGNED, { kind: 'MAILBOX_REVOCATION' });
    for (const id of ids) await town.vote(id, ['FOR', 'FOR', 'FOR']);
    const [signed, unsigned] = [ids.slice(0, CASES), ids.slice(CASES)];
    const appeals = signed
      .filter((_, i) => i % 2 === 0)
      .map((id) => ({ id, officer: town.officer(town.never[ids.indexOf(id)]!.officerId).actor }));
    await mail.bench.run('create table moved (address text, was text, now text)');
    await mail.bench.run(
      `create function note_move() returns trigger language plpgsql security definer as $$ begin if new.state <> old.state then insert into moved values (new.address, old.state, new.state); end if; return new; end $$`,
    );
    await mail.bench.run('create trigger note_move after update on mailbox for each row execute function note_move()');
    // Carried out by the servers that are killed, not by this one.
    await mail.runner.stop();

    const folder = `${world.folder}/mortal`;
    mkdirSync(folder, { recursive: true });
    const tasks = {
      databaseUrl: world.database!.url,
      dataFolder: folder,
      aheadMilliseconds: world.ground.clock.now().getTime() - Date.now(),
      secretary: town.secretary.actor,
      cases: signed,
      appeals,
      pauseMilliseconds: KILLS > 12 ? 300 : 60,
    };
    for (let i = 0; i < KILLS; i++) await livesAndDies(tasks);

    // One more that is left alone: it ends what is left of the acts, and the orders.
    const last = spawn(process.execPath, ['--import', './.config/register.mjs', 'test/support/mortal-server.ts'], {
      cwd: root,
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        NODE_COMPILE_CACHE: compiled,
        MORTAL_TASKS: JSON.stringify({ ...tasks, pauseMilliseconds: 0 }),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await new Promise<void>((done) => last.stdout.on('data', (said: Buffer) => said.toString().includes('finished') && done()));
      const began = Date.now();
      const open = async () =>
        (await mail.rows<{ n: number }>(`select count(*)::int as n from mail_order where state in ('WAITING', 'RUNNING', 'UNKNOWN')`))[0]!
          .n;
      while ((await open()) > 0 && Date.now() - began < 2 * minutes) await new Promise((done) => setTimeout(done, 250));
      expect(await open()).toBe(0);
      expect(Date.now() - began).toBeLessThan(minutes);
    } finally {
      last.kill('SIGKILL');
    }

    const failed = await mail.rows(`select kind, message from mail_order where state <> 'DONE'`);
    expect(failed).toEqual([]);
    const wanted = await mail.rows<{ address: string; wanted: string; state: string; decision: string }>(
      `select m.address, m.expected_state as wanted, m.state, d.state as decision from decision d join mailbox m on m.id = coalesce(d.mailbox_id, (select o.mailbox_id from officer o where o.id = d.officer_id))`,
    );
    expect(wanted).toHaveLength(CASES + UNSIGNED);
    const wrong: string[] = [];
    for (const one of wanted) {
      const should = one.decision === 'IN_FORCE' ? 'REVOKED' : 'ACTIVE';
      const there = await mail.there(one.address);
      if (one.wanted !== should || one.state !== should || there !== should)
        wrong.push(`${one.address} ${one.decision}: ${one.wanted}, ${one.state}, ${there}`);
    }
    expect(wrong).toEqual([]);

    // Each account moved by its decisions and no other way: never for an unsigned one, at most there and back for one that was appealed.
    const moves = await mail.bench.run<{ address: string; was: string; now: string }>('select * from moved');
    const movesOf = new Map<string, string[]>();
    for (const { address, was, now } of moves) movesOf.set(address, [...(movesOf.get(address) ?? []), `${was}>${now}`]);
    const extra = wanted.filter(({ address, decision }) => {
      const made = (movesOf.get(address) ?? []).join(' ');
      if (decision === 'ADOPTED') return made !== '';
      if (decision === 'IN_FORCE') return made !== 'active>revoked';
      return made !== '' && made !== 'active>revoked revoked>active';
    });
    expect(extra).toEqual([]);
    expect(new Set(wanted.map(({ decision }) => decision))).toEqual(new Set(['IN_FORCE', 'APPEALED', 'ADOPTED']));
    expect(unsigned).toHaveLength(UNSIGNED);
  },
  25 * minutes,
);
