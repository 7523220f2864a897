/** What this room says to people. */
import type { Text } from '../kernel/language.js';

export const provisioningMessages = {
  settingMissing: { vi: 'Chưa nhập {name}.', en: '{name} is missing.' },
  settingNumber: { vi: '{name} phải là số nguyên trong khoảng cho phép.', en: '{name} must be a whole number within its limits.' },
  settingYesNo: { vi: '{name} phải là có hoặc không.', en: '{name} must be yes or no.' },
  settingText: { vi: '{name} phải là chữ.', en: '{name} must be text.' },
  settingChoice: { vi: '{name} không có lựa chọn này.', en: '{name} has no such choice.' },
  settingUnknown: { vi: 'Loại hệ thống thư này không có mục {name}.', en: 'This kind of mail system has no setting {name}.' },
} satisfies Record<string, Text>;
