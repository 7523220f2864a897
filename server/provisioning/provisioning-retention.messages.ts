/** What this room keeps for a time, and why as long. */
import type { Text } from '../kernel/language.js';

export const provisioningKeeps = {
  attempts: { vi: 'Lần thực hiện lệnh trên hệ thống thư', en: 'Attempts of orders to mail systems' },
  attemptsWhy: {
    vi: 'Lệnh và kết quả vẫn được giữ; từng lần thử chỉ cần khi có sự cố.',
    en: 'Orders and what came of them stay; single attempts are needed for faults only.',
  },
  comparisons: {
    vi: 'Kết quả đối chiếu với hệ thống thư và các khác biệt đã giải quyết',
    en: 'Comparisons with mail systems, and differences that were settled',
  },
  comparisonsWhy: {
    vi: 'Chứa địa chỉ và tên lấy từ hệ thống thư; chỉ cần cho tới khi khác biệt được giải quyết và được rà soát lại.',
    en: 'They hold addresses and names from the mail system, needed until a difference is settled and looked back on.',
  },
} satisfies Record<string, Text>;
