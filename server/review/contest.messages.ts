/** What is said about contesting findings and finalising a review (T-8). */
import type { Text } from '../kernel/language.js';

/** Before the reason of whoever contests beside the officer: stored with it, in the city's language. */
export const JOINED_BY = { agency: 'Đơn vị', taskForce: 'Tổ công tác' } as const;

export const CONTEST_TEXTS = {
  reviewNotOpen: { vi: 'Đợt rà soát không còn mở.', en: 'The review is no longer open.' },
  contestOver: { vi: 'Thời hạn đề nghị xem lại đã hết vào ngày {day}.', en: 'The period for contesting ended on {day}.' },
  alreadyContested: {
    vi: 'Kết quả này đang được đề nghị xem lại và chờ trả lời.',
    en: 'This finding is contested already and waits for an answer.',
  },
  contestNote: { vi: 'Cần nêu lý do đề nghị xem lại.', en: 'Say why the finding is contested.' },
  noteLong: {
    vi: 'Lý do dài quá {most} ký tự; gửi phần còn lại thành giấy tờ kèm theo.',
    en: 'More than {most} characters: attach the rest as a paper.',
  },
  paperThere: {
    vi: 'Cán bộ đã gửi giấy tờ kèm theo đề nghị của mình; nêu nội dung giấy tờ của đơn vị trong lý do.',
    en: 'The officer has attached a paper already; say in the reason what yours shows.',
  },
  daysThere: {
    vi: 'Cán bộ đã nêu những ngày vắng mặt khác; để trống ở đây và ghi các ngày của đơn vị trong lý do.',
    en: 'The officer has named other days; leave these empty and write yours into the reason.',
  },
  bothDays: { vi: 'Cần cả ngày đầu và ngày cuối.', en: 'Both the first and the last day are needed.' },
  daysReversed: { vi: 'Ngày cuối phải từ ngày đầu trở đi.', en: 'The last day cannot be before the first.' },
  daysOutside: {
    vi: 'Những ngày này nằm ngoài thời gian rà soát, từ {from} đến {to}.',
    en: 'These days lie outside the window of the review, {from} to {to}.',
  },
  ownContest: {
    vi: 'Người đã đề nghị xem lại, hoặc kiểm tra cho đơn vị này, không tự trả lời; người khác của tổ công tác trả lời.',
    en: 'Whoever contested, or checks for this agency, does not answer it; somebody else of the task force does.',
  },
  noDays: {
    vi: 'Đề nghị này không nêu ngày vắng mặt; chỉ có thể chấp nhận toàn bộ.',
    en: 'This contest names no days; it can only be accepted as a whole.',
  },
  notContested: { vi: 'Kết quả này không có đề nghị xem lại đang chờ trả lời.', en: 'No contest of this finding waits for an answer.' },
  answerNote: { vi: 'Cần nêu nội dung trả lời.', en: 'An answer in words is needed.' },
  contestRunning: {
    vi: 'Chưa thể chốt đợt rà soát: thời hạn đề nghị xem lại kéo dài đến hết ngày {day}.',
    en: 'The review cannot be finalised yet: findings may be contested until the end of {day}.',
  },
  contestsOpen: {
    vi: 'Chưa thể chốt đợt rà soát: còn {count} đề nghị xem lại chưa được trả lời.',
    en: 'The review cannot be finalised yet: contests without an answer: {count}.',
  },
} satisfies Record<string, Text>;
