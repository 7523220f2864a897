/** Sentences about accounts, one-time links and API keys. */
import type { Text } from '../kernel/language.js';

export const accountMessages = {
  nameNeeded: { vi: 'Vui lòng nhập họ và tên.', en: 'Enter the full name.' },
  nameDefect: {
    vi: 'Họ và tên có ký tự không được phép, không bắt đầu bằng chữ cái hoặc quá dài.',
    en: 'The name holds characters that are not allowed, does not begin with a letter, or is too long.',
  },
  emailDefect: { vi: 'Đây không phải là địa chỉ thư điện tử.', en: 'This is not an e-mail address.' },
  emailTaken: { vi: 'Đã có người dùng với địa chỉ này.', en: 'A user with this address exists already.' },
  tooManyGrants: { vi: 'Một người có tối đa {most} vai trò.', en: 'One person can have at most {most} roles.' },
  grantTwice: { vi: 'Vai trò này được ghi hai lần.', en: 'This role is given twice.' },
  serviceIsForKeys: {
    vi: 'Vai trò này chỉ dành cho hệ thống khác kết nối bằng khóa API.',
    en: 'This role is for other systems that come in by API key.',
  },
  scopeNotMeant: { vi: 'Vai trò này không gắn với cơ quan hay cán bộ nào.', en: 'This role is not bound to an agency or officer.' },
  agencyNeeded: { vi: 'Vui lòng chọn cơ quan mà cán bộ đầu mối phụ trách.', en: 'Choose the agency the contact answers for.' },
  officerNeeded: { vi: 'Vui lòng chọn hồ sơ cán bộ của người này.', en: 'Choose the officer this person is.' },
  agencyUnknown: { vi: 'Không có cơ quan này.', en: 'There is no such agency.' },
  officerHasAccount: {
    vi: 'Cán bộ này đã có tài khoản ({name}). Vui lòng dùng tài khoản đó, hoặc bỏ vai trò này ở tài khoản đó trước.',
    en: 'This officer has an account already ({name}). Use that account, or take the role from it first.',
  },
  officerUnknown: { vi: 'Không có cán bộ này.', en: 'There is no such officer.' },
  reasonNeeded: { vi: 'Vui lòng ghi lý do.', en: 'State the reason.' },
  reasonTooLong: { vi: 'Lý do dài tối đa {longest} ký tự.', en: 'A reason has at most {longest} characters.' },
  notOneself: {
    vi: 'Không ai được làm việc này với tài khoản của chính mình. Vui lòng nhờ một quản trị viên khác.',
    en: 'Nobody may do this with their own account. Ask another administrator.',
  },
  notOwnRoles: {
    vi: 'Không ai được thay đổi vai trò của chính mình. Vui lòng nhờ một quản trị viên khác.',
    en: 'Nobody may change their own roles. Ask another administrator.',
  },
  lastAdministrator: {
    vi: 'Đây là quản trị viên cuối cùng còn đăng nhập được. Vui lòng giao vai trò này cho người khác trước.',
    en: 'This is the last administrator who can sign in. Give the role to somebody else first.',
  },
  disabledAlready: { vi: 'Tài khoản đã bị vô hiệu hóa.', en: 'The account is disabled already.' },
  enabledAlready: { vi: 'Tài khoản đang hoạt động.', en: 'The account is active already.' },
  isDisabled: {
    vi: 'Tài khoản đang bị vô hiệu hóa. Vui lòng kích hoạt lại trước.',
    en: 'The account is disabled. Enable it first.',
  },
  noSecondFactor: { vi: 'Người này chưa thiết lập xác thực hai bước.', en: 'This person has set up no second factor.' },
  invitationWorthless: {
    vi: 'Liên kết này không còn dùng được: đã được sử dụng, đã hết hạn hoặc đã có liên kết mới hơn. Vui lòng đề nghị quản trị viên gửi liên kết mới.',
    en: 'This link cannot be used: it was used before, has expired, or a newer one was made. Ask an administrator for a new link.',
  },
  keyNameNeeded: { vi: 'Vui lòng đặt tên cho khóa API.', en: 'Give the key a name.' },
  keyNameDefect: {
    vi: 'Tên khóa API có ký tự không được phép hoặc dài quá {longest} ký tự.',
    en: 'The name of the key holds characters that are not allowed, or is longer than {longest} characters.',
  },
  scopeNeeded: { vi: 'Vui lòng chọn ít nhất một phạm vi.', en: 'Choose at least one scope.' },
  scopeUnknown: { vi: 'Không có phạm vi này. Các phạm vi: {known}.', en: 'There is no such scope. Scopes: {known}.' },
  expiresInPast: { vi: 'Ngày hết hạn phải sau hôm nay.', en: 'The key must end after today.' },
  expiresTooLate: {
    vi: 'Khóa API có hiệu lực tối đa {days} ngày kể từ hôm nay.',
    en: 'A key lives at most {days} days from today.',
  },
  revokedAlready: { vi: 'Khóa API đã bị thu hồi.', en: 'The key is revoked already.' },
} satisfies Record<string, Text>;
