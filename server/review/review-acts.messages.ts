/** What the acts of this room are called in the audit log. */
import type { Text } from '../kernel/language.js';

export const reviewActs: Readonly<Record<string, Text>> = {
  'finding.answerContest': { vi: 'Trả lời ý kiến về kết quả rà soát.', en: 'A contest of a finding was answered.' },
  'finding.contest': { vi: 'Nêu ý kiến về kết quả rà soát.', en: 'A finding was contested.' },
  'finding.flag': { vi: 'Đánh dấu kết quả rà soát có căn cứ mới tốt hơn.', en: 'A finding was flagged: newer evidence is better.' },
  'finding.readEvidence': { vi: 'Đọc căn cứ sử dụng của cán bộ, công chức.', en: 'Evidence about officers was read.' },
  'finding.recompute': {
    vi: 'Tính lại kết quả rà soát vì có thời gian vắng mặt.',
    en: 'A finding was worked out again because of an absence.',
  },
  'finding.setCause': { vi: 'Xác định nguyên nhân của kết quả rà soát.', en: 'The cause of a finding was set.' },
  'finding.setAside': { vi: 'Hủy kết quả rà soát sau khi giải quyết khiếu nại.', en: 'A finding was set aside after an appeal.' },
  'finding.settleSignals': { vi: 'Xử lý điểm cần xem xét của kết quả rà soát.', en: 'What a finding needed looking at was settled.' },
  'review.cancel': { vi: 'Hủy đợt rà soát.', en: 'A review was cancelled.' },
  'review.finalise': { vi: 'Chốt đợt rà soát.', en: 'A review was finalised.' },
  'review.open': { vi: 'Mở đợt rà soát.', en: 'A review was opened.' },
  'usagePolicy.adopt': { vi: 'Ban hành quy định đánh giá.', en: 'A usage policy was adopted.' },
};
