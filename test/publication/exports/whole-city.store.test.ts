/** A list of the whole city: every row, in the same memory however long it is, read no faster than it is taken, each person on record. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hopthuSchema } from '../../../server/app.js';
import { SchemaAsker } from '../../../server/api/schema-asker.js';
import { csvFile } from '../../../server/publication/exports/csv-file.js';
import { type Asker, type Asking, openColumns, piecesOf } from '../../../server/publication/exports/export-rows.js';
import { exportedLists } from '../../../server/publication/exports/lists.js';
import { RunningExport } from '../../../server/publication/exports/running-export.js';
import { xlsxFile } from '../../../server/publication/exports/xlsx-file.js';
import { storeKind, World } from '../../support/world.js';
import { csvRows, exported, sheetRows } from './export-desk.js';

const OFFICERS = 13_000;
const FEW = 2_600;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

describe('a list of the whole city', () => {
  let world: World;
  let agency = '';
  beforeAll(async () => {
    world = await World.open();
    agency = await world.agency('SNV');
    const other = await world.agency('SYT');
    await world.asOwner(
      `insert into officer (id, created_at, updated_at, code, full_name, agency_id, is_leader, post, search_text, sort_key)
       select gen_random_uuid(), now(), now(), 'SNV-' || lpad(n::text, 5, '0'), 'Nguyễn Thị ' || n, case when n <= ${FEW} then '${agency}' else '${other}' end::uuid,
         false, 'Chuyên viên', 'x', lpad(n::text, 6, '0') from generate_series(1, ${OFFICERS}) n`,
    );
  }, 120_000);
  afterAll(() => world.close());

  const codes = Array.from({ length: OFFICERS }, (_, i) => `SNV-${String(i + 1).padStart(5, '0')}`);
  const audit = () =>
    world.asOwner<{ action: string; mentions: number; details: string }>(
      `select e.action, e.details, (select count(*)::int from audit_mention m where m.seq = e.seq) as mentions
       from audit_event e where e.subject = 'export:officers' order by e.seq`,
    );

  test('is whole, in either form, and fourteen events name everybody in it', async () => {
    const headers = await world.bearer('TASK_FORCE');
    const csv = await exported(world, 'officers.csv', headers);
    expect(csv.headers['x-export-rows']).toBe(String(OFFICERS));
    expect(csvRows(csv.body).rows.map(([code]) => code)).toEqual(codes);
    const events = await audit();
    expect(events.map(({ action }) => action)).toEqual(['export.begin', ...Array.from({ length: 12 }, () => 'export.give'), 'export.make']);
    expect(events.map(({ mentions }) => mentions)).toEqual([...Array.from({ length: 13 }, () => 1000), 0]);
    expect(JSON.parse(events.at(-1)!.details)).toMatchObject({ rows: OFFICERS, outcome: 'WHOLE', format: 'csv' });
    const xlsx = await exported(world, 'officers.xlsx', headers);
    expect((await sheetRows(xlsx.body)).slice(1).map(([code]) => code)).toEqual(codes);
  }, 300_000);

  test('stands in the trail of the last of them, and whoever administers does not learn it by asking for them', async () => {
    const [{ id }] = (await world.asOwner<{ id: string }>(`select id from officer where code = 'SNV-13000'`)) as [{ id: string }];
    const trail = async (role: 'OFFICER' | 'ADMIN') => {
      const ask = await world.signIn(role, role === 'OFFICER' ? id : undefined);
      const { data } = await ask(`{ auditEvents(subject: "officer:${id}") { nodes { action subjectName } } }`);
      return data.auditEvents.nodes as { action: string; subjectName: string }[];
    };
    expect(await trail('OFFICER')).toContainEqual({ action: 'export.give', subjectName: 'Cán bộ, công chức' });
    expect((await trail('ADMIN')).map(({ action }) => action)).toEqual(['user.create']);
  });

  /** As the door runs it, with a count of the questions that were asked. */
  async function running(format: 'csv' | 'xlsx', conditions: object) {
    const real = new SchemaAsker(world.ground, hopthuSchema());
    let questions = 0;
    const asker: Asker = {
      expect: (actor, field) => real.expect(actor, field),
      argumentsOf: (field) => real.argumentsOf(field),
      rightsOn: (field, path) => real.rightsOn(field, path),
      ask: (query, variables, who) => {
        questions++;
        return real.ask(query, variables, who);
      },
    };
    const acting = world.as('TASK_FORCE');
    const list = exportedLists.get('officers')!;
    const columns = openColumns(asker, list, acting.actor);
    const who = async (): Promise<Asking> => ({ actor: acting.actor, language: 'vi', requestId: 'test', address: '127.0.0.1' });
    const rest = piecesOf({ asker, list, columns, conditions: { ...conditions }, who });
    const first = (await rest.next()).value!;
    const made = { columns, language: 'vi', zone: 'Asia/Ho_Chi_Minh', title: 'x', facts: [] } as const;
    const writer = format === 'csv' ? csvFile(made) : xlsxFile(made);
    const begun = { id: 'test', list: 'officers', format, conditions: {}, total: first.total };
    const run = await RunningExport.begin({ acting, begun, list, columns, language: 'vi', writer, first, rest, requestId: 'test' });
    return { run, questions: () => questions };
  }

  test('is read no further than it is taken', async () => {
    const { run, questions } = await running('csv', {});
    run.stream.read(0);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const untilNow = questions();
    expect(untilNow).toBeLessThanOrEqual(20);
    let bytes = 0;
    for await (const chunk of run.stream) bytes += (chunk as Buffer).length;
    expect(questions()).toBe(OFFICERS / 100);
    expect(bytes).toBeGreaterThan(500_000);
    await run.ended;
  }, 120_000);

  // The embedded store lies in this very process, and grows with what is recorded.
  if (storeKind() === 'postgres')
    test.each(['csv', 'xlsx'] as const)(
      'as %s takes five times the rows in less than twice the memory',
      async (format) => {
        const most = async (conditions: object) => {
          const { run } = await running(format, conditions);
          collect();
          const held = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
          const start = held();
          let peak = 0;
          let at = 0;
          for await (const chunk of run.stream) {
            if ((chunk as Buffer).length === 0 || ++at % 10) continue;
            collect();
            peak = Math.max(peak, held() - start);
          }
          await run.ended;
          return peak;
        };
        const few = { where: { agencyId: { eq: agency } } };
        // What is made once, such as the compiled question, is made before it is measured.
        await most(few);
        const [small, large] = [await most(few), await most({})];
        process.stderr.write(
          `export as ${format}: ${FEW} rows ${Math.round(small / 1024)} kB, ${OFFICERS} rows ${Math.round(large / 1024)} kB at most\n`,
        );
        // Beneath some megabytes the heap breathes by itself; rows that were held would be ten and more.
        expect(large).toBeLessThan(2 * Math.max(small, 2 * 1024 * 1024));
      },
      300_000,
    );
});
