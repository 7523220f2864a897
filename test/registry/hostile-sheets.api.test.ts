/** G-30: a spreadsheet with cells nobody would write: each such row is refused with its reason, the others stand, and there is no fault. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { World } from '../support/world.js';

const HEADER = 'officer_code,full_name,agency_code,post,is_leader,mailbox,since,mailbox_created,other_email,phone';
const GOOD = ['A-1', 'Lê Thị Lan', 'SNV', 'Chuyên viên', '0', 'lan@snv.example', '2020-01-01', '', '', ''];
const COLUMNS = HEADER.split(',');
const rowWith = (column: string, value: string) => GOOD.map((cell, i) => (COLUMNS[i] === column ? value : cell));

describe('hostile spreadsheets', () => {
  let world: World;
  let headers: Record<string, string>;
  beforeAll(async () => {
    world = await World.open();
    await world.agency('SNV');
    headers = { ...(await world.bearer('TASK_FORCE')), 'content-type': 'text/csv', 'accept-language': 'en' };
  });
  afterAll(() => world.close());

  const upload = async (kind: string, text: string) => {
    const answer = await world.app.http.inject({ method: 'POST', url: `/registry/${kind}?dryRun=true`, headers, payload: text });
    return JSON.parse(answer.body.trim().split('\n').at(-1)!);
  };

  const values = ['\0', 'a\0b', '\u001b[2J', 'a\u0007', '\ufeffa', 'x'.repeat(5000), '\ufffd', '\u202eabc'];
  test.each(COLUMNS.flatMap((column) => values.map((value) => [column, JSON.stringify(value).slice(0, 20), value])))(
    'officers: %s holds %s',
    async (column, _, value) => {
      const answer = await upload('officers', `${HEADER}\n${rowWith(column, value).join(',')}\n`);
      expect(answer.fault).toBeUndefined();
      expect(answer.report.results[0]).toMatchObject({ outcome: 'REFUSED', column: expect.any(String), message: expect.any(String) });
      expect(JSON.stringify(answer)).not.toMatch(/\\u0000|\\u001b/);
    },
  );

  test.each(['9999-99-99', '0000-01-01', '0099-01-01', '1/1/0099', '1899-12-31', '2201-01-01', '99999-01-01'])(
    'officers: %s is no day of service',
    async (day) => {
      for (const column of ['since', 'mailbox_created']) {
        const answer = await upload('officers', `${HEADER}\n${rowWith(column, day).join(',')}\n`);
        expect(answer.report.results[0]).toMatchObject({ outcome: 'REFUSED', column });
      }
    },
  );

  test('a refused row leaves the others; a byte order mark in front is no cell', async () => {
    const rows = [rowWith('officer_code', 'B\0'), GOOD, rowWith('full_name', 'x'.repeat(5000)).map((c) => (c === 'A-1' ? 'A-2' : c))];
    const { report } = await upload('officers', `\ufeff${[HEADER, ...rows.map((row) => row.join(','))].join('\n')}`);
    expect(report.results.map((row: any) => row.outcome)).toEqual(['REFUSED', 'ACCEPTED', 'REFUSED']);
  });

  test.each(['code', 'name_vi', 'kind', 'staff_quota', 'name_en', 'mail_domain', 'parent_code'])('agencies: %s', async (column) => {
    const columns = ['code', 'name_vi', 'kind', 'staff_quota', 'name_en', 'mail_domain', 'parent_code'];
    const good = ['STC', 'Sở Tài chính', 'DEPARTMENT', '10', '', '', ''];
    for (const value of values) {
      const row = good.map((cell, i) => (columns[i] === column ? value : cell));
      const answer = await upload('agencies', `${columns.join(',')}\n${row.join(',')}\n`);
      expect([answer.fault, answer.report?.results[0].outcome]).toEqual([undefined, 'REFUSED']);
    }
  });
});
