import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { importsOf, resumeImports } from '../../server/evidence/import.service.js';
import { addDays } from '../../server/kernel/calendar.js';
import { EvidenceWorld } from '../support/evidence-world.js';
import { inFull } from '../support/in-full.js';
import { cutOffOf, keeperNamed } from '../../server/kernel/retention.js';
import { World } from '../support/world.js';
import { sample } from './tally.js';
import { hostileLines, PLANTED, VICTIM } from './hostile-lines.js';

const DOVECOT = sample('dovecot-14days.log');
const LAN = 'lan@example.test';
const CUTS = inFull(500, 50);
const SMALL_CUTS = inFull(150, 40);
const HOSTILE = inFull(10_000, 1_000);
const AT = 'Oct  5 08:17:00 mail dovecot: ';

let world: World;
let evidence: EvidenceWorld;
beforeAll(async () => {
  world = await World.open();
  evidence = new EvidenceWorld(world);
});
afterAll(() => world.close());
beforeEach(() => world.clear());

/** The same numbers for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function cut(log: Buffer, cuts: number, seed: number): Buffer[] {
  const random = numbers(seed);
  const places = [...new Set(Array.from({ length: cuts }, () => 1 + random(log.length - 1)))].sort((a, b) => a - b);
  return [0, ...places].map((from, i) => log.subarray(from, places[i] ?? log.length));
}

const linesOf = (log: Buffer) => log.toString('latin1').trimEnd().split('\n');
const fileOf = (lines: readonly string[]) => Buffer.from(`${lines.join('\n')}\n`, 'latin1');

describe('The same evidence in other files changes nothing (E-6, G-12)', () => {
  let whole: string[];
  beforeEach(async () => {
    await evidence.source('Dovecot', 'DOVECOT');
  });
  const readWhole = async () => {
    await evidence.import('Dovecot', 'DOVECOT', DOVECOT);
    return evidence.counters();
  };

  test('twice, gzipped, shuffled and overlapping', async () => {
    whole = await readWhole();
    expect(whole.length).toBeGreaterThan(150);
    const lines = linesOf(DOVECOT);
    const random = numbers(5);
    const shuffled = lines.map((line) => [random(1e9), line] as const).sort((a, b) => a[0] - b[0]);
    const files = [DOVECOT, gzipSync(DOVECOT), fileOf(shuffled.map(([, line]) => line)), fileOf(lines.slice(1000, 2500))];
    for (const file of files) {
      const again = await evidence.import('Dovecot', 'DOVECOT', file);
      expect(again).toMatchObject({ state: 'DONE', used: 0, quarantined: 0 });
      expect(again.ignored + again.duplicate).toBe(again.lines);
      expect(await evidence.counters()).toEqual(whole);
    }
  });

  test('rotated at line ends, the later part first and its lines overlapping', async () => {
    whole = await readWhole();
    await world.clear();
    await evidence.source('Dovecot', 'DOVECOT');
    const lines = linesOf(DOVECOT);
    for (const part of [lines.slice(2000), lines.slice(0, 1200), lines.slice(1100, 2100)])
      await evidence.import('Dovecot', 'DOVECOT', fileOf(part));
    expect(await evidence.counters()).toEqual(whole);
  });

  test(`cut at ${CUTS} random bytes, the pieces imported one by one`, async () => {
    whole = await readWhole();
    await world.clear();
    await evidence.source('Dovecot', 'DOVECOT');
    const counts = { lines: 0, used: 0, ignored: 0, duplicate: 0, quarantined: 0 };
    for (const piece of cut(DOVECOT, CUTS, 11)) {
      const done = await evidence.import('Dovecot', 'DOVECOT', piece);
      expect(done.used + done.ignored + done.duplicate + done.quarantined).toBe(done.lines);
      for (const name of Object.keys(counts) as (keyof typeof counts)[]) counts[name] += done[name];
    }
    expect(await evidence.counters()).toEqual(whole);
    expect(counts.quarantined).toBe(0);
  }, 400_000);

  test(`cut at ${SMALL_CUTS} random bytes into pieces of less than a line and more`, async () => {
    const log = fileOf(linesOf(DOVECOT).slice(0, SMALL_CUTS + 10));
    await evidence.import('Dovecot', 'DOVECOT', log);
    whole = await evidence.counters();
    await world.clear();
    await evidence.source('Dovecot', 'DOVECOT');
    for (const piece of cut(log, SMALL_CUTS, 3)) await evidence.import('Dovecot', 'DOVECOT', piece);
    expect(await evidence.counters()).toEqual(whole);
  }, 240_000);

  test('two parts of a cut line in either order, and the whole afterwards', async () => {
    const lines = linesOf(DOVECOT)
      .filter((line) => line.includes('Login: user='))
      .slice(0, 4);
    const log = fileOf(lines);
    const at = log.length - 90;
    for (const parts of [
      [log.subarray(0, at), log.subarray(at)],
      [log.subarray(at), log.subarray(0, at)],
    ]) {
      await world.clear();
      await evidence.source('Dovecot', 'DOVECOT');
      for (const part of parts) await evidence.import('Dovecot', 'DOVECOT', part);
      const joined = await evidence.counters();
      expect(joined.reduce((sum, row) => sum + Number(row.split(',')[4]), 0)).toBe(4);
      expect(await evidence.import('Dovecot', 'DOVECOT', log)).toMatchObject({ used: 0, duplicate: 4 });
      expect(await evidence.counters()).toEqual(joined);
    }
  });

  test('stopped while reading and taken up again at the next start', async () => {
    whole = await readWhole();
    await world.clear();
    await evidence.source('Dovecot', 'DOVECOT');
    const id = await evidence.start('Dovecot', 'DOVECOT', DOVECOT);
    await importsOf(world.ground).stop();
    expect(await evidence.imported(id)).toMatchObject({ state: 'RUNNING', used: 0 });
    expect(await evidence.counters()).toEqual([]);
    await resumeImports(world.ground);
    await importsOf(world.ground).idle();
    expect(await evidence.imported(id)).toMatchObject({ state: 'DONE', lines: 3742 });
    expect(await evidence.counters()).toEqual(whole);
    expect(readdirSync(`${world.folder}/imports`)).toEqual([]);
    expect(await evidence.rows(`select 1 from pg_tables where tablename like 'evidence_staged%'`)).toEqual([]);
  });
});

describe('What counts does not depend on the order of files', () => {
  const login = (user: string, session: string) => `${AT}imap-login: Logged in: user=<${user}>, rip=1.2.3.4, session=<${session}>`;
  const seen = (day: string, session: string) =>
    `${day} 09:00:00 mail dovecot: imap(${LAN})<1><${session}>: flag_change: box=INBOX, uid=1, msgid=<x>, size=1, flags=(\\Seen)`;
  const master = `${AT}auth: passdb(admin,1.2.3.4,master,<b>): Master user logging in as ${LAN}`;

  test('equal lines: the largest number that one file holds (E-6)', async () => {
    await evidence.source('Dovecot', 'DOVECOT');
    const line = `${AT}imap-login: Login: user=<${LAN}>, rip=1.2.3.4`;
    expect(await evidence.import('Dovecot', 'DOVECOT', `${line}\n`)).toMatchObject({ used: 1, duplicate: 0 });
    expect(await evidence.import('Dovecot', 'DOVECOT', `${line}\n${line}\n${line}\n`)).toMatchObject({ used: 2, duplicate: 1 });
    expect(await evidence.import('Dovecot', 'DOVECOT', `${line}\n${line}\n`)).toMatchObject({ used: 0, duplicate: 2 });
    expect(await evidence.counters()).toEqual([`2026-10-05,${LAN},0,0,3,0,0`]);
  });

  test('a read moves to its earliest day, and to the next one when that session is dropped (E-2, E-4)', async () => {
    await evidence.source('Dovecot', 'DOVECOT');
    await evidence.import('Dovecot', 'DOVECOT', `${seen('Oct  8', 'c')}\n`);
    await evidence.import('Dovecot', 'DOVECOT', `${seen('Oct  6', 'b')}\n${seen('Oct  7', 'd')}\n`);
    expect(await evidence.counters()).toEqual([`2026-10-06,${LAN},0,1,0,0,0`]);
    await evidence.import('Dovecot', 'DOVECOT', `${master}\n`);
    expect(await evidence.counters()).toEqual([`2026-10-07,${LAN},0,1,0,0,0`]);
    const [day] = await evidence.rows<{ mailboxes: number }>(
      `select mailboxes from evidence_source_day where day = date '2026-10-06' - date '1970-01-01'`,
    );
    expect(day!.mailboxes).toBe(0);
  });

  test('a dropped session counts nothing, whether its lines come before or after', async () => {
    for (const files of [
      [login(LAN, 'b'), master],
      [master, login(LAN, 'b')],
    ]) {
      await world.clear();
      await evidence.source('Dovecot', 'DOVECOT');
      for (const file of files) await evidence.import('Dovecot', 'DOVECOT', `${file}\n`);
      expect(await evidence.counters()).toEqual([]);
    }
  });

  test('rows of days replace each other, the later import last (evidence.md §8)', async () => {
    await evidence.source('Tay', 'HOPTHU_DAY');
    const header = 'date,address,sent,read,logins\n';
    expect(await evidence.import('Tay', 'HOPTHU_DAY', `${header}2026-10-05,${LAN},1,2,3\n2026-10-05,${LAN},2,2,3\n`)).toMatchObject({
      lines: 2,
      used: 1,
      duplicate: 1,
    });
    expect(await evidence.import('Tay', 'HOPTHU_DAY', `${header}2026-10-05,${LAN},2,2,3`)).toMatchObject({ used: 0, duplicate: 1 });
    expect(await evidence.import('Tay', 'HOPTHU_DAY', `${header}2026-10-05,${LAN},1,0,0`)).toMatchObject({ used: 1 });
    for (const day of ['0000-01-01', '0099-12-31', '1899-12-31', '2201-01-01', '2026-02-30']) {
      const { used, quarantined } = (await evidence.import('Tay', 'HOPTHU_DAY', `${header}${day},${LAN},1,0,0`)) as any;
      expect([day, used, quarantined]).toEqual([day, 0, 1]);
    }
    expect(await evidence.counters()).toEqual([`2026-10-05,${LAN},1,0,0,0,0`]);
  });
});

describe('What an import says', () => {
  test('addresses that the registry does not know, and nothing of foreign domains (E-6)', async () => {
    const agency = await world.agency('SNV', 'example.test');
    await world.officer(agency, { mailboxAddress: LAN });
    await evidence.source('Dovecot', 'DOVECOT');
    const lines = [LAN, 'minh@example.test', 'x@other.test'].map((user) => `${AT}imap-login: Login: user=<${user}>, rip=1.2.3.4`);
    const done = await evidence.import('Dovecot', 'DOVECOT', `${lines.join('\n')}\n`);
    expect(done).toMatchObject({ lines: 3, used: 2, ignored: 1, unknown: ['minh@example.test'], note: 'showsNoReads' });
    expect(await evidence.counters()).toHaveLength(2);
  });

  test('a file of other domains alone says which they are and which the source takes', async () => {
    await evidence.source('Snv', 'DOVECOT', { mailDomains: ['snv.example'] });
    const done = await evidence.import('Snv', 'DOVECOT', DOVECOT);
    expect(done).toMatchObject({ state: 'DONE', used: 0, duplicate: 0, note: 'otherDomains' });
    const [row] = await world.ground.orm.em.fork().execute<{ note: any }[]>('select note from evidence_import');
    const { values } = typeof row!.note === 'string' ? JSON.parse(row!.note) : row!.note;
    expect(values).toEqual({ domains: expect.stringMatching(/^example\.test \(\d+\)/), source: 'Snv', served: 'snv.example' });
    expect(values.domains).not.toContain('@');
  });

  test.each<[string, Buffer | string, string]>([
    ['zip', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0]), 'packed'],
    ['torn gzip', gzipSync(DOVECOT).subarray(0, 3000), 'torn'],
    [
      'over six months without years',
      'Jan  5 08:17:00 mail CRON[1]: x\nApr  5 08:17:00 mail CRON[1]: x\nAug  5 08:17:00 mail CRON[1]: x\n',
      'spanTooLong',
    ],
  ])('%s is refused as a whole', async (_name, body, note) => {
    await evidence.source('Dovecot', 'DOVECOT');
    expect(await evidence.import('Dovecot', 'DOVECOT', body)).toMatchObject({ state: 'REFUSED', note, lines: 0, used: 0 });
    expect(await evidence.counters()).toEqual([]);
  });

  test.each([
    ['date,address,gesendet\n', 'unknownColumn'],
    ['address,sent\n', 'missingColumn'],
    ['hello\n', 'notAReport'],
  ])('a report that begins %j is refused as a whole', async (body, note) => {
    await evidence.source('Tay', 'HOPTHU_DAY');
    expect(await evidence.import('Tay', 'HOPTHU_DAY', body)).toMatchObject({ state: 'REFUSED', note });
  });
});

describe('Secrets (E-1, E-7, G-13)', () => {
  test(`${HOSTILE} hostile lines credit nobody, and none of the planted passwords is found in the whole store`, async () => {
    await evidence.source('Dovecot', 'DOVECOT');
    await evidence.source('Postfix', 'POSTFIX');
    const file = `${hostileLines(HOSTILE).join('\n')}\n`;
    for (const [source, format] of [
      ['Dovecot', 'DOVECOT'],
      ['Postfix', 'POSTFIX'],
    ] as const) {
      const done = await evidence.import(source, format, file);
      expect(done).toMatchObject({ state: 'DONE', lines: HOSTILE });
      expect(done.used + done.ignored + done.duplicate + done.quarantined).toBe(HOSTILE);
    }
    expect((await evidence.counters()).filter((row) => row.includes(VICTIM))).toEqual([]);
    expect(await evidence.dump()).not.toMatch(PLANTED);
  });

  test('no password, subject, client address or piece of a line is found in the whole store', async () => {
    await evidence.source('Dovecot', 'DOVECOT');
    await evidence.source('Postfix', 'POSTFIX');
    const secret = 'Mat-Khau-8x!Qz';
    const lines = [
      `${AT}auth-worker(1): sql(${LAN},203.0.113.66): unknown user (given password: ${secret})`,
      `${AT}imap-login: Signed in: user=<${LAN}>, rip=203.0.113.66, auth=${secret}`,
      `${AT}imap-login: Login: user=<${LAN}>, rip=203.0.113.66, session=<geheim1>`,
      `${AT}imap(${LAN})<1><geheim1>: flag_change: box=Riêng tư, uid=1, msgid=<privat@x>, size=1, subject=Nghi phep, flags=(\\Seen)`,
      `password ${secret}`,
      `${AT}auth: Info: token=${secret} is the last and unfinished li`,
    ];
    const done = await evidence.import('Dovecot', 'DOVECOT', lines.join('\n'));
    expect(done).toMatchObject({ lines: 6, used: 2, ignored: 2, quarantined: 2 });
    const failed = `Oct  5 08:17:00 mail postfix/smtpd[1]: warning: x[203.0.113.66]: SASL LOGIN authentication failed: ${secret}, sasl_username=${LAN}`;
    await evidence.import('Postfix', 'POSTFIX', `${failed}\n${secret} ${failed.slice(20)}\n`);
    expect(await evidence.counters('Postfix')).toEqual([]);
    const dump = await evidence.dump();
    expect(dump).toContain(LAN);
    expect(dump).not.toMatch(/Mat-Khau|8x!Qz|203\.0\.113|geheim|privat|Nghi phep|Riêng|unfinished/);
  });

  test('quarantined lines and ends of files are forgotten after 30 days, joined lines stay counted', async () => {
    const removeRaw = async () => {
      let removed = 0;
      for (const name of ['evidence.quarantine', 'evidence.fragments'])
        removed += await keeperNamed(name)!.apply(world.ground, cutOffOf(world.ground, { value: 30, unit: 'DAYS' }), 100);
      return removed;
    };
    await evidence.source('Dovecot', 'DOVECOT');
    const line = `${AT}imap-login: Login: user=<${LAN}>, rip=1.2.3.4\n`;
    await evidence.import('Dovecot', 'DOVECOT', `${AT}imap-login: Brand new\n${line.slice(0, 50)}`);
    await evidence.import('Dovecot', 'DOVECOT', line.slice(50));
    expect(await removeRaw()).toBe(0);
    world.ground.clock.stopAt(new Date(`${addDays(world.ground.clock.today(), 32)}T08:00:00Z`));
    expect(await removeRaw()).toBeGreaterThan(2);
    await evidence.import('Dovecot', 'DOVECOT', `${AT}imap-login: ID sent: x\n`);
    expect(await evidence.counters()).toEqual([`2026-10-05,${LAN},0,0,1,0,0`]);
  });
});
