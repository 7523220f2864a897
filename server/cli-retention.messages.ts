/** What `hopthu retention` says. */
import type { Text } from './kernel/language.js';

export const retentionWords = {
  what: { vi: 'Dữ liệu', en: 'Data' },
  period: { vi: 'Thời hạn', en: 'Kept for' },
  cutOff: { vi: 'Giữ từ ngày', en: 'Kept since' },
  due: { vi: 'Sẽ xóa', en: 'Would go' },
  removed: { vi: 'Đã xóa', en: 'Removed' },
  needed: { vi: 'Còn cần nên giữ lại', en: 'Still needed' },
  fault: { vi: 'Lỗi', en: 'Fault' },
  rest: { vi: 'lần sau xóa tiếp', en: 'the rest with the next run' },
  DAYS: { vi: '{period} ngày', en: '{period} days' },
  MONTHS: { vi: '{period} tháng', en: '{period} months' },
  YEARS: { vi: '{period} năm', en: '{period} years' },
  usual: {
    vi: 'Chưa ban hành quy định lưu giữ; các thời hạn thường dùng đang có hiệu lực.',
    en: 'No policy was adopted; the usual periods hold.',
  },
  policy: { vi: 'Quy định lưu giữ số {version}, có hiệu lực từ {day}.', en: 'Policy {version}, in effect from {day}.' },
  lastRun: { vi: 'Lần xóa gần nhất: {day}, {removed} mục.', en: 'The last removal: {day}, {removed} items.' },
  neverRun: { vi: 'Chưa có lần xóa nào.', en: 'Nothing was removed yet.' },
  total: { vi: 'Đã xóa {removed} mục.', en: '{removed} items were removed.' },
  dry: { vi: 'Chỉ báo cáo, không xóa gì.', en: 'A report only, nothing was removed.' },
} satisfies Record<string, Text>;
