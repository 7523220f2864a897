import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { importAgencies, importOfficers } from '../../server/registry/registry-import.service.js';
import { World } from '../support/world.js';

const data = (name: string) => readFileSync(new URL(`../data/${name}`, import.meta.url));
const options = { isDryRun: false, language: 'vi' as const };

describe('importing the registry', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(() => world.clear());
  afterAll(() => world.close());

  const count = async (table: string) =>
    (await world.ground.orm.em.fork().execute<{ n: number }[]>(`select count(*)::int as n from ${table}`))[0]!.n;

  test('the 57 agencies come in, and again nothing changes', async () => {
    const first = await importAgencies(world.as('TASK_FORCE'), data('agencies.csv'), options);
    expect(first).toMatchObject({ rows: 57, accepted: 57, refused: 0 });
    const again = await importAgencies(world.as('TASK_FORCE'), data('agencies.csv'), options);
    expect(again).toMatchObject({ rows: 57, accepted: 0, unchanged: 57 });
    const ask = await world.signIn('TASK_FORCE');
    const { data: seen } = await ask(
      '{ agencies(first: 3, orderBy: [{ field: STAFF_QUOTA, direction: DESC }]) { totalCount nodes { code name nameEn kind staffQuota mailDomain } } }',
    );
    expect(seen.agencies.totalCount).toBe(57);
    expect(seen.agencies.nodes[0]).toEqual({
      code: 'SXD',
      name: 'Sở Xây dựng',
      nameEn: 'Department of Construction',
      kind: 'DEPARTMENT',
      staffQuota: 832,
      mailDomain: 'sxd.tphcm.example',
    });
  });

  test('of the defective file ten rows come in, one is unchanged, fourteen are refused; a dry run says the same and writes nothing', async () => {
    await importAgencies(world.as('TASK_FORCE'), data('agencies.csv'), options);
    const expected = { rows: 25, accepted: 10, withWarning: 1, unchanged: 1, refused: 14 };
    const dry = await importOfficers(world.as('TASK_FORCE'), data('officers-bad.csv'), { ...options, isDryRun: true });
    expect(dry).toMatchObject({ ...expected, isDryRun: true });
    expect(await count('officer')).toBe(0);
    const real = await importOfficers(world.as('TASK_FORCE'), data('officers-bad.csv'), options);
    expect({ ...real, isDryRun: true }).toEqual(dry);
    expect(await count('officer')).toBe(10);
    const again = await importOfficers(world.as('TASK_FORCE'), data('officers-bad.csv'), options);
    expect(again).toMatchObject({ rows: 25, accepted: 0, unchanged: 11, refused: 14 });
    const ask = await world.signIn('TASK_FORCE');
    const { data: seen } = await ask(
      `{ nfd: officer(code: "BAD-0009") { fullName post } spaces: officer(code: "BAD-0010") { fullName mailbox { address } postings { fromOn } }
         formula: officer(code: "BAD-0014") { post } quoted: officer(code: "BAD-0017") { post isLeader } vietnamese: officer(code: "BAD-0020") { isLeader agency { code } }
         none: officer(code: "BAD-0024") { mailbox { id } } day: officer(code: "BAD-0006") { postings { fromOn } } }`,
    );
    expect(seen).toEqual({
      nfd: { fullName: 'Đặng Thị Thủy', post: 'Chuyên viên chính' },
      spaces: { fullName: 'Bùi Văn Khánh', mailbox: { address: 'khanh.bv@snv.tphcm.example' }, postings: [{ fromOn: '2012-05-02' }] },
      formula: { post: '@SUM(1+1)' },
      quoted: { post: 'Trưởng phòng, phụ trách "một cửa"', isLeader: true },
      vietnamese: { isLeader: true, agency: { code: 'SNV' } },
      none: { mailbox: null },
      day: { postings: [{ fromOn: '2013-03-05' }] },
    });
  });

  test('a later file moves an officer and keeps the history; an older one changes nothing', async () => {
    await importAgencies(world.as('TASK_FORCE'), data('agencies.csv'), options);
    const head = 'officer_code,full_name,agency_code,post,is_leader,mailbox,since\n';
    const file = (...rows: string[]) => Buffer.from(head + rows.join('\n'));
    await importOfficers(world.as('TASK_FORCE'), file('A-1,Lê Thị Hoa,SNV,Chuyên viên,false,hoa@snv.tphcm.example,2020-01-01'), options);
    const moved = await importOfficers(
      world.as('TASK_FORCE'),
      file('A-1,Lê Thị Hoa,STP,Phó Giám đốc,true,hoa@snv.tphcm.example,2026-03-01'),
      options,
    );
    expect(moved).toMatchObject({ accepted: 1, withWarning: 1 });
    const older = await importOfficers(
      world.as('TASK_FORCE'),
      file('A-1,Lê Thị Hoa,SNV,Chuyên viên,false,hoa@snv.tphcm.example,2020-01-01'),
      options,
    );
    expect(older).toMatchObject({ unchanged: 1 });
    const ask = await world.signIn('TASK_FORCE');
    const { data: seen } = await ask('{ officer(code: "A-1") { agency { code } isLeader postings { agency { code } fromOn untilOn } } }');
    expect(seen.officer).toEqual({
      agency: { code: 'STP' },
      isLeader: true,
      postings: [
        { agency: { code: 'STP' }, fromOn: '2026-03-01', untilOn: null },
        { agency: { code: 'SNV' }, fromOn: '2020-01-01', untilOn: '2026-02-28' },
      ],
    });
  });

  test('over HTTP the answer tells the progress and ends with the report; nobody else may', async () => {
    await importAgencies(world.as('TASK_FORCE'), data('agencies.csv'), options);
    const send = (headers: Record<string, string>) =>
      world.app.http.inject({
        method: 'POST',
        url: '/registry/officers',
        headers: { 'content-type': 'text/csv', ...headers },
        payload: data('officers-sample.csv'),
      });
    expect((await send({})).statusCode).toBe(401);
    const response = await send({ authorization: `Bearer ${world.app.operatorToken}` });
    const lines = response.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toEqual({ done: 0, total: 300 });
    expect(lines.at(-1).report).toMatchObject({ rows: 300, accepted: 300, refused: 0 });
    expect(await count('officer where is_leader')).toBe(36);
    expect(await count("audit_event where action = 'officer.import'")).toBe(300);
  });

  test('a file without a needed column is refused whole, naming it', async () => {
    const refused = importOfficers(world.as('TASK_FORCE'), Buffer.from('officer_code,full_name\nA-1,Lan'), options);
    await expect(refused).rejects.toMatchObject({ reasons: [{ code: 'INVALID', path: ['file'] }] });
  });
});
