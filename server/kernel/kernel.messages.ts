/** Sentences any room may need. */
import type { Text } from './language.js';

export const kernelMessages = {
  pageSize: { vi: 'Mỗi lần chỉ đọc được từ 0 đến {largest} dòng.', en: 'Between 0 and {largest} rows can be read at a time.' },
  offset: {
    vi: 'Chỉ bỏ qua được tối đa {deepest} dòng và không dùng cùng với "after"; hãy dùng "after" để đọc tiếp.',
    en: 'At most {deepest} rows can be skipped, and not together with "after"; use "after" to read on.',
  },
  cursor: {
    vi: 'Vị trí đọc tiếp "after" không hợp lệ; hãy dùng giá trị endCursor đã nhận.',
    en: 'The cursor "after" is not valid; use the endCursor you received.',
  },
  day: {
    vi: 'Ngày phải có thật, viết dạng YYYY-MM-DD, từ 1900-01-01 đến 2200-12-31.',
    en: 'A date must exist, be written YYYY-MM-DD, and lie between 1900-01-01 and 2200-12-31.',
  },
  instant: {
    vi: 'Thời điểm phải có thật, viết theo RFC 3339, từ năm 1900 đến năm 2200.',
    en: 'A date-time must exist, be written as in RFC 3339, and lie between the years 1900 and 2200.',
  },
  notFound: { vi: 'Không tìm thấy.', en: 'Not found.' },
  stale: {
    vi: 'Người khác vừa sửa. Hãy tải lại rồi sửa tiếp.',
    en: 'Somebody else has just changed this. Load it again, then edit.',
  },
  idempotencyConflict: {
    vi: 'Khóa chống lặp này đã dùng cho một yêu cầu khác.',
    en: 'This idempotency key was used for a different request.',
  },
  character: { vi: 'Có ký tự không được phép.', en: 'It holds a character that is not allowed.' },
  required: { vi: 'Phải điền mục này.', en: 'This is required.' },
  tooMany: { vi: 'Mỗi lần tối đa {limit} mục.', en: 'At most {limit} at a time.' },
  signIn: { vi: 'Vui lòng đăng nhập.', en: 'Please sign in.' },
  forbidden: { vi: 'Tài khoản này không có quyền thực hiện việc đó.', en: 'This account may not do that.' },
  workbook: {
    vi: 'Không đọc được tệp Excel này. Hãy lưu lại dạng .xlsx hoặc CSV.',
    en: 'This workbook cannot be read. Save it again as .xlsx or CSV.',
  },
  workbookTooLarge: { vi: 'Tệp Excel quá lớn khi mở ra.', en: 'The workbook unfolds to more than can be read.' },
  fault: { vi: 'Hệ thống gặp lỗi. Mã yêu cầu: {requestId}.', en: 'The system met a fault. Request id: {requestId}.' },
} satisfies Record<string, Text>;
