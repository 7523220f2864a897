/** What is said to the task force about a usage policy that is not sound (T-1, E-4). */
import type { Text } from '../kernel/language.js';

export const POLICY_TEXTS = {
  notADay: { vi: 'Ngày không hợp lệ.', en: 'This is not a valid date.' },
  wholeNumber: { vi: 'Cần một số nguyên từ {least} đến {most}.', en: 'A whole number from {least} to {most} is needed.' },
  shareAboveZero: {
    vi: 'Cần một tỷ lệ lớn hơn 0 và không quá 1 (ví dụ 0,6).',
    en: 'A share above 0 and not above 1 is needed (for example 0.6).',
  },
  share: { vi: 'Cần một tỷ lệ từ 0 đến 1 (ví dụ 0,8).', en: 'A share from 0 to 1 is needed (for example 0.8).' },
  noActs: { vi: 'Cần chọn ít nhất một hoạt động được tính là sử dụng.', en: 'Choose at least one act that counts as use.' },
  receivedIsNoUse: {
    vi: 'Nhận thư không phải là sử dụng hộp thư, nên không thể được tính.',
    en: 'Receiving mail is not use of a mailbox and cannot be counted.',
  },
  holidayAndWorkingDay: {
    vi: 'Một ngày không thể vừa là ngày nghỉ lễ vừa là ngày làm bù.',
    en: 'A day cannot be both a public holiday and an extra working day.',
  },
} satisfies Record<string, Text>;
