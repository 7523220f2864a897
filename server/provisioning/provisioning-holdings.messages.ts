/** Under which titles does a person read what comparisons with mail systems found of their mailbox? */
import type { HoldingWords } from '../kernel/personal-data.js';

export const provisioningHolds = {
  drifts: {
    title: { vi: 'Khác biệt khi đối chiếu hộp thư với hệ thống thư', en: 'Differences of your mailbox at the mail system' },
    columns: {
      createdAt: { vi: 'Thấy lúc', en: 'Found at' },
      address: { vi: 'Địa chỉ', en: 'Address' },
      name: { vi: 'Tên trên hệ thống thư', en: 'Name there' },
      expected: { vi: 'Theo quyết định', en: 'As decided' },
      found: { vi: 'Trên hệ thống thư', en: 'As found' },
      settledAt: { vi: 'Giải quyết lúc', en: 'Settled at' },
      settlement: { vi: 'Cách giải quyết', en: 'How' },
    },
  },
} satisfies Record<string, HoldingWords>;
