/** Which body an older paper names after a merger, who decides, proposes and signs, and which decision ends which (C-2, C-3, D-4, D-11). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { castVotes } from '../../../server/decisions/cast-vote.service.js';
import { enterIntoForce } from '../../../server/decisions/enactment.service.js';
import { giveNotice } from '../../../server/decisions/hearing.service.js';
import { mergeCommittees } from '../../../server/decisions/merger.service.js';
import { closeVotes, openVotes } from '../../../server/decisions/vote.service.js';
import { withdrawCases } from '../../../server/decisions/withdraw.service.js';
import { givePaper } from '../../../server/publication/papers/paper.service.js';
import type { PaperKind } from '../../../server/publication/papers/vocabulary.js';
import { adopt, inForce, Supply, votesOf } from '../../decisions/case-steps.js';
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

const paper = async (kind: PaperKind, id: string): Promise<string> => {
  const given = await givePaper(town.secretary, kind, id);
  return given ? textOf(given.paper) : 'none';
};
const lines = async (kind: PaperKind, id: string): Promise<string[]> => (await paper(kind, id)).split('\n');
const first = (results: ReturnType<typeof done>): string => results[0]!.decisionId!;

/** A kind that is not adverse, from proposal to force. */
async function givenNow(
  kind: 'MAILBOX_RESTORATION' | 'EXCLUSION_LIFT' | 'MAILBOX_PROVISION',
  officerId: string,
  as = town.force,
): Promise<string> {
  const id = first(done(await town.propose({ kind, officerIds: [officerId], grounds: 'Theo đề nghị.' } as never, as)));
  done(await openVotes(town.secretary, [id]));
  await adopt(town, id);
  done(await enterIntoForce(town.secretary, [id], {}));
  return id;
}

describe('decisions that end others', () => {
  test('a restoration cites the revocation with number, day, body and matter, and says from when it is no longer in force', async () => {
    const [taken] = supply.take() as [{ officerId: string; findingId: string }];
    await town.cause('NO_NEED', [taken]);
    const [ended] = (await inForce(town, [taken.findingId], { kind: 'MAILBOX_REVOCATION' })) as [string];
    const [{ number }] = (await town.rows<{ number: string }>('select number from decision where id = ?', [ended])) as [{ number: string }];
    expect(await paper('DECISION', ended)).toContain(
      'Điều 2. Kể từ ngày 15 tháng 12 năm 2026, hộp thư không thể đăng nhập, gửi và nhận thư. Các thư đã nhận vẫn được lưu giữ.',
    );
    const cited = `Quyết định số ${number.replace(/^(\d)\//, '0$1/')} ngày 15 tháng 12 năm 2026`;
    const text = await lines('DECISION', await givenNow('MAILBOX_RESTORATION', taken.officerId));
    expect(text).toContain(`Căn cứ ${cited} của Ban Chỉ đạo BCD về việc thu hồi hộp thư điện tử công vụ`);
    expect(text).toContain(
      `Điều 2. Hộp thư được mở lại cùng với thư đã lưu giữ kể từ ngày 15 tháng 12 năm 2026. ${cited} về việc thu hồi hộp thư điện tử công vụ hết hiệu lực kể từ ngày đó.`,
    );
    expect(text.filter((line) => line.includes('..'))).toEqual([]);
  });

  test('a lift says which decision it ends and which titles are considered again', async () => {
    const { officerId, findingId } = supply.one();
    const [ended] = (await inForce(town, [findingId])) as [string];
    const [{ number }] = (await town.rows<{ number: string }>('select number from decision where id = ?', [ended])) as [{ number: string }];
    const text = await lines('DECISION', await givenNow('EXCLUSION_LIFT', officerId));
    expect(text).toContain('Về việc chấm dứt việc không xét danh hiệu thi đua năm 2026');
    expect(text).toContain(
      `Điều 2. Kể từ ngày 15 tháng 12 năm 2026, Quyết định số ${number.replace(/^(\d)\//, '0$1/')} ngày 15 tháng 12 năm 2026 hết hiệu lực; các danh hiệu sau được xét trở lại: Chiến sĩ thi đua cơ sở.`,
    );
  });
});

