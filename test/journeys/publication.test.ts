/** From a published list to its correction: a reversal takes the officer off the list by itself, and what was published before says that it no longer holds (D-10, P-1). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DecisionWorld, type Person, YEAR } from '../decisions/decision-world.js';
import { World } from '../support/world.js';
import { CaseRoom } from './case-room.js';

let world: World;
let town: DecisionWorld;
let room: CaseRoom;
let officer: Person;
beforeAll(async () => {
  world = await World.open();
  town = await DecisionWorld.build(world, { never: 2, cause: 'REFUSES' });
  room = new CaseRoom(town);
  officer = await town.person('OFFICER', 'Cán bộ', town.never[0]!.officerId);
});
afterAll(() => world.close());

const LIST =
  'version supersededBy corrections figures { all { never notAssessed isSuppressed } leaders { notAssessed isSuppressed } } rows { nodes { name tier isCorrected } }';
const read = async (version?: number) =>
  (await world.nobody(`query ($version: Int) { publishedList(slug: "quy-4", version: $version) { ${LIST} } }`, { version })).data
    .publishedList;

test('publish, exclude, appeal, reverse: the public list is corrected, the old version is marked, and neither tells why', async () => {
  const [{ name }] = (await town.rows<{ name: string }>('select full_name as name from officer where id = ?', [
    town.never[0]!.officerId,
  ])) as [{ name: string }];
  const { reviewPublish } = await room.ask(
    town.force,
    `mutation ($id: ID!) { reviewPublish(id: $id, input: { slug: "quy-4", audience: PUBLIC, legalBasis: "Quyết định 12/2026/QĐ-UBND" }) { userErrors { message } } }`,
    { id: town.review },
  );
  expect(reviewPublish.userErrors).toEqual([]);
  expect((await read()).rows.nodes).toContainEqual({ name, tier: 'NEVER', isCorrected: false });

  const [held] = await room.do(
    town.force,
    `decisionPropose(input: { kind: AWARD_EXCLUSION, findingIds: $ids, legalBasis: "Luật Thi đua, khen thưởng", grounds: "Không chấp hành, căn cứ mật bảy", awardYear: ${YEAR}, awardTitles: ["CSTDCS"] })`,
    { ids: [town.never[0]!.findingId] },
    '$ids: [ID!]!',
  );
  await room.do(town.secretary, 'decisionGiveNotice(ids: $ids, means: HANDED_OVER)', { ids: [held.id] }, '$ids: [ID!]!');
  await room.later(13);
  await room.do(town.secretary, 'decisionOpenVote(ids: $ids)', { ids: [held.id] }, '$ids: [ID!]!');
  for (const member of town.members.slice(0, 5))
    await room.do(member, 'decisionCastVote(ids: $ids, choice: FOR)', { ids: [held.id] }, '$ids: [ID!]!');
  await room.do(town.secretary, 'decisionEnterIntoForce(ids: $ids)', { ids: [held.id] }, '$ids: [ID!]!');
  await room.do(officer, 'decisionAppeal(id: $id, text: "Tôi có sử dụng, lý do sức khỏe chín")', { id: held.id }, '$id: ID!');
  await world.settled();
  expect(await read()).toMatchObject({ version: 1, corrections: [] });

  await room.do(
    town.chair,
    'decisionSettleAppeal(id: $id, uphold: false, text: "Chấp nhận, xem hồ sơ ba", findingWasWrong: true)',
    { id: held.id },
    '$id: ID!',
  );
  await world.settled();
  const now = await read();
  expect(now).toMatchObject({ version: 2, supersededBy: null });
  expect(now.corrections).toEqual([expect.stringContaining(name)]);
  expect(now.rows.nodes.map((row: { name: string }) => row.name)).not.toContain(name);
  const before = await read(1);
  expect(before).toMatchObject({ version: 1, supersededBy: 2 });
  expect(before.rows.nodes).toContainEqual({ name, tier: 'NEVER', isCorrected: false });
  // One who is no leader and not assessed is a group that is not counted aloud, in neither version: the leaders' figure would tell.
  expect(before.figures.all).toMatchObject({ notAssessed: 9 });
  expect(now.figures.all).toMatchObject({ notAssessed: 10 });
  for (const list of [now, before]) expect(list.figures.leaders).toMatchObject({ notAssessed: null, isSuppressed: true });
  for (const told of ['mật bảy', 'sức khỏe chín', 'hồ sơ ba', 'REFUSES', 'EXCUSED'])
    expect(JSON.stringify([now, before])).not.toContain(told);

  // Asked once more nothing happens.
  const { correctLists } = await import('../../server/publication/publish.service.js');
  await correctLists(world.ground, [town.review]);
  expect(await read()).toMatchObject({ version: 2 });
});
