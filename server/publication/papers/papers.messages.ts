/** What the room says about papers to those who work with them. */
import type { Text } from '../../kernel/language.js';
import type { PaperKind } from './vocabulary.js';

export const PAPER_TITLES: Readonly<Record<PaperKind, Text>> = {
  DECISION: { vi: 'Quyết định', en: 'Decision' },
  DOCKET_DECISION: { vi: 'Quyết định kèm danh sách', en: 'Decision with a list' },
  NOTICE: { vi: 'Thông báo', en: 'Notice' },
  VOTE_MINUTES: { vi: 'Biên bản biểu quyết', en: 'Minutes of the vote' },
  DOCKET_MINUTES: { vi: 'Biên bản phiên họp', en: 'Minutes of the session' },
  CASE_FILE: { vi: 'Hồ sơ vụ việc', en: 'Case file' },
  CERTIFICATE: { vi: 'Giấy chứng nhận tập huấn', en: 'Training certificate' },
};

export const paperMessages = {
  busy: {
    vi: 'Đang in quá nhiều văn bản cùng lúc. Hãy thử lại sau một phút.',
    en: 'Too many papers are being printed. Try again in a minute.',
  },
  templateEmpty: { vi: 'Hãy nhập nội dung, hoặc khôi phục nội dung mặc định.', en: 'Write a text, or go back to the usual one.' },
  templateLong: { vi: 'Nội dung không quá {most} ký tự.', en: 'A text has at most {most} characters.' },
  placeUnknown: {
    vi: 'Không có chỗ điền {unknown} trong nội dung này. Dùng được: {known}.',
    en: 'There is no place {unknown} in this text. Known are: {known}.',
  },
  placesNone: {
    vi: 'Nội dung này không có chỗ điền nào; hãy bỏ {unknown}.',
    en: 'This text has no places; take out {unknown}.',
  },
  placeMissing: { vi: 'Nội dung này phải có {missing}.', en: 'This text needs {missing}.' },
  braces: { vi: 'Dấu ngoặc nhọn phải đủ cặp và bao tên một chỗ điền.', en: 'Braces come in pairs, around the name of a place.' },
  noTemplate: { vi: 'Không có nội dung mẫu “{name}”.', en: 'There is no text “{name}”.' },
  templateSame: { vi: 'Nội dung không khác bản đang dùng.', en: 'The text is the one in use.' },
  font: { vi: 'Phông chữ', en: 'Font' },
  reasonNeeded: { vi: 'Hãy ghi lý do (không quá {most} ký tự).', en: 'Give the reason, in at most {most} characters.' },
  issuedAlone: {
    vi: 'Hồ sơ {references} đã có quyết định riêng được phát hành. Hãy lập lại quyết định riêng đó để thành bản trích sao, rồi phát hành quyết định kèm danh sách.',
    en: 'A decision of its own was issued for {references}. Make that one anew, so that it becomes an extract, then issue the decision with the list.',
  },
  listOfOne: {
    vi: 'Chỉ có quyết định của hồ sơ {references} được ký; hãy dùng quyết định riêng của hồ sơ đó.',
    en: 'Only the decision in case {references} was signed; use the decision of that case.',
  },
  noPaper: { vi: 'Không có văn bản này.', en: 'There is no such paper.' },
  notIssued: {
    vi: 'Văn bản còn là dự thảo: chỉ ghi nhận chữ ký hoặc lập lại khi đã phát hành.',
    en: 'The paper is a draft: it is signed or made anew once it is issued.',
  },
  replaced: { vi: 'Văn bản này đã được thay thế bằng bản khác.', en: 'Another paper has taken the place of this one.' },
  signedAlready: { vi: 'Chữ ký của văn bản này đã được ghi nhận.', en: 'The signature of this paper is recorded already.' },
  signedFuture: { vi: 'Ngày ký không được sau ngày hôm nay.', en: 'The day of signing must not be after today.' },
  signedBefore: {
    vi: 'Ngày ký không được trước ngày của văn bản ({day}).',
    en: 'The day of signing must not lie before that of the paper ({day}).',
  },
  ownCase: { vi: 'Không được xử lý văn bản về chính mình.', en: 'Nobody may handle papers about themselves.' },
  signerLong: { vi: 'Tên người ký không quá {most} ký tự.', en: 'The name of the signatory has at most {most} characters.' },
  format: { vi: 'Văn bản có ở dạng pdf và docx.', en: 'Papers come as pdf and docx.' },
} satisfies Record<string, Text>;
