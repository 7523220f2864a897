/** An exported list holds the rows that the API shows to whoever exports, all of them and no others, whatever their role (G-15). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { getNamedType, isListType, isNonNullType } from 'graphql';
import { hopthuSchema } from '../../../server/app.js';
import { exportedLists } from '../../../server/publication/exports/lists.js';
import { type RightsWorld, rightsWorld, type ViewerName } from '../../support/rights-world.js';
import { type Answer, World } from '../../support/world.js';
import { csvRows, exported, sheetRows } from './export-desk.js';

/** What tells the rows of a list apart: how it is asked for over GraphQL, and under which head it stands. */
const KEYS: Record<string, [path: string, head: string, given?: (city: RightsWorld) => [call: string, conditions: object]]> = {
  agencies: ['code', 'Mã số'],
  officers: ['code', 'Mã số'],
  mailboxes: ['address', 'Địa chỉ thư'],
  reviews: ['reference', 'Số hiệu'],
  findings: ['officer.code', 'Mã số'],
  imports: ['fileName', 'Tệp'],
  quarantinedLines: ['reason', 'Lý do', (city) => [`(importId: "${city.import}")`, { importId: city.import }]],
  unknownAddresses: ['', 'Địa chỉ thư', (city) => [`(id: "${city.import}")`, { id: city.import }]],
  evidenceSources: ['name', 'Tên'],
  classes: ['reference', 'Số hiệu'],
  roster: ['officer.code', 'Mã số', ({ own }) => [`(id: "${own.training.trainingClass}")`, { id: own.training.trainingClass }]],
  checks: ['agency.code', 'Mã đơn vị'],
  demand: ['officer.code', 'Mã số'],
  demandByAgency: ['agency.code', 'Mã đơn vị'],
  decisions: ['reference', 'Số hiệu'],
  exclusions: [
    'officer.code',
    'Mã số',
    () => ['(first: 100, where: { kind: [AWARD_EXCLUSION], state: [IN_FORCE, APPEALED, EXPIRED] })', {}],
  ],
  dockets: ['name', 'Danh mục hồ sơ phiên họp'],
  committees: ['code', 'Mã số'],
  seats: ['user.name', 'Họ và tên'],
  letters: ['officer.code', 'Mã số'],
  mailOrders: ['mailbox.address', 'Địa chỉ thư'],
  drifts: ['address', 'Địa chỉ thư'],
  mailSystems: ['name', 'Tên'],
  comparisons: ['problem', 'Lý do', () => ['(connector: "Thư thành phố")', { connector: 'Thư thành phố' }]],
  users: ['name', 'Họ và tên'],
  apiKeys: ['name', 'Tên'],
  webhooks: ['name', 'Hệ thống'],
  deliveries: ['messageId', 'Mã tin'],
};

const VIEWERS: readonly ViewerName[] = [
  'ADMIN',
  'TASK_FORCE',
  'SECRETARY',
  'COMMITTEE_MEMBER',
  'TRAINER',
  'AGENCY_CONTACT',
  'OFFICER',
  'TASK_FORCE+OFFICER',
  'key findings:read',
  'key awards:read',
];

