/** The door of exports: who passes, what is refused and how, what a file holds, and what is left when it is cut. */
import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { SESSION_COOKIE } from '../../../server/identity/session-cookie.js';
import { createSession } from '../../../server/identity/session.service.js';
import { createUser } from '../../../server/identity/user.service.js';
import { World } from '../../support/world.js';
import { csvRows, exported, type Headers, sheetRows, sheets } from './export-desk.js';

let world: World;
let agency = '';
beforeAll(async () => {
  world = await World.open();
  await world.app.http.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.clear();
  agency = await world.agency('SNV');
});

const NOBODY = '00000000-0000-7000-8000-000000000000';

const many = (count: number, post = 'Chuyên viên') =>
  world.asOwner(
    `insert into officer (id, created_at, updated_at, code, full_name, agency_id, is_leader, post, search_text, sort_key)
     select gen_random_uuid(), now(), now(), 'M-' || n, 'Người ' || n, '${agency}', false, '${post}', ' nguoi', lpad(n::text, 6, '0') from generate_series(1, ${count}) n`,
  );
const events = () =>
  world.asOwner<{ action: string; actor: string; details: string }>(
    `select action, actor, details from audit_event where subject like 'export:%' order by seq`,
  );
const untilEnded = async () => {
  for (let tries = 0; tries < 100; tries++) {
    const found = await events();
    if (['export.make', 'export.breakOff'].includes(found.at(-1)?.action ?? '')) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The export did not end.');
};
const said = ({ body }: { body: Buffer }) => JSON.parse(body.toString('utf8')) as { code: string; message: string; path: string[] };

/** Over the network, so that a connection can break. */
const over = (file: string, headers: Headers) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const { port } = world.app.http.server.address() as AddressInfo;
    httpRequest({ port, host: '127.0.0.1', method: 'POST', path: `/exports/${file}`, headers }, resolve)
      .on('error', reject)
      .end();
  });

describe('who exports', () => {
  test('is signed in, with a token, or with the cookie of the panel and its own header', async () => {
    expect((await exported(world, 'agencies.csv', {})).status).toBe(401);
    expect((await exported(world, 'agencies.csv', { authorization: 'Bearer hts_none' })).status).toBe(401);
    await createUser(world.system(), { name: 'An', email: 'an@test.example', password: 'test-password', grants: [{ role: 'ADMIN' }] });
    const { token } = await createSession(world.ground, 'an@test.example', 'test-password');
    const cookie = { cookie: `${SESSION_COOKIE}=${token}` };
    expect((await exported(world, 'agencies.csv', cookie)).status).toBe(401);
    const panel = { ...cookie, 'x-hopthu-panel': '1' };
    expect((await exported(world, 'agencies.csv', panel)).status).toBe(200);
    expect((await exported(world, 'agencies.csv', { ...panel, origin: 'https://elsewhere.example' })).status).toBe(401);
  });

  test('may ask for the list over the API, else is refused and leaves nothing on record', async () => {
    const trainer = await world.bearer('TRAINER');
    for (const file of ['users.csv', 'apiKeys.xlsx', 'audit.csv', 'decisions.csv'])
      expect([file, (await exported(world, file, trainer)).status]).toEqual([file, 403]);
    expect(await events()).toEqual([]);
  });

  test('is not asked by GET, which any page can make a browser send', async () => {
    const answer = await world.app.http.inject({ url: '/exports/agencies.csv', headers: await world.bearer('ADMIN') });
    expect(answer.statusCode).toBe(404);
  });

  test('exports one list at a time, and thirty within ten minutes', async () => {
    await many(3000, 'x'.repeat(3000));
    const headers = await world.bearer('TASK_FORCE');
    const first = await over('officers.csv', headers);
    const second = await exported(world, 'agencies.csv', headers);
    expect([second.status, said(second).code]).toEqual([400, 'LIMIT']);
    expect(said(second).message).toContain('Hãy đợi xong rồi xuất tiếp');
    first.destroy();
    await untilEnded();
    for (let n = 2; n <= 30; n++) expect((await exported(world, 'agencies.csv', headers)).status).toBe(200);
    const last = await exported(world, 'agencies.csv', headers);
    expect([last.status, said(last).message]).toEqual([400, 'Ông/bà đã xuất 30 danh sách trong 10 phút. Hãy thử lại sau.']);
    expect((await exported(world, 'agencies.csv', await world.bearer('ADMIN'))).status).toBe(200);
  });
});

