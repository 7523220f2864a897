/** Somebody who acted in cases of others is erased: the name goes wherever it stood, what was decided and whoever else acted stay (K-5). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { appeal, settle } from '../../../server/decisions/appeal.service.js';
import { castVotes } from '../../../server/decisions/cast-vote.service.js';
import { enterIntoForce } from '../../../server/decisions/enactment.service.js';
import { giveNotice } from '../../../server/decisions/hearing.service.js';
import { declareConflict, openVotes } from '../../../server/decisions/vote.service.js';
import { recordReceipts } from '../../../server/notices/letter.service.js';
import { eraseOfficer } from '../../../server/publication/keeping/erasure.service.js';
import type { Paper } from '../../../server/publication/papers/paper.js';
import { givePaper } from '../../../server/publication/papers/paper.service.js';
import { votesOf } from '../../decisions/case-steps.js';
import { DecisionWorld, done, type Person } from '../../decisions/decision-world.js';
import { World } from '../../support/world.js';

let world: World;
let town: DecisionWorld;
let caseId: string;
let secretary: Person;
beforeAll(async () => {
  world = await World.open();
  town = await DecisionWorld.build(world, { members: 6, never: 2 });
  const officerId = await world.officer(town.office, { fullName: 'Hồ Thị Thư', mailboxAddress: null, sinceOn: '2020-01-01' });
  secretary = await town.person('SECRETARY', 'Hồ Thị Thư', null, officerId);
  [caseId] = (await town.cases(1)) as [string];
  done(await giveNotice(town.secretary, [caseId], 'HANDED_OVER'));
  const officer = town.never[0]!.officerId;
  const byCode = { ...town.officer(officer), actor: { ...town.officer(officer).actor, name: 'code:0190a7e0-0000-7000-8000-0000000000c1' } };
  Object.assign(byCode.actor, { displayName: 'Nguyễn Văn Mã' });
  await town.later(20);
  done(await openVotes(town.secretary, [caseId]));
  done(await declareConflict(town.members[5]!, [caseId], 'anh họ của người này'));
  done(await castVotes(town.members[4]!, [caseId], { choice: 'AGAINST', reason: 'chưa được nhắc đủ' }));
  done(await castVotes(town.members[3]!, [caseId], { choice: 'AGAINST', reason: 'còn mới' }));
  for (const member of town.members.slice(0, 3)) done(await castVotes(member, [caseId], { choice: 'FOR' }));
  done(await enterIntoForce(town.secretary, [caseId], {}));
  done(await appeal(byCode, caseId, { text: 'Tôi không đồng ý' }));
  done(await settle(town.chair, caseId, { uphold: true, text: 'Giữ nguyên' }));
  const letters = await town.rows<{ id: string }>(`select id from letter where state = 'TO_HAND_OVER'`);
  await recordReceipts(
    secretary,
    letters.map(({ id }) => id),
    { receivedOn: world.ground.clock.today(), means: 'SIGNED' },
  );
  const [vote] = await votesOf(town, caseId);
  if (!(await givePaper(town.secretary, 'VOTE_MINUTES', vote!.id))?.issued) throw new Error('No minutes were issued.');
  // They gave up their roles and seats and left.
  await town.rows(`update committee_member set until_on = '2026-12-31'`);
  await town.rows(`delete from role_grant where role <> 'OFFICER'`);
  await town.rows(`update officer set left_on = '2026-12-31'`);
  world.ground.clock.stopAt(new Date('2037-06-01T02:00:00Z'));
}, 180_000);
afterAll(() => world.close());

const erase = (officerId: string) => eraseOfficer(world.as('TASK_FORCE'), officerId, 'Hết thời hạn');
const one = async <R extends object>(sql: string, values: unknown[] = []) => (await town.rows<R>(sql, values))[0]!;
const minutes = async () => (await one<{ content: Paper }>(`select content from paper where kind = 'VOTE_MINUTES'`)).content;

describe('who acted for others', () => {
  test('who recorded the receipt of somebody’s letter is no longer named there', async () => {
    const before = await one<{ by: string }>('select recorded_by as by from letter_receipt');
    expect(before.by).toBe('Hồ Thị Thư');
    await erase(secretary.officerId);
    expect(await town.rows('select distinct recorded_by as by from letter_receipt')).toEqual([{ by: '(đã xóa)' }]);
  });

  test('a member is no longer named in the minutes, with what the member said; others and the counts are', async () => {
    const before = JSON.stringify(await minutes());
    for (const text of ['Ủy viên 5 (', 'chưa được nhắc đủ', 'Ủy viên 6 (', 'anh họ của người này', 'Ủy viên 4 (', 'còn mới'])
      expect([text, before.includes(text)]).toEqual([text, true]);
    await erase(town.members[4]!.officerId);
    await erase(town.members[5]!.officerId);
    const left = JSON.stringify(await minutes());
    expect(left).not.toMatch(/Ủy viên [56]|chưa được nhắc đủ|anh họ/);
    expect(left).toContain('Ủy viên 4 (');
    expect(left).toContain('còn mới');
    const tables = (paper: Paper) => paper.body.filter(({ kind }) => kind === 'TABLE');
    expect(tables(await minutes())).toEqual(tables(JSON.parse(before) as Paper));
  });

  test('who settled an appeal is no longer named there; the signature of the minutes stays', async () => {
    expect(await one('select settled_by as by from appeal')).toEqual({ by: 'Ủy viên 1' });
    await erase(town.chair.officerId);
    expect(await one('select settled_by as by from appeal')).toEqual({ by: '(đã xóa)' });
    expect((await minutes()).foot.signatures.map(({ name }) => name)).toContain('Ủy viên 1');
  });

  test('who acted in the own case by the code of a paper notice is no longer named, though the code is long gone', async () => {
    const acts = `select distinct actor_name as name from decision_event where actor like 'code:%'`;
    expect(await town.rows(acts)).toEqual([{ name: 'Nguyễn Văn Mã' }]);
    await town.rows(`update decision set state = 'EXPIRED', is_pending = false`);
    await erase(town.never[0]!.officerId);
    expect(await town.rows(acts)).toEqual([{ name: '(đã xóa)' }]);
  });
});
