/** Sentences about users and signing in. */
import type { Text } from '../kernel/language.js';

export const identityMessages = {
  wrongPassword: { vi: 'Địa chỉ thư điện tử hoặc mật khẩu không đúng.', en: 'The e-mail address or the password is wrong.' },
  secondFactorNeeded: {
    vi: 'Việc này cần xác thực hai bước trong 12 giờ gần đây. Vui lòng nhập mã xác thực hoặc dùng khóa truy cập (passkey), rồi thực hiện lại.',
    en: 'This needs a second factor shown within the last 12 hours. Enter a code or use a passkey, then do it again.',
  },
  onlyDemonstration: {
    vi: 'Chỉ thành phố trình diễn mới chuyển được đồng hồ.',
    en: 'Only the demonstration city has a clock that can be moved.',
  },
  clockForward: {
    vi: 'Đồng hồ chỉ chuyển tới trước, từ 1 giờ đến {most} ngày.',
    en: 'The clock only goes forward, by 1 hour to {most} days.',
  },
  emailTaken: { vi: 'Đã có người dùng với địa chỉ này.', en: 'A user with this address exists already.' },
} satisfies Record<string, Text>;
