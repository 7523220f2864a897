/** What this room keeps for a time, and why as long. */
import type { Text } from '../kernel/language.js';

export const awardsKeeps = {
  messages: { vi: 'Tin đã gửi cho hệ thống khác (webhook)', en: 'Messages to other systems (webhooks)' },
  messagesWhy: { vi: 'Hệ thống khác có thể yêu cầu gửi lại trong 90 ngày.', en: 'Another system may ask for them again for 90 days.' },
} satisfies Record<string, Text>;
