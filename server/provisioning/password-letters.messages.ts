/** What is written to an officer whose mailbox waits for its password. */
import type { Text } from '../kernel/language.js';

export const PASSWORD_LETTER_KINDS: Readonly<Record<string, Text>> = {
  'mailbox.password': { vi: 'Nhận mật khẩu hộp thư', en: 'Password of a mailbox' },
};

export const PASSWORD_LETTERS = {
  title: { vi: 'Mật khẩu hộp thư {address}', en: 'Password of the mailbox {address}' },
  made: {
    vi: 'Hộp thư điện tử công vụ {address} của ông/bà đã được mở trên hệ thống thư.',
    en: 'Your official mailbox {address} has been opened on the mail system.',
  },
  reset: {
    vi: 'Hộp thư điện tử công vụ {address} của ông/bà cần mật khẩu mới.',
    en: 'Your official mailbox {address} needs a new password.',
  },
  code: {
    vi: 'Để nhận mật khẩu, mở {page} và nhập mã {code}. Mật khẩu chỉ hiện một lần; mã hết giá trị sau khi dùng.',
    en: 'To take the password, open {page} and enter the code {code}. The password is shown once; the code is worthless afterwards.',
  },
  notYou: {
    vi: 'Nếu ông/bà không yêu cầu và không biết về việc này, hãy báo cho đầu mối của cơ quan.',
    en: 'If you did not ask for this and do not know of it, tell your agency’s contact.',
  },
} satisfies Record<string, Text>;
