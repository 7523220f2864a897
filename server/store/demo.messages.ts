/** What is shown while the demonstration city is built, and what its reviews are called. */
import type { Text } from '../kernel/language.js';

export const DEMO_STEPS = {
  plan: { vi: 'Lập danh sách cơ quan và cán bộ', en: 'Drawing up agencies and officers' },
  registry: { vi: 'Nhập cơ quan, cán bộ, hộp thư', en: 'Importing agencies, officers, mailboxes' },
  evidence: { vi: 'Nạp căn cứ sử dụng của 270 ngày', en: 'Loading the evidence of 270 days' },
  accounts: { vi: 'Tạo tài khoản', en: 'Making accounts' },
  cases: { vi: 'Lập hồ sơ và quyết định của ban chỉ đạo', en: 'Hearing the committee’s cases' },
  training: { vi: 'Mở các lớp tập huấn', en: 'Holding training classes' },
  reviews: { vi: 'Rà soát ba đợt 90 ngày', en: 'Reviewing three windows of 90 days' },
} satisfies Record<string, Text>;

export const DEMO_REVIEW_TITLE = 'Rà soát việc sử dụng hộp thư công vụ lần {number} năm {year}';
/** How the city holds its next reviews: the agencies check them, and whoever is not a regular user is told. */
export const DEMO_DEFINITION = {
  name: 'Rà soát định kỳ hằng quý',
  checkDays: 10,
  decideDays: 10,
  remindDays: [5, 2],
  escalateDays: 1,
  silence: 'FINDING_STAYS',
  tellsOfficers: true,
} as const;

export const DEMO_LEGAL_BASIS = 'Quy chế quản lý, sử dụng hộp thư điện tử công vụ của thành phố';

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

export const DEMO_CASES = {
  reform: {
    code: 'BCD-CCHC',
    numberSymbol: 'QĐ-BCĐCCHC',
    name: 'Ban Chỉ đạo Cải cách hành chính Thành phố',
    legalBasis:
      'Quyết định số 2018/QĐ-UBND ngày 14 tháng 5 năm 2024 của Ủy ban nhân dân Thành phố về việc thành lập Ban Chỉ đạo Cải cách hành chính',
  },
  technology: {
    code: 'BCD-CNTT',
    numberSymbol: 'QĐ-BCĐCNTT',
    name: 'Ban Chỉ đạo Ứng dụng công nghệ thông tin Thành phố',
    legalBasis:
      'Quyết định số 3115/QĐ-UBND ngày 22 tháng 7 năm 2024 của Ủy ban nhân dân Thành phố về việc thành lập Ban Chỉ đạo Ứng dụng công nghệ thông tin',
  },
  merged: {
    code: 'BCD',
    name: 'Ban Chỉ đạo Cải cách hành chính và Ứng dụng công nghệ thông tin Thành phố',
    legalBasis: 'Quyết định số 4520/QĐ-UBND {day} của Ủy ban nhân dân Thành phố về việc hợp nhất hai Ban Chỉ đạo',
  },
  reminder: 'Đã nhắc bằng văn bản của tổ công tác, giao tận tay ngày 15 tháng trước; đã mời học lớp tập huấn đang mở.',
  noNeed: 'Cơ quan xác nhận vị trí công tác không cần hộp thư riêng.',
  exclusionBasis:
    'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;\nCăn cứ Chỉ thị số 12/CT-UBND ngày 19 tháng 8 năm 2024 của Chủ tịch Ủy ban nhân dân Thành phố về việc sử dụng hộp thư điện tử công vụ.',
  mailboxBasis:
    'Căn cứ Quyết định số 27/2024/QĐ-UBND ngày 16 tháng 4 năm 2024 của Ủy ban nhân dân Thành phố về việc ban hành Quy chế quản lý, sử dụng hệ thống thư điện tử của Thành phố.',
  exclusionGrounds: 'Không sử dụng thường xuyên hộp thư điện tử công vụ dù đã được nhắc bằng văn bản và mời tham gia tập huấn.',
  revocationGrounds: 'Không có nhu cầu sử dụng hộp thư; cơ quan đề nghị thu hồi để bảo đảm an toàn thông tin.',
  provisionGrounds: 'Cán bộ chưa có hộp thư điện tử công vụ.',
  withdrawal: 'Lập hồ sơ nhầm người trùng tên.',
  against: 'Nên tạo thêm thời gian để tập huấn.',
  explanation: 'Trong thời gian rà soát tôi được cử đi biệt phái, phần lớn công việc trao đổi qua văn thư của cơ quan nơi biệt phái.',
  answer: 'Tổ công tác đã đối chiếu: quyết định biệt phái chỉ từ tháng cuối của kỳ rà soát; kết quả rà soát được giữ nguyên.',
  appeal: 'Tôi không đồng ý với quyết định: tôi đã sử dụng hộp thư trong các ngày làm việc cuối kỳ và chưa nhận được văn bản nhắc nhở.',
  reversal: 'Chấp nhận khiếu nại: văn bản nhắc nhở chưa được giao đúng người.',
  docket: 'Phiên họp thứ 1',
  nextDocket: 'Phiên họp thứ 2',
} as const;
