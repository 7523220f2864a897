/** Under which titles does a person read what reviews found about them? */
import type { HoldingWords } from '../kernel/personal-data.js';

export const reviewHolds = {
  findings: {
    title: { vi: 'Kết quả rà soát', en: 'Findings of reviews' },
    columns: {
      review: { vi: 'Đợt rà soát', en: 'Review' },
      windowFrom: { vi: 'Từ ngày', en: 'From' },
      windowTo: { vi: 'Đến ngày', en: 'To' },
      agency: { vi: 'Cơ quan, đơn vị', en: 'Agency' },
      tier: { vi: 'Mức độ sử dụng', en: 'Tier' },
      reason: { vi: 'Lý do', en: 'Why' },
      cause: { vi: 'Nguyên nhân', en: 'Cause' },
      causeNote: { vi: 'Ghi chú về nguyên nhân', en: 'Note of the cause' },
      contestNote: { vi: 'Ý kiến của cán bộ', en: 'What was contested' },
      contestAnswer: { vi: 'Trả lời ý kiến', en: 'Answer to it' },
      contestFromOn: { vi: 'Vắng mặt từ ngày (theo đề nghị xem lại)', en: 'Absent from (as contested)' },
      contestUntilOn: { vi: 'Vắng mặt đến ngày', en: 'Absent until' },
      contestPaper: { vi: 'Giấy tờ kèm theo', en: 'Paper that came with it' },
      candidateDays: { vi: 'Ngày xem xét', en: 'Candidate days' },
      assessableDays: { vi: 'Ngày đủ dữ liệu', en: 'Assessable days' },
      daysOfUse: { vi: 'Ngày có sử dụng', en: 'Days of use' },
      excusedDays: { vi: 'Ngày có lý do chính đáng', en: 'Excused days' },
    },
  },
  versions: {
    title: { vi: 'Các lần kết quả rà soát được thay đổi', en: 'Changes of findings' },
    columns: {
      review: { vi: 'Đợt rà soát', en: 'Review' },
      version: { vi: 'Phiên bản trước đó', en: 'Version before' },
      change: { vi: 'Thay đổi', en: 'Change' },
      changedAt: { vi: 'Lúc', en: 'At' },
      tier: { vi: 'Mức độ sử dụng trước đó', en: 'Tier before' },
    },
  },
  facts: {
    title: { vi: 'Dữ kiện được giữ cùng kết quả rà soát', en: 'Facts kept with findings' },
    columns: {
      review: { vi: 'Đợt rà soát', en: 'Review' },
      version: { vi: 'Phiên bản', en: 'Version' },
      facts: { vi: 'Chức vụ, thời gian vắng mặt, hộp thư', en: 'Posts, absences, mailboxes' },
      counters: {
        vi: 'Số liệu từng ngày (ngày thứ, gửi, đọc, đăng nhập, nhận, chuyển tiếp, máy)',
        en: 'Counters (day of the window, sent, read, logins, received, forwarded, polled)',
      },
    },
  },
  answers: {
    title: { vi: 'Đơn vị trả lời về kết quả rà soát', en: 'What the agency said of findings' },
    columns: {
      review: { vi: 'Đợt rà soát', en: 'Review' },
      answer: { vi: 'Trả lời', en: 'Answer' },
      checkedAt: { vi: 'Lúc', en: 'At' },
    },
  },
  headed: {
    title: { vi: 'Danh sách của đơn vị do ông/bà xác nhận', en: 'Lists of the agency that you confirm' },
    columns: {
      review: { vi: 'Đợt rà soát', en: 'Review' },
      agency: { vi: 'Cơ quan, đơn vị', en: 'Agency' },
      confirmedAt: { vi: 'Xác nhận lúc', en: 'Confirmed at' },
    },
  },
} satisfies Record<string, HoldingWords>;

export const ANSWER_WORDS = {
  CONFIRMED: { vi: 'xác nhận đúng', en: 'confirmed' },
  CONTESTED: { vi: 'đề nghị xem lại', en: 'contested' },
};
