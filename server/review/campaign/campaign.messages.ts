/** What is said about checking a review (F-1 to F-6). */
import type { Text } from '../../kernel/language.js';

export const CAMPAIGN_TEXTS = {
  daysWrong: { vi: 'Cần số ngày làm việc từ {least} đến {most}.', en: 'Working days from {least} to {most}.' },
  beforeWrong: {
    vi: 'Số ngày làm việc trước hạn phải từ 0 đến {most}, ít hơn thời gian kiểm tra.',
    en: 'Working days before the end: 0 to {most}, fewer than the check lasts.',
  },
  remindersWrong: { vi: 'Tối đa {most} lần nhắc.', en: 'At most {most} reminders.' },
  name: { vi: 'Cần nhập tên.', en: 'A name is needed.' },
  nameTaken: { vi: 'Đã có mẫu đợt rà soát mang tên này.', en: 'There is a definition of that name.' },
  noDefinition: { vi: 'Không tìm thấy mẫu đợt rà soát này.', en: 'There is no such definition.' },
  ownFinding: {
    vi: 'Không ai tự kiểm tra kết quả rà soát của chính mình; tổ công tác sẽ kiểm tra.',
    en: 'Nobody checks the own finding; the task force does.',
  },
  reviewNotOpen: { vi: 'Đợt rà soát không còn mở.', en: 'The review is no longer open.' },
  noCheck: {
    vi: 'Đợt rà soát này không có bước đơn vị kiểm tra.',
    en: 'This review has no check by the agencies.',
  },
  handedIn: {
    vi: 'Đơn vị đã nộp kết quả kiểm tra; muốn sửa, lãnh đạo đơn vị hoặc tổ công tác trả lại trước.',
    en: 'The agency has handed in its check; to change it, its head or the task force returns it first.',
  },
  agencyAnswered: {
    vi: 'Đơn vị đã trả lời cho kết quả này; nếu cần sửa, trả danh sách lại cho đơn vị.',
    en: 'The agency has answered for this finding; to change it, give the list back.',
  },
  silentCause: {
    vi: 'Chưa ai trả lời cho kết quả này trong bước kiểm tra, nên không ghi nguyên nhân dẫn đến biện pháp bất lợi; mở đợt rà soát lại cho những người chưa ai trả lời.',
    en: 'Nobody has answered for this finding in the check, so that no cause with adverse steps is set; review again those for whom nobody has answered.',
  },
  headSubmitted: {
    vi: 'Người nộp không tự xác nhận danh sách của mình, kể cả ký trên giấy: chọn lãnh đạo khác xác nhận, hoặc để người khác nộp.',
    en: 'Whoever handed in does not confirm it, on paper either: name another leader, or let somebody else hand in.',
  },
  headGone: {
    vi: 'Lãnh đạo đã chọn không còn là lãnh đạo của đơn vị: chọn lãnh đạo khác xác nhận.',
    en: 'The leader named is no leader of the agency any more: name another one.',
  },
  paperScan: { vi: 'Cần bản chụp danh sách đã ký.', en: 'A scan of the signed list is needed.' },
  paperBefore: {
    vi: 'Ngày ký không được trước ngày nộp kết quả kiểm tra ({day}).',
    en: 'The day of the paper cannot be before the check was handed in ({day}).',
  },
  substituteElsewhere: {
    vi: 'Người thay phải là người đang làm việc tại đơn vị này.',
    en: 'The substitute must be an officer of this agency.',
  },
  substituteStands: {
    vi: 'Người này đang làm thay; kết thúc lần trước rồi cử lại.',
    en: 'This person stands in already; end that first.',
  },
  contestedAlready: {
    vi: 'Kết quả này đã được đề nghị xem lại và chờ tổ công tác trả lời.',
    en: 'This finding is contested and waits for the task force.',
  },
  unanswered: { vi: 'Còn {count} kết quả chưa được trả lời.', en: 'Findings without an answer: {count}.' },
  noHead: {
    vi: 'Chưa ghi lãnh đạo đơn vị xác nhận danh sách.',
    en: 'Name the head of the agency who confirms the list first.',
  },
  headNotHere: {
    vi: 'Người xác nhận phải là lãnh đạo đang giữ chức vụ tại đơn vị này.',
    en: 'Whoever confirms must be a leader with a post in this agency.',
  },
  notHandedIn: { vi: 'Đơn vị chưa nộp kết quả kiểm tra.', en: 'The agency has not handed in its check yet.' },
  wrongStep: { vi: 'Bước này không thực hiện được ở trạng thái hiện tại.', en: 'This cannot be done as things stand.' },
  paperNeeded: {
    vi: 'Xác nhận trên giấy cần số, ký hiệu văn bản và ngày ký.',
    en: 'A confirmation on paper needs number and day of the paper.',
  },
  paperDayWrong: { vi: 'Ngày ký không được ở tương lai.', en: 'The day of the paper cannot be in the future.' },
  reason: { vi: 'Cần nêu lý do.', en: 'A reason is needed.' },
  contestNote: { vi: 'Cần nêu lý do đề nghị xem lại.', en: 'Say why the finding is contested.' },
  uncheckedLeft: {
    vi: 'Chưa thể chốt đợt rà soát: còn {count} kết quả không thường xuyên hoặc không sử dụng chưa ai trả lời; tổ công tác phải kiểm tra.',
    en: 'The review cannot be finalised yet: findings irregular or never that nobody has answered for, left to the task force: {count}.',
  },
  noCheckHere: { vi: 'Không tìm thấy phần kiểm tra của đơn vị này.', en: 'There is no such check.' },
  extendEarlier: {
    vi: 'Hạn mới phải sau hạn cũ và không ở quá khứ.',
    en: 'The new end must be later than the old one, and not in the past.',
  },
  extendFar: {
    vi: 'Hạn mới không quá 60 ngày làm việc kể từ hôm nay.',
    en: 'The new end can be at most 60 working days from today.',
  },
  rerunOpen: {
    vi: 'Đợt rà soát {reference} còn mở; chốt hoặc hủy trước khi rà soát lại.',
    en: 'The review {reference} is still open; finalise or cancel it first.',
  },
  rerunNobody: {
    vi: 'Không còn ai cần rà soát lại trong đợt {reference}.',
    en: 'There is nobody left in {reference} to look at again.',
  },
  substituteSelf: { vi: 'Người thay phải là người khác.', en: 'The substitute must be somebody else.' },
  substituteNoAccount: {
    vi: 'Người này chưa có tài khoản; đề nghị quản trị hệ thống tạo tài khoản trước.',
    en: 'This person has no account; have the administrator make one first.',
  },
  substituteEnd: {
    vi: 'Ngày cuối phải từ hôm nay trở đi và trong vòng {most} ngày.',
    en: 'The last day must be today or later, within {most} days.',
  },
  substituteOfSubstitute: {
    vi: 'Người đang thay không giao tiếp cho người khác; cán bộ đầu mối hoặc tổ công tác giao.',
    en: 'Whoever stands in does not hand over again; the contact or the task force does.',
  },
  substituteAlready: {
    vi: 'Người này đã là cán bộ đầu mối của đơn vị.',
    en: 'This person is a contact of the agency already.',
  },
} satisfies Record<string, Text>;
