/** The list of a class as a file, out and back in, over HTTP. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readWorkbook, writeWorkbook } from '../../server/kernel/workbook.js';
import { withdrawEnrolments } from '../../server/training/seat.service.js';
import { World } from '../support/world.js';
import { sessionsIn, TrainingWorld } from './training-world.js';

let world: World;
let city: TrainingWorld;
let force: { authorization: string };
let id: string;
let codes: string[];
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  city = await TrainingWorld.build(world);
  force = await world.bearer('TASK_FORCE');
  id = await city.class({ capacity: 2, sessions: sessionsIn(-1, 2) });
  const officers = await city.officers(4);
  await city.enrol(id, officers.slice(0, 2));
  codes = (await city.rows<{ code: string }>('select code from officer order by created_at, id')).map(({ code }) => code);
});

const get = (headers: Record<string, string>, format = 'csv') =>
  world.app.http.inject({ method: 'GET', url: `/training/classes/${id}/roster?format=${format}`, headers });
const post = (body: string | Buffer, headers: Record<string, string> = force, query = '') =>
  world.app.http.inject({
    method: 'POST',
    url: `/training/classes/${id}/roster${query}`,
    headers: { 'content-type': 'text/csv', ...headers },
    payload: body,
  });
const marks = () => city.rows<{ mark: string }>('select mark from attendance order by marked_at, mark');
const records = (action: string) => city.rows<{ n: number }>('select count(*)::int as n from audit_event where action = ?', [action]);

describe('out', () => {
  test('as CSV in Vietnamese and as a workbook in English, with the marks; recorded', async () => {
    await city.mark(id, (await city.list(id))[0]!.officer, ['PRESENT', 'EXCUSED']);
    const csv = await get(force);
    expect(csv.headers['content-disposition']).toBe('attachment; filename="LH-2026-0001.csv"');
    expect(
      csv.body.startsWith(
        '\ufeffMã cán bộ,Họ và tên,Chức vụ,Đơn vị,Tình trạng,Số hiệu lớp,Buổi 1 (08:00 25/11/2026),Buổi 2 (08:00 26/11/2026)\r\n',
      ),
    ).toBe(true);
    expect(csv.body).toContain(`${codes[0]},Nguyễn Thị Lan,,Sở SNV,Có chỗ,LH-2026-0001,CM,CP`);
    const xlsx = await get({ ...force, 'accept-language': 'en' }, 'xlsx');
    const rows = await readWorkbook(xlsx.rawPayload);
    expect(rows[0]!.slice(0, 2)).toEqual(['Officer code', 'Full name']);
    expect(rows).toHaveLength(3);
    expect(await records('class.exportRoster')).toEqual([{ n: 2 }]);
  });

  test('for whoever leads the class alone', async () => {
    expect((await get({})).statusCode).toBe(401);
    expect((await get(await world.bearer({ role: 'OFFICER', scopeId: (await city.list(id))[0]!.officer }))).statusCode).toBe(403);
    expect((await get(await world.bearer('TRAINER'))).statusCode).toBe(403);
    expect((await get(force, 'pdf')).statusCode).toBe(400);
  });
});

describe('back in', () => {
  test('what was exported, filled in, enters marks; the same again changes nothing', async () => {
    const filled = (await get(force)).body.replaceAll(',LH-2026-0001,,', ',LH-2026-0001,CM,M');
    const { report } = (await post(filled)).json();
    expect(report).toMatchObject({ isDryRun: false, added: 0, marks: 4, refused: 0 });
    expect(await marks()).toEqual([{ mark: 'LATE' }, { mark: 'LATE' }, { mark: 'PRESENT' }, { mark: 'PRESENT' }]);
    await post(filled);
    expect(await marks()).toHaveLength(4);
  });

  test('who is not on the list gets a seat or a place in the queue; each row stands alone', async () => {
    await city.rows(`update training_class set capacity = 3 where id = ?`, [id]);
    const sheet = [
      'officer_code;Ghi chú;session_1',
      `${codes[2]};mới;CM`,
      `${codes[3]};mới;V`,
      `${codes[0]};;P`,
      'KHONG-CO;;CM',
      ';;CM',
      `${codes[2]};;V`,
      `${codes[1]};;`,
    ].join('\n');
    const { report } = (await post(sheet)).json();
    expect(report.ignoredColumns).toEqual(['ghi chú']);
    expect(report.rows.map((row: any) => [row.outcome, row.marks, row.message !== null])).toEqual([
      ['ENROLLED', 1, false],
      ['WAITLISTED', 0, true],
      ['REFUSED', 0, true],
      ['REFUSED', 0, true],
      ['REFUSED', 0, true],
      ['REFUSED', 0, true],
      ['ON_THE_LIST', 0, false],
    ]);
    expect(report.rows[2].message).toBe('Không hiểu “P” ở cột “session_1”. Ghi CM (có mặt), M (muộn), CP (vắng có phép) hoặc V (vắng).');
    expect(await city.states(id)).toEqual(['ENROLLED', 'ENROLLED', 'ENROLLED', 'WAITLISTED']);
    expect(await marks()).toEqual([{ mark: 'PRESENT' }]);
  });

  test('a sheet of another class enters nothing, and an old one brings nobody back who has left the list', async () => {
    const filled = (await get(force)).body.replaceAll(',LH-2026-0001,,', ',LH-2026-0001,CM,M');
    const other = (await post(filled.replaceAll('LH-2026-0001', 'lh-2026-0002'))).json().report;
    expect(other).toMatchObject({ added: 0, marks: 0, refused: 2 });
    expect(other.rows[0].message).toBe('Dòng này của lớp LH-2026-0002, không phải lớp đang nạp.');
    await withdrawEnrolments(city.force, [(await city.list(id))[0]!.id]);
    const { report } = (await post(filled)).json();
    expect(report.rows.map((row: any) => [row.outcome, row.marks])).toEqual([
      ['REFUSED', 0],
      ['ON_THE_LIST', 2],
    ]);
    expect(await city.states(id)).toEqual(['WITHDRAWN', 'ENROLLED']);
  });

  test('a dry run says the same and writes nothing', async () => {
    const sheet = `officer_code,session_1\n${codes[2]},CM\n${codes[0]},CM\n`;
    const { report } = (await post(sheet, force, '?dryRun=true')).json();
    expect(report).toMatchObject({ isDryRun: true, added: 1, marks: 1 });
    expect(await city.states(id)).toHaveLength(2);
    expect(await marks()).toEqual([]);
    expect(await records('class.importRoster')).toEqual([{ n: 0 }]);
  });

  test('a workbook is read like a CSV', async () => {
    const bytes = await writeWorkbook({
      name: 'x',
      rows: [
        ['Mã cán bộ', 'Buổi 2'],
        [codes[0]!, 'Có mặt'],
      ],
    });
    const { report } = (await post(bytes, { ...force, 'content-type': 'application/octet-stream' })).json();
    expect(report).toMatchObject({ marks: 1, refused: 0 });
  });

  test.each([
    ['an empty file', ''],
    ['only heads', 'officer_code,session_1\n'],
    ['no column of codes', 'name,session_1\nLan,CM\n'],
    ['a session that there is not', 'officer_code,session_9\nT-1,CM\n'],
    ['bytes that are no workbook', Buffer.from('PK\x03\x04nothing')],
  ])('%s is refused as a whole', async (_what, body) => {
    const answer = await post(body);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'INVALID', path: ['body'] });
  });

  test('more than the limit is refused with 413', async () => {
    expect((await post(Buffer.alloc(4 * 1024 * 1024 + 1, 'x'))).statusCode).toBe(413);
  });
});
