/** The decision with a list: its numbers, what differs from person to person, and that one case has one original (N-1). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { enterIntoForce } from '../../../server/decisions/enactment.service.js';
import { givePaper, makeAnew } from '../../../server/publication/papers/paper.service.js';
import type { PaperKind } from '../../../server/publication/papers/vocabulary.js';
import { adopted, inForce, Supply } from '../../decisions/case-steps.js';
import { DecisionWorld, done, NOW } from '../../decisions/decision-world.js';
import { World } from '../../support/world.js';
import { textOf } from './paper-text.js';

let world: World;
let town: DecisionWorld;
let supply: Supply;
beforeAll(async () => {
  world = await World.open();
  town = await DecisionWorld.build(world, { members: 5, never: 40 });
  supply = new Supply(town);
}, 120_000);
afterAll(() => world.close());
beforeEach(() => world.ground.clock.stopAt(NOW));

const paper = async (kind: PaperKind, id: string, as: { ground: typeof world.ground; actor: any } = town.secretary): Promise<string> => {
  const given = await givePaper(as, kind, id);
  return given ? textOf(given.paper) : 'none';
};
const numbersOf = async (ids: readonly string[]): Promise<string[]> =>
  (
    await town.rows<{ n: string }>(`select number as n from decision where id = any(?::uuid[]) order by split_part(number, '/', 1)::int`, [
      `{${ids.join(',')}}`,
    ])
  ).map(({ n }) => n.replace(/^(\d)\//, '0$1/'));

test('cases of a docket that were signed together make one decision with a list, each with its number', async () => {
  const ids = await adopted(town, supply.findings(3), { docket: 'PH-LIST' } as never);
  done(await enterIntoForce(town.secretary, ids, {}));
  const text = await paper('DOCKET_DECISION', ids[1]!);
  const numbers = await numbersOf(ids);
  const [first, last] = [numbers[0]!, numbers[2]!];
  expect(text).toContain('đối với 03 cán bộ, công chức có tên trong danh sách kèm theo Quyết định này');
  expect(text).toContain(`\nSố: ${first.slice(0, 2)} - ${last}\n`);
  expect(text).toContain('\nDANH SÁCH CÁN BỘ, CÔNG CHỨC KHÔNG ĐƯỢC XÉT DANH HIỆU THI ĐUA NĂM 2026\n');
  expect(text).toContain(`(Kèm theo các Quyết định từ số ${first} đến số ${last} ngày 15 tháng 12 năm 2026 của Ban Chỉ đạo BCD)`);
  expect(text).toContain('STT | Họ và tên | Chức vụ | Cơ quan, đơn vị | Quyết định số');
  expect(text).toContain('Danh hiệu không được xét: Chiến sĩ thi đua cơ sở. Lý do: Không chấp hành.\nĐiều 2.');
  for (const number of numbers) expect(text).toContain(` | ${number}\n`);
  // Whichever case it is asked for by, it is the same paper.
  expect(await paper('DOCKET_DECISION', ids[0]!)).toBe(text);
  expect(await town.rows('select 1 from paper where kind = ?', ['DOCKET_DECISION'])).toHaveLength(1);
});

test('numbers with gaps stand in the list alone, and different reasons in a column', async () => {
  const ids = await adopted(town, supply.findings(2), { docket: 'PH-GAP' } as never);
  const others = await adopted(town, supply.findings(1), { docket: 'PH-GAP', grounds: 'Không sử dụng.' } as never);
  const between = await adopted(town, supply.findings(1));
  const today = world.ground.clock.today();
  // The days of the three must be the same, so that they stand on one decision.
  for (const id of [ids[0]!, between[0]!, ids[1]!, others[0]!])
    done(await enterIntoForce(town.secretary, [id], { servedOn: today, inForceOn: today }));
  const text = await paper('DOCKET_DECISION', ids[0]!);
  expect(text).toContain('\nSố: ......../QĐ-BCĐ (theo danh sách)\n');
  expect(text).toMatch(/\(Kèm theo các Quyết định có số ghi trong danh sách, ngày \d\d tháng \d+ năm \d{4} của Ban Chỉ đạo BCD\)/);
  expect(text).toContain('STT | Họ và tên | Chức vụ | Cơ quan, đơn vị | Lý do | Quyết định số');
  expect(text).toContain(' | Không sử dụng. | ');
  expect(text).not.toContain('Lý do: ');
  expect(await paper('DECISION', between[0]!)).not.toContain('TRÍCH SAO');
});

test('a draft has every article, with dots for numbers and days', async () => {
  const ids = await adopted(town, supply.findings(2), { docket: 'PH-DRAFT' } as never);
  const text = await paper('DOCKET_DECISION', ids[0]!);
  for (const line of [
    'Số: ......../QĐ-BCĐ',
    '(Kèm theo Quyết định số ......../QĐ-BCĐ ngày ..... tháng ..... năm ....... của Ban Chỉ đạo BCD)',
    'Điều 5. Quyết định này có hiệu lực kể từ ngày ...../...../.......',
    '→ Như Điều 4;',
  ])
    expect(text.split('\n')).toContain(line);
  expect(text).toMatch(/Điều 3\. .* đến hết ngày \.{5}\/\.{5}\/\.{7}, nộp/);
  const alone = await paper('DECISION', ids[0]!);
  expect(alone).toContain('Điều 5. Quyết định này có hiệu lực kể từ ngày ...../...../.......');
  expect(alone).not.toContain('TRÍCH SAO');
});

describe('one case has one original', () => {
  test('for one of those on a list the decision is an extract, without a signature of its own, whoever asks first', async () => {
    const taken = supply.take(2);
    const ids = await inForce(
      town,
      taken.map(({ findingId }) => findingId),
      { docket: 'PH-EXTRACT' } as never,
    );
    const [number] = await numbersOf([ids[0]!]);
    const [{ officer, name }] = (await town.rows<{ officer: string; name: string }>(
      'select o.id as officer, o.full_name as name from decision d join officer o on o.id = d.officer_id where d.id = ?',
      [ids[0]!],
    )) as [{ officer: string; name: string }];
    const text = await paper('DECISION', ids[0]!, town.officer(officer));
    const lines = text.split('\n');
    expect(lines).toContain('TRÍCH SAO QUYẾT ĐỊNH');
    expect(lines).toContain(`Số: ${number}`);
    expect(lines).toContain(
      `Bản này trích sao phần có liên quan đến ông (bà) ${name} trong Quyết định kèm danh sách ngày 15 tháng 12 năm 2026 của Ban Chỉ đạo BCD; số dành cho ông (bà) ${name} là ${number}. Người ký bản gốc: Ủy viên 1.`,
    );
    expect(text).not.toContain('TRƯỞNG BAN');
    expect(await paper('DOCKET_DECISION', ids[1]!)).toContain('TM. BAN CHỈ ĐẠO / TRƯỞNG BAN / Ủy viên 1');
  });

  test('what was issued alone becomes an extract before it stands on a list', async () => {
    const ids = await adopted(town, supply.findings(2), { docket: 'PH-LATE' } as never);
    done(await enterIntoForce(town.secretary, [ids[0]!], {}));
    expect(await paper('DECISION', ids[0]!)).toContain('TM. BAN CHỈ ĐẠO / TRƯỞNG BAN / Ủy viên 1');
    // Nobody else was signed with it yet: a list of one is no list.
    await expect(paper('DOCKET_DECISION', ids[0]!)).rejects.toThrow('N-1');
    done(await enterIntoForce(town.secretary, [ids[1]!], {}));
    await expect(paper('DOCKET_DECISION', ids[1]!)).rejects.toThrow('N-1');
    await makeAnew(town.secretary, 'DECISION', ids[0]!, 'Thành bản trích sao');
    expect(await paper('DECISION', ids[0]!)).toContain('TRÍCH SAO QUYẾT ĐỊNH');
    expect(await paper('DOCKET_DECISION', ids[1]!)).toContain('DANH SÁCH CÁN BỘ');
  });
});
