/** What this room keeps for a time, and why as long; and what stands where something was removed. */
import type { Text } from '../kernel/language.js';

export const noticesKeeps = {
  letters: { vi: 'Nội dung thông báo gửi cán bộ, công chức', en: 'Texts of letters to officers' },
  lettersWhy: {
    vi: 'Ngày gửi, cách gửi và giấy nhận vẫn được giữ; nội dung chỉ cần trong thời gian còn có thể tranh chấp.',
    en: 'Days, means and receipts stay; the text is needed while it can be disputed.',
  },
  attempts: { vi: 'Lần thử gửi thông báo', en: 'Attempts to send letters' },
  attemptsWhy: {
    vi: 'Để giải thích vì sao một thông báo gửi chậm hoặc không gửi được.',
    en: 'To explain why a letter was late or did not go.',
  },
  unbound: { vi: 'Tệp đã tải lên mà không gắn vào hồ sơ nào', en: 'Files that were brought and bound to nothing' },
  unboundWhy: { vi: 'Tệp không dùng tới được xóa sau một ngày.', en: 'What nobody has used goes after a day.' },
  receipts: { vi: 'Bản chụp giấy nhận thông báo', en: 'Scans of receipts for letters' },
  receiptsWhy: {
    vi: 'Chứng minh thông báo đã đến tay người nhận trong thời gian còn có thể tranh chấp.',
    en: 'They show that a letter arrived, as long as that can be disputed.',
  },
} satisfies Record<string, Text>;