describe('a question that cannot be answered', () => {
  const cases: [what: string, file: string, conditions: object | undefined, code: string, words: RegExp][] = [
    ['another list', 'nothing.csv', undefined, 'NOT_FOUND', /agencies, officers, mailboxes/],
    ['a name that every object has', 'constructor.csv', undefined, 'NOT_FOUND', /agencies/],
    ['another form', 'agencies.pdf', undefined, 'INVALID', /\.csv hoặc \.xlsx/],
    ['no form', 'agencies', undefined, 'NOT_FOUND', /agencies/],
    ['an argument the list does not take', 'agencies.csv', { first: 5 }, 'INVALID', /“first”.*search, where, orderBy/],
    ['a value of the wrong kind', 'agencies.csv', { where: { kind: 'NOTHING' } }, 'INVALID', /NOTHING|AgencyKind|where/],
    ['a list of what, is not said', 'quarantinedLines.csv', {}, 'REQUIRED', /“importId”/],
    ['a list of something that is not there', 'unknownAddresses.csv', { id: NOBODY }, 'NOT_FOUND', /Không tìm thấy/],
    ['something that is no object', 'agencies.csv', [1], 'INVALID', /đối tượng JSON/],
  ];
  test.each(cases)('%s is refused in words', async (_what, file, conditions, code, words) => {
    const answer = await exported(world, file, await world.bearer('ADMIN'), conditions);
    expect([answer.status, said(answer).code]).toEqual([400, code]);
    expect(said(answer).message).toMatch(words);
    expect(await events()).toEqual([]);
  });

  test('an order that would tell hidden figures is refused as in the API', async () => {
    const order = { orderBy: [{ field: 'LEADER_SHARE', direction: 'ASC' }] };
    const headers = await world.bearer('ADMIN');
    const { errors } = await world.query('query ($orderBy: [AgencyOrder!]) { agencies(orderBy: $orderBy) { totalCount } }', order, headers);
    const answer = await exported(world, 'agencies.csv', headers, order);
    expect([errors?.[0]?.extensions.code, answer.status]).toEqual(['FORBIDDEN', 403]);
  });
});

