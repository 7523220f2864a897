/** What is shown while the demonstration city is built, and what its reviews are called. */
import type { Text } from '../kernel/language.js';

export const DEMO_STEPS = {
  plan: { vi: 'Lập danh sách cơ quan và cán bộ', en: 'Drawing up agencies and officers' },
  registry: { vi: 'Nhập cơ quan, cán bộ, hộp thư', en: 'Importing agencies, officers, mailboxes' },
  evidence: { vi: 'Nạp căn cứ sử dụng của 270 ngày', en: 'Loading the evidence of 270 days' },
  accounts: { vi: 'Tạo tài khoản', en: 'Making accounts' },
  training: { vi: 'Mở các lớp tập huấn', en: 'Holding training classes' },
  reviews: { vi: 'Rà soát ba đợt 90 ngày', en: 'Reviewing three windows of 90 days' },
} satisfies Record<string, Text>;

export const DEMO_REVIEW_TITLE = 'Rà soát việc sử dụng hộp thư công vụ lần {number} năm {year}';

/** Data of the city, not words of the program: as a city would enter them. */
export const DEMO_CLASSES = {
  course: {
    code: 'THU-CO-BAN',
    title: 'Sử dụng hộp thư điện tử công vụ',
    about: 'Đăng nhập, đọc, gửi, trả lời, lưu thư công vụ; bảo vệ mật khẩu; dùng trên điện thoại.',
  },
  places: ['Phòng máy 2, Trung tâm Công nghệ thông tin', 'Hội trường B, Học viện Cán bộ'],
  titles: [
    'Sử dụng hộp thư điện tử công vụ, khóa 1',
    'Sử dụng hộp thư điện tử công vụ, khóa 2',
    'Sử dụng hộp thư điện tử công vụ, khóa 3',
    'Sử dụng hộp thư điện tử công vụ, khóa 4',
    'Hộp thư điện tử công vụ trên điện thoại',
  ],
} as const;