describe('who proposes', () => {
  const stranger = () => world.officer(town.agency, { mailboxAddress: null, sinceOn: '2026-11-01' });
  test('the secretary for the committee, a contact for the agency, the task force as itself; never a person', async () => {
    expect(await lines('DECISION', await givenNow('MAILBOX_PROVISION', await stranger(), town.secretary))).toContain(
      'Theo đề nghị của Thư ký Ban Chỉ đạo BCD',
    );
    const contact = await town.person('AGENCY_CONTACT', 'Ngô Thị Đầu Mối', town.agency);
    const text = await paper('DECISION', await givenNow('MAILBOX_PROVISION', await stranger(), contact));
    expect(text).toContain('\nTheo đề nghị của Sở SNV\n');
    expect(text).not.toContain('Ngô Thị Đầu Mối');
    expect(await lines('DECISION', await givenNow('MAILBOX_PROVISION', await stranger()))).toContain(
      'Theo đề nghị của Tổ công tác ứng dụng công nghệ thông tin',
    );
  });
});

describe('who signs', () => {
  test('another member with the seat; somebody of no seat for the committee alone', async () => {
    const seated = await town.newCommittee('KY', town.members, ['MAILBOX_PROVISION'], ['CHAIR', 'STANDING']);
    const officerId = await world.officer(town.agency, { mailboxAddress: null, sinceOn: '2026-11-01' });
    const id = first(done(await town.propose({ kind: 'MAILBOX_PROVISION', officerIds: [officerId], committeeId: seated } as never)));
    done(await openVotes(town.secretary, [id]));
    await adopt(town, id);
    done(await enterIntoForce(town.secretary, [id], { signedBy: 'Ủy viên 2' }));
    expect(await lines('DECISION', id)).toContain('TM. BAN CHỈ ĐẠO / ỦY VIÊN THƯỜNG TRỰC / Ủy viên 2');
    const [other] = (await inForce(town, supply.findings(), {}, { signedBy: 'Người Ngoài' })) as [string];
    expect(await lines('DECISION', other)).toContain('TM. BAN CHỈ ĐẠO / Người Ngoài');
  });

  test('the chair alone decides and signs for the chair, and no vote is cited', async () => {
    const alone = await town.newCommittee('MOT', town.members, ['MAILBOX_PROVISION']);
    await town.rule({ isByChairAlone: true }, 'MAILBOX_PROVISION', alone);
    const officerId = await world.officer(town.agency, { mailboxAddress: null, sinceOn: '2026-11-01' });
    const id = first(done(await town.propose({ kind: 'MAILBOX_PROVISION', officerIds: [officerId], committeeId: alone } as never)));
    done(await openVotes(town.secretary, [id]));
    done(await castVotes(town.chair, [id], { choice: 'FOR' }));
    done(await enterIntoForce(town.secretary, [id], {}));
    const text = await lines('DECISION', id);
    expect(text).toContain('TRƯỞNG BAN CHỈ ĐẠO MOT');
    expect(text).toContain('TRƯỞNG BAN / Ủy viên 1');
    expect(text.filter((line) => /TM\.|biểu quyết/u.test(line))).toEqual([]);
  });
});

describe('minutes', () => {
  test('say when a tie is enough, and the least votes for it in adverse kinds alone', async () => {
    const other = await town.newCommittee('HOA', town.members, ['MAILBOX_PROVISION', 'AWARD_EXCLUSION']);
    await town.rule({ isTieAdopted: true }, 'MAILBOX_PROVISION', other);
    const officerId = await world.officer(town.agency, { mailboxAddress: null, sinceOn: '2026-11-01' });
    const id = first(
      done(await town.propose({ kind: 'MAILBOX_PROVISION', officerIds: [officerId], committeeId: other, docket: 'PH-2' } as never)),
    );
    const adverse = first(done(await town.propose({ findingIds: supply.findings(), committeeId: other, docket: 'PH-2' })));
    done(await giveNotice(town.secretary, [adverse], 'HANDED_OVER'));
    await town.later(20);
    done(await openVotes(town.secretary, [id, adverse]));
    for (const one of [id, adverse])
      for (const member of town.members.slice(0, 2))
        done(await castVotes(member, [one], { choice: 'AGAINST', reason: 'Cần cho thêm thời gian.' }));
    for (const member of town.members.slice(2)) done(await castVotes(member, [id], { choice: 'FOR' }));
    done(await closeVotes(town.chair, [adverse], 'Đã đủ ý kiến.'));
    const [vote] = await votesOf(town, id);
    const text = await paper('VOTE_MINUTES', vote!.id);
    expect(text).toContain('tổng số phiếu tán thành và không tán thành. Trường hợp số phiếu ngang nhau thì được thông qua.');
    expect(text).not.toContain('và có ít nhất');
    const session = await lines('DOCKET_MINUTES', id);
    const [reference, adverseReference] = (
      await town.rows<{ r: string }>('select reference as r from decision where id in (?, ?) order by reference', [id, adverse])
    ).map(({ r }) => r);
    expect(session.filter((line) => line.startsWith('Đối với hồ sơ '))).toHaveLength(1);
    expect(session).toContain(`- Ủy viên 2 (Ủy viên): Cần cho thêm thời gian – các hồ sơ ${reference}, ${adverseReference}`);
    expect((await votesOf(town, adverse))[0]!.result).toBe('LAPSED');
    const [closed] = await votesOf(town, adverse);
    expect(await lines('VOTE_MINUTES', closed!.id)).toContain('Biểu quyết kết thúc: do chủ trì kết thúc sớm, lý do: Đã đủ ý kiến.');
  });
});

