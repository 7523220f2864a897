/** What is said to the task force when signals of a finding are settled (T-5). */
import type { Text } from '../kernel/language.js';

export const SIGNAL_TEXTS = {
  settleNote: { vi: 'Cần ghi lý do xử lý.', en: 'A reason for the settlement is needed.' },
  nothingToSettle: {
    vi: 'Kết quả rà soát này không có dấu hiệu nào cần xử lý.',
    en: 'This finding has no signal that needs settling.',
  },
  noImprovedTier: {
    vi: 'Không có mức độ sử dụng cao hơn để áp dụng; chỉ có thể giữ nguyên mức đã xác định và ghi lý do.',
    en: 'There is no improved tier to take; the tier can only be kept, with a reason.',
  },
} satisfies Record<string, Text>;
