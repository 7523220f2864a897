/** What the page says on which a paper is checked. */
import type { Text } from '../../kernel/language.js';
import type { Validity } from './paper-state.rules.js';

export const verifyTexts = {
  title: { vi: 'Kiểm tra văn bản', en: 'Check a paper' },
  intro: {
    vi: 'Nhập mã kiểm tra in ở cuối văn bản, gồm 12 chữ và số.',
    en: 'Type the code that stands at the end of the paper: 12 letters and digits.',
  },
  code: { vi: 'Mã kiểm tra', en: 'Code' },
  check: { vi: 'Kiểm tra', en: 'Check' },
  unknown: {
    vi: 'Không có văn bản nào mang mã này. Hãy so lại từng chữ, hoặc hỏi cơ quan ban hành.',
    en: 'No paper has this code. Compare it letter by letter, or ask the body that issued it.',
  },
  kind: { vi: 'Loại văn bản', en: 'Kind' },
  number: { vi: 'Số', en: 'Number' },
  noNumber: { vi: 'không ghi trong hệ thống', en: 'not recorded in the system' },
  datedOn: { vi: 'Ngày', en: 'Date' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issued by' },
  state: { vi: 'Tình trạng', en: 'How it stands' },
  signed: { vi: 'Đã ký, đóng dấu ngày {day}.', en: 'Signed and sealed on {day}.' },
  note: {
    vi: 'Trang này không nêu tên người và nội dung. Hãy so loại, số, ngày và cơ quan với văn bản trên tay.',
    en: 'This page names nobody and does not say what the paper says. Compare kind, number, date and body with the paper in your hand.',
  },
  other: { vi: 'English', en: 'Tiếng Việt' },
  skip: { vi: 'Đến nội dung', en: 'To the content' },
} satisfies Record<string, Text>;

export const VALIDITY_TEXTS: Readonly<Record<Validity, Text>> = {
  ISSUED: { vi: 'Văn bản do hệ thống phát hành.', en: 'The paper was issued by the system.' },
  NOT_YET: { vi: 'Đã ký, có hiệu lực từ ngày {day}.', en: 'Signed; in force from {day}.' },
  IN_FORCE: { vi: 'Đang có hiệu lực.', en: 'In force.' },
  STAYED: { vi: 'Tạm dừng thi hành do đang có khiếu nại.', en: 'Stayed, as it is under appeal.' },
  REVERSED: { vi: 'Đã bị hủy bỏ, không còn giá trị.', en: 'Reversed; it no longer holds.' },
  OVER: { vi: 'Đã hết hiệu lực.', en: 'No longer in force.' },
  PARTLY: {
    vi: 'Có hiệu lực một phần: với một số người trong danh sách, quyết định đã tạm dừng, hết hiệu lực hoặc bị hủy bỏ.',
    en: 'Partly in force: for some on the list it is stayed, over or reversed.',
  },
  REPLACED: { vi: 'Đã được thay thế bằng bản khác, không còn giá trị.', en: 'Replaced by another paper; this one no longer holds.' },
};
