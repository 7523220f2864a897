/** What this room says to people. */
import type { Text } from '../kernel/language.js';

export const provisioningMessages = {
  settingMissing: { vi: 'Chưa nhập {name}.', en: '{name} is missing.' },
  settingNumber: { vi: '{name} phải là số nguyên trong khoảng cho phép.', en: '{name} must be a whole number within its limits.' },
  settingYesNo: { vi: '{name} phải là có hoặc không.', en: '{name} must be yes or no.' },
  settingText: { vi: '{name} phải là chữ.', en: '{name} must be text.' },
  settingChoice: { vi: '{name} không có lựa chọn này.', en: '{name} has no such choice.' },
  settingUnknown: { vi: 'Loại hệ thống thư này không có mục {name}.', en: 'This kind of mail system has no setting {name}.' },
  secretAgain: {
    vi: 'Nơi gửi {name} đã đổi: hãy nhập lại {name}.',
    en: '{name} would be sent elsewhere than before: enter it again.',
  },
  overtaken: {
    vi: 'Một lệnh sau đã thay thế lệnh này trước khi nó được thực hiện.',
    en: 'A later order took its place before it was carried out.',
  },
  noPassword: { vi: 'Lệnh không kèm mật khẩu mới.', en: 'The order came without a new password.' },
  noSystem: {
    vi: 'Chưa có hệ thống thư nào phục vụ tên miền {domain}.',
    en: 'No mail system serves the domain {domain} yet.',
  },
  emergencyOver: { vi: 'Hết thời hạn tạm khóa khẩn cấp.', en: 'The emergency suspension is over.' },
  orderDone: { vi: 'Lệnh đã thực hiện xong.', en: 'The order is done.' },
  orderAtWork: { vi: 'Lệnh đang được thực hiện; hãy thử lại sau một phút.', en: 'The order is being carried out; try again in a minute.' },
  orderHeld: {
    vi: 'Lệnh đang bị phanh giữ lại, cần một người thứ hai duyệt.',
    en: 'The brake holds the order; a second person must let it through.',
  },
  orderHandedOver: {
    vi: 'Lệnh đang chờ xác nhận trong tệp bàn giao.',
    en: 'The order waits for its confirmation in a hand-over file.',
  },
  orderNotHeld: { vi: 'Lệnh không bị phanh giữ lại.', en: 'The brake does not hold the order.' },
  orderOvertaken: {
    vi: 'Một lệnh sau của cùng hộp thư đã được thực hiện.',
    en: 'A later order for the same mailbox was carried out.',
  },
  orderUnwanted: {
    vi: 'Quyết định hiện hành không còn yêu cầu điều này.',
    en: 'Decisions in force do not want this any more.',
  },
  secondPerson: {
    vi: 'Người ra lệnh hoặc ký quyết định không tự duyệt; cần một người thứ hai.',
    en: 'Whoever gave the order or signed its decision cannot let it through; a second person must.',
  },
  settleNote: {
    vi: 'Hãy ghi căn cứ xử lý (không quá {most} ký tự).',
    en: 'Say how this is known, in at most {most} characters.',
  },
  emergencyReason: {
    vi: 'Hãy ghi lý do (không quá {most} ký tự).',
    en: 'Give the reason, in at most {most} characters.',
  },
  calledOff: {
    vi: 'Không thực hiện nữa: hộp thư đã bị tạm khóa khẩn cấp.',
    en: 'Called off: the mailbox was suspended in an emergency.',
  },
  ownMailbox: {
    vi: 'Không ai tự xử lý lệnh về hộp thư của chính mình; cần một người khác.',
    en: 'Nobody settles or approves what concerns the own mailbox; somebody else must.',
  },
  notActive: {
    vi: 'Hộp thư này không ở trạng thái được mở theo quyết định, nên không cần tạm khóa.',
    en: 'Decisions do not want this mailbox open, so there is nothing to suspend.',
  },
  noEmergency: { vi: 'Hộp thư không bị tạm khóa khẩn cấp.', en: 'The mailbox is not under an emergency suspension.' },
  renewedAlready: {
    vi: 'Việc tạm khóa khẩn cấp chỉ được gia hạn một lần.',
    en: 'An emergency suspension is renewed once only.',
  },
  renewBySecond: {
    vi: 'Việc gia hạn phải do một người khác thực hiện.',
    en: 'It must be renewed by another person.',
  },
  systemName: { vi: 'Hãy đặt tên hệ thống thư (không quá {most} ký tự).', en: 'Name the mail system, in at most {most} characters.' },
  systemNameTaken: { vi: 'Đã có hệ thống thư mang tên này.', en: 'There is a mail system of this name.' },
  systemNameStays: {
    vi: 'Không đổi được tên: đã có hộp thư hoặc lệnh ghi theo tên này.',
    en: 'The name stays: mailboxes or orders know the system by it.',
  },
  kindStays: { vi: 'Không đổi được loại của hệ thống thư; hãy tạo hệ thống mới.', en: 'The kind stays; make a new mail system.' },
  systemInUse: {
    vi: 'Không gỡ được: đã có hộp thư hoặc lệnh thuộc hệ thống thư này. Hãy tắt nó.',
    en: 'It cannot be taken off: mailboxes or orders belong to it. Switch it off.',
  },
  domains: { vi: 'Hãy ghi ít nhất một tên miền thư (không quá 200).', en: 'Name at least one mail domain, at most 200.' },
  domain: { vi: '“{domain}” không phải là tên miền thư.', en: '“{domain}” is not a mail domain.' },
  domainTaken: {
    vi: 'Tên miền {domain} đã do hệ thống thư {system} phục vụ.',
    en: 'The domain {domain} is served by {system}.',
  },
  parallel: { vi: 'Số lệnh cùng lúc phải từ 1 đến 20.', en: 'From 1 to 20 orders at the same time.' },
  mostAnHour: { vi: 'Số lệnh mỗi giờ phải từ 0 đến 100.000.', en: 'From 0 to 100,000 orders an hour.' },
  leaverDays: { vi: 'Số ngày sau khi thôi việc phải từ 0 đến 3.650.', en: 'From 0 to 3,650 days after leaving.' },
  leaver: { vi: 'Đã thôi việc, ngày làm việc cuối: {day}.', en: 'Has left; last day in office: {day}.' },
  leaverBack: {
    vi: 'Người giữ hộp thư đang công tác: mở lại, chờ cấp mật khẩu mới.',
    en: 'Its holder is in office: opened again, waiting for a new password.',
  },
  unusable: {
    vi: 'Không dùng được cấu hình hoặc bí mật đã lưu của hệ thống thư này (có thể do khóa cài đặt đã đổi). Hãy nhập lại các bí mật.',
    en: 'What is stored of this mail system cannot be used, perhaps because the key of the installation is another. Enter its secrets again.',
  },
  notAsked: { vi: 'Không hỏi được hệ thống thư: {problem}', en: 'The mail system cannot be asked: {problem}' },
  embeddedStore: {
    vi: 'Đang dùng kho dữ liệu nhúng, không an toàn khi mất điện. Chỉ bật khi quản trị viên xác nhận chấp nhận điều đó (acceptsEmbedded), hoặc hãy chuyển sang PostgreSQL.',
    en: 'This is the embedded store, which is not safe against power failure. Switch on only by accepting that (acceptsEmbedded), or move to PostgreSQL.',
  },
  listCut: { vi: 'Danh sách bị ngắt giữa chừng.', en: 'The list broke off.' },
  listShort: {
    vi: 'Danh sách ngắn hơn lần trước trên 20 %, nên không dùng để đối chiếu.',
    en: 'The list is shorter than last time by more than 20 %, so it is not believed.',
  },
  listNotWhole: {
    vi: 'Danh sách trên hệ thống thư không đầy đủ; chưa thể xác nhận.',
    en: 'The list of the mail system is not whole; nothing can be adopted.',
  },
  wasThere: {
    vi: 'Hộp thư đã có sẵn trên hệ thống thư và đã được ghép.',
    en: 'The mailbox was there already and has been matched.',
  },
  noSuchMatch: {
    vi: 'Không còn cặp này trong báo cáo đối chiếu; hãy tải lại báo cáo.',
    en: 'The report has no such match any more; load it again.',
  },
  neverTouched: {
    vi: 'Sổ đăng ký không có tài khoản này; hệ thống không bao giờ tự động thay đổi nó.',
    en: 'The registry does not know this account; it is never touched.',
  },
  addressByHand: {
    vi: 'Địa chỉ khác nhau: quản trị hệ thống thư phải đổi bằng tay.',
    en: 'The addresses differ: the operator of the mail system must change it by hand.',
  },
  asWanted: { vi: 'Hộp thư đã đúng như quyết định.', en: 'The mailbox is as decisions want it.' },
  noDecision: {
    vi: 'Không có quyết định nào đang có hiệu lực yêu cầu trạng thái này. Hãy chấp nhận sai lệch kèm lý do, hoặc đề nghị một quyết định.',
    en: 'No decision in force asks for this state. Accept the difference with a reason, or propose a decision.',
  },
  repair: { vi: 'Khắc phục sai lệch.', en: 'A difference is repaired.' },
  driftSettled: { vi: 'Sai lệch này đã được xử lý.', en: 'This difference was settled.' },
  tooMuch: {
    vi: 'Quá nhiều sai lệch trong lần đối chiếu này: hãy kiểm tra hệ thống thư trước, rồi xác nhận khắc phục dù nhiều.',
    en: 'Too much differs in this comparison: look at the mail system first, then say that you repair even so many.',
  },
  notOpen: {
    vi: 'Hộp thư không mở (đã thu hồi, tạm khóa hoặc chưa được cấp).',
    en: 'The mailbox is not open: it is revoked, suspended, or not made yet.',
  },
  forwardTo: {
    vi: 'Địa chỉ chuyển tiếp không hợp lệ, trùng chính hộp thư này hoặc quá {most} địa chỉ.',
    en: 'An address to forward to is not one, is the mailbox itself, or there are more than {most}.',
  },
  noFile: {
    vi: 'Hệ thống thư này không dùng tệp bàn giao.',
    en: 'This mail system takes no hand-over file.',
  },
  paused: { vi: 'Mọi lệnh đang tạm dừng.', en: 'All orders are paused.' },
  systemOff: { vi: 'Hệ thống thư đang tắt.', en: 'The mail system is switched off.' },
  notCapable: {
    vi: 'Hệ thống thư {system} không làm được việc này qua Hopthu; hãy làm trực tiếp trên hệ thống đó.',
    en: 'The mail system {system} cannot do this through Hopthu; do it there.',
  },
  noHolder: { vi: 'Hộp thư này không có người giữ.', en: 'Nobody holds this mailbox.' },
} satisfies Record<string, Text>;
