/** What `hopthu mail` says. */
import type { Text } from './kernel/language.js';

export const mailWords = {
  kind: { vi: 'Loại', en: 'Kind' },
  domains: { vi: 'Tên miền', en: 'Domains' },
  on: { vi: 'Bật', en: 'On' },
  mailboxes: { vi: 'Hộp thư', en: 'Mailboxes' },
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
  handedOver: { vi: 'Đã bàn giao', en: 'Handed over' },
  held: { vi: 'Bị phanh', en: 'Held' },
  failed: { vi: 'Không thực hiện được', en: 'Failed' },
  drifts: { vi: 'Sai lệch', en: 'Differences' },
  yes: { vi: 'có', en: 'yes' },
  no: { vi: 'không', en: 'no' },
  noSystem: { vi: 'Không có hệ thống thư nào tên “{name}”.', en: 'There is no mail system “{name}”.' },
  settingShape: {
    vi: 'Thiết lập thứ {place} không có dạng tên=giá trị.',
    en: 'Setting number {place} is not name=value.',
  },
  noVariable: { vi: 'Chưa đặt biến môi trường trong “{setting}”.', en: 'The variable in “{setting}” is not set.' },
  newNeeds: {
    vi: 'Chưa có hệ thống thư “{name}”: hệ thống mới cần --kind và --domains.',
    en: 'There is no mail system “{name}” yet: a new one needs --kind and --domains.',
  },
  secretOnLine: {
    vi: '{name} là bí mật: hãy đặt vào một biến môi trường và ghi {name}=env:TÊN_BIẾN.',
    en: '{name} is a secret: put it into an environment variable and write {name}=env:VARIABLE.',
  },
  saved: { vi: 'Đã lưu hệ thống thư “{name}”.', en: 'Mail system “{name}” is saved.' },
  savedOff: {
    vi: 'Đã lưu hệ thống thư “{name}”, đang tắt. Thử kết nối: hopthu mail check; bật: hopthu mail on.',
    en: 'Mail system “{name}” is saved and off. Try it: hopthu mail check; switch it on: hopthu mail on.',
  },
  stepWell: { vi: '✔ {step} {detail}', en: '✔ {step} {detail}' },
  stepIll: { vi: '✘ {step} {detail}', en: '✘ {step} {detail}' },
  switchedOn: { vi: 'Từ nay lệnh được thực hiện trên “{name}”.', en: 'Orders are carried out on “{name}” from now on.' },
  switchedOff: { vi: 'Lệnh tới “{name}” được giữ lại, không thực hiện.', en: 'Orders to “{name}” wait from now on.' },
  incomplete: {
    vi: 'Danh sách không đầy đủ ({checked} tài khoản): chưa đối chiếu. {problem}',
    en: 'The list is not whole ({checked} accounts): nothing was compared. {problem}',
  },
  compared: { vi: 'Đã đối chiếu {checked} tài khoản, {drifts} sai lệch.', en: 'Compared {checked} accounts, {drifts} differences.' },
  stopped: {
    vi: 'Quá nhiều sai lệch nên dừng lại: chưa khắc phục gì trước khi quản trị viên xem hệ thống thư.',
    en: 'Too much differs, so it was stopped: nothing is repaired before an administrator has looked at the mail system.',
  },
  system: { vi: 'Hệ thống thư', en: 'Mail system' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  expected: { vi: 'Theo quyết định', en: 'Wanted' },
  found: { vi: 'Trên hệ thống thư', en: 'Found' },
  number: { vi: 'Số', en: 'No.' },
  day: { vi: 'Ngày', en: 'Day' },
  order: { vi: 'Lệnh', en: 'Order' },
  attempts: { vi: 'Số lần thử', en: 'Attempts' },
  said: { vi: 'Trả lời gần nhất', en: 'Last said' },
} satisfies Record<string, Text>;

/** Words for what is stored; `--json` keeps the values themselves. */
export const mailValueWords: Record<string, Text> = {
  PROVISION: { vi: 'Cấp hộp thư', en: 'Provide the mailbox' },
  SUSPEND: { vi: 'Tạm khóa', en: 'Suspend' },
  RESTORE: { vi: 'Khôi phục', en: 'Restore' },
  REVOKE: { vi: 'Thu hồi', en: 'Revoke' },
  RESET_PASSWORD: { vi: 'Đặt lại mật khẩu', en: 'Reset the password' },
  FORWARD: { vi: 'Chuyển tiếp thư', en: 'Forward mail' },
  WAITING: { vi: 'Chờ thực hiện', en: 'Waiting' },
  RUNNING: { vi: 'Đang thực hiện', en: 'Running' },
  DONE: { vi: 'Đã thực hiện', en: 'Done' },
  FAILED: { vi: 'Không thực hiện được', en: 'Failed' },
  UNKNOWN: { vi: 'Chưa rõ', en: 'Not known' },
  BRAKE: { vi: 'Bị phanh giữ', en: 'Held by the brake' },
  FILE: { vi: 'Chờ xác nhận trong tệp', en: 'To be confirmed in a file' },
  NONE: { vi: 'Chưa có', en: 'None' },
  PENDING: { vi: 'Đang cấp', en: 'Being made' },
  ACTIVE: { vi: 'Đang mở', en: 'Open' },
  SUSPENDED: { vi: 'Tạm khóa', en: 'Suspended' },
  REVOKED: { vi: 'Đã thu hồi', en: 'Revoked' },
};
