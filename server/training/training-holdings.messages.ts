/** Under which titles does a person read what is held about their training? */
import type { HoldingWords } from '../kernel/personal-data.js';

export const trainingHolds = {
  enrolments: {
    title: { vi: 'Đăng ký lớp tập huấn', en: 'Enrolments in training classes' },
    columns: {
      trainingClass: { vi: 'Lớp tập huấn', en: 'Class' },
      state: { vi: 'Trạng thái', en: 'State' },
      requestedAt: { vi: 'Đăng ký lúc', en: 'Asked for at' },
      origin: { vi: 'Người đăng ký', en: 'Asked for by' },
      endedAt: { vi: 'Kết thúc lúc', en: 'Ended at' },
      endedReason: { vi: 'Lý do', en: 'Reason' },
      completedOn: { vi: 'Hoàn thành ngày', en: 'Completed on' },
    },
  },
  attendance: {
    title: { vi: 'Điểm danh', en: 'Attendance' },
    columns: {
      trainingClass: { vi: 'Lớp tập huấn', en: 'Class' },
      startsAt: { vi: 'Buổi học', en: 'Session' },
      mark: { vi: 'Điểm danh', en: 'Mark' },
      markedAt: { vi: 'Ghi lúc', en: 'Marked at' },
    },
  },
  teaching: {
    title: { vi: 'Lớp do ông/bà phụ trách', en: 'Classes you lead' },
    columns: {
      trainingClass: { vi: 'Lớp tập huấn', en: 'Class' },
      startsAt: { vi: 'Bắt đầu', en: 'Begins' },
      endsAt: { vi: 'Kết thúc', en: 'Ends' },
    },
  },
  calendar: {
    title: { vi: 'Liên kết lịch', en: 'Calendar link' },
    columns: {
      createdAt: { vi: 'Tạo lúc', en: 'Made at' },
      lastUsedAt: { vi: 'Dùng lần cuối lúc', en: 'Last used at' },
    },
  },
} satisfies Record<string, HoldingWords>;
