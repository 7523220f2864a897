/** Under which titles does a person read what was published of them? */
import type { HoldingWords } from '../kernel/personal-data.js';

export const publicationHolds = {
  rows: {
    title: { vi: 'Đã công khai', en: 'Published' },
    columns: {
      list: { vi: 'Danh sách', en: 'List' },
      version: { vi: 'Phiên bản', en: 'Version' },
      audience: { vi: 'Phạm vi', en: 'Audience' },
      name: { vi: 'Họ và tên', en: 'Name' },
      post: { vi: 'Chức vụ', en: 'Post' },
      agency: { vi: 'Cơ quan, đơn vị', en: 'Agency' },
      tier: { vi: 'Mức độ sử dụng', en: 'Tier' },
      publishedAt: { vi: 'Công khai lúc', en: 'Published at' },
      withdrawnAt: { vi: 'Gỡ bỏ lúc', en: 'Withdrawn at' },
    },
  },
} satisfies Record<string, HoldingWords>;
