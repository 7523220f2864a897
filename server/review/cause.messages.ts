/** What is said when a cause cannot be set, or somebody acts in the own case (D-2, D-2a). */
import type { Text } from '../kernel/language.js';

export const CAUSE_TEXTS = {
  ownFinding: {
    vi: 'Không ai được xác định nguyên nhân cho kết quả rà soát của chính mình.',
    en: 'Nobody may set the cause of their own finding.',
  },
  ownAnswer: {
    vi: 'Không ai được trả lời đề nghị xem lại của chính mình.',
    en: 'Nobody may answer a contest of their own finding.',
  },
  ownSettlement: {
    vi: 'Không ai được xử lý dấu hiệu trong kết quả rà soát của chính mình.',
    en: 'Nobody may settle signals of their own finding.',
  },
  leaderByTaskForce: {
    vi: 'Nguyên nhân đối với lãnh đạo chỉ do tổ công tác xác định.',
    en: 'For a leader only the task force sets the cause.',
  },
  tierWithoutCause: {
    vi: 'Nguyên nhân này chỉ đặt được khi kết quả là sử dụng không thường xuyên hoặc không sử dụng.',
    en: 'This cause can only be set when the tier is irregular or never.',
  },
  refusesNote: {
    vi: 'Cần ghi rõ văn bản nhắc nhở (ngày, hình thức) và lớp tập huấn đã giới thiệu.',
    en: 'Name the written reminder (date, means) and the training class that was offered.',
  },
  excusedNote: {
    vi: 'Cần có ngày vắng mặt đã ghi nhận trong thời gian rà soát, hoặc ghi rõ văn bản làm căn cứ.',
    en: 'Either an absence must be recorded in the window, or the note must name the document.',
  },
} satisfies Record<string, Text>;
