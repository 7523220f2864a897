/** Dockets: what a session hears (D-1). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { docketList } from '../../server/decisions/docket.read.js';
import { putOnDocket } from '../../server/decisions/docket.service.js';
import { explain, giveNotice } from '../../server/decisions/hearing.service.js';
import { openVotes } from '../../server/decisions/vote.service.js';
import { World } from '../support/world.js';
import { caseOf, historyOf } from './case-steps.js';
import { type Acting, DecisionWorld, done, refusalOf, refusals } from './decision-world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const figures = async ({ ground, actor }: Acting, committeeId?: string) =>
  (
    await docketList(ground.read, {
      actor,
      today: ground.clock.today(),
      committeeId: committeeId ?? null,
      askedOfCommittee: new Map([['code', new Map()]]),
    })
  ).map(({ name, committee, kinds, cases, pending, contested, states }) => ({
    name,
    code: (committee as { code: string }).code,
    kinds,
    cases,
    pending,
    contested,
    states: Object.fromEntries(states.map(({ state, cases: n }) => [state, n])),
  }));

describe('the docket of a case (D-1)', () => {
  test('is set and taken off until the vote opens, by the secretary, and counted by where its cases stand', async () => {
    const town = await DecisionWorld.build(world, { members: 5, never: 5 });
    const ids = await town.cases(4);
    done(await putOnDocket(town.secretary, ids, '  Phiên 12/2026 '));
    done(await putOnDocket(town.secretary, [ids[3]!], null));
    done(await giveNotice(town.secretary, ids.slice(0, 2), 'HANDED_OVER'));
    done(await explain(town.officer(town.never[1]!.officerId), ids[1]!, { text: 'Máy hỏng' }));
    expect(await figures(town.secretary, town.committee)).toEqual([
      {
        name: 'Phiên 12/2026',
        code: 'BCD',
        kinds: ['AWARD_EXCLUSION'],
        cases: 3,
        pending: 3,
        contested: 1,
        states: { NOTIFIED: 2, PROPOSED: 1 },
      },
    ]);
    expect(await caseOf(town, ids[3]!)).toMatchObject({ docket: null });
    expect(await historyOf(town, ids[3]!)).toEqual(['PROPOSE', 'SET_DOCKET', 'SET_DOCKET']);

    await town.later(13);
    done(await openVotes(town.secretary, [ids[0]!]));
    expect(refusals(await putOnDocket(town.secretary, [ids[0]!, ids[2]!], 'Phiên 13'))).toEqual(['NOT_ALLOWED_NOW D-1 ids.0']);
    expect(await caseOf(town, ids[0]!)).toMatchObject({ docket: 'Phiên 12/2026' });
    expect((await figures(town.secretary, town.committee)).map(({ name, cases }) => `${name} ${cases}`)).toEqual([
      'Phiên 13 1',
      'Phiên 12/2026 2',
    ]);
  });

  test('the same again changes nothing; a name too long is refused; who may not see a case learns nothing of its docket', async () => {
    const town = await DecisionWorld.build(world, { members: 5, never: 2 });
    const [id] = (await town.cases(1, { docket: 'Phiên A' })) as [string];
    done(await putOnDocket(town.secretary, [id], 'Phiên A'));
    expect(await historyOf(town, id)).toEqual(['PROPOSE']);
    expect(await refusalOf(putOnDocket(town.secretary, [id], 'x'.repeat(101)))).toEqual(['LIMIT docket']);
    expect(await figures(town.members[0]!, town.committee)).toHaveLength(1);
    const second = await town.newCommittee('BCD-KHAC', town.members.slice(1), ['MAILBOX_PROVISION']);
    expect(await figures(town.members[0]!, second)).toEqual([]);
    const outside = await town.member('Người ngoài');
    expect(await figures(outside)).toEqual([]);
  });
});