const HOSTILE: [name: string, inCsv: string][] = [
  ['=1+1', "'=1+1"],
  ['+84 28', "'+84 28"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =1+1', "' =1+1"],
  ['\u00a0=1', "'\u00a0=1"],
  ['\u200b=1', "'\u200b=1"],
  ['＝1+1', "'＝1+1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠SUM', "'＠SUM"],
  ['a=1', 'a=1'],
  ['Đặng "Thị", Ánh; Hà', 'Đặng "Thị", Ánh; Hà'],
  ['<f>1</f>&_x0041_', '<f>1</f>&_x0041_'],
];

describe('what a file holds', () => {
  test('no cell is calculated, in either form, and in a workbook every text is as it was', async () => {
    for (const [i, [name]] of HOSTILE.entries())
      await world.asOwner(
        `insert into officer (id, created_at, updated_at, code, full_name, agency_id, is_leader, post, search_text, sort_key)
         values (gen_random_uuid(), now(), now(), '${String(i).padStart(4, '0')}', '${name.replaceAll("'", "''")}', '${agency}', false, null, 'x', '${String(i).padStart(4, '0')}')`,
      );
    const headers = await world.bearer('TASK_FORCE');
    const { rows } = csvRows((await exported(world, 'officers.csv', headers)).body);
    expect(rows.map(([, name]) => name)).toEqual(HOSTILE.map(([, text]) => text));
    const xlsx = await exported(world, 'officers.xlsx', headers);
    const found = (await sheetRows(xlsx.body)).slice(1);
    // An escape that a reader of workbooks knows is written so that it stays the text it was.
    expect(found.map(([, name]) => String(name).replace('_x005F_', '_'))).toEqual(HOSTILE.map(([name]) => name.trim()));
    expect(found.map(([code]) => code)).toEqual(HOSTILE.map((_, i) => String(i).padStart(4, '0')));
    const { unzipSync } = await import('fflate');
    const parts = Object.values(unzipSync(xlsx.body)).map((bytes) => Buffer.from(bytes).toString('utf8'));
    expect(parts.filter((xml) => /<f[ >]/.test(xml))).toEqual([]);
  });

  test('numbers, days and moments are what they are, in the city’s time; heads and words are in the language asked for', async () => {
    await world.asOwner(`update agency set closed_on = '2026-11-23', staff_quota = 12993, name_en = 'Department of Home Affairs'`);
    world.ground.clock.stopAt(new Date('2026-11-30T17:30:00.000Z'));
    const headers = { ...(await world.bearer('ADMIN')), 'accept-language': 'en' };
    const [heads, row] = await sheetRows((await exported(world, 'agencies.xlsx', headers)).body);
    const at = (head: string) => row![heads!.indexOf(head)];
    expect([at('Code'), at('Name'), at('Staff quota'), at('Closed on')]).toEqual([
      'SNV',
      'Department of Home Affairs',
      12_993,
      new Date('2026-11-23T00:00:00Z'),
    ]);
    const users = csvRows((await exported(world, 'users.csv?lang=vi', headers)).body);
    expect(users.head).toContain('Đăng nhập gần nhất');
    const moments = await sheetRows((await exported(world, 'users.xlsx', headers)).body);
    const signedIn = moments[1]![moments[0]!.indexOf('Last sign-in')] as Date;
    expect(signedIn).toEqual(new Date('2026-12-01T00:30:00Z'));
    const agencies = csvRows((await exported(world, 'agencies.csv', { ...headers, 'accept-language': 'vi' })).body);
    expect(agencies.rows[0]).toEqual(expect.arrayContaining(['23/11/2026', '12993']));
  });

  test('a second sheet says what the file is: list, conditions in words, who, when, how many', async () => {
    await many(3);
    world.ground.clock.stopAt(new Date('2026-11-30T17:30:00.000Z'));
    const conditions = { search: 'người', where: { agencyId: { eq: agency }, isLeader: false } };
    const { body, headers } = await exported(world, 'officers.xlsx', await world.bearer('TASK_FORCE'), conditions);
    const [, about] = (await sheets(body)) as { sheet: string; data: string[][] }[];
    expect(about!.sheet).toBe('Thông tin tệp');
    expect(Object.fromEntries(about!.data)).toMatchObject({
      'Danh sách': 'Cán bộ, công chức',
      'Điều kiện lọc': 'Tìm: người; Đơn vị: Sở SNV; Lãnh đạo: Không',
      'Người xuất': 'TASK_FORCE',
      'Xuất lúc': '00:30 01/12/2026',
      'Số dòng': '3',
      'Mã lần xuất trong nhật ký hệ thống': headers['x-export-id'],
    });
    expect(headers).toMatchObject({ 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' });
    expect(headers['content-disposition']).toContain('filename="officers-2026-12-01.xlsx"');
  });
});

describe('the record', () => {
  test('says what was exported, by whom, in which form, of how many rows, and the hash of the file; not what was searched for', async () => {
    const officer = await world.officer(agency);
    const { body } = await exported(world, 'officers.csv', await world.bearer('TASK_FORCE'), { search: 'Lan' });
    const [begin, end] = await untilEnded();
    expect(JSON.parse(begin!.details)).toMatchObject({ format: 'csv', isSearched: true, total: 1, conditions: {} });
    expect(begin!.details).not.toContain('Lan');
    const { createHash } = await import('node:crypto');
    expect(JSON.parse(end!.details)).toMatchObject({ rows: 1, sha256: createHash('sha256').update(body).digest('hex') });
    expect(await world.asOwner(`select subject from audit_mention where subject like 'officer:%' group by subject`)).toContainEqual({
      subject: `officer:${officer}`,
    });
  });

  test('is there before anything leaves: where it cannot be written, nothing does', async () => {
    await world.officer(agency);
    await world.asOwner(
      `create or replace function unrecordable() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`,
    );
    await world.asOwner('create trigger unrecordable before insert on audit_event for each row execute function unrecordable()');
    const headers = await world.bearer('TASK_FORCE').catch(() => null);
    await world.asOwner('drop trigger unrecordable on audit_event');
    expect(headers).toBeNull();
    const signedIn = await world.bearer('TASK_FORCE');
    await world.asOwner('create trigger unrecordable before insert on audit_event for each row execute function unrecordable()');
    const answer = await exported(world, 'officers.csv', signedIn);
    await world.asOwner('drop trigger unrecordable on audit_event');
    expect(answer.status).toBe(500);
    expect(answer.body.toString('utf8')).not.toContain('Nguyễn Thị Lan');
    expect((await exported(world, 'officers.csv', signedIn)).status).toBe(200);
  });

  test('oneself is not named in one’s own trail as read by others', async () => {
    const officer = await world.officer(agency);
    await exported(world, 'officers.csv', await world.bearer({ role: 'OFFICER', scopeId: officer }));
    expect(await world.asOwner(`select m.seq from audit_mention m join audit_event e using (seq) where e.action like 'export.%'`)).toEqual(
      [],
    );
  });
});

describe('a file that is cut', () => {
  const wide = () => many(3000, 'x'.repeat(3000));
  const readAll = async (answer: IncomingMessage) => {
    const parts: Buffer[] = [];
    for await (const part of answer) parts.push(part as Buffer);
    return Buffer.concat(parts);
  };

  test('by the reader ends the work, is on record, and lets them begin another', async () => {
    await wide();
    const headers = await world.bearer('TASK_FORCE');
    const answer = await over('officers.csv', headers);
    answer.once('data', () => answer.destroy());
    const found = await untilEnded();
    expect(found.at(-1)!.action).toBe('export.breakOff');
    const { rows, outcome } = JSON.parse(found.at(-1)!.details);
    expect(outcome).toBe('CUT');
    expect(rows).toBeLessThan(3000);
    expect((await exported(world, 'agencies.csv', headers)).status).toBe(200);
  });

  test.each(['csv', 'xlsx'])('by a fault in the middle, a %s breaks the connection and is no whole file', async (format) => {
    await many(3000);
    const headers = await world.bearer('TASK_FORCE');
    await world.asOwner(
      `create or replace function unrecordable() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`,
    );
    await world.asOwner(
      `create trigger unrecordable before insert on audit_event for each row when (new.action = 'export.give') execute function unrecordable()`,
    );
    const answer = await over(`officers.${format}`, headers);
    expect(answer.statusCode).toBe(200);
    await expect(readAll(answer)).rejects.toThrow(/aborted/);
    await world.asOwner('drop trigger unrecordable on audit_event');
    const found = await untilEnded();
    expect(JSON.parse(found.at(-1)!.details)).toMatchObject({ outcome: 'FAULT', format, rows: 1000 });
  });

  test('a session that ends while it runs ends the export', async () => {
    await wide();
    const answer = await over('officers.csv', await world.bearer('TASK_FORCE'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { forgetSessions } = await import('../../../server/identity/session-cache.js');
    await world.asOwner('update session set ended_at = now()');
    forgetSessions(world.ground);
    await expect(readAll(answer)).rejects.toThrow(/aborted/);
    expect((await untilEnded()).at(-1)!.action).toBe('export.breakOff');
  });
});
