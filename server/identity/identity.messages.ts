/** Sentences about users and signing in. */
import type { Text } from '../kernel/language.js';

export const identityMessages = {
  wrongPassword: { vi: 'Thư điện tử hoặc mật khẩu không đúng.', en: 'The e-mail address or the password is wrong.' },
  emailTaken: { vi: 'Đã có người dùng với địa chỉ này.', en: 'A user with this address exists already.' },
} satisfies Record<string, Text>;
