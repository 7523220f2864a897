/** Under which titles does a person read what is held as evidence about them? */
import type { HoldingWords } from '../kernel/personal-data.js';

export const evidenceHolds = {
  days: {
    title: { vi: 'Số liệu sử dụng hộp thư theo ngày', en: 'Use of the mailbox day by day' },
    columns: {
      day: { vi: 'Ngày', en: 'Day' },
      address: { vi: 'Hộp thư', en: 'Mailbox' },
      source: { vi: 'Nguồn', en: 'Source' },
      sent: { vi: 'Đã gửi', en: 'Sent' },
      read: { vi: 'Đã đọc', en: 'Read' },
      logins: { vi: 'Đăng nhập', en: 'Logins' },
      received: { vi: 'Đã nhận', en: 'Received' },
      forwarded: { vi: 'Chuyển tiếp', en: 'Forwarded' },
      polled: { vi: 'Máy tự kiểm tra', en: 'Polling' },
    },
  },
} satisfies Record<string, HoldingWords>;
