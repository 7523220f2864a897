/** What the acts of this room are called in the audit log. */
import type { Text } from '../kernel/language.js';

export const reviewActs: Readonly<Record<string, Text>> = {
  'agencyCheck.confirm': { vi: 'Lãnh đạo đơn vị xác nhận danh sách rà soát.', en: 'The head of an agency confirmed its check.' },
  'agencyCheck.nameHead': { vi: 'Ghi lãnh đạo đơn vị xác nhận danh sách rà soát.', en: 'The head who confirms a check was named.' },
  'agencyCheck.return': { vi: 'Trả lại kết quả kiểm tra cho cán bộ đầu mối.', en: 'A check was given back to the contact.' },
  'agencyCheck.submit': { vi: 'Đơn vị nộp kết quả kiểm tra.', en: 'An agency handed in its check.' },
  'contactSubstitute.appoint': { vi: 'Giao người thay cán bộ đầu mối.', en: 'A substitute of a contact was appointed.' },
  'contactSubstitute.end': { vi: 'Kết thúc thay cán bộ đầu mối.', en: 'The substitution of a contact ended.' },
  'finding.check': { vi: 'Trả lời về kết quả rà soát của đơn vị.', en: 'A finding was answered for.' },
  'review.extendCheck': { vi: 'Gia hạn kiểm tra của các đơn vị.', en: 'The agencies were given more time.' },
  'review.step': { vi: 'Gửi thư nhắc, thư báo của đợt rà soát.', en: 'Letters of a review were written.' },
  'reviewDefinition.save': { vi: 'Lưu mẫu đợt rà soát.', en: 'The definition of reviews was saved.' },
  'evidencePack.begin': { vi: 'Bắt đầu xuất bộ căn cứ của kết quả rà soát.', en: 'An evidence pack of findings was begun.' },
  'evidencePack.make': { vi: 'Xuất xong bộ căn cứ của kết quả rà soát.', en: 'An evidence pack of findings was made.' },
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
