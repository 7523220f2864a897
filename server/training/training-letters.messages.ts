/** What is written to people about their classes. */
import type { Text } from '../kernel/language.js';

export const LETTER_KINDS: Readonly<Record<string, Text>> = {
  'training.invitation': { vi: 'Giấy mời tập huấn', en: 'Invitation to a class' },
  'training.reminder': { vi: 'Nhắc lịch tập huấn', en: 'Reminder of a class' },
  'training.moved': { vi: 'Thay đổi lịch tập huấn', en: 'Change of a class' },
  'training.cancelled': { vi: 'Hủy lớp tập huấn', en: 'Class called off' },
  'training.withdrawn': { vi: 'Rút tên khỏi lớp tập huấn', en: 'Taken off a class' },
  'training.declined': { vi: 'Trả lời đăng ký tập huấn', en: 'Answer to a request for a class' },
};

export const LETTER_TEXTS = {
  invitationTitle: { vi: 'Mời dự lớp tập huấn {title}', en: 'Invitation to the training class {title}' },
  invitation: {
    vi: 'Ông/Bà được xếp chỗ trong lớp tập huấn “{title}” ({reference}). Trân trọng mời Ông/Bà đến dự.',
    en: 'You have a seat in the training class “{title}” ({reference}) and are invited to attend.',
  },
  reminderTitle: { vi: 'Nhắc lịch: lớp tập huấn {title}', en: 'Reminder: training class {title}' },
  reminder: {
    vi: 'Lớp tập huấn “{title}” ({reference}) mà Ông/Bà có chỗ sắp bắt đầu.',
    en: 'The training class “{title}” ({reference}), in which you have a seat, begins soon.',
  },
  movedTitle: { vi: 'Thay đổi lịch: lớp tập huấn {title}', en: 'Change: training class {title}' },
  moved: {
    vi: 'Thời gian hoặc địa điểm của lớp tập huấn “{title}” ({reference}) đã thay đổi. Lịch mới như sau.',
    en: 'Time or place of the training class “{title}” ({reference}) have changed. It is now held as follows.',
  },
  cancelledTitle: { vi: 'Hủy lớp tập huấn {title}', en: 'Training class {title} called off' },
  cancelled: {
    vi: 'Lớp tập huấn “{title}” ({reference}) không được tổ chức nữa. Lý do: {reason}',
    en: 'The training class “{title}” ({reference}) will not be held. Reason: {reason}',
  },
  askAgain: {
    vi: 'Ông/Bà có thể đăng ký lớp khác; cán bộ đầu mối của cơ quan sẽ giúp.',
    en: 'You can ask for a seat in another class; the contact of your agency will help.',
  },
  withdrawnTitle: { vi: 'Rút tên khỏi lớp tập huấn {title}', en: 'Taken off the training class {title}' },
  withdrawn: {
    vi: 'Tên Ông/Bà đã được rút khỏi lớp tập huấn “{title}” ({reference}).',
    en: 'Your name was taken off the training class “{title}” ({reference}).',
  },
  noSeat: {
    vi: 'Lớp tập huấn “{title}” ({reference}) đã kết thúc mà chưa có chỗ trống cho Ông/Bà.',
    en: 'The training class “{title}” ({reference}) has closed before a seat became free for you.',
  },
  declinedTitle: { vi: 'Về đăng ký lớp tập huấn {title}', en: 'Your request for the training class {title}' },
  declined: {
    vi: 'Đăng ký lớp tập huấn “{title}” ({reference}) của Ông/Bà không được chấp nhận.',
    en: 'Your request for a seat in the training class “{title}” ({reference}) was declined.',
  },
  reason: { vi: 'Lý do: {reason}', en: 'Reason: {reason}' },
  times: { vi: 'Thời gian: {times}.', en: 'Time: {times}.' },
  place: { vi: 'Địa điểm: {place}.', en: 'Place: {place}.' },
  trainer: { vi: 'Giảng viên: {trainer}.', en: 'Trainer: {trainer}.' },
  cannotCome: {
    vi: 'Nếu không dự được, xin báo sớm cho cán bộ đầu mối của cơ quan để nhường chỗ cho người đang chờ.',
    en: 'If you cannot come, please tell the contact of your agency soon, so that somebody who waits gets the seat.',
  },
  calendarName: { vi: 'Lịch giảng dạy Hopthu', en: 'Hopthu teaching calendar' },
} satisfies Record<string, Text>;
