/** What the acts of this room are called in the audit log. */
import type { Text } from '../kernel/language.js';

export const trainingActs: Readonly<Record<string, Text>> = {
  'attendance.mark': { vi: 'Điểm danh lớp tập huấn.', en: 'Attendance of a training class was marked.' },
  'calendarLink.create': { vi: 'Tạo địa chỉ lịch giảng dạy.', en: 'The address of a teaching calendar was made.' },
  'calendarLink.revoke': { vi: 'Thu hồi địa chỉ lịch giảng dạy.', en: 'The address of a teaching calendar was taken away.' },
  'class.cancel': { vi: 'Hủy lớp tập huấn.', en: 'A training class was called off.' },
  'class.complete': { vi: 'Kết thúc lớp tập huấn.', en: 'A training class was closed.' },
  'class.create': { vi: 'Mở lớp tập huấn mới.', en: 'A training class was made.' },
  'class.exportRoster': { vi: 'Xuất danh sách lớp.', en: 'The list of a training class was exported.' },
  'class.importRoster': { vi: 'Nhập danh sách lớp từ tệp.', en: 'The list of a training class came in by a file.' },
  'class.open': { vi: 'Mở đăng ký lớp tập huấn.', en: 'A training class was opened for requests.' },
  'class.remind': { vi: 'Nhắc lịch lớp tập huấn.', en: 'Reminders of a training class were sent.' },
  'class.update': { vi: 'Sửa thông tin, lịch lớp tập huấn.', en: 'A training class was changed.' },
  'course.save': { vi: 'Lưu chương trình tập huấn.', en: 'A training course was saved.' },
  'enrolment.approve': { vi: 'Chấp nhận đăng ký tập huấn.', en: 'A request for a class was granted.' },
  'enrolment.cancel': { vi: 'Rút khỏi danh sách vì lớp bị hủy.', en: 'Taken off the list because the class was called off.' },
  'enrolment.close': { vi: 'Ghi kết quả tập huấn khi lớp kết thúc.', en: 'The outcome of a class was recorded at its closing.' },
  'enrolment.decline': { vi: 'Không chấp nhận đăng ký tập huấn.', en: 'A request for a class was declined.' },
  'enrolment.promote': { vi: 'Xếp chỗ cho người trong danh sách chờ.', en: 'Somebody on the waiting list got a seat.' },
  'enrolment.recompute': { vi: 'Tính lại kết quả tập huấn theo điểm danh.', en: 'The outcome of a class was worked out again.' },
  'enrolment.request': { vi: 'Đăng ký tập huấn.', en: 'A seat in a class was asked for.' },
  'enrolment.withdraw': { vi: 'Rút đăng ký tập huấn.', en: 'A request or seat was taken back.' },
};
