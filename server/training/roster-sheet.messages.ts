/** Heads and refusals of the sheet of a class. */
import type { Text } from '../kernel/language.js';

export const SHEET_TEXTS = {
  noCode: {
    vi: 'Thiếu cột “Mã cán bộ” (officer_code) ở dòng đầu.',
    en: 'The first row lacks the column “officer_code” (Mã cán bộ).',
  },
  unknownSession: {
    vi: 'Cột “{head}” không ứng với buổi học nào của lớp. Hãy xuất lại danh sách lớp rồi điền.',
    en: 'The column “{head}” belongs to no session of the class. Export the list anew and fill that in.',
  },
  sessionTwice: { vi: 'Cột “{head}” trùng với một cột khác.', en: 'The column “{head}” stands there twice.' },
  empty: { vi: 'Tệp không có dòng nào.', en: 'The file has no rows.' },
  tooManyRows: { vi: 'Tệp có quá {most} dòng.', en: 'The file has more than {most} rows.' },
  notRead: { vi: 'Không đọc được dòng này.', en: 'This row cannot be read.' },
  noCodeInRow: { vi: 'Thiếu mã cán bộ.', en: 'The officer’s code is missing.' },
  unknownCode: { vi: 'Không có cán bộ mã {code}.', en: 'There is no officer {code}.' },
  codeTwice: { vi: 'Mã {code} đã có ở STT {row}.', en: '{code} stands in row {row} already.' },
  otherClass: {
    vi: 'Dòng này của lớp {reference}, không phải lớp đang nạp.',
    en: 'This row belongs to the class {reference}, not to this one.',
  },
  hasLeft: {
    vi: 'Cán bộ đã rút khỏi lớp hoặc không được chấp nhận. Muốn nhận lại thì đăng ký ở trang lớp.',
    en: 'The officer was withdrawn or declined. Ask for a seat on the page of the class to take them back.',
  },
  waits: {
    vi: 'Lớp đã đủ chỗ nên cán bộ vào danh sách chờ; điểm danh chưa được ghi.',
    en: 'No seat was free: the officer waits for one, and the marks were not entered.',
  },
  unknownMark: {
    vi: 'Không hiểu “{mark}” ở cột “{head}”. Ghi CM (có mặt), M (muộn), CP (vắng có phép) hoặc V (vắng).',
    en: '“{mark}” under “{head}” is not understood. Write CM (present), M (late), CP (excused) or V (absent).',
  },
  format: { vi: 'Định dạng phải là csv hoặc xlsx.', en: 'The format must be csv or xlsx.' },
  sheetName: { vi: 'Danh sách lớp', en: 'Class list' },
  code: { vi: 'Mã cán bộ', en: 'Officer code' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  post: { vi: 'Chức vụ', en: 'Post' },
  agency: { vi: 'Đơn vị', en: 'Agency' },
  state: { vi: 'Tình trạng', en: 'State' },
  classReference: { vi: 'Số hiệu lớp', en: 'Class reference' },
  session: { vi: 'Buổi', en: 'Session' },
} satisfies Record<string, Text>;

export const STATE_WORDS = {
  REQUESTED: { vi: 'Chờ duyệt', en: 'Requested' },
  ENROLLED: { vi: 'Có chỗ', en: 'Enrolled' },
  WAITLISTED: { vi: 'Danh sách chờ', en: 'On the waiting list' },
  DECLINED: { vi: 'Không được chấp nhận', en: 'Declined' },
  WITHDRAWN: { vi: 'Đã rút', en: 'Withdrawn' },
  COMPLETED: { vi: 'Hoàn thành', en: 'Completed' },
  INCOMPLETE: { vi: 'Chưa hoàn thành', en: 'Incomplete' },
  NO_SHOW: { vi: 'Không dự', en: 'No-show' },
} satisfies Record<string, Text>;
