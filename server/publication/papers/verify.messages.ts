/** What the page says on which a paper is checked. */
import type { Text } from '../../kernel/language.js';
import type { Validity } from './paper-state.rules.js';

export const verifyTexts = {
  title: { vi: 'Kiểm tra văn bản', en: 'Check a paper' },
  intro: {
    vi: 'Nhập mã kiểm chứng in ở cuối trang văn bản, gồm 12 chữ cái và chữ số.',
    en: 'Type the verification code that stands at the foot of the page: 12 letters and digits.',
  },
  code: { vi: 'Mã kiểm chứng', en: 'Verification code' },
  check: { vi: 'Kiểm tra', en: 'Check' },
  unknown: {
    vi: 'Không có văn bản nào mang mã này. Hãy đối chiếu lại từng ký tự hoặc hỏi cơ quan ban hành.',
    en: 'No paper has this code. Compare it sign by sign, or ask the body that issued it.',
  },
  kind: { vi: 'Loại văn bản', en: 'Kind' },
  number: { vi: 'Số', en: 'Number' },
  noNumber: { vi: 'không ghi trong hệ thống', en: 'not recorded in the system' },
  datedOn: { vi: 'Ngày', en: 'Date' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issued by' },
  state: { vi: 'Tình trạng', en: 'How it stands' },
  signed: { vi: 'Đã ký, đóng dấu ngày {day}.', en: 'Signed and sealed on {day}.' },
  note: {
    vi: 'Trang này không nêu tên người và nội dung. Hãy đối chiếu loại văn bản, số, ngày và cơ quan ban hành với văn bản trên tay.',
    en: 'This page names nobody and does not say what the paper says. Compare its kind, number, date and issuing body with the paper in your hand.',
  },
  other: { vi: 'English', en: 'Tiếng Việt' },
  skip: { vi: 'Đến nội dung', en: 'To the content' },
} satisfies Record<string, Text>;

export const VALIDITY_TEXTS: Readonly<Record<Validity, Text>> = {
  ISSUED: { vi: 'Văn bản do hệ thống phát hành.', en: 'The paper was issued by the system.' },
  NOT_YET: { vi: 'Đã ký, chưa có hiệu lực; có hiệu lực từ ngày {day}.', en: 'Signed, not in force yet; in force from {day}.' },
  IN_FORCE: { vi: 'Đang có hiệu lực.', en: 'In force.' },
  STAYED: { vi: 'Tạm dừng thi hành do đang có khiếu nại.', en: 'Stayed, as it is under appeal.' },
  REVERSED: { vi: 'Đã bị hủy bỏ, không còn giá trị.', en: 'Reversed; it no longer holds.' },
  YEAR_OVER: {
    vi: 'Năm thi đua đã kết thúc; việc không xét danh hiệu của năm đó vẫn giữ nguyên.',
    en: 'The emulation year is over; that its titles are not considered still holds.',
  },
  TAKEN_BACK: { vi: 'Đã bị thu hồi.', en: 'Taken back.' },
  OVER: { vi: 'Đã hết hiệu lực.', en: 'No longer in force.' },
  PARTLY: {
    vi: 'Có hiệu lực một phần: với một số người trong danh sách, quyết định đã tạm dừng, hết hiệu lực hoặc bị hủy bỏ.',
    en: 'Partly in force: for some on the list it is stayed, over or reversed.',
  },
  REPLACED: { vi: 'Đã được thay thế bằng bản khác, không còn giá trị.', en: 'Replaced by another paper; this one no longer holds.' },
};
