/** What the SQL connector says to people: its settings, and the steps by which its connection is tried. */
import type { Text } from '../../kernel/language.js';

const column = (vi: string, en: string): { label: Text; hint?: Text } => ({ label: { vi: `Cột ${vi}`, en: `Column: ${en}` } });
const orNone = (text: { label: Text }): { label: Text; hint: Text } => ({
  ...text,
  hint: { vi: 'Gõ - nếu bảng không có cột này.', en: 'Write - if the table has no such column.' },
});

/** Labels and hints, by the name of the setting. */
export const sqlSettingTexts = {
  databaseUrl: {
    label: { vi: 'Địa chỉ cơ sở dữ liệu', en: 'Database URL' },
    hint: {
      vi: 'postgres://vai-trò:mật-khẩu@máy-chủ:5432/tên; vai trò chỉ cần quyền select, insert, update trên một bảng.',
      en: 'postgres://role:password@host:5432/name; the role needs no more than select, insert and update on one table.',
    },
  },
  table: {
    label: { vi: 'Bảng hộp thư', en: 'Table of mailboxes' },
    hint: { vi: 'Tên bảng, có thể kèm lược đồ: luoc_do.bang.', en: 'Name of the table, with its schema if need be: schema.table.' },
  },
  idColumn: {
    ...column('mã tài khoản', 'account id'),
    hint: {
      vi: 'Duy nhất và không bao giờ trống; nhận được UUID. Bảng có khóa khác thì thêm cột uuid default gen_random_uuid().',
      en: 'Unique and never empty; takes a UUID. A table with another key gets a column uuid default gen_random_uuid().',
    },
  },
  addressColumn: column('địa chỉ thư', 'address'),
  domainColumn: orNone(column('tên miền', 'domain')),
  nameColumn: orNone(column('họ tên', 'full name')),
  passwordColumn: column('mật khẩu đã băm', 'password hash'),
  stateColumn: column('trạng thái', 'state'),
  stateActive: { label: { vi: 'Giá trị: đang hoạt động', en: 'Value: active' } },
  stateSuspended: {
    label: { vi: 'Giá trị: tạm khóa', en: 'Value: suspended' },
    hint: {
      vi: 'Không đăng nhập được, vẫn nhận thư. Gõ - nếu hệ thống không có trạng thái này: khi đó không tạm khóa được.',
      en: 'No login, mail still accepted. Write - if the system has no such state: then nothing can be suspended.',
    },
  },
  stateRevoked: {
    label: { vi: 'Giá trị: đã thu hồi', en: 'Value: revoked' },
    hint: { vi: 'Không đăng nhập được, không nhận thư; thư cũ được giữ.', en: 'No login, no mail accepted; old mail is kept.' },
  },
  forwardColumn: orNone(column('chuyển tiếp tới', 'forward to')),
  forwardForm: { label: { vi: 'Cách ghi các địa chỉ chuyển tiếp', en: 'How addresses to forward to are written' } },
  keepCopyColumn: {
    ...column('giữ bản sao', 'keep a copy'),
    hint: {
      vi: 'Gõ - nếu bảng không có: khi giữ bản sao, chính địa chỉ đó được ghi thêm vào cột chuyển tiếp.',
      en: 'Write - if there is none: to keep a copy, the address itself is then written among those to forward to.',
    },
  },
  quotaColumn: orNone(column('dung lượng', 'quota')),
  quotaUnit: { label: { vi: 'Đơn vị dung lượng', en: 'Unit of the quota' } },
  fenceColumn: {
    ...column('số thứ tự lệnh', 'number of the last order'),
    hint: {
      vi: 'bigint; lệnh có số nhỏ hơn số đã ghi bị từ chối, nên lệnh đến muộn không đảo ngược lệnh mới.',
      en: 'bigint; an order with a lower number than the one stored is refused, so that one that comes late undoes nothing.',
    },
  },
  updatedColumn: orNone(column('lúc sửa cuối', 'time of the last change')),
  otherColumns: {
    label: { vi: 'Cột khác khi tạo hộp thư', en: 'Other columns of a new mailbox' },
    hint: {
      vi: 'Mỗi dòng: cột = giá trị, với {address} {local} {domain} {name}. Ví dụ: maildir = {domain}/{local}/',
      en: 'A line each: column = value, with {address} {local} {domain} {name}. For example: maildir = {domain}/{local}/',
    },
  },
  doveadmUrl: {
    label: { vi: 'Địa chỉ doveadm', en: 'doveadm URL' },
    hint: {
      vi: 'http://127.0.0.1:8080/doveadm/v1. Để trống: phiên đang mở không được kết thúc và bộ nhớ đệm không được xóa.',
      en: 'http://127.0.0.1:8080/doveadm/v1. Left empty, live sessions are not ended and caches not flushed.',
    },
  },
  doveadmKey: {
    label: { vi: 'Khóa doveadm', en: 'doveadm key' },
    hint: {
      vi: 'doveadm_api_key; khóa này đọc được mọi hộp thư: chỉ dùng trên cùng máy hoặc qua TLS.',
      en: 'doveadm_api_key; it can read every mailbox: on the same machine or over TLS only.',
    },
  },
  endOthersToo: {
    label: { vi: 'Kết thúc cả phiên của người khác nếu cần', en: 'End sessions of others too, if need be' },
    hint: {
      vi: 'Phiên đang ngủ chung một tiến trình; người khác bị ngắt sẽ tự kết nối lại.',
      en: 'Sleeping sessions share a process; the programs of others that are cut off connect again.',
    },
  },
  asksDovecot: {
    label: { vi: 'Hỏi lại Dovecot sau khi ghi', en: 'Ask Dovecot after writing' },
    hint: {
      vi: 'Tắt nếu Dovecot trả lời cho mọi địa chỉ (userdb static).',
      en: 'Switch it off where Dovecot has an answer for every address (userdb static).',
    },
  },
  timeLimitSeconds: { label: { vi: 'Thời hạn mỗi lần gọi (giây)', en: 'Time limit of a call (seconds)' } },
} satisfies Record<string, { label: Text; hint?: Text }>;