describe('an exported list', () => {
  let world: World;
  let city: RightsWorld;
  let start = 0;
  beforeAll(async () => {
    world = await World.open();
    city = await rightsWorld(world);
    start = world.ground.clock.now().getTime();
  });
  /** So many may be exported within ten minutes, and a session ends that is not used for two hours. */
  const after = (minutes: number) => world.ground.clock.stopAt(new Date(start + minutes * 60_000));
  beforeEach(() => after(60));
  afterAll(() => world.close());

  const headersOf = (viewer: ViewerName) => ({ authorization: `Bearer ${city.tokens.get(viewer)}` });

  /** The same over GraphQL, written by hand: page after page, until there is no next. */
  async function asked(name: string, viewer: ViewerName): Promise<{ code?: string; values: string[] }> {
    const { field, inner } = exportedLists.get(name)!;
    const [path, , given] = KEYS[name]!;
    const call = given?.(city)[0] ?? '';
    const of = hopthuSchema().getQueryType()!.getFields()[field]!;
    const type = isNonNullType(of.type) ? of.type.ofType : of.type;
    const isPaged = getNamedType(type).name.endsWith('Connection');
    const wanted = path.split('.').reduceRight((within, step) => (step ? `${step} ${within && `{ ${within} }`}` : ''), '');
    const rows = inner ? `${inner} ${wanted && `{ ${wanted} }`}` : wanted;
    const body = isPaged ? `{ nodes { ${rows} } pageInfo { hasNextPage endCursor } }` : `{ ${rows} }`;
    const values: string[] = [];
    let next: string | null = null;
    do {
      const cursor: string = isPaged
        ? call
          ? call.replace(/\)$/, next ? `, after: "${next}")` : ')')
          : `(first: 7${next ? `, after: "${next}"` : ''})`
        : call;
      const { data, errors }: Answer = await world.query(`{ answer: ${field}${cursor} ${body} }`, {}, headersOf(viewer));
      if (errors) return { code: errors[0]!.extensions.code, values };
      if (data.answer === null) return { code: 'NOT_FOUND', values };
      const found = isPaged ? data.answer.nodes : isListType(type) ? data.answer : [data.answer];
      const name = inner ? /^\w+/.exec(inner)![0] : undefined;
      for (const row of name ? found.flatMap((one: any) => one[name]) : found)
        values.push(String((path ? path.split('.').reduce((value: any, step) => value?.[step], row) : row) ?? ''));
      next = isPaged && data.answer.pageInfo.hasNextPage ? data.answer.pageInfo.endCursor : null;
    } while (next);
    return { values };
  }

  test('every list but the audit log, which grows by being read, is in the table of keys', () => {
    expect([...exportedLists.keys()].filter((name) => !(name in KEYS))).toEqual(['audit']);
  });

  test.each(VIEWERS)('shows %s what the API shows, no more and no less', async (viewer) => {
    const seen: Record<string, number> = {};
    let minutes = 0;
    for (const [name, [, head, given]] of Object.entries(KEYS)) {
      const api = await asked(name, viewer);
      const conditions = given?.(city)[1];
      after((minutes += 0.7));
      const csv = await exported(world, `${name}.csv`, headersOf(viewer), conditions);
      const status = api.code === 'FORBIDDEN' ? 403 : api.code ? 400 : 200;
      expect([name, csv.status]).toEqual([name, status]);
      if (status !== 200) continue;
      const { head: heads, rows } = csvRows(csv.body);
      const at = heads.indexOf(head);
      // A column that nobody of this role may read is left out.
      if (at < 0) {
        expect([name, new Set(api.values)]).toEqual([name, new Set(api.values.length ? [''] : [])]);
        continue;
      }
      const found = rows.map((row) => row[at]!.replace(/^'(?=[=+\-@])/, ''));
      expect([name, found]).toEqual([name, api.values]);
      seen[name] = found.length;
      const xlsx = await exported(world, `${name}.xlsx`, headersOf(viewer), conditions);
      expect([name, (await sheetRows(xlsx.body)).slice(1).map((row) => String(row[at] ?? ''))]).toEqual([name, found]);
    }
    if (viewer === 'TASK_FORCE') expect(seen).toMatchObject({ officers: 22, findings: 37, seats: 8, roster: 3 });
    if (viewer === 'OFFICER') expect(seen.findings).toBeLessThan(5);
  });

  test('the audit log is exported to whoever may read it, newest first, with what they may see', async () => {
    const admin = csvRows((await exported(world, 'audit.csv', headersOf('ADMIN'))).body);
    const numbers = admin.rows.map(([seq]) => Number(seq));
    expect(numbers.length).toBeGreaterThan(200);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    const officer = csvRows((await exported(world, 'audit.csv', headersOf('OFFICER'))).body);
    expect(officer.rows.length).toBeLessThan(numbers.length);
    expect((await exported(world, 'audit.csv', headersOf('TRAINER'))).status).toBe(403);
  });

  test('conditions, words that are looked for and order are those of the API', async () => {
    const where = { agencyId: { eq: city.own.agency }, isLeader: false };
    const { data } = await world.query(
      'query ($where: OfficerWhere) { officers(first: 100, where: $where, search: "nguyen", orderBy: [{ field: CODE, direction: DESC }]) { nodes { code } } }',
      { where },
      headersOf('TASK_FORCE'),
    );
    const codes = data.officers.nodes.map(({ code }: { code: string }) => code);
    const file = await exported(world, 'officers.csv', headersOf('TASK_FORCE'), {
      where,
      search: 'nguyen',
      orderBy: [{ field: 'CODE', direction: 'DESC' }],
    });
    expect(codes.length).toBeGreaterThan(3);
    expect(csvRows(file.body).rows.map(([code]) => code)).toEqual(codes);
  });

  test('a title that the panel narrows exclusions to narrows the file', async () => {
    const all = csvRows((await exported(world, 'exclusions.csv', headersOf('TASK_FORCE'))).body);
    const some = csvRows((await exported(world, 'exclusions.csv', headersOf('TASK_FORCE'), { title: 'CSTDCS' })).body);
    const none = csvRows((await exported(world, 'exclusions.csv', headersOf('TASK_FORCE'), { title: 'CSTDTQ' })).body);
    expect([all.rows.length, some.rows.length, none.rows.length]).toEqual([4, 4, 0]);
  });

  test('a column that somebody of this role may never read is left out, one that they may read of some says of whom not', async () => {
    const headOf = async (viewer: ViewerName, list: string) => csvRows((await exported(world, `${list}.csv`, headersOf(viewer))).body);
    const force = await headOf('TASK_FORCE', 'officers');
    expect(force.head).toEqual(expect.arrayContaining(['Mức độ sử dụng', 'Hộp thư', 'Địa chỉ thư']));
    const trainer = await headOf('TRAINER', 'officers');
    for (const head of ['Mức độ sử dụng', 'Địa chỉ thư']) expect(trainer.head).not.toContain(head);
    const admin = await headOf('ADMIN', 'agencies');
    expect(admin.head).not.toContain('Lãnh đạo có sử dụng');
    const users = await headOf('TASK_FORCE', 'users');
    const emails = users.rows.map((row) => row[users.head.indexOf('Địa chỉ thư điện tử')]);
    expect(new Set(emails)).toEqual(new Set(['', 'task-force@people.example']));
  });
});
