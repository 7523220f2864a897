/** Sentences of refusals about cases. */
import type { Text } from '../kernel/language.js';
import type { KindTexts } from './kinds/kind.js';

export const DECISION_TEXTS = {
  tooMany: { vi: 'Mỗi lần nhiều nhất {most} hồ sơ.', en: 'At most {most} cases at a time.' },
  noCase: { vi: 'Không có hồ sơ này.', en: 'There is no such case.' },
  noOfficer: { vi: 'Không có cán bộ này.', en: 'There is no such officer.' },
  noFindingId: { vi: 'Không có kết quả rà soát này.', en: 'There is no such finding.' },
  nobodyNamed: { vi: 'Chưa chọn cán bộ hoặc kết quả rà soát nào.', en: 'No officer and no finding is named.' },
  twice: { vi: 'Người này được nêu hai lần.', en: 'The person is named twice.' },
  notInThisState: {
    vi: 'Hồ sơ đang ở bước khác, chưa hoặc không còn làm được việc này.',
    en: 'The case stands at another step: this cannot be done yet, or any more.',
  },
  notYourAct: { vi: 'Việc này không thuộc phần việc của bạn trong hồ sơ này.', en: 'This is not for you to do in this case.' },
  ownCase: { vi: 'Không ai tự xử lý hồ sơ của chính mình.', en: 'Nobody acts on the own case.' },
  legalBasis: { vi: 'Cần ghi căn cứ pháp lý.', en: 'The legal basis is needed.' },
  grounds: { vi: 'Cần ghi lý do đề nghị.', en: 'The grounds are needed.' },
  tooLong: { vi: 'Dài quá {most} ký tự.', en: 'Longer than {most} characters.' },
  textNeeded: { vi: 'Cần ghi nội dung.', en: 'A text is needed.' },
  reasonNeeded: { vi: 'Cần ghi lý do.', en: 'A reason is needed.' },
  badText: { vi: 'Có ký tự không được phép.', en: 'It holds characters that are not allowed.' },
  yearNeeded: { vi: 'Cần ghi năm thi đua.', en: 'The emulation year is needed.' },
  yearWrong: { vi: 'Năm thi đua từ 2000 đến 2200.', en: 'The emulation year lies between 2000 and 2200.' },
  titlesNeeded: { vi: 'Cần chọn ít nhất một danh hiệu thi đua.', en: 'At least one emulation title is needed.' },
  titleUnknown: { vi: 'Không có danh hiệu thi đua mang mã {code}.', en: 'There is no emulation title {code}.' },
  onlyForAwards: { vi: 'Chỉ dùng cho hồ sơ về thi đua.', en: 'Only for cases about awards.' },
  onlyForProvision: { vi: 'Chỉ dùng cho hồ sơ cấp hộp thư của một người.', en: 'Only for providing one person with a mailbox.' },
  address: { vi: 'Địa chỉ thư điện tử không đúng dạng.', en: 'This is no mail address.' },
  addressTaken: { vi: 'Địa chỉ {address} đã có người dùng.', en: 'The address {address} is somebody else’s.' },
  addressNeeded: {
    vi: 'Cơ quan chưa có tên miền thư điện tử: cần nêu địa chỉ hộp thư.',
    en: 'The agency has no mail domain: name the address of the mailbox.',
  },
  noSuchCommittee: { vi: 'Không có ban chỉ đạo này.', en: 'There is no such committee.' },
  notCompetent: {
    vi: 'Ban chỉ đạo này không có thẩm quyền hoặc không còn hoạt động.',
    en: 'This committee is not competent for the kind, or not in force.',
  },
  noCommittee: { vi: 'Không có ban chỉ đạo nào có thẩm quyền về loại này.', en: 'No committee is competent for this kind.' },
  severalCommittees: {
    vi: 'Nhiều ban chỉ đạo cùng có thẩm quyền: cần nêu rõ ban nào.',
    en: 'Several committees are competent: name the one it goes to.',
  },
  pending: { vi: 'Đã có hồ sơ cùng loại đang giải quyết ({reference}).', en: 'A case of the same kind is pending ({reference}).' },
  findingUsed: {
    vi: 'Kết quả rà soát này đã dùng cho hồ sơ {reference}; cần có kết quả rà soát mới.',
    en: 'This finding has carried case {reference} already; a new finding is needed.',
  },
  endsOne: { vi: 'Một quyết định chỉ do một hồ sơ chấm dứt: hãy nêu đúng một người.', en: 'One case ends one decision: name one person.' },
  noDecisionToEnd: { vi: 'Không có quyết định này.', en: 'There is no such decision.' },
  endsNothing: { vi: 'Loại hồ sơ này không chấm dứt quyết định nào.', en: 'This kind ends no decision.' },
  adverseOnly: { vi: 'Chỉ thông báo đối với hồ sơ bất lợi cho cán bộ.', en: 'Notice is given in adverse cases only.' },
  future: { vi: 'Ngày không được ở tương lai.', en: 'The day must not lie in the future.' },
  ownDay: { vi: 'Tự nhập trên hệ thống thì ngày nhận là hôm nay.', en: 'What you write yourself is received today.' },
  beforeProposal: { vi: 'Ngày không được trước ngày đề nghị ({day}).', en: 'The day must not lie before the proposal ({day}).' },
  beforeService: { vi: 'Ngày không được trước ngày tống đạt ({day}).', en: 'The day must not lie before the day of service ({day}).' },
  noOtherEmail: {
    vi: 'Cán bộ không có địa chỉ thư điện tử nào ngoài hộp thư công vụ: hãy giao giấy thông báo.',
    en: 'The officer has no e-mail address but the official mailbox: hand the notice over on paper.',
  },
  explainOver: { vi: 'Đã hết thời hạn giải trình ({day}).', en: 'The time for explaining was over on {day}.' },
  nothingToAnswer: { vi: 'Chưa có giải trình, hoặc giải trình đã được trả lời.', en: 'There is no explanation, or it has been answered.' },
  blocked: { vi: 'Chưa thể mở biểu quyết: {why}', en: 'The vote cannot open yet: {why}' },
  tooFewVoters: {
    vi: 'Chỉ còn {voters} người được biểu quyết, quy định cần ít nhất {least}.',
    en: 'Only {voters} may vote, the rule needs at least {least}.',
  },
  lapsedTwice: {
    vi: 'Đã hai lần không đủ số thành viên tối thiểu, không mở lại được nữa.',
    en: 'It has lapsed twice and cannot be opened again.',
  },
  notVoter: {
    vi: 'Bạn không có trong danh sách biểu quyết chốt khi mở biểu quyết.',
    en: 'You are not among the voters frozen when the vote opened.',
  },
  recused: {
    vi: 'Bạn không tham gia biểu quyết hồ sơ này do xung đột lợi ích.',
    en: 'You take no part in this case because of a conflict of interest.',
  },
  voteOver: { vi: 'Biểu quyết đã kết thúc.', en: 'The vote is over.' },
  votedAlone: {
    vi: 'Hồ sơ có giải trình hoặc xung đột lợi ích phải biểu quyết riêng.',
    en: 'A case with an explanation or a declared conflict is voted alone.',
  },
  chairOnly: {
    vi: 'Việc này của trưởng ban (hoặc phó trưởng ban khi trưởng ban vắng hay không tham gia).',
    en: 'This is for the chair, or the deputy where the chair is absent or recused.',
  },
  adoptedOn: { vi: 'Ngày có hiệu lực không được trước ngày thông qua ({day}).', en: 'The day must not lie before the adoption ({day}).' },
  numbered: { vi: 'Quyết định đã được ký ban hành.', en: 'The decision has been signed already.' },
  numberNext: { vi: 'Số quyết định phải liên tục: số tiếp theo là {number}.', en: 'Numbers run without gaps: the next one is {number}.' },
  numberForOne: {
    vi: 'Chỉ ghi số khi ban hành một quyết định; nhiều quyết định được đánh số liên tục.',
    en: 'Name a number for one decision only; many are numbered one after the other.',
  },
  notAppealable: { vi: 'Chỉ khiếu nại quyết định bất lợi cho cán bộ.', en: 'Only adverse decisions are appealed.' },
  appealOver: { vi: 'Đã hết thời hạn khiếu nại ({day}).', en: 'The time for an appeal was over on {day}.' },
  beforeSettlement: {
    vi: 'Ngày không được trước ngày giải quyết khiếu nại lần đầu ({day}).',
    en: 'The day must not lie before the first appeal was settled ({day}).',
  },
  beforeForce: {
    vi: 'Ngày không được trước ngày quyết định có hiệu lực ({day}).',
    en: 'The day must not lie before the decision came into force ({day}).',
  },
  noMoreAppeals: { vi: 'Khiếu nại đã được giải quyết lần hai.', en: 'The appeal has been settled in the second instance.' },
  paperNeeded: {
    vi: 'Giải quyết khiếu nại lần hai cần số và ngày văn bản của cấp trên.',
    en: 'The second instance needs number and date of the superior authority’s paper.',
  },
  settledByMembers: {
    vi: 'Khiếu nại này do các thành viên chưa biểu quyết hồ sơ biểu quyết giải quyết.',
    en: 'This appeal is settled by a vote of members who did not vote on the case.',
  },
  paperBefore: {
    vi: 'Văn bản giải quyết không được có trước ngày nhận khiếu nại.',
    en: 'The paper must not be older than the appeal it settles.',
  },
  lateEntry: {
    vi: 'Giấy nhận trong thời hạn chỉ được nhập trong {days} ngày sau khi hết thời hạn.',
    en: 'A paper received in time is entered within {days} days after the period.',
  },
  paperFuture: { vi: 'Ngày văn bản không được ở tương lai.', en: 'The date of the paper must not lie in the future.' },
} satisfies Record<string, Text>;

