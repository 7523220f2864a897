/** What is said about orders that are handed over as a file, and about the file that comes back. */
import type { Text } from '../kernel/language.js';

export const handOverFaultTexts = {
  orderMissing: { vi: 'Thiếu số lệnh (order_no).', en: 'The order number (order_no) is missing.' },
  orderUnknown: {
    vi: 'Lệnh {order} không có trong các lệnh đã giao cho hệ thống thư này.',
    en: 'Order {order} is not one of those handed over to this mail system.',
  },
  otherAddress: {
    vi: 'Lệnh {order} là của {expected}, không phải {found}: các dòng có thể đã bị xáo trộn.',
    en: 'Order {order} is about {expected}, not {found}: the rows may have been mixed up.',
  },
  outcomeUnknown: {
    vi: 'Không hiểu kết quả “{outcome}”; hãy ghi xong hoặc lỗi, hoặc để trống nếu chưa làm.',
    en: 'The outcome “{outcome}” is not understood; write done or failed, or leave it empty while it is not done.',
  },
  outcomeMissing: {
    vi: 'Có ngày hoặc lời ghi nhưng thiếu kết quả; hãy ghi xong hoặc lỗi.',
    en: 'There is a day or a message but no outcome; write done or failed.',
  },
  dayMissing: { vi: 'Thiếu ngày thực hiện (done_at).', en: 'The day on which it was done (done_at) is missing.' },
  dayBad: {
    vi: '“{day}” không phải ngày; hãy ghi như 23/11/2026 (ngày trước, tháng sau) hoặc 2026-11-23.',
    en: '“{day}” is no day; write it as 23/11/2026 (day first) or 2026-11-23.',
  },
  dayFuture: { vi: 'Ngày {day} chưa đến.', en: 'The day {day} has not come yet.' },
  dayEarly: { vi: 'Ngày {day} trước khi có lệnh ({issued}).', en: 'The day {day} is before the order was issued ({issued}).' },
  twice: { vi: 'Lệnh {order} đã có ở dòng {line}.', en: 'Order {order} stands on line {line} already.' },
  contradictory: {
    vi: 'Lệnh {order} có kết quả khác ở dòng {line}.',
    en: 'Order {order} has another outcome on line {line}.',
  },
  closedOtherwise: {
    vi: 'Lệnh {order} đã được đóng với kết quả khác.',
    en: 'Order {order} was closed with another outcome before.',
  },
} satisfies Record<string, Text>;

export const handOverTexts = {
  check: {
    vi: 'Lệnh được giao bằng tệp cho người quản trị hệ thống thư; không có kết nối nào để thử',
    en: 'Orders are handed over as a file to those who run the mail system; there is no connection to try',
  },
} satisfies Record<string, Text>;
