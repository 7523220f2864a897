/** What the acts of this room are called in the audit log. */
import type { Text } from '../kernel/language.js';

export const decisionActs: Readonly<Record<string, Text>> = {
  'decision.propose': { vi: 'Đề nghị hồ sơ.', en: 'A case was proposed.' },
  'decision.giveNotice': { vi: 'Ghi nhận việc thông báo cho cán bộ.', en: 'Notice was given.' },
  'decision.explain': { vi: 'Tiếp nhận giải trình.', en: 'An explanation was received.' },
  'decision.answerExplanation': { vi: 'Trả lời giải trình.', en: 'An explanation was answered.' },
  'decision.becomeReady': { vi: 'Hồ sơ đủ điều kiện biểu quyết.', en: 'A case became ready for the vote.' },
  'decision.openVote': { vi: 'Mở biểu quyết.', en: 'A vote was opened.' },
  'decision.castVote': { vi: 'Biểu quyết.', en: 'A vote was cast.' },
  'decision.declareConflict': { vi: 'Khai báo xung đột lợi ích.', en: 'A conflict of interest was declared.' },
  'decision.conflicts': { vi: 'Kết thúc biểu quyết do không còn đủ người biểu quyết.', en: 'A vote ended because too few were left.' },
  'decision.closeVote': { vi: 'Kết thúc biểu quyết.', en: 'A vote was closed.' },
  'decision.enterIntoForce': { vi: 'Ký ban hành quyết định.', en: 'A decision was signed.' },
  'decision.comeIntoForce': { vi: 'Quyết định có hiệu lực.', en: 'A decision came into force.' },
  'decision.appeal': { vi: 'Tiếp nhận khiếu nại.', en: 'An appeal was received.' },
  'decision.settleAppeal': { vi: 'Giải quyết khiếu nại.', en: 'An appeal was settled.' },
  'decision.expire': { vi: 'Quyết định hết hiệu lực.', en: 'A decision expired.' },
  'decision.withdraw': { vi: 'Rút hồ sơ.', en: 'A case was withdrawn.' },
  'decision.merge': { vi: 'Chuyển hồ sơ sang ban chỉ đạo hợp nhất.', en: 'A case moved to a merged committee.' },
  'decision.join': { vi: 'Nhập hồ sơ vào hồ sơ trước đó.', en: 'A case was joined to an older one.' },
  'decision.setDocket': { vi: 'Xếp hồ sơ vào danh mục hồ sơ phiên họp.', en: 'A case was put on a docket, or taken off.' },
  'decision.readFile': { vi: 'Xem giải trình, trả lời hoặc khiếu nại.', en: 'An explanation, answer or appeal was read.' },
};
