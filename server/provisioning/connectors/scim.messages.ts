/** What the SCIM connector says to people: its settings, what is wrong with them, and the steps of its check. */
import type { Text } from '../../kernel/language.js';

export const scimSettingTexts = {
  baseUrl: { vi: 'Địa chỉ SCIM', en: 'SCIM address' },
  baseUrlHint: {
    vi: 'Ví dụ https://thu.thanhpho.example/scim/v2. Chuyển hướng không được đi theo.',
    en: 'For example https://mail.city.example/scim/v2. Redirects are not followed.',
  },
  mayUseHttp: { vi: 'Cho phép http không mã hóa trong mạng nội bộ', en: 'Allow unencrypted http inside our own network' },
  mayUseHttpHint: {
    vi: 'Mã truy cập sẽ đi qua mạng ở dạng đọc được. Máy này (localhost) không cần mục này.',
    en: 'The secret then crosses the network readably. This machine (localhost) does not need this.',
  },
  signIn: { vi: 'Cách xác thực', en: 'How to sign in' },
  bearer: { vi: 'Mã truy cập (bearer token)', en: 'Bearer token' },
  basic: { vi: 'Tên và mật khẩu (basic)', en: 'Name and password (basic)' },
  userName: { vi: 'Tên đăng nhập', en: 'Sign-in name' },
  userNameHint: { vi: 'Chỉ khi xác thực bằng tên và mật khẩu.', en: 'Only where a name and a password are used.' },
  secret: { vi: 'Mã truy cập hoặc mật khẩu', en: 'Token or password' },
  suspendKeepsDelivery: { vi: 'Tài khoản bị khóa vẫn nhận thư', en: 'A locked account goes on receiving mail' },
  suspendKeepsDeliveryHint: {
    vi: 'SCIM chỉ biết khóa (active: false). Có: khóa nghĩa là đình chỉ, và lệnh thu hồi bị từ chối. Không: khóa nghĩa là thu hồi, và lệnh đình chỉ bị từ chối. Khi có thuộc tính trạng thái, làm được cả hai, và mục này chỉ cho biết tài khoản bị khóa bằng tay nghĩa là gì. Hãy thử bằng một tài khoản thử.',
    en: 'SCIM can only lock (active: false). Yes: locked means suspended, and revocations are refused. No: locked means revoked, and suspensions are refused. With a state attribute both can be done, and this only says what an account locked by hand is. Try it with an account made for that.',
  },
  stateAttribute: { vi: 'Thuộc tính trạng thái', en: 'State attribute' },
  stateAttributeHint: {
    vi: 'Thuộc tính kiểu chuỗi mà hệ thống thư đọc để phân biệt đình chỉ với thu hồi, ví dụ urn:ietf:params:scim:schemas:extension:mail:2.0:User:state. Để trống nếu không có.',
    en: 'A text attribute by which the mail system tells suspended from revoked, for example urn:ietf:params:scim:schemas:extension:mail:2.0:User:state. Empty where there is none.',
  },
  stateActive: { vi: 'Giá trị: đang hoạt động', en: 'Value: active' },
  stateSuspended: { vi: 'Giá trị: đình chỉ', en: 'Value: suspended' },
  stateRevoked: { vi: 'Giá trị: thu hồi', en: 'Value: revoked' },
  fenceAttribute: { vi: 'Thuộc tính số thứ tự lệnh', en: 'Attribute for the order number' },
  fenceAttributeHint: {
    vi: 'Thuộc tính kiểu chuỗi để ghi số của lệnh mới nhất, để lệnh cũ đến muộn bị từ chối. Không có thuộc tính này, lệnh cũ đến muộn không được nhận ra.',
    en: 'A text attribute that keeps the number of the newest order, so that an older one that comes late is refused. Without it a late order is not noticed.',
  },
  takesHashes: { vi: 'Nhận mật khẩu đã băm', en: 'Takes hashed passwords' },
  takesHashesHint: {
    vi: 'Chỉ chọn khi hệ thống lưu nguyên chuỗi {SCHEME}… nhận được. Mật khẩu ở dạng đọc được không bao giờ được gửi: hệ thống cần dạng đó thì tự đặt mật khẩu ban đầu, và không thể đặt lại mật khẩu từ đây.',
    en: 'Only where the system keeps the {SCHEME}… text as it is given. Readable passwords are never sent: a system that needs those sets first passwords itself, and none can be reset from here.',
  },
  pageSize: { vi: 'Số tài khoản mỗi trang', en: 'Accounts a page' },
  timeoutSeconds: { vi: 'Thời gian chờ tối đa (giây)', en: 'Time limit (seconds)' },
} satisfies Record<string, Text>;

export const scimFaultTexts = {
  url: {
    vi: 'Địa chỉ phải bắt đầu bằng https:// và không chứa tên, mật khẩu, dấu ? hoặc #.',
    en: 'The address must begin with https:// and hold no name, password, ? or #.',
  },
  http: {
    vi: 'http không mã hóa chỉ dùng được khi mục cho phép được chọn.',
    en: 'Unencrypted http can be used only where it is allowed by its setting.',
  },
  userName: { vi: 'Cần tên đăng nhập, không có dấu hai chấm.', en: 'A sign-in name is needed, without a colon.' },
  secret: { vi: 'Mã truy cập chứa ký tự không gửi đi được.', en: 'The secret holds signs that cannot be sent.' },
  attribute: {
    vi: 'Không phải tên thuộc tính SCIM dùng được: urn:…:tên, hoặc một tên không phải của thuộc tính đã dùng.',
    en: 'Not a SCIM attribute that can be used: urn:…:name, or a name that is not one of those in use already.',
  },
  sameAttribute: { vi: 'Hai mục không thể dùng cùng một thuộc tính.', en: 'Two settings cannot use one attribute.' },
  sameValue: { vi: 'Ba giá trị trạng thái phải khác nhau.', en: 'The three values of the state must differ.' },
} satisfies Record<string, Text>;

export const scimStepTexts = {
  describes: { vi: 'Máy chủ trả lời và tự mô tả', en: 'The server answers and describes itself' },
  lists: { vi: 'Đọc được danh sách tài khoản', en: 'Accounts can be read' },
  finds: { vi: 'Tìm được theo externalId', en: 'Accounts are found by externalId' },
  patches: { vi: 'Máy chủ nhận thay đổi từng phần (PATCH)', en: 'The server takes partial changes (PATCH)' },
  fenced: {
    vi: 'Lệnh cũ đến muộn: máy chủ từ chối (có phiên bản và số lệnh)',
    en: 'Older orders that come late: refused by the server (versions and order number)',
  },
  looked: {
    vi: 'Lệnh cũ đến muộn: được nhận ra trước khi ghi, nhưng máy chủ không từ chối khi hai lệnh ghi cùng lúc (không có phiên bản)',
    en: 'Older orders that come late: noticed before writing, but not refused by the server when two write at once (no versions)',
  },
  versioned: {
    vi: 'Lệnh cũ đến muộn: không được nhận ra; chỉ thay đổi xen giữa lúc đọc và lúc ghi bị từ chối (không có số lệnh)',
    en: 'Older orders that come late: not noticed; only changes between reading and writing are refused (no order number)',
  },
  unfenced: {
    vi: 'Lệnh cũ đến muộn: không được nhận ra (không có phiên bản, không có số lệnh)',
    en: 'Older orders that come late: not noticed (neither versions nor order number)',
  },
} satisfies Record<string, Text>;
