/** What is said about opening, finalising and cancelling a review. */
import type { Text } from '../kernel/language.js';

export const REVIEW_TEXTS = {
  causeCarriesCase: {
    vi: 'Đã có hồ sơ đề nghị dựa trên kết quả này: nguyên nhân không đổi được nữa.',
    en: 'A case rests on this finding: its cause cannot be changed any more.',
  },
  title: { vi: 'Cần nhập tên đợt rà soát.', en: 'A title is needed.' },
  windowInFuture: { vi: 'Ngày cuối của đợt rà soát không được sau ngày hôm nay.', en: 'The window cannot end after today.' },
  noPolicy: {
    vi: 'Chưa có quy định đánh giá nào có hiệu lực vào ngày {day}. Cần ban hành quy định đánh giá trước.',
    en: 'No usage policy is effective on {day}. Adopt one first.',
  },
  noAgency: { vi: 'Không tìm thấy đơn vị này.', en: 'There is no such agency.' },
  noOfficer: {
    vi: 'Không có cán bộ nào giữ chức vụ trong thời gian rà soát.',
    en: 'Nobody held a post in the window.',
  },
  inOpenReview: {
    vi: '{count} cán bộ đang thuộc đợt rà soát còn mở {reference}; mỗi cán bộ chỉ thuộc một đợt rà soát đang mở.',
    en: 'Officers who are in the open review {reference} already: {count}. An officer is in one open review at most.',
  },
  notOpen: { vi: 'Đợt rà soát không còn mở.', en: 'The review is no longer open.' },
  cancelled: { vi: 'Đợt rà soát đã bị hủy.', en: 'The review was cancelled.' },
  reason: { vi: 'Cần nêu lý do.', en: 'A reason is needed.' },
  noReview: { vi: 'Không tìm thấy đợt rà soát này.', en: 'There is no such review.' },
  noFinding: { vi: 'Không tìm thấy kết quả rà soát này.', en: 'There is no such finding.' },
  tooMany: { vi: 'Mỗi lần tối đa {most} kết quả.', en: 'At most {most} findings at a time.' },
  longerWindow: {
    vi: 'Căn cứ đã lưu của đợt rà soát chỉ có {days} ngày; quy định đánh giá dùng thử không được xem xét nhiều ngày hơn.',
    en: 'The review froze evidence of {days} days; a policy that looks at more cannot be tried on it.',
  },
} satisfies Record<string, Text>;
