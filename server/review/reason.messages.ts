/** The sentences of which a finding's reason is made (T-7). They say what the mailbox shows, never what the officer did. */
import type { Text } from '../kernel/language.js';

export const REASON_TEXTS = {
  window: {
    vi: 'Đợt rà soát này xem xét {windowDays} ngày, từ ngày {from} đến ngày {to}, theo quy định đánh giá phiên bản {version}.',
    en: 'This review looks at {windowDays} days, from {from} to {to}, under usage policy version {version}.',
  },
  measured: {
    vi: 'Trong {candidate} ngày làm việc được xét có {assessable} ngày đủ dữ liệu để đánh giá; hộp thư được sử dụng ({acts}) trong {use} ngày, đạt {share}.',
    en: 'Of {candidate} working days considered, {assessable} have enough data to be assessed; the mailbox was used ({acts}) on {use} of them, which is {share}.',
  },
  regular: {
    vi: 'Mức yêu cầu là từ {threshold} trở lên, vì vậy kết quả là sử dụng thường xuyên.',
    en: 'At least {threshold} is asked for, so the finding is: uses regularly.',
  },
  irregular: {
    vi: 'Mức yêu cầu là từ {threshold} trở lên, vì vậy kết quả là sử dụng không thường xuyên.',
    en: 'At least {threshold} is asked for, so the finding is: uses irregularly.',
  },
  never: {
    vi: 'Trong {candidate} ngày làm việc được xét có {assessable} ngày đủ dữ liệu để đánh giá; hộp thư không được sử dụng ({acts}) trong bất kỳ ngày nào của đợt rà soát, kể cả ngày nghỉ, vì vậy kết quả là không sử dụng.',
    en: 'Of {candidate} working days considered, {assessable} have enough data to be assessed; on no day of the window, working day or not, was the mailbox used ({acts}), so the finding is: never uses.',
  },
  noMailbox: {
    vi: 'Trong thời gian này cán bộ không có hộp thư điện tử công vụ cá nhân đang hoạt động; hộp thư dùng chung và hộp thư của thiết bị không được đánh giá như hộp thư cá nhân.',
    en: 'In this time the officer had no active personal mailbox; shared mailboxes and those of machines are not judged as a person.',
  },
  excusedByAbsence: {
    vi: 'Toàn bộ {excused} ngày làm việc có thể xét đều là ngày vắng mặt đã được ghi nhận bằng văn bản.',
    en: 'All {excused} working days that could be considered are days of absence recorded with a document.',
  },
  setAside: {
    vi: 'Kết quả đã bị hủy khi giải quyết khiếu nại đối với quyết định dựa trên kết quả này.',
    en: 'The finding was set aside when a decision that rested on it was reversed on appeal.',
  },
  excusedByContest: {
    vi: 'Đề nghị xem lại kết quả đã được chấp nhận.',
    en: 'The finding was contested, and the contest was accepted.',
  },
  tooFewCandidates: {
    vi: 'Chỉ có {candidate} ngày làm việc được xét, trong khi cần ít nhất {minimum} ngày.',
    en: 'Only {candidate} working days could be considered; at least {minimum} are needed.',
  },
  tooFewAssessable: {
    vi: 'Chỉ có {assessable} ngày làm việc đủ dữ liệu để đánh giá, trong khi cần ít nhất {minimum} ngày.',
    en: 'Only {assessable} working days have enough data to be assessed; at least {minimum} are needed.',
  },
  sourceCannotShow: {
    vi: 'Dữ liệu của hệ thống thư không thể hiện được việc sử dụng hộp thư ({acts}), nên không thể kết luận là có sử dụng hay không.',
    en: 'The records of the mail system cannot show use of the mailbox ({acts}), so nothing can be said about it either way.',
  },
  coverage: {
    vi: 'Trong {candidate} ngày làm việc được xét chỉ có {assessable} ngày ({coverage}) đủ dữ liệu, trong khi cần ít nhất {minimum}.',
    en: 'Of {candidate} working days considered only {assessable} ({coverage}) have enough data; at least {minimum} is needed.',
  },
  notAssessed: {
    vi: 'Kết quả là chưa đủ cơ sở đánh giá; đây không phải là kết luận không sử dụng.',
    en: 'The finding is: not assessed. It does not say that the mailbox was never used.',
  },
  excusedDays: {
    vi: 'Đã trừ {excused} ngày làm việc vắng mặt có văn bản.',
    en: 'Working days of documented absence that were left out: {excused}.',
  },
  counters: {
    vi: 'Hệ thống ghi nhận {sent} thư đã gửi, {read} thư đã đọc, {logins} lượt đăng nhập.',
    en: 'The records show {sent} messages sent, {read} read, {logins} logins.',
  },
  outside: {
    vi: 'Hộp thư còn được sử dụng trong {days} ngày nghỉ; các ngày này được ghi nhận nhưng không tính vào tỷ lệ.',
    en: 'Days of use outside working days: {days}; they are noted but not part of the share.',
  },
  uncounted: {
    vi: 'Hộp thư còn được sử dụng trong {days} ngày làm việc không tính vào tỷ lệ (vắng mặt có văn bản, hộp thư mới cấp, ngoài thời gian giữ chức vụ hoặc thiếu dữ liệu).',
    en: 'Days of use on working days that are not part of the share (documented absence, new mailbox, out of post, or incomplete data): {days}.',
  },
  loginsAlone: {
    vi: 'Chỉ đăng nhập thì chưa được tính là sử dụng.',
    en: 'A login alone does not count as use.',
  },
  polling: {
    vi: 'Trong {days} ngày có nhiều lượt đăng nhập tự động mà không có thư nào được đọc hoặc gửi; những ngày này không được tính là sử dụng.',
    en: 'Days with many automatic logins and nothing read or sent: {days}; they do not count as use.',
  },
  received: {
    vi: 'Hộp thư nhận {received} thư; nhận thư không được tính là sử dụng.',
    en: 'Messages received: {received}; receiving does not count as use.',
  },
  forwarded: {
    vi: '{forwarded} thư được tự động chuyển tiếp đến địa chỉ khác; hệ thống không biết các thư đó có được đọc hay không, và việc chuyển tiếp không được tính là sử dụng.',
    en: 'Messages forwarded automatically to another address: {forwarded}; whether they were read there is not known, and forwarding does not count as use.',
  },
  forwardingUnsettled: {
    vi: 'Không có bước bất lợi nào được thực hiện cho đến khi tổ công tác xem xét việc chuyển tiếp này.',
    en: 'No adverse step is taken until the task force has looked at this forwarding.',
  },
  newerEvidence: {
    vi: 'Dữ liệu nhận được sau khi mở đợt rà soát cho thấy kết quả có thể là {tier}; tổ công tác cần xem xét trước khi thực hiện bước tiếp theo.',
    en: 'Evidence that arrived after the review was opened suggests: {tier}; the task force must settle this before any further step.',
  },
  contested: {
    vi: 'Kết quả này đang được đề nghị xem lại và chờ trả lời.',
    en: 'This finding is contested and waits for an answer.',
  },
  improvedTaken: {
    vi: 'Kết quả đã được điều chỉnh theo dữ liệu nhận được sau khi mở đợt rà soát (phiên bản {version} của kết quả).',
    en: 'The finding was corrected by evidence that arrived after the review was opened (version {version}).',
  },
  absenceTaken: {
    vi: 'Kết quả đã được tính lại vì có thêm ngày vắng mặt được ghi nhận bằng văn bản (phiên bản {version} của kết quả).',
    en: 'The finding was worked out again because an absence was recorded with its document (version {version}).',
  },
} satisfies Record<string, Text>;

export const ACT_TEXTS = {
  SENT: { vi: 'gửi thư', en: 'mail sent' },
  READ: { vi: 'đọc thư', en: 'mail read' },
  LOGIN: { vi: 'đăng nhập', en: 'login' },
  RECEIVED: { vi: 'nhận thư', en: 'mail received' },
} satisfies Record<string, Text>;

export const OR_TEXT: Text = { vi: ' hoặc ', en: ' or ' };

export const TIER_TEXTS = {
  REGULAR: { vi: 'sử dụng thường xuyên', en: 'uses regularly' },
  IRREGULAR: { vi: 'sử dụng không thường xuyên', en: 'uses irregularly' },
  NEVER: { vi: 'không sử dụng', en: 'never uses' },
  NOT_ASSESSED: { vi: 'chưa đủ cơ sở đánh giá', en: 'not assessed' },
} satisfies Record<string, Text>;
