/** What is written to people about their accounts. */
import type { Text } from '../kernel/language.js';

export const ACCOUNT_LETTER_KINDS: Readonly<Record<string, Text>> = {
  'account.opened': { vi: 'Về tài khoản của ông/bà', en: 'About your account' },
};

export const ACCOUNT_LETTERS = {
  title: { vi: 'Về tài khoản Hộp thư công vụ của Ông/Bà', en: 'About your Hopthu account' },
  NEW_LINK: {
    vi: 'Quản trị hệ thống vừa tạo một đường dẫn dùng một lần để đặt lại mật khẩu tài khoản của Ông/Bà.',
    en: 'An administrator has made a one-time link by which a new password for your account can be chosen.',
  },
  SECOND_FACTOR_RESET: {
    vi: 'Quản trị hệ thống vừa gỡ xác thực hai bước khỏi tài khoản của Ông/Bà và kết thúc mọi phiên làm việc.',
    en: 'An administrator has taken the second factor off your account and ended all its sessions.',
  },
  notYou: {
    vi: 'Nếu Ông/Bà không yêu cầu việc này, xin báo ngay cho quản trị hệ thống và cán bộ đầu mối của cơ quan.',
    en: 'If you did not ask for this, tell the administrator and the contact of your agency at once.',
  },
} satisfies Record<string, Text>;
