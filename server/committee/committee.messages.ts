/** Sentences of refusals about committees, seats, rules and mergers. */
import type { Text } from '../kernel/language.js';

export const COMMITTEE_TEXTS = {
  code: {
    vi: 'Mã gồm 1–32 chữ cái không dấu, chữ số, dấu gạch nối.',
    en: 'A code is 1–32 letters without marks, digits and hyphens.',
  },
  codeTaken: { vi: 'Đã có ban chỉ đạo mang mã {code}.', en: 'A committee has the code {code} already.' },
  name: { vi: 'Cần có tên ban chỉ đạo.', en: 'A committee needs a name.' },
  nameDefect: {
    vi: 'Có ký tự không được phép hoặc dài quá 200 ký tự.',
    en: 'It holds characters that are not allowed, or is longer than 200 characters.',
  },
  noCompetence: { vi: 'Cần ít nhất một thẩm quyền.', en: 'At least one competence is needed.' },
  noMember: { vi: 'Cần ít nhất một thành viên.', en: 'At least one member is needed.' },
  tooManyMembers: { vi: 'Nhiều nhất {most} thành viên.', en: 'At most {most} members.' },
  oneChair: { vi: 'Ban chỉ đạo có đúng một trưởng ban.', en: 'A committee has exactly one chair.' },
  userUnknown: {
    vi: 'Không có người dùng này, hoặc tài khoản đã bị vô hiệu hóa.',
    en: 'There is no such user, or the account is disabled.',
  },
  adminVotes: {
    vi: 'Quản trị hệ thống không bao giờ quyết định hồ sơ: không giữ ghế có quyền biểu quyết.',
    en: 'An administrator never decides a case and holds no seat with a vote.',
  },
  beforeCommittee: {
    vi: 'Ngày không được trước ngày ban chỉ đạo thành lập.',
    en: 'The day must not lie before the committee’s first day.',
  },
  followedTooEarly: {
    vi: 'Đã có trưởng ban khác từ ngày này hoặc sau ngày này: hãy chọn ngày muộn hơn.',
    en: 'The seat so far, or another chair, begins on this day or later: choose a later day.',
  },
  userTwice: { vi: 'Người này được nêu hai lần.', en: 'The person is named twice.' },
  numberSymbol: {
    vi: 'Ký hiệu gồm “QĐ-” và chữ in hoa, chữ số hoặc gạch nối, không quá {most} ký tự. Ví dụ: QĐ-BCĐCCHC.',
    en: 'A symbol is “QĐ-” with capitals, digits or hyphens, at most {most} characters. For example: QĐ-BCĐCCHC.',
  },
  legalBasis: { vi: 'Cần ghi căn cứ pháp lý.', en: 'The legal basis is needed.' },
  textTooLong: { vi: 'Dài quá {most} ký tự.', en: 'Longer than {most} characters.' },
  wholeNumber: { vi: 'Phải là số nguyên từ {least} đến {most}.', en: 'It must be a whole number from {least} to {most}.' },
  notADay: { vi: 'Ngày phải có thật.', en: 'The day must exist.' },
  chairAloneAdverse: {
    vi: 'Thu hồi hộp thư và không xét thi đua phải do tập thể biểu quyết.',
    en: 'Revocations and exclusions are decided by vote, never by the chair alone.',
  },
  noticeTooShort: { vi: 'Thời hạn thông báo ít nhất {least} ngày.', en: 'The notice period is at least {least} days.' },
  appealTooShort: { vi: 'Thời hạn khiếu nại ít nhất {least} ngày.', en: 'The appeal period is at least {least} days.' },
  closed: { vi: 'Ban chỉ đạo đã kết thúc hoạt động từ ngày {day}.', en: 'The committee was closed on {day}.' },
  notCompetent: { vi: 'Ban chỉ đạo không có thẩm quyền về loại này.', en: 'The committee is not competent for this kind.' },
  seatHeld: { vi: 'Người này đang là thành viên ban chỉ đạo.', en: 'The person holds a seat of the committee already.' },
  seatEnded: { vi: 'Ghế này đã kết thúc.', en: 'The seat has ended already.' },
  daysReversed: { vi: 'Ngày cuối không được trước ngày đầu.', en: 'The last day must not lie before the first.' },
  chairLeft: { vi: 'Cần có trưởng ban: hãy cử trưởng ban mới trước.', en: 'A committee needs a chair: name a new one first.' },
  twoSources: { vi: 'Cần chọn ít nhất hai ban chỉ đạo để hợp nhất.', en: 'Choose at least two committees to merge.' },
  mergerInThePast: { vi: 'Ngày hợp nhất không được ở quá khứ.', en: 'A merger cannot lie in the past.' },
  noSuchCommittee: { vi: 'Không có ban chỉ đạo này.', en: 'There is no such committee.' },
  notInForce: { vi: 'Ban chỉ đạo không hoạt động vào ngày hợp nhất.', en: 'The committee is not in force on the day of the merger.' },
  mergerPlanned: {
    vi: 'Ban chỉ đạo này đã có trong một kế hoạch hợp nhất khác (ngày {day}).',
    en: 'The committee is part of another planned merger, on {day}.',
  },
  mergerOver: { vi: 'Việc hợp nhất đã thực hiện hoặc đã bị bãi bỏ.', en: 'The merger was applied or given up already.' },
} satisfies Record<string, Text>;
