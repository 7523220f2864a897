/** What the acts of this room are called in the audit log. */
import type { Text } from '../kernel/language.js';

export const awardsActs: Readonly<Record<string, Text>> = {
  'webhook.giveUp': { vi: 'Thôi gửi một tin báo tự động.', en: 'A message to another system was given up.' },
  'webhook.replay': { vi: 'Gửi lại các tin báo tự động.', en: 'Messages to other systems were replayed.' },
  'webhook.subscribe': { vi: 'Đăng ký cho hệ thống khác nhận tin báo.', en: 'Another system was subscribed.' },
  'webhook.test': { vi: 'Gửi thử một tin báo tự động.', en: 'A test message was sent to another system.' },
  'webhook.unsubscribe': { vi: 'Kết thúc đăng ký nhận tin báo.', en: 'The subscription of another system was ended.' },
};
