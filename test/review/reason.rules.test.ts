import { describe, expect, test } from '@jest/globals';
import type { ReasonFacts } from '../../server/review/reason.rules.js';
import { reasonOf } from '../../server/review/reason.rules.js';
import { judge } from '../../server/review/tier.rules.js';
import { type OfficerFacts } from '../../server/review/tier-facts.rules.js';
import { DAYS_OFF, domain, FIRST, FRAME, officer, on, POLICY, WINDOW, WORKDAYS } from './officer-facts.js';

const read = { read: 2, logins: 1 };

function facts(of: OfficerFacts, changes: Partial<ReasonFacts> = {}): ReasonFacts {
  const outcome = judge(of, FRAME);
  return {
    ...outcome,
    window: WINDOW,
    policy: POLICY,
    improvedTier: null,
    isForwardingSettled: false,
    isContestOpen: false,
    change: null,
    version: 1,
    ...changes,
  };
}

const vi = (of: OfficerFacts, changes?: Partial<ReasonFacts>) => reasonOf(facts(of, changes), 'vi');
const en = (of: OfficerFacts, changes?: Partial<ReasonFacts>) => reasonOf(facts(of, changes), 'en');

describe('the reason of a finding in one paragraph (T-7)', () => {
  test('REGULAR, in Vietnamese, whole', () => {
    expect(vi(officer(on(WORKDAYS.slice(0, 39), read)))).toBe(
      'Đợt rà soát này xem xét 90 ngày, từ ngày 27/08/2026 đến ngày 24/11/2026, theo quy định đánh giá phiên bản 3. ' +
        'Trong 64 ngày làm việc được xét có 64 ngày đủ dữ liệu để đánh giá; hộp thư được sử dụng (gửi thư hoặc đọc thư) trong 39 ngày, đạt 60,9 %. ' +
        'Mức yêu cầu là từ 60 % trở lên, vì vậy kết quả là sử dụng thường xuyên. ' +
        'Hệ thống ghi nhận 0 thư đã gửi, 78 thư đã đọc, 39 lượt đăng nhập.',
    );
  });

  test('the same in English', () => {
    expect(en(officer(on(WORKDAYS.slice(0, 39), read)))).toBe(
      'This review looks at 90 days, from 27/08/2026 to 24/11/2026, under usage policy version 3. ' +
        'Of 64 working days considered, 64 have enough data to be assessed; the mailbox was used (mail sent or mail read) on 39 of them, which is 60.9 %. ' +
        'At least 60 % is asked for, so the finding is: uses regularly. ' +
        'The records show 0 messages sent, 78 read, 39 logins.',
    );
  });

  test.each<[string, string, string, string]>([
    ['IRREGULAR', vi(officer(on(WORKDAYS.slice(0, 38), read))), 'đạt 59,4 %', 'sử dụng không thường xuyên'],
    ['at weekends', vi(officer(on(DAYS_OFF, read))), 'trong 0 ngày, đạt 0 %', 'Hộp thư còn được sử dụng trong 26 ngày nghỉ'],
    [
      'NEVER with polling',
      vi(officer(on(WORKDAYS, { logins: 288, received: 2 }))),
      'Trong 64 ngày có nhiều lượt đăng nhập tự động',
      'Hộp thư nhận 128 thư',
    ],
    ['NEVER forwarded', vi(officer(on(WORKDAYS, { forwarded: 4 }))), '256 thư được tự động chuyển tiếp', 'cho đến khi tổ công tác xem xét'],
    ['logins alone', vi(officer(on(WORKDAYS, { logins: 1 }))), 'bất kỳ ngày nào', 'Chỉ đăng nhập thì chưa được tính là sử dụng'],
    ['coverage', vi(officer([], { domain: domain(['SENT', 'READ'], WORKDAYS.slice(51)) })), 'chỉ có 51 ngày (79,7 %)', 'cần ít nhất 80 %'],
    [
      'no mailbox',
      vi(officer([], {}, { mailboxes: [] })),
      'không có hộp thư điện tử công vụ cá nhân',
      'không phải là kết luận không sử dụng',
    ],
    [
      'logins only source',
      vi(officer([], { domain: domain(['LOGIN']) })),
      'không thể hiện được việc sử dụng hộp thư',
      'chưa đủ cơ sở đánh giá',
    ],
    [
      'too few days',
      vi(officer([], { active: [{ from: FIRST + WORKDAYS[45]!, to: Infinity }] })),
      'Chỉ có 19 ngày làm việc được xét',
      'cần ít nhất 20 ngày',
    ],
    [
      'excused',
      vi(officer([], {}, { absences: [{ from: -Infinity, to: Infinity }] })),
      'Toàn bộ 64 ngày làm việc',
      'ghi nhận bằng văn bản',
    ],
  ])('%s says what counted and what did not', (_name, text, ...parts) => {
    for (const part of parts) expect(text).toContain(part);
  });

  test('a forwarded mailbox that was settled no longer waits for the task force', () => {
    expect(en(officer(on(WORKDAYS, { forwarded: 1 })), { isForwardingSettled: true })).not.toContain('No adverse step');
  });

  test('newer evidence, a contest, and what changed the finding are said', () => {
    const of = officer([]);
    expect(en(of, { improvedTier: 'REGULAR' })).toContain('suggests: uses regularly');
    expect(en(of, { isContestOpen: true })).toContain('contested');
    expect(en(of, { change: 'ABSENCE_RECORDED', version: 2 })).toContain('(version 2)');
    expect(vi(of, { tier: 'NOT_ASSESSED', notAssessedReason: 'EXCUSED', change: 'CONTEST_ACCEPTED' })).toContain('đã được chấp nhận');
  });

  test('a share that was not reached is not rounded up to the one asked for', () => {
    const near = facts(officer([]), { tier: 'IRREGULAR', daysOfUse: 5996, assessableDays: 10_000 });
    expect(reasonOf(near, 'en')).toContain('which is 59.9 %');
  });

  test('no place is left unfilled in either language', () => {
    for (const who of [officer(on(WORKDAYS, { ...read, forwarded: 1, received: 1 })), officer([]), officer([], {}, { mailboxes: [] })]) {
      expect(vi(who) + en(who)).not.toMatch(/[{}]/);
    }
  });
});
