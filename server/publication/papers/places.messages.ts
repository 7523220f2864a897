/** The places that texts of papers may have: what is put there, and an example for whoever changes a text. */
import type { Text } from '../../kernel/language.js';

export const PLACES = {
  committee: { meaning: { vi: 'Tên ban chỉ đạo', en: 'Name of the committee' }, sample: 'Ban Chỉ đạo Cải cách hành chính' },
  committeeBasis: {
    meaning: { vi: 'Văn bản thành lập ban chỉ đạo', en: 'What the committee stands on' },
    sample: 'Quyết định số 1/QĐ-UBND',
  },
  symbol: { meaning: { vi: 'Ký hiệu ban chỉ đạo', en: 'Symbol of the committee' }, sample: 'BCĐ' },
  who: { meaning: { vi: 'Họ tên, chức vụ, cơ quan', en: 'Name, post, agency' }, sample: 'Nguyễn Văn Mẫu, Chuyên viên, Sở Nội vụ' },
  name: { meaning: { vi: 'Họ và tên', en: 'Full name' }, sample: 'Nguyễn Văn Mẫu' },
  agency: { meaning: { vi: 'Cơ quan, đơn vị', en: 'Agency' }, sample: 'Sở Nội vụ' },
  address: { meaning: { vi: 'Địa chỉ hộp thư', en: 'Address of the mailbox' }, sample: 'nvmau@snv.example' },
  titles: { meaning: { vi: 'Danh hiệu thi đua', en: 'Emulation titles' }, sample: 'Chiến sĩ thi đua cơ sở' },
  year: { meaning: { vi: 'Năm thi đua', en: 'Emulation year' }, sample: '2026' },
  count: { meaning: { vi: 'Số người hoặc số hồ sơ', en: 'How many' }, sample: '12' },
  number: { meaning: { vi: 'Số quyết định', en: 'Number of the decision' }, sample: '12/QĐ-BCĐ' },
  day: { meaning: { vi: 'Ngày bằng chữ', en: 'Day, in words' }, sample: 'ngày 09 tháng 02 năm 2026' },
  from: { meaning: { vi: 'Từ ngày', en: 'First day' }, sample: '01/10/2026' },
  to: { meaning: { vi: 'Đến ngày', en: 'Last day' }, sample: '31/12/2026' },
  until: { meaning: { vi: 'Ngày cuối của thời hạn', en: 'Last day of the period' }, sample: '25/12/2026' },
  inForceOn: { meaning: { vi: 'Ngày có hiệu lực', en: 'Day in force' }, sample: '01/12/2026' },
  days: { meaning: { vi: 'Số ngày', en: 'Number of days' }, sample: '10' },
  review: { meaning: { vi: 'Tên đợt rà soát', en: 'Title of the review' }, sample: 'Quý IV năm 2026' },
  proposer: { meaning: { vi: 'Người đề nghị', en: 'Who proposed it' }, sample: 'Tổ công tác' },
  grounds: { meaning: { vi: 'Lý do', en: 'Grounds' }, sample: 'không chấp hành sau khi đã nhắc bằng văn bản' },
  reference: { meaning: { vi: 'Mã hồ sơ, lớp', en: 'Reference' }, sample: 'QD-2026-0042' },
  matter: { meaning: { vi: 'Việc được đề nghị', en: 'What is proposed' }, sample: 'không xét danh hiệu thi đua năm 2026' },
  docket: { meaning: { vi: 'Danh mục hồ sơ phiên họp', en: 'Docket' }, sample: 'PH-01' },
  base: { meaning: { vi: 'Số thành viên được biểu quyết', en: 'How many may vote' }, sample: '9' },
  quorum: { meaning: { vi: 'Số thành viên tối thiểu', en: 'Quorum' }, sample: '5' },
  majority: { meaning: { vi: 'Tỷ lệ thông qua', en: 'Majority needed' }, sample: 'quá nửa' },
  reason: { meaning: { vi: 'Lý do', en: 'Reason' }, sample: 'Đã đủ ý kiến' },
  result: { meaning: { vi: 'Kết quả', en: 'Result' }, sample: 'Thông qua' },
  means: { meaning: { vi: 'Hình thức giao', en: 'Means of service' }, sample: 'giao trực tiếp, có ký nhận' },
  text: { meaning: { vi: 'Nội dung', en: 'Words' }, sample: 'Nội dung' },
  title: { meaning: { vi: 'Tên lớp tập huấn', en: 'Title of the class' }, sample: 'Sử dụng thư điện tử công vụ' },
  attended: { meaning: { vi: 'Số buổi đã dự', en: 'Sessions attended' }, sample: '4' },
  sessions: { meaning: { vi: 'Số buổi', en: 'Sessions' }, sample: '5' },
  execution: { meaning: { vi: 'Điều nêu trách nhiệm thi hành', en: 'Article on who carries it out' }, sample: '4' },
} satisfies Record<string, { meaning: Text; sample: string }>;

export type Place = keyof typeof PLACES;