describe('after a merger', () => {
  test('older papers keep the body, its symbol and its chair; the file tells the move; later papers name the new one', async () => {
    const own = [await town.member('Trưởng cũ'), await town.member('Ủy viên cũ'), await town.member('Ủy viên cũ nữa')];
    const old = await town.newCommittee('CU', own, ['AWARD_EXCLUSION']);
    await town.rows(`update committee set number_symbol = 'QĐ-CU' where id = ?`, [old]);
    const propose = async (count: number) =>
      done(await town.propose({ findingIds: supply.findings(count), committeeId: old })).map(({ decisionId }) => decisionId!);
    const [signed, unsigned, noticed, withdrawn] = (await propose(4)) as [string, string, string, string];
    done(await giveNotice(town.secretary, [signed, unsigned, noticed], 'HANDED_OVER'));
    done(await withdrawCases(town.force, [withdrawn], 'Lập nhầm.'));
    await town.later(20);
    done(await openVotes(town.secretary, [signed, unsigned]));
    for (const id of [signed, unsigned]) for (const member of own) done(await castVotes(member, [id], { choice: 'FOR' }));
    done(await enterIntoForce(town.secretary, [signed], {}));
    const before = { signed: await town.state(signed), unsigned: await town.state(unsigned) };
    expect(before).toEqual({ signed: 'IN_FORCE', unsigned: 'ADOPTED' });
    await town.later(3);
    const { clock } = world.ground;
    await mergeCommittees(town.secretary, {
      sourceIds: [old, town.committee],
      code: 'MOI',
      name: 'Ban Chỉ đạo Mới',
      chairUserId: town.chair.userId,
      effectiveOn: clock.today(),
      legalBasis: 'Quyết định số 9/QĐ-UBND',
    });
    await town.later(3);
    done(await enterIntoForce(town.secretary, [unsigned], {}));

    const decision = await lines('DECISION', signed);
    expect(decision.slice(1, 3)).toEqual(['BAN CHỈ ĐẠO CU', 'Số: 01/QĐ-CU']);
    expect(decision).toContain('TM. BAN CHỈ ĐẠO / TRƯỞNG BAN / Trưởng cũ');
    expect(decision).toContain('Căn cứ kết quả biểu quyết của Ban Chỉ đạo CU ngày 15 tháng 12 năm 2026');
    expect(decision.join('\n')).not.toContain('Mới');

    const notice = await lines('NOTICE', noticed);
    expect(notice[1]).toBe('BAN CHỈ ĐẠO CU');
    expect(notice).toContain('TM. BAN CHỈ ĐẠO / TRƯỞNG BAN / Trưởng cũ');

    // Adopted by the old one, signed when there was only the new one.
    const late = await lines('DECISION', unsigned);
    expect(late.slice(1, 3)).toEqual(['BAN CHỈ ĐẠO MỚI', 'Số: 01/QĐ-BCĐ']);
    expect(late).toContain('Căn cứ kết quả biểu quyết của Ban Chỉ đạo CU ngày 15 tháng 12 năm 2026');
    expect(late).toContain('TM. BAN CHỈ ĐẠO / TRƯỞNG BAN / Ủy viên 1');

    const file = await lines('CASE_FILE', signed);
    expect(file[1]).toBe('BAN CHỈ ĐẠO MỚI');
    expect(file.some((line) => /^\d+\. 18\/12\/2026: Hợp nhất ban chỉ đạo; hồ sơ chuyển đến Ban Chỉ đạo Mới$/u.test(line))).toBe(true);
    expect((await lines('CASE_FILE', withdrawn)).some((line) => line.endsWith(': Rút hồ sơ: Lập nhầm'))).toBe(true);
  });
});
