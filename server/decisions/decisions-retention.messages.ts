/** What this room keeps for a time, and why as long. */
import type { Text } from '../kernel/language.js';

export const decisionsKeeps = {
  papers: {
    vi: 'Bản giải trình, trả lời, đơn khiếu nại và bản chụp kèm theo của hồ sơ đã kết thúc',
    en: 'Explanations, answers, appeals and their scans of closed cases',
  },
  papersWhy: {
    vi: 'Quyết định, số và kết quả biểu quyết được giữ mãi; giấy tờ của cá nhân được giữ trong thời gian còn có thể xem xét lại.',
    en: 'Decisions, their numbers and the results of votes stay for good; papers of a person stay while the case can be looked at again.',
  },
} satisfies Record<string, Text>;
