/** What is said when day totals are taken over from another system. */
import type { Text } from '../kernel/language.js';

export const dayFillMessages = {
  sourceUnknown: { vi: 'Không có nguồn tên “{name}”.', en: 'There is no source named “{name}”.' },
  hasDays: {
    vi: 'Nguồn “{name}” đã có dữ liệu; chỉ nạp gộp được vào nguồn còn trống.',
    en: 'The source “{name}” holds data already; totals can only be taken over into an empty one.',
  },
} satisfies Record<string, Text>;
