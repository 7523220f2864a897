/** What is written to officers about their cases. */
import type { DecisionKind } from '../committee/vocabulary.js';
import type { Text } from '../kernel/language.js';

export const DECISION_LETTER_KINDS: Readonly<Record<string, Text>> = {
  'decision.notice': { vi: 'Thông báo về việc đề nghị xử lý', en: 'Notice of a proposal' },
  'decision.inForce': { vi: 'Thông báo quyết định có hiệu lực', en: 'Decision in force' },
  'decision.settled': { vi: 'Trả lời khiếu nại', en: 'Answer to an appeal' },
  'decision.notAdopted': { vi: 'Thông báo không thông qua đề nghị', en: 'Proposal not adopted' },
};

/** What is proposed or decided, as it stands within a sentence. */
export const KIND_IN_SENTENCE: Readonly<Record<DecisionKind, Text>> = {
  MAILBOX_PROVISION: { vi: 'cấp hộp thư điện tử công vụ', en: 'providing an official mailbox' },
  MAILBOX_REVOCATION: { vi: 'thu hồi hộp thư điện tử công vụ', en: 'revoking the official mailbox' },
  MAILBOX_RESTORATION: { vi: 'khôi phục hộp thư điện tử công vụ', en: 'restoring the official mailbox' },
  AWARD_EXCLUSION: { vi: 'không xét danh hiệu thi đua năm {year}', en: 'no consideration for emulation titles of {year}' },
  EXCLUSION_LIFT: { vi: 'dỡ bỏ việc không xét danh hiệu thi đua năm {year}', en: 'lifting the exclusion from emulation titles of {year}' },
};

/** What the decision brings, said plainly. */
export const KIND_EFFECT: Readonly<Record<DecisionKind, Text>> = {
  MAILBOX_PROVISION: {
    vi: 'Hộp thư sẽ được mở trên hệ thống thư của Thành phố.',
    en: 'The mailbox will be opened on the city’s mail system.',
  },
  MAILBOX_REVOCATION: {
    vi: 'Hộp thư không đăng nhập và không nhận thư được nữa. Thư đã nhận được lưu giữ.',
    en: 'The mailbox can no longer be opened and receives no mail. Mail already received is kept.',
  },
  MAILBOX_RESTORATION: { vi: 'Hộp thư được mở lại cùng với thư đã lưu giữ.', en: 'The mailbox is opened again with the mail it held.' },
  AWARD_EXCLUSION: {
    vi: 'Danh hiệu không được xét: {titles}. Danh hiệu đã được tặng không bị ảnh hưởng.',
    en: 'Titles not considered: {titles}. Titles already granted are not touched.',
  },
  EXCLUSION_LIFT: { vi: 'Các danh hiệu được xét trở lại: {titles}.', en: 'Considered again: {titles}.' },
};

export const DECISION_LETTERS = {
  noticeTitle: { vi: 'Thông báo về việc đề nghị {kind} (hồ sơ {reference})', en: 'Notice: {kind} is proposed (case {reference})' },
  notice: {
    vi: 'Có đề nghị {kind} đối với Ông/Bà. Hồ sơ {reference} sẽ được {committee} xem xét, biểu quyết.',
    en: 'It is proposed: {kind}. Case {reference} will be heard and voted on by {committee}.',
  },
  basis: { vi: 'Căn cứ: {basis}', en: 'Legal basis: {basis}' },
  grounds: { vi: 'Lý do: {grounds}', en: 'Grounds: {grounds}' },
  explain: {
    vi: 'Ông/Bà có quyền giải trình bằng văn bản trong {days} ngày kể từ ngày sau ngày nhận thông báo này, gửi qua cán bộ đầu mối của cơ quan, thư ký ban chỉ đạo, hoặc tự nhập trên hệ thống. Hồ sơ chỉ được biểu quyết sau thời hạn này và sau khi giải trình đã được trả lời.',
    en: 'You may explain in writing within {days} days from the day after you receive this notice, through the contact of your agency, the secretary of the committee, or in the system yourself. The vote opens only after that time and after your explanation has been answered.',
  },
  code: {
    vi: 'Mã một lần để xem hồ sơ của Ông/Bà, giải trình hoặc khiếu nại trên hệ thống: {code}. Mở địa chỉ {address} và nhập mã; tại trang đăng nhập cũng có nút “Tôi có mã trên giấy thông báo”. Mã dùng được một lần trong 90 ngày; cán bộ đầu mối hoặc thư ký có thể in lại kèm mã mới.',
    en: 'One-time code to see your file, explain or appeal in the system: {code}. Open {address} and type it in; the sign-in page also has “I have a code from a paper notice”. It works once within 90 days; the contact of your agency or the secretary can print a new one.',
  },
  inForceTitle: { vi: 'Quyết định số {number}: {kind}', en: 'Decision {number}: {kind}' },
  inForce: {
    vi: '{committee} đã ban hành Quyết định số {number} về việc {kind} đối với Ông/Bà, có hiệu lực từ ngày {day}. Người ký: {signer}.',
    en: '{committee} has issued decision {number}: {kind}. It is in force from {day}. Signed by {signer}.',
  },
  appeal: {
    vi: 'Ông/Bà có quyền khiếu nại đến hết ngày {until}. Khi có khiếu nại, việc thi hành quyết định được tạm dừng cho đến khi khiếu nại được giải quyết.',
    en: 'You may appeal until the end of {until}. An appeal stays the decision until it is settled.',
  },
  settledTitle: { vi: 'Trả lời khiếu nại đối với Quyết định số {number}', en: 'Your appeal against decision {number}' },
  upheld: {
    vi: 'Khiếu nại của Ông/Bà đã được xem xét. Quyết định số {number} được giữ nguyên và có hiệu lực trở lại.',
    en: 'Your appeal has been considered. Decision {number} is upheld and in force again.',
  },
  appealAgain: {
    vi: 'Ông/Bà có quyền khiếu nại lên cơ quan cấp trên đến hết ngày {until}.',
    en: 'You may appeal to the superior authority until the end of {until}.',
  },
  reversed: {
    vi: 'Khiếu nại của Ông/Bà đã được xem xét. Quyết định số {number} bị hủy bỏ; mọi hệ quả của quyết định được khôi phục như trước.',
    en: 'Your appeal has been considered. Decision {number} is reversed, and everything that followed from it is taken back.',
  },
  answer: { vi: 'Nội dung trả lời: {text}', en: 'The answer: {text}' },
  notAdoptedTitle: { vi: 'Hồ sơ {reference}: đề nghị không được thông qua', en: 'Case {reference}: the proposal was not adopted' },
  notAdopted: {
    vi: 'Đề nghị {kind} đối với Ông/Bà (hồ sơ {reference}) không được thông qua. Hồ sơ đã kết thúc.',
    en: 'The proposal about you, {kind} (case {reference}), was not adopted. The case is closed.',
  },
} satisfies Record<string, Text>;
