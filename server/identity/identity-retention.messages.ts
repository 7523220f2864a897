/** What this room keeps for a time, and why as long. */
import type { Text } from '../kernel/language.js';

export const identityKeeps = {
  sessions: { vi: 'Phiên đăng nhập đã kết thúc hoặc hết hạn', en: 'Sessions that ended or expired' },
  sessionsWhy: {
    vi: 'Đủ để nhận ra lần đăng nhập lạ; ai đăng nhập lúc nào vẫn có trong nhật ký hệ thống.',
    en: 'Long enough to notice a strange sign-in; who signed in when stays in the audit log.',
  },
  invitations: { vi: 'Liên kết mời đã dùng hoặc hết hạn', en: 'Invitations that were used or expired' },
  invitationsWhy: { vi: 'Liên kết đã hết tác dụng.', en: 'The link opens nothing any more.' },
  codes: { vi: 'Mã dùng một lần trên thông báo giấy đã hết hạn', en: 'One-time codes of paper notices that expired' },
  codesWhy: {
    vi: 'Mã đã hết tác dụng; việc dùng mã vẫn có trong nhật ký hệ thống.',
    en: 'The code opens nothing any more; its use stays in the audit log.',
  },
  guesses: {
    vi: 'Lần thử mật khẩu, mã và dấu vết chống dùng lại',
    en: 'Tries of passwords and codes, and what keeps them from being used twice',
  },
  guessesWhy: {
    vi: 'Giới hạn đoán mật khẩu chỉ tính trong 15 phút gần nhất.',
    en: 'The limit on guessing counts the last 15 minutes only.',
  },
} satisfies Record<string, Text>;
