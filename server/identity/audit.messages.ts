/** Words of the audit log (nhật ký hệ thống). */
import type { BreakKind } from '../kernel/audit-verify.rules.js';
import type { Text } from '../kernel/language.js';
import type { RoleName } from './actor.js';

export const OFFICES: Record<RoleName, Text> = {
  ADMIN: { vi: 'Quản trị hệ thống', en: 'Administrator' },
  TASK_FORCE: { vi: 'Tổ công tác', en: 'Task force' },
  SECRETARY: { vi: 'Thư ký', en: 'Secretary' },
  COMMITTEE_MEMBER: { vi: 'Thành viên ban chỉ đạo', en: 'Committee member' },
  TRAINER: { vi: 'Giảng viên', en: 'Trainer' },
  AGENCY_CONTACT: { vi: 'Cán bộ đầu mối', en: 'Agency contact' },
  OFFICER: { vi: 'Cán bộ, công chức', en: 'Officer' },
  SERVICE: { vi: 'Hệ thống khác', en: 'Another system' },
};

export const auditMessages = {
  system: { vi: 'Hopthu (tự động)', en: 'Hopthu (by itself)' },
  operator: { vi: 'Người vận hành máy chủ', en: 'Operator of the server' },
  formerOffice: { vi: 'Người từng có thẩm quyền', en: 'Somebody formerly in office' },
  unknown: { vi: 'Không rõ', en: 'Unknown' },
  codeOf: { vi: 'mã của thông báo {name}', en: 'the code of the notice {name}' },
  codeOfNotice: { vi: 'mã trên giấy thông báo', en: 'the code of a notice' },
  codeHolder: { vi: 'Người giữ {code}', en: 'Holder of {code}' },
  isRunning: {
    vi: 'Đang có một lượt kiểm tra nhật ký hệ thống; hãy đợi lượt đó xong.',
    en: 'The audit log is being verified already; wait for that to end.',
  },
  operatorOnly: {
    vi: 'Chỉ dòng lệnh trên chính máy chủ mới được chỉ định thư mục và tệp.',
    en: 'Only the command line on the server itself may name folders and files.',
  },
} satisfies Record<string, Text>;

/** What is wrong, and where: `{seq}` is the number of the event. */
export const BREAKS: Record<BreakKind, Text> = {
  MISSING: { vi: 'Thiếu sự kiện số {seq}.', en: 'Event {seq} is missing.' },
  REPEATED: { vi: 'Sự kiện số {seq} đứng sai thứ tự hoặc bị lặp.', en: 'Event {seq} is out of order or repeated.' },
  HASH: {
    vi: 'Sự kiện số {seq} không khớp mã băm: chính nó, hoặc sự kiện liền trước, đã bị sửa, thêm hoặc bớt.',
    en: 'Event {seq} does not match its hash: it, or the event before it, was changed, put in or taken out.',
  },
  DETAILS: { vi: 'Nội dung chi tiết của sự kiện số {seq} đã bị sửa.', en: 'The details of event {seq} were changed.' },
  HALF_ERASED: { vi: 'Nội dung chi tiết của sự kiện số {seq} bị xóa dở.', en: 'The details of event {seq} are erased by half.' },
  ERASED: {
    vi: 'Nội dung chi tiết của sự kiện số {seq} bị xóa mà không ghi lại.',
    en: 'The details of event {seq} were erased without a record of it.',
  },
  MENTION: {
    vi: 'Có dòng người liên quan không thuộc sự kiện nào, ở số {seq} hoặc sau đó.',
    en: 'There is a mention that belongs to no event, at or after {seq}.',
  },
  HEAD: {
    vi: 'Điểm cuối của nhật ký không khớp sự kiện cuối, ở số {seq}.',
    en: 'The end of the log does not match the last event, at {seq}.',
  },
  SEAL: {
    vi: 'Điểm cuối của nhật ký, ở số {seq}, không do Hopthu ghi: dấu niêm phong sai.',
    en: 'The end of the log, at {seq}, was not written by Hopthu: its seal is wrong.',
  },
  CHECKPOINT: {
    vi: 'Nhật ký không khớp điểm kiểm tra đã ký ở số {seq}: đã bị viết lại hoặc cắt bớt.',
    en: 'The log does not match the signed checkpoint at {seq}: it was rewritten or cut short.',
  },
  CHECKPOINT_FILE: {
    vi: 'Tệp điểm kiểm tra ở số {seq} không đọc được, không đúng chữ ký hoặc không nối tiếp tệp trước.',
    en: 'The checkpoint file at {seq} cannot be read, bears no good signature, or does not stand on the one before.',
  },
};
