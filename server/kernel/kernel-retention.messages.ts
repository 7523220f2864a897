/** What the kernel keeps for a time, and why as long. */
import type { Text } from './language.js';

export const kernelKeeps = {
  outbox: { vi: 'Lệnh nội bộ đã thực hiện xong', en: 'Internal orders that were carried out' },
  outboxWhy: {
    vi: 'Chỉ cần để tìm hiểu khi có sự cố mới xảy ra.',
    en: 'Needed only to look into a fault that has just happened.',
  },
  idempotency: { vi: 'Khóa chống gửi trùng của yêu cầu', en: 'Idempotency keys of requests' },
  idempotencyWhy: {
    vi: 'Một yêu cầu chỉ được gửi lại trong vài ngày; sau đó khóa không còn tác dụng.',
    en: 'A request is repeated within days; after that the key is of no use.',
  },
} satisfies Record<string, Text>;
