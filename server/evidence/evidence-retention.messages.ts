/** What this room keeps for a time, and why as long. */
import type { Text } from '../kernel/language.js';

export const evidenceKeeps = {
  quarantine: {
    vi: 'Dòng nhật ký không đọc được (đã che nội dung)',
    en: 'Log lines that were not understood (with their contents blanked)',
  },
  quarantineWhy: {
    vi: 'Chỉ để sửa cách đọc nhật ký; không bao giờ quá 30 ngày (E-7).',
    en: 'Only to mend how logs are read; never longer than 30 days (E-7).',
  },
  fragments: { vi: 'Đầu và cuối tệp nhật ký để ghép dòng bị cắt (đã niêm phong)', en: 'Ends of log files, for joining cut lines (sealed)' },
  fragmentsWhy: {
    vi: 'Tệp kế tiếp thường được nạp trong vài ngày; không bao giờ quá 30 ngày.',
    en: 'The next file usually comes within days; never longer than 30 days.',
  },
  spool: { vi: 'Tệp nhật ký và bảng tạm còn sót lại sau khi nạp', en: 'Log files and staging tables left over from imports' },
  spoolWhy: {
    vi: 'Tệp được xóa ngay khi đọc xong; chỉ còn sót lại khi máy chủ dừng đột ngột.',
    en: 'A file goes as soon as it is read; one is left over only where a server stopped at once.',
  },
  unknown: { vi: 'Địa chỉ chưa có trong danh bạ, ghi theo lần nạp', en: 'Addresses that no mailbox of the registry has, by import' },
  unknownWhy: {
    vi: 'Để bổ sung danh bạ sau mỗi lần nạp; sau đó không còn cần.',
    en: 'To complete the registry after an import; not needed after that.',
  },
  days: { vi: 'Số liệu từng ngày của từng hộp thư', en: 'Counters of each mailbox and day' },
  daysWhy: {
    vi: 'Đủ cho một đợt rà soát, thời hạn giải trình, biểu quyết và khiếu nại. Kết quả rà soát giữ riêng số liệu của mình nên vẫn kiểm tra lại được.',
    en: 'Long enough for a review, explanation, vote and appeal. Findings keep figures of their own, so they can still be worked out again.',
  },
  imports: { vi: 'Thông tin về các lần nạp nhật ký', en: 'Records of imports' },
  importsWhy: {
    vi: 'Để mỗi kết quả rà soát truy được về tệp và số dòng (T-7); không chứa thông tin của cá nhân.',
    en: 'So that a finding can be traced to files and line counts (T-7); they say nothing about persons.',
  },
} satisfies Record<string, Text>;
