/** What stands on papers of each kind, made from real cases, votes and classes. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { seatMember } from '../../../server/committee/committee.service.js';
import { appeal, settle } from '../../../server/decisions/appeal.service.js';
import { castVotes } from '../../../server/decisions/cast-vote.service.js';
import { putOnDocket } from '../../../server/decisions/docket.service.js';
import { enterIntoForce } from '../../../server/decisions/enactment.service.js';
import { answerExplanation, explain, giveNotice, prepareNotices } from '../../../server/decisions/hearing.service.js';
import { closeVotes, declareConflict, openVotes } from '../../../server/decisions/vote.service.js';
import { givePaper } from '../../../server/publication/papers/paper.service.js';
import type { PaperKind } from '../../../server/publication/papers/vocabulary.js';
import { transferOfficer } from '../../../server/registry/officer.service.js';
import { adopt, adopted, inForce, Supply, votesOf } from '../../decisions/case-steps.js';
import { DecisionWorld, done, NOW } from '../../decisions/decision-world.js';
import { World } from '../../support/world.js';
import { textOf } from './paper-text.js';

let world: World;
let town: DecisionWorld;
let supply: Supply;
beforeAll(async () => {
  world = await World.open();
  town = await DecisionWorld.build(world, { members: 9, never: 40 });
  supply = new Supply(town);
  const clerk = await town.person('SECRETARY', 'Phạm Thị Thư Ký');
  await seatMember(town.secretary, { committeeId: town.committee, userId: clerk.userId, seat: 'SECRETARY', fromOn: '2026-11-01' });
}, 120_000);
afterAll(() => world.close());
beforeEach(() => world.ground.clock.stopAt(NOW));

const paper = async (kind: PaperKind, id: string, as: { ground: typeof world.ground; actor: any } = town.secretary): Promise<string> => {
  const given = await givePaper(as, kind, id);
  return given ? textOf(given.paper) : 'none';
};

describe('a decision', () => {
  test('says number, bases, who decides what for whom until when, who carries it out and who signs', async () => {
    const { findingId, officerId } = supply.one();
    await transferOfficer(world.system(), officerId, {
      agencyId: town.agency,
      isLeader: false,
      post: 'Chuyên viên',
      onDate: '2026-11-02',
    } as never);
    const [id] = (await inForce(town, [findingId])) as [string];
    const text = await paper('DECISION', id);
    const [row] = await town.rows<{ number: string; name: string }>(
      'select d.number, o.full_name as name from decision d join officer o on o.id = d.officer_id where d.id = ?',
      [id],
    );
    expect(row!.number).toBe('1/QĐ-BCĐ');
    expect(text.split('\n').slice(0, 6)).toEqual([
      'ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH',
      'BAN CHỈ ĐẠO BCD',
      'Số: 01/QĐ-BCĐ',
      'Thành phố Hồ Chí Minh, ngày 15 tháng 12 năm 2026',
      'QUYẾT ĐỊNH',
      'Về việc không xét danh hiệu thi đua năm 2026',
    ]);
    for (const line of [
      'BAN CHỈ ĐẠO BCD',
      'Căn cứ Luật Thi đua, khen thưởng',
      'Căn cứ Quyết định số 1/QĐ-UBND',
      'Căn cứ kết quả rà soát tại đợt “Quý IV” (từ ngày 27/8/2026 đến ngày 24/11/2026)',
      'Căn cứ kết quả biểu quyết của Ban Chỉ đạo BCD ngày 15 tháng 12 năm 2026',
      'Theo đề nghị của Tổ công tác ứng dụng công nghệ thông tin',
      'QUYẾT ĐỊNH:',
      `Điều 1. Không xét danh hiệu thi đua năm 2026 đối với ông (bà) ${row!.name}, Chuyên viên, Sở SNV. Danh hiệu không được xét: Chiến sĩ thi đua cơ sở. Lý do: Không chấp hành.`,
      'Điều 2. Việc không xét áp dụng đối với danh hiệu thi đua của năm 2026, kể cả khi việc xét được tiến hành sau ngày 31/12/2026; không áp dụng đối với danh hiệu của năm khác. Danh hiệu đã được tặng trước ngày 15 tháng 12 năm 2026 không bị ảnh hưởng.',
      `Điều 3. Ông (bà) ${row!.name} có quyền khiếu nại Quyết định này đến Ban Chỉ đạo BCD đến hết ngày 14 tháng 01 năm 2027, nộp trên hệ thống hoặc bằng văn bản qua cán bộ đầu mối của cơ quan, đơn vị hoặc thư ký Ban Chỉ đạo. Khi có khiếu nại, việc thi hành Quyết định được tạm dừng cho đến khi khiếu nại được giải quyết.`,
      `Điều 4. Thư ký Ban Chỉ đạo, người đứng đầu Sở SNV, các cơ quan, đơn vị có liên quan và ông (bà) ${row!.name} chịu trách nhiệm thi hành Quyết định này.`,
      'Điều 5. Quyết định này có hiệu lực kể từ ngày 15 tháng 12 năm 2026.',
      '→ Như Điều 4;',
      '→ Lưu: VT, BCĐ.',
      'TM. BAN CHỈ ĐẠO / TRƯỞNG BAN / Ủy viên 1',
    ])
      expect(text.split('\n')).toContain(line);
    expect(text).not.toContain('DỰ THẢO');
    expect(text).toMatch(/[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2} http\S+\/verify\//);
  });

  test.each([
    ['MAILBOX_REVOCATION', 'NO_NEED', /Điều 1\. Thu hồi hộp thư điện tử công vụ idle\d+@snv\.example của ông \(bà\)/],
    ['AWARD_EXCLUSION', 'REFUSES', /Điều 1\. Không xét danh hiệu/],
  ] as const)('%s has articles of its own, and an end of the period for an appeal', async (kind, cause, article) => {
    const taken = supply.take();
    await town.cause(cause, taken);
    const [id] = (await inForce(town, [taken[0]!.findingId], { kind })) as [string];
    const text = await paper('DECISION', id);
    expect(text).toMatch(article);
    expect(text).toContain('có quyền khiếu nại');
  });

  test('a mailbox is provided and given back without notice, finding and appeal', async () => {
    const officerId = await world.officer(town.agency, { fullName: 'Đặng Ưu Ỷ', mailboxAddress: null, sinceOn: '2026-11-01' });
    const [given] = done(await town.propose({ kind: 'MAILBOX_PROVISION', officerIds: [officerId] } as never));
    const id = given!.decisionId!;
    done(await openVotes(town.secretary, [id]));
    await adopt(town, id);
    done(await enterIntoForce(town.secretary, [id], {}));
    const text = await paper('DECISION', id);
    expect(text).toContain('Điều 1. Cấp hộp thư điện tử công vụ ');
    expect(text).toContain('Đặng Ưu Ỷ');
    expect(text).not.toContain('khiếu nại');
    expect(await paper('NOTICE', id)).toBe('none');
  });

  test('is a draft for the secretary before it is signed, and nothing for others', async () => {
    const { findingId, officerId } = supply.one();
    const [id] = (await adopted(town, [findingId])) as [string];
    const text = await paper('DECISION', id);
    expect(text).toContain('DỰ THẢO');
    expect(text).not.toContain('/verify/');
    expect(await town.rows('select 1 from paper where about = ?', [`decision:${id}`])).toEqual([]);
    for (const as of [town.force, town.chair, town.officer(officerId)]) expect(await paper('DECISION', id, as)).toBe('none');
  });
});

test('a notice says what was found and why, what may follow, how to explain until when, and has a slip of receipt', async () => {
  const { findingId, officerId } = supply.one();
  const [id] = (await town.cases(1, { findingIds: [findingId] })) as [string];
  expect(await paper('NOTICE', id)).toContain('DỰ THẢO');
  done(await prepareNotices(town.secretary, [id]));
  const prepared = await paper('NOTICE', id, town.officer(officerId));
  expect(prepared).toContain(
    'trong thời hạn 10 ngày, tính từ ngày liền sau ngày nhận Thông báo này (nếu ngày cuối là ngày nghỉ thì đến hết ngày làm việc tiếp theo), gửi qua',
  );
  expect(prepared).toContain('Giấy xác nhận đã nhận Thông báo');
  expect(prepared).toMatch(/Đề nghị dựa trên kết quả đợt rà soát “Quý IV”: .*không/i);
  expect(prepared).toContain('không được xét các danh hiệu thi đua sau của năm 2026: Chiến sĩ thi đua cơ sở.');
  expect(prepared).toContain('Lý do đề nghị: Không chấp hành.');
  expect(prepared).toContain('\nCăn cứ pháp lý:\n- Luật Thi đua, khen thưởng\n');
  expect(prepared).toContain('\nTM. BAN CHỈ ĐẠO / TRƯỞNG BAN / Ủy viên 1\n');

  const other = supply.one();
  const [served] = (await town.cases(1, { findingIds: [other.findingId] })) as [string];
  done(await giveNotice(town.secretary, [served], 'HANDED_OVER'));
  expect(await paper('NOTICE', served)).toMatch(/Thông báo này được giao ngày 25\/11\/2026; .* đến hết ngày 07\/12\/2026/);
});

describe('minutes', () => {
  test('name who was there, who was not, who took no part and why, the counts, dissent with its reason, and the result', async () => {
    const [id] = (await town.voting(1, { findingIds: supply.findings() })) as [string];
    done(await declareConflict(town.members[8]!, [id], 'Là em họ'));
    await town.vote(id, ['FOR', 'FOR', 'FOR', 'ABSTAIN']);
    done(await castVotes(town.members[4]!, [id], { choice: 'AGAINST', reason: 'Chưa đủ căn cứ' }));
    const [open] = await votesOf(town, id);
    expect(await paper('VOTE_MINUTES', open!.id)).toContain('DỰ THẢO');
    done(await closeVotes(town.chair, [id], 'Đã đủ ý kiến'));
    const text = await paper('VOTE_MINUTES', open!.id);
    for (const line of [
      'BIÊN BẢN',
      'Chủ trì: Ủy viên 1',
      'Thư ký: Phạm Thị Thư Ký',
      'Đã biểu quyết: 05 thành viên',
      '- Ủy viên 1 (Trưởng ban)',
      'Chưa biểu quyết khi biểu quyết kết thúc: 03 thành viên',
      '- Ủy viên 6 (Ủy viên)',
      'Không tham gia biểu quyết do xung đột lợi ích: 01 thành viên',
      '- Ủy viên 9 (Ủy viên): tự khai báo xung đột lợi ích (Là em họ)',
      '8 | 3 | 1 | 1',
      'Ý kiến không tán thành:',
      'Bắt đầu: 09 giờ 00 phút ngày 15 tháng 12 năm 2026',
      'Số thành viên được biểu quyết: 8; số thành viên tối thiểu: 5; thông qua khi số phiếu tán thành đạt quá nửa tổng số phiếu tán thành và không tán thành, và có ít nhất 3 phiếu tán thành.',
      '- Ủy viên 5 (Ủy viên): Chưa đủ căn cứ',
      'Kết quả: Thông qua.',
      'Biểu quyết kết thúc: do chủ trì kết thúc sớm, lý do: Đã đủ ý kiến.',
      'THƯ KÝ / (Ký, ghi rõ họ tên) / Phạm Thị Thư Ký',
      'CHỦ TRÌ / (Ký, ghi rõ họ tên) / Ủy viên 1',
    ])
      expect(text.split('\n')).toContain(line);
    // The secretary on the left, the chair on the right.
    expect(text.indexOf('THƯ KÝ /')).toBeLessThan(text.indexOf('CHỦ TRÌ /'));
  });

  test('of a session count each case of the docket, and are a draft until the last vote is closed', async () => {
    const ids = await town.ready(2, { findingIds: supply.findings(2) });
    done(await putOnDocket(town.secretary, ids, 'PH-SESSION'));
    done(await openVotes(town.secretary, ids));
    await adopt(town, ids[0]!);
    expect(await paper('DOCKET_MINUTES', ids[0]!)).toContain('DỰ THẢO');
    await town.vote(ids[1]!, ['AGAINST', 'AGAINST', 'AGAINST', 'AGAINST', 'AGAINST']);
    const text = await paper('DOCKET_MINUTES', ids[0]!);
    expect(text).not.toContain('DỰ THẢO');
    expect(text).toContain('Biểu quyết các hồ sơ thuộc danh mục “PH-SESSION”');
    expect(text).toMatch(/1 \| QD-2026-\d{4} \| .* \| 9 \| 5 \| 0 \| 0 \| Thông qua/);
    expect(text).toMatch(/2 \| QD-2026-\d{4} \| .* \| 9 \| 0 \| 5 \| 0 \| Không thông qua/);
    expect(text).toMatch(/- Ủy viên 2 \(Ủy viên\) – hồ sơ QD-2026-\d{4}/);
  });
});

test('a case file tells everything in order of time, without who voted how, and is made anew when something came to it', async () => {
  const { findingId, officerId } = supply.one();
  const [id] = (await town.cases(1, { findingIds: [findingId] })) as [string];
  done(await giveNotice(town.secretary, [id], 'REGISTERED_POST'));
  done(await explain(town.officer(officerId), id, { text: 'Tôi không có máy tính.' }));
  done(await answerExplanation(town.force, id, 'Cơ quan đã cấp máy tính.'));
  await town.later(20);
  done(await openVotes(town.secretary, [id]));
  await adopt(town, id);
  done(await enterIntoForce(town.secretary, [id], {}));
  const first = await givePaper(town.officer(officerId), 'CASE_FILE', id);
  expect((await givePaper(town.secretary, 'CASE_FILE', id))!.issued!.code).toBe(first!.issued!.code);
  done(await appeal(town.officer(officerId), id, { text: 'Đề nghị xem lại.' }));
  done(await settle(town.chair, id, { uphold: true, text: 'Không có tình tiết mới.' }));
  const last = await givePaper(town.officer(officerId), 'CASE_FILE', id);
  expect([last!.issued!.version, last!.issued!.code === first!.issued!.code]).toEqual([2, false]);
  const text = textOf(last!.paper);
  const headings = text.split('\n').filter((line) => /^\d+\. \d\d\/\d\d?\/\d{4}: /.test(line));
  expect(headings.map((line) => line.replace(/^\d+\. /, ''))).toEqual([
    '25/11/2026: Kết quả rà soát: Quý IV',
    '25/11/2026: Đề nghị: không xét danh hiệu thi đua năm 2026',
    '25/11/2026: Thông báo',
    '25/11/2026: Giải trình',
    '25/11/2026: Trả lời giải trình',
    '15/12/2026: Biểu quyết',
    '15/12/2026: Quyết định',
    '15/12/2026: Khiếu nại',
    '15/12/2026: Giải quyết khiếu nại: Giữ nguyên quyết định',
  ]);
  for (const words of [
    'Tôi không có máy tính.',
    'Cơ quan đã cấp máy tính.',
    'Đề nghị xem lại.',
    'Không có tình tiết mới.',
    'gửi thư bảo đảm qua bưu điện',
    '9 | 5 | 0 | 0',
    'Cơ quan, người đề nghị: Tổ công tác ứng dụng công nghệ thông tin, Tổ công tác.',
    'Biểu quyết kết thúc: tự động, khi kết quả không còn thay đổi được.',
    'Quyết định được giao ngày 15/12/2026.',
    'Người giải quyết: Ủy viên 1.',
  ])
    expect(text).toContain(words);
  expect(text.replace('Người giải quyết: Ủy viên 1.', '')).not.toContain('Ủy viên 1');
  // In the second instance the superior authority settles: its paper is named, and not who recorded it.
  done(await appeal(town.officer(officerId), id, { text: 'Đề nghị cấp trên xem lại.' }));
  const paperOn = world.ground.clock.today();
  done(await settle(town.secretary, id, { uphold: true, text: 'Giữ nguyên.', paperNumber: '45/UBND-NC', paperOn }));
  const whole = await paper('CASE_FILE', id);
  expect(whole).toContain('Theo văn bản số 45/UBND-NC ngày 15 tháng 12 năm 2026 của cơ quan cấp trên.');
  expect(whole.match(/Người giải quyết: /gu)).toHaveLength(1);
  expect(text).toContain('→ Người khiếu nại;');
  expect(textOf(first!.paper)).toContain('→ Người có tên trong hồ sơ;');
  expect(textOf(first!.paper)).not.toContain('khiếu nại;');
});
