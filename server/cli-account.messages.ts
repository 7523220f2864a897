/** What the command line says about accounts and API keys. */
import type { Text } from './kernel/language.js';

export const accountWords = {
  created: { vi: 'Đã tạo tài khoản {name} <{email}>.', en: 'Made the account {name} <{email}>.' },
  changed: { vi: '{name} <{email}>: {state}.', en: '{name} <{email}>: {state}.' },
  link: {
    vi: 'Liên kết dùng một lần để đặt mật khẩu, có hiệu lực đến {until}. Chỉ hiện lần này; hãy gửi riêng cho người dùng:\n\n  {url}\n',
    en: 'One-time link to choose a password, until {until}. It is shown this once; hand it to the person alone:\n\n  {url}\n',
  },
  noUser: {
    vi: 'Không có người dùng với địa chỉ {email}. Xem danh sách bằng: hopthu user list',
    en: 'There is no user with the address {email}. See those there are with: hopthu user list',
  },
  noAgency: { vi: 'Không có cơ quan mang mã {code}.', en: 'There is no agency with the code {code}.' },
  noOfficer: { vi: 'Không có cán bộ mang mã {code}.', en: 'There is no officer with the code {code}.' },
  agencyWanted: {
    vi: 'Vai trò AGENCY_CONTACT cần --agency MÃ, và --agency chỉ dùng với vai trò này.',
    en: 'The role AGENCY_CONTACT needs --agency CODE, and --agency is for this role only.',
  },
  officerWanted: { vi: 'Vai trò OFFICER cần --officer MÃ.', en: 'The role OFFICER needs --officer CODE.' },
  secondFactorReset: {
    vi: 'Đã gỡ xác thực hai bước và kết thúc mọi phiên của {name} <{email}>.',
    en: 'Took off the second factor of {name} <{email}> and ended all sessions.',
  },
  sessionsEnded: { vi: 'Đã kết thúc mọi phiên của {name} <{email}>.', en: 'Ended all sessions of {name} <{email}>.' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  roles: { vi: 'Vai trò', en: 'Roles' },
  lastSignIn: { vi: 'Đăng nhập gần nhất', en: 'Last sign-in' },
  secondFactor: { vi: 'Xác thực hai bước', en: 'Second factor' },
  yes: { vi: 'có', en: 'yes' },
  active: { vi: 'đang hoạt động', en: 'active' },
  invited: { vi: 'đã mời', en: 'invited' },
  cannotSignIn: { vi: 'chưa có cách đăng nhập', en: 'no way of signing in yet' },
  disabled: { vi: 'đã vô hiệu hóa', en: 'disabled' },
  key: {
    vi: 'Khóa API “{name}”, chỉ hiện lần này; chỉ bản băm được lưu lại:\n\n  {secret}\n',
    en: 'API key “{name}”, shown this once; only its hash is kept:\n\n  {secret}\n',
  },
  keyRevoked: { vi: 'Đã thu hồi khóa API “{name}” ({prefix}…).', en: 'Revoked the key “{name}” ({prefix}…).' },
  noKey: {
    vi: 'Không có khóa API nào bắt đầu bằng “{prefix}”. Xem danh sách bằng: hopthu key list',
    en: 'No key begins with “{prefix}”. See those there are with: hopthu key list',
  },
  severalKeys: {
    vi: 'Có nhiều khóa API bắt đầu bằng “{prefix}”; hãy ghi dài hơn.',
    en: 'Several keys begin with “{prefix}”; write more of it.',
  },
  beginning: { vi: 'Bắt đầu bằng', en: 'Begins with' },
  scopes: { vi: 'Phạm vi', en: 'Scopes' },
  expiresOn: { vi: 'Dùng đến hết ngày', en: 'Last day' },
  lastUsed: { vi: 'Dùng gần nhất', en: 'Last used' },
  madeBy: { vi: 'Người tạo', en: 'Made by' },
  revoked: { vi: 'đã thu hồi', en: 'revoked' },
  expired: { vi: 'hết hạn', en: 'expired' },
} satisfies Record<string, Text>;

/** Roles in words; `--json` keeps the names themselves. */
export const roleWords: Record<string, Text> = {
  ADMIN: { vi: 'Quản trị hệ thống', en: 'Administrator' },
  TASK_FORCE: { vi: 'Tổ công tác', en: 'Task force' },
  SECRETARY: { vi: 'Thư ký hội đồng', en: 'Secretary' },
  COMMITTEE_MEMBER: { vi: 'Ủy viên hội đồng', en: 'Committee member' },
  TRAINER: { vi: 'Giảng viên', en: 'Trainer' },
  AGENCY_CONTACT: { vi: 'Cán bộ đầu mối', en: 'Agency contact' },
  OFFICER: { vi: 'Cán bộ', en: 'Officer' },
};