export const sqlMessages = {
  array: { vi: 'Mảng text[]', en: 'Array text[]' },
  commas: { vi: 'Chữ, cách nhau bằng dấu phẩy', en: 'Text, separated by commas' },
  megabytes: { vi: 'MB', en: 'MB' },
  bytes: { vi: 'Byte', en: 'Bytes' },
  identifier: {
    vi: '{name} phải là tên gồm chữ cái không dấu, chữ số, dấu gạch dưới, không bắt đầu bằng chữ số, dài nhất 63 ký tự.',
    en: '{name} must be a name of letters, digits and underscores, at most 63, that begins with no digit.',
  },
  sameColumn: { vi: '{name}: cột này đã dùng cho mục khác.', en: '{name}: this column is used for something else too.' },
  sameState: { vi: '{name}: hai trạng thái không thể có cùng giá trị.', en: '{name}: two states cannot have the same value.' },
  otherColumns: { vi: '{name}: dòng {line} không có dạng cột = giá trị.', en: '{name}: line {line} is not of the form column = value.' },
  databaseUrl: {
    vi: '{name} phải bắt đầu bằng postgres://; dấu % trong tên hoặc mật khẩu viết là %25.',
    en: '{name} must begin with postgres://; a % in name or password is written %25.',
  },
  doveadmUrl: {
    vi: '{name} phải bắt đầu bằng http:// hoặc https:// và không chứa tên hay mật khẩu.',
    en: '{name} must begin with http:// or https:// and hold no name and password.',
  },
  doveadmKey: { vi: '{name} cần có khi đã nhập địa chỉ doveadm.', en: '{name} is needed where a doveadm URL is given.' },
  stepConnect: { vi: 'Kết nối cơ sở dữ liệu', en: 'Connect to the database' },
  stepColumns: { vi: 'Đọc bảng và các cột', en: 'Read the table and its columns' },
  stepRights: { vi: 'Quyền ghi', en: 'Right to write' },
  stepIds: { vi: 'Mã tài khoản duy nhất và đầy đủ', en: 'Account ids are unique and complete' },
  stepStates: { vi: 'Các giá trị trạng thái', en: 'Values of the state' },
  stepDoveadm: { vi: 'doveadm trả lời', en: 'doveadm answers' },
  stepLookup: { vi: 'Dovecot biết một hộp thư đang hoạt động', en: 'Dovecot knows an active mailbox' },
} satisfies Record<string, Text>;
