/** What issued case files say word for word goes with the papers of the case, and of replaced versions sooner; that they were issued stays (K-1, K-2). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answerExplanation, explain, giveNotice } from '../../../server/decisions/hearing.service.js';
import { withdrawCases } from '../../../server/decisions/withdraw.service.js';
import { periodsHeld } from '../../../server/publication/keeping/retention-policy.read.js';
import { givePaper } from '../../../server/publication/papers/paper.service.js';
import { DecisionWorld, done } from '../../decisions/decision-world.js';
import { World } from '../../support/world.js';

let world: World;
let town: DecisionWorld;
let closed: string;
let pending: string;
beforeAll(async () => {
  world = await World.open();
  town = await DecisionWorld.build(world, { members: 3, never: 2 });
  [closed, pending] = (await town.cases(2)) as [string, string];
  done(await giveNotice(town.secretary, [closed, pending], 'HANDED_OVER'));
  for (const [i, id] of [closed, pending].entries()) {
    await givePaper(town.secretary, 'CASE_FILE', id);
    done(await explain(town.officer(town.never[i]!.officerId), id, { text: 'Lời riêng của tôi' }));
    done(await answerExplanation(town.secretary, id, 'Trả lời riêng'));
    await givePaper(town.secretary, 'CASE_FILE', id);
  }
  done(await withdrawCases(town.force, [closed], 'Không còn cần'));
  await givePaper(town.secretary, 'CASE_FILE', closed);
}, 180_000);
afterAll(() => world.close());

const later = (day: string) => world.ground.clock.stopAt(new Date(`${day}T02:00:00Z`));
const keeper = async (name: string) => (await periodsHeld(world.ground, [name]))[0]!;
async function due(name: string) {
  const held = await keeper(name);
  return held.keeper.due(world.ground, held.cutOff);
}
async function remove(name: string): Promise<number> {
  const held = await keeper(name);
  let sum = 0;
  for (let removed = -1; removed !== 0; sum += removed) removed = await held.keeper.apply(world.ground, held.cutOff, 1);
  return sum;
}
const said = async (id: string) =>
  (
    await town.rows<{ version: number; text: string; code: string }>(
      'select version, content::text as text, code from paper where about = ? order by version',
      [`decision:${id}`],
    )
  ).map(({ version, text }) => [version, text.includes('Không chấp hành'), text.includes('Lời riêng'), text.includes('Trả lời riêng')]);

test('replaced versions of a case that is over go after their months; those of a pending one stay', async () => {
  expect(await said(closed)).toEqual([
    [1, true, false, false],
    [2, true, true, true],
    [3, true, true, true],
  ]);
  later('2030-01-01');
  expect(await due('publication.replacedFiles')).toEqual({ due: 2, needed: 1 });
  expect(await remove('publication.replacedFiles')).toBe(2);
  expect(await said(closed)).toEqual([
    [1, false, false, false],
    [2, false, false, false],
    [3, true, true, true],
  ]);
  expect((await said(pending)).map(([, grounds]) => grounds)).toEqual([true, true]);
});

test('the latest goes with the papers of the case, keeps head, number, day and code, and is not written again', async () => {
  later('2037-06-01');
  expect(await due('decisions.papers')).toEqual({ due: 2, needed: 0 });
  expect(await remove('decisions.papers')).toBe(2);
  expect((await said(closed)).map(([, ...texts]) => texts.some(Boolean))).toEqual([false, false, false]);
  expect((await said(pending)).map(([, grounds]) => grounds)).toEqual([true, true]);
  const [row] = await town.rows<{ number: string; code: string; head: unknown }>(
    `select number, code, content->'head' as head from paper where about = ? and replaced_at is null`,
    [`decision:${closed}`],
  );
  expect(row!.number).toMatch(/^QD-2026-/);
  expect(row!.head).toMatchObject({ issuer: 'BAN CHỈ ĐẠO BCD' });
  const given = await givePaper(town.secretary, 'CASE_FILE', closed);
  expect(given!.issued).toMatchObject({ version: 3, code: row!.code });
});
