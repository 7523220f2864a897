/** Sentences of refusals about courses, classes, seats and marks. */
import type { Text } from '../kernel/language.js';

export const TRAINING_TEXTS = {
  title: { vi: 'Cần có tên lớp tập huấn.', en: 'A class needs a title.' },
  titleDefect: {
    vi: 'Có ký tự không được phép hoặc dài quá 200 ký tự.',
    en: 'It holds characters that are not allowed, or is longer than 200 characters.',
  },
  capacity: { vi: 'Số chỗ phải từ 1 đến {most}.', en: 'The capacity must be from 1 to {most}.' },
  seatsPerAgency: {
    vi: 'Số chỗ cho mỗi đơn vị phải từ 1 đến số chỗ của lớp ({capacity}).',
    en: 'The seats for one agency must be from 1 to the capacity of the class ({capacity}).',
  },
  passShare: {
    vi: 'Tỷ lệ buổi phải dự để hoàn thành phải lớn hơn 0 và không quá 1.',
    en: 'The share of sessions that makes a completed class must be above 0 and at most 1.',
  },
  noSession: { vi: 'Lớp cần ít nhất một buổi học.', en: 'A class needs at least one session.' },
  tooManySessions: { vi: 'Lớp có nhiều nhất {most} buổi học.', en: 'A class has at most {most} sessions.' },
  sessionReversed: { vi: 'Giờ kết thúc phải sau giờ bắt đầu.', en: 'A session must end after it starts.' },
  sessionTooLong: { vi: 'Một buổi học không dài quá {hours} giờ.', en: 'A session lasts at most {hours} hours.' },
  sessionsOverlap: { vi: 'Hai buổi học trùng giờ nhau.', en: 'Two sessions overlap.' },
  sessionUnknown: { vi: 'Lớp không có buổi học này.', en: 'The class has no such session.' },
  sessionTwice: { vi: 'Buổi học này được nêu hai lần.', en: 'This session is named twice.' },
  sessionMarked: {
    vi: 'Buổi học ngày {day} đã có điểm danh nên không bỏ được; có thể dời sang giờ khác.',
    en: 'The session of {day} has marks and cannot be left out; it can be moved.',
  },
  cutOffTooLate: {
    vi: 'Hạn chót đăng ký không được sau khi lớp kết thúc.',
    en: 'The cut-off must not lie after the end of the class.',
  },
  capacityTaken: {
    vi: 'Lớp đã có {taken} người nên không giảm còn {capacity} chỗ được.',
    en: '{taken} people have a seat already, so the capacity cannot become {capacity}.',
  },
  agencySeatsTaken: {
    vi: 'Đã có đơn vị có {taken} người trong lớp nên không giảm còn {seats} chỗ cho mỗi đơn vị được.',
    en: 'An agency has {taken} people in the class already, so the seats for one agency cannot become {seats}.',
  },
  noTrainer: {
    vi: 'Không có giảng viên này, hoặc tài khoản không có vai trò giảng viên.',
    en: 'There is no such trainer, or the account does not have the role.',
  },
  trainerTwice: { vi: 'Giảng viên này được nêu hai lần.', en: 'This trainer is named twice.' },
  noCourse: { vi: 'Không có chương trình tập huấn này, hoặc đã ngừng dùng.', en: 'There is no such course, or it is no longer held.' },
  courseCode: {
    vi: 'Mã chương trình gồm 1–30 chữ cái không dấu, chữ số, dấu gạch nối.',
    en: 'A course’s code is 1–30 letters without marks, digits and hyphens.',
  },
  aboutTooLong: { vi: 'Dài quá {most} ký tự.', en: 'Longer than {most} characters.' },
  reason: { vi: 'Cần nêu lý do.', en: 'A reason is needed.' },
  reasonTooLong: { vi: 'Lý do dài quá {most} ký tự.', en: 'The reason is longer than {most} characters.' },
  notPlanned: { vi: 'Chỉ mở được lớp đang dự kiến.', en: 'Only a planned class can be opened.' },
  classOver: { vi: 'Lớp đã kết thúc hoặc đã hủy.', en: 'The class is over, or was cancelled.' },
  notOpenYet: { vi: 'Lớp chưa mở đăng ký.', en: 'The class is not open for requests yet.' },
  afterCutOff: {
    vi: 'Đã hết hạn đăng ký ({until}). Giảng viên của lớp còn có thể nhận thêm người.',
    en: 'The cut-off has passed ({until}). The trainer of the class can still take people.',
  },
  tooMany: { vi: 'Mỗi lần nhiều nhất {most}.', en: 'At most {most} at a time.' },
  nobodyNamed: { vi: 'Chưa nêu cán bộ nào.', en: 'Nobody is named.' },
  noOfficer: { vi: 'Không có cán bộ này.', en: 'There is no such officer.' },
  noFinding: { vi: 'Không có kết quả rà soát này.', en: 'There is no such finding.' },
  inClass: { vi: 'Cán bộ này đã có tên trong lớp.', en: 'The officer is on the list of the class already.' },
  hasLeft: {
    vi: 'Cán bộ thôi công tác từ ngày {day}, trước khi lớp bắt đầu.',
    en: 'The officer leaves on {day}, before the class begins.',
  },
  rosterFull: {
    vi: 'Danh sách lớp đã có {most} người, kể cả danh sách chờ. Hãy mở thêm lớp.',
    en: 'The list of the class holds {most} people already, those waiting included. Make another class.',
  },
  noEnrolment: { vi: 'Không có lượt đăng ký này.', en: 'There is no such enrolment.' },
  notNow: { vi: 'Không làm được khi lượt đăng ký đang ở trạng thái này.', en: 'Not possible in this state of the enrolment.' },
  notYours: {
    vi: 'Việc này do người khác quyết định: không ai tự duyệt cho mình.',
    en: 'This is for somebody else to decide: nobody grants their own request.',
  },
  hasBegun: {
    vi: 'Lớp đã bắt đầu nên chỉ giảng viên của lớp hoặc tổ công tác rút tên được. Xin báo cho giảng viên.',
    en: 'The class has begun: only its trainer or the task force can take the name off. Please tell the trainer.',
  },
  ownClass: {
    vi: 'Ông/Bà có tên trong danh sách học viên của lớp này; việc này do giảng viên khác hoặc tổ công tác làm.',
    en: 'You are on the list of this class yourself; another trainer or the task force does this.',
  },
  ownMark: { vi: 'Không ai tự điểm danh cho mình.', en: 'Nobody marks their own attendance.' },
  noSeat: { vi: 'Lớp không còn chỗ.', en: 'No seat is free.' },
  noAgencySeat: { vi: 'Đơn vị của cán bộ đã hết chỗ trong lớp này.', en: 'The officer’s agency has no seat left in this class.' },
  notSeated: { vi: 'Chỉ điểm danh người được xếp chỗ.', en: 'Only who has a seat is marked.' },
  afterClosing: {
    vi: 'Lớp đã kết thúc. Chỉ tổ công tác sửa được điểm danh sau đó.',
    en: 'The class is closed. Afterwards only the task force corrects marks.',
  },
} satisfies Record<string, Text>;
