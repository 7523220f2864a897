/** What a person reads about a spreadsheet import of agencies or officers: why a file or a row was refused, and warnings. */
import type { Text } from '../kernel/language.js';
import type { TextDefect } from '../kernel/name.rules.js';

export const SHEET = {
  notCsv: {
    vi: 'Tệp không phải là CSV mã hóa UTF-8. Trong Excel, hãy chọn Lưu thành “CSV UTF-8”.',
    en: 'The file is not CSV in UTF-8. In Excel, save it as “CSV UTF-8”.',
  },
  empty: { vi: 'Tệp không có dòng tiêu đề.', en: 'The file has no header line.' },
  columnMissing: { vi: 'Dòng tiêu đề thiếu cột bắt buộc: {columns}.', en: 'The header line lacks required columns: {columns}.' },
  columnTwice: { vi: 'Cột {column} xuất hiện hai lần trong dòng tiêu đề.', en: 'The column {column} stands twice in the header line.' },
  notUtf8: { vi: 'Dòng này không được mã hóa UTF-8.', en: 'This row is not encoded in UTF-8.' },
  quotes: { vi: 'Dấu ngoặc kép trong dòng không khớp.', en: 'The quotation marks of this row do not match.' },
  cellCount: { vi: 'Dòng có {found} ô, cần {expected} ô.', en: 'The row has {found} cells, {expected} are needed.' },
} satisfies Record<string, Text>;

export const TEXT_DEFECTS: Record<TextDefect, Text> = {
  CONTROL: { vi: 'Có ký tự xuống dòng hoặc ký tự điều khiển.', en: 'It holds a line break or another control character.' },
  INVISIBLE: {
    vi: 'Có ký tự vô hình hoặc ký tự đổi hướng chữ.',
    en: 'It holds invisible characters or characters that turn the direction of writing.',
  },
  BROKEN: { vi: 'Có ký tự bị hỏng do chuyển mã.', en: 'It holds characters damaged by a change of encoding.' },
  MIXED_SCRIPT: { vi: 'Họ tên trộn lẫn nhiều bảng chữ cái.', en: 'The name mixes alphabets.' },
  NO_LETTER_FIRST: { vi: 'Họ tên phải bắt đầu bằng chữ cái.', en: 'A name starts with a letter.' },
  TOO_LONG: { vi: 'Dài quá 200 ký tự.', en: 'It is longer than 200 characters.' },
};

export const ROW = {
  required: { vi: 'Chưa có thông tin bắt buộc.', en: 'This is required.' },
  code: {
    vi: 'Mã chỉ gồm chữ cái không dấu, chữ số và dấu - _ . / (tối đa 32 ký tự).',
    en: 'A code holds plain letters, digits and - _ . / only (32 at most).',
  },
  date: {
    vi: '“{value}” không phải là ngày có thật từ năm 1900 đến năm 2200 (viết ngày/tháng/năm hoặc năm-tháng-ngày).',
    en: '“{value}” is no real date of the years 1900 to 2200 (write day/month/year or year-month-day).',
  },
  dateFar: { vi: 'Ngày {value} quá xa trong tương lai.', en: 'The day {value} lies too far in the future.' },
  leader: {
    vi: '“{value}” không rõ là có hay không (dùng có/không, true/false, 1/0, x/để trống).',
    en: '“{value}” is neither yes nor no (use có/không, yes/no, true/false, 1/0, x/empty).',
  },
  address: { vi: '“{value}” không phải là địa chỉ thư điện tử.', en: '“{value}” is not a mail address.' },
  domain: { vi: '“{value}” không phải là tên miền.', en: '“{value}” is not a domain.' },
  phone: { vi: '“{value}” không phải là số điện thoại.', en: '“{value}” is not a telephone number.' },
  mailboxKind: {
    vi: '“{value}” không phải là loại hộp thư (PERSONAL, ROLE, MACHINE).',
    en: '“{value}” is no kind of mailbox (PERSONAL, ROLE, MACHINE).',
  },
  mailboxMissing: { vi: 'Có thông tin hộp thư nhưng không có địa chỉ.', en: 'There are facts about a mailbox but no address.' },
  agencyKind: { vi: '“{value}” không phải là loại cơ quan ({kinds}).', en: '“{value}” is no kind of agency ({kinds}).' },
  quota: { vi: '“{value}” không phải là số biên chế.', en: '“{value}” is not a number of posts.' },
} satisfies Record<string, Text>;

export const PLAN = {
  agencyUnknown: { vi: 'Không có cơ quan nào mang mã {code}.', en: 'No agency has the code {code}.' },
  agencyClosed: { vi: 'Cơ quan {code} đã kết thúc hoạt động ngày {day}.', en: 'The agency {code} was closed on {day}.' },
  codeTwice: { vi: 'Mã {code} đã có ở dòng {row} với nội dung khác.', en: 'The code {code} stands in row {row} with other values.' },
  mailboxTaken: { vi: 'Hộp thư {address} đã thuộc về {code}.', en: 'The mailbox {address} belongs to {code}.' },
  laterPosting: {
    vi: 'Đã ghi nhận vị trí công tác bắt đầu ngày {day}; không thể thêm thay đổi trước ngày đó.',
    en: 'A posting that began on {day} is already recorded; nothing can be changed before it.',
  },
  left: { vi: 'Cán bộ đã thôi công tác từ ngày {day}.', en: 'The officer left on {day}.' },
  otherDomain: {
    vi: 'Hộp thư thuộc tên miền của {other}, trong khi cán bộ công tác tại {own}.',
    en: 'The mailbox is in the domain of {other}, the officer works at {own}.',
  },
  unknownDomain: { vi: 'Tên miền {domain} không thuộc cơ quan nào.', en: 'The domain {domain} belongs to no agency.' },
  mailboxKept: {
    vi: 'Hộp thư {address} vẫn được giữ: việc nhập danh sách không thu hồi hộp thư.',
    en: 'The mailbox {address} is kept: an import takes no mailbox away.',
  },
  parentUnknown: { vi: 'Không có cơ quan cấp trên mang mã {code}.', en: 'No parent agency has the code {code}.' },
  parentCircle: { vi: 'Cơ quan không thể trực thuộc chính mình.', en: 'An agency cannot be under itself.' },
} satisfies Record<string, Text>;
