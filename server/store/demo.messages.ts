/** What is shown while the demonstration city is built, and what its reviews are called. */
import type { Text } from '../kernel/language.js';

export const DEMO_STEPS = {
  plan: { vi: 'Lập danh sách cơ quan và cán bộ', en: 'Drawing up agencies and officers' },
  registry: { vi: 'Nhập cơ quan, cán bộ, hộp thư', en: 'Importing agencies, officers, mailboxes' },
  evidence: { vi: 'Nạp căn cứ sử dụng của 270 ngày', en: 'Loading the evidence of 270 days' },
  accounts: { vi: 'Tạo tài khoản', en: 'Making accounts' },
  reviews: { vi: 'Rà soát ba đợt 90 ngày', en: 'Reviewing three windows of 90 days' },
} satisfies Record<string, Text>;

export const DEMO_REVIEW_TITLE = 'Rà soát việc sử dụng hộp thư công vụ lần {number} năm {year}';