/** Why a kind cannot be proposed for somebody (D-1, D-2, D-11). */
export const KIND_TEXTS: Readonly<Record<KindTexts, Text>> = {
  noFinding: { vi: 'Cần có kết quả rà soát làm căn cứ.', en: 'It must rest on a finding.' },
  findingOfAnother: { vi: 'Kết quả rà soát là của người khác.', en: 'The finding is somebody else’s.' },
  notFinal: { vi: 'Đợt rà soát chưa kết thúc.', en: 'The review is not finalised.' },
  tier: {
    vi: 'Chỉ áp dụng với mức sử dụng không thường xuyên hoặc không sử dụng.',
    en: 'It needs a finding of irregular or no use.',
  },
  causeRefuses: { vi: 'Nguyên nhân phải là không chấp hành.', en: 'The cause must be that the officer refuses.' },
  causeNoNeed: { vi: 'Nguyên nhân phải là không có nhu cầu sử dụng.', en: 'The cause must be that there is no need.' },
  otherYear: { vi: 'Kỳ rà soát phải kết thúc trong năm thi đua.', en: 'The window of the review must end in the emulation year.' },
  noMailbox: { vi: 'Cán bộ không có hộp thư để thu hồi.', en: 'The officer has no mailbox to revoke.' },
  hasMailbox: { vi: 'Cán bộ đã có hộp thư.', en: 'The officer has a mailbox already.' },
  isRevoked: { vi: 'Hộp thư đã bị thu hồi: hãy đề nghị khôi phục.', en: 'The mailbox was revoked: propose its restoration.' },
  notRevoked: { vi: 'Hộp thư không ở trạng thái thu hồi.', en: 'The mailbox is not revoked.' },
  hasLeft: { vi: 'Cán bộ đã nghỉ công tác.', en: 'The officer has left the service.' },
  nothingToEnd: { vi: 'Không có quyết định không xét thi đua nào để dỡ bỏ.', en: 'There is no exclusion to lift.' },
  endsOther: { vi: 'Quyết định được nêu thuộc loại khác hoặc của người khác.', en: 'The decision named is of another kind or person.' },
  endsOver: { vi: 'Quyết định được nêu hiện không có hiệu lực.', en: 'The decision named is not in force now.' },
};

/** What keeps a vote from opening, in words, by the rule's id. */
export const BLOCK_TEXTS: Readonly<Record<string, Text>> = {
  'D-2': { vi: 'Kết quả rà soát không còn là căn cứ cho hồ sơ này.', en: 'The finding does not bear the case any more.' },
  'D-3': {
    vi: 'Chưa hết thời hạn thông báo, hoặc giải trình chưa được trả lời.',
    en: 'The notice period is not over, or the explanation is not answered.',
  },
  'T-5': {
    vi: 'Có dữ liệu mới hơn hoặc dấu hiệu cần tổ công tác xem xét.',
    en: 'Newer evidence or a signal is to be settled by the task force.',
  },
  'TR-3': {
    vi: 'Cán bộ đang đăng ký, đang học hoặc vừa học xong lớp tập huấn.',
    en: 'The officer is asking for, attending or fresh from a training class.',
  },
};
