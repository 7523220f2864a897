/** 5,000 exclusions over GraphQL: proposed, noticed, voted en bloc by five of nine, in force; and what the awards are answered for all. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { insertRows } from '../../server/kernel/bulk.js';
import { newId } from '../../server/kernel/record.js';
import { CaseRoom } from '../journeys/case-room.js';
import { DecisionWorld, YEAR } from '../decisions/decision-world.js';
import { World } from '../support/world.js';

const CASES = 5_000;
const AT_A_TIME = 1_000;

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

/** Officers with findings of the review, brought in bulk: like the one who never used the mailbox. */
async function moreOfficers(town: DecisionWorld): Promise<{ findings: string[]; codes: string[] }> {
  const em = world.ground.orm.em.fork();
  const now = world.ground.clock.now().toISOString();
  const officers = Array.from({ length: CASES }, (_, i) => ({ id: newId(), code: `M-${String(i).padStart(4, '0')}` }));
  await em.transactional(async (inside) => {
    const columns = {
      id: 'uuid',
      created_at: 'timestamptz',
      updated_at: 'timestamptz',
      code: 'text',
      full_name: 'text',
      agency_id: 'uuid',
      is_leader: 'boolean',
      search_text: 'text',
      sort_key: 'text',
    };
    await insertRows(
      inside as never,
      'officer',
      columns,
      officers.map(({ id, code }) => [id, now, now, code, 'Lê Văn Minh', town.agency, false, ` le van minh ${code.toLowerCase()}`, code]),
    );
    await inside.execute(
      `insert into finding select (jsonb_populate_record(null::finding, to_jsonb(f) || jsonb_build_object('id', gen_random_uuid(), 'officer_id', o.id))).* from finding f, officer o
       where f.id = ? and o.code like 'M-%'`,
      [town.never[0]!.findingId],
    );
  });
  const rows = await em.execute<{ id: string; code: string }[]>(
    `select f.id, o.code from finding f join officer o on o.id = f.officer_id where o.code like 'M-%' order by o.code`,
  );
  return { findings: rows.map(({ id }) => id), codes: rows.map(({ code }) => code) };
}

const parts = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / AT_A_TIME) }, (_, i) => all.slice(i * AT_A_TIME, (i + 1) * AT_A_TIME));

test('5,000 exclusions go the whole way, and the awards are answered for each', async () => {
  const town = await DecisionWorld.build(world, { never: 1 });
  const room = new CaseRoom(town);
  const { findings, codes } = await moreOfficers(town);
  const ids: string[] = [];
  const propose = `decisionPropose(input: { kind: AWARD_EXCLUSION, findingIds: $ids, legalBasis: "Luật", grounds: "Không chấp hành", docket: "Phiên 1", awardYear: ${YEAR}, awardTitles: ["CSTDCS"] })`;
  for (const part of parts(findings)) ids.push(...(await room.do(town.force, propose, { ids: part }, '$ids: [ID!]!')).map(({ id }) => id));
  for (const part of parts(ids))
    await room.do(town.secretary, 'decisionGiveNotice(ids: $ids, means: HANDED_OVER)', { ids: part }, '$ids: [ID!]!');
  await room.later(13);
  for (const part of parts(ids)) await room.do(town.secretary, 'decisionOpenVote(ids: $ids)', { ids: part }, '$ids: [ID!]!');
  for (const member of town.members.slice(0, 5))
    for (const part of parts(ids)) await room.do(member, 'decisionCastVote(ids: $ids, choice: FOR)', { ids: part }, '$ids: [ID!]!');
  const numbers = new Set<string>();
  for (const part of parts(ids))
    for (const held of await room.do(town.secretary, 'decisionEnterIntoForce(ids: $ids)', { ids: part }, '$ids: [ID!]!')) {
      expect(held.state).toBe('IN_FORCE');
      numbers.add(held.number);
    }
  expect(numbers.size).toBe(CASES);
  expect(numbers.has(`${CASES}/QĐ-BCĐ`)).toBe(true);
  const query = `query ($codes: [String!]!) { awardEligibility(officerCodes: $codes, year: ${YEAR}, title: "CSTDCS") { officerCode status } }`;
  for (const part of parts(codes)) {
    const { awardEligibility } = await room.ask(town.secretary, query, { codes: part });
    expect(awardEligibility.map((one: { officerCode: string }) => one.officerCode)).toEqual(part);
    expect(new Set(awardEligibility.map((one: { status: string }) => one.status))).toEqual(new Set(['EXCLUDED']));
  }
  const [row] = await town.rows<{ events: number; letters: number }>(
    `select (select count(*)::int from decision_event) as events, (select count(*)::int from letter where kind like 'decision.%') as letters`,
  );
  expect(row!.letters).toBe(2 * CASES);
}, 300_000);
