/** What the evidence room says: refusals, notes of imports, reasons of quarantine. */
import type { Text } from '../kernel/language.js';
import type { QuarantineReason } from './quarantine.rules.js';

export const evidenceMessages = {
  nameMissing: { vi: 'Nguồn cần có tên.', en: 'A source needs a name.' },
  domainsMissing: { vi: 'Nguồn cần ít nhất một tên miền thư.', en: 'A source needs at least one mail domain.' },
  domainWrong: { vi: '{value} không phải tên miền thư.', en: '{value} is not a mail domain.' },
  zoneWrong: {
    vi: '{value} không phải múi giờ, ví dụ đúng: Asia/Ho_Chi_Minh.',
    en: '{value} is not a time zone; right would be Asia/Ho_Chi_Minh.',
  },
  showsWrong: {
    vi: 'Định dạng {format} không thể cho biết {acts}.',
    en: 'The format {format} cannot show {acts}.',
  },
  ipWrong: { vi: '{value} không phải địa chỉ IP hay dải mạng.', en: '{value} is not an IP address or network.' },
  accountWrong: { vi: '{value} không phải địa chỉ thư.', en: '{value} is not a mail address.' },
  formatFixed: {
    vi: 'Nguồn này đã có dữ liệu định dạng {format}; hãy lập nguồn khác cho định dạng mới.',
    en: 'This source holds data of the format {format}; make another source for another format.',
  },
  formatLater: {
    vi: 'Chưa đọc được định dạng {format}. Hiện đọc được: {formats}.',
    en: 'The format {format} cannot be read yet. It can be: {formats}.',
  },
  formatUnknown: { vi: 'Không có định dạng {format}.', en: 'There is no format {format}.' },
  sourceMissing: { vi: 'Cần nêu nguồn: ?source=TÊN.', en: 'Name the source: ?source=NAME.' },
  sourceUnknown: { vi: 'Không có nguồn tên “{name}”.', en: 'There is no source named “{name}”.' },
  sourceFormat: { vi: 'Nguồn “{name}” có định dạng {format}.', en: 'The source “{name}” is of the format {format}.' },
  newestDayWrong: {
    vi: 'newestDay phải là ngày có thật YYYY-MM-DD, từ 1900-01-01 đến 2200-12-31.',
    en: 'newestDay must be a real day YYYY-MM-DD between 1900-01-01 and 2200-12-31.',
  },
  alreadyRunning: { vi: 'Tệp này đang được nhập.', en: 'This file is being imported already.' },
  tooLarge: { vi: 'Tệp quá lớn.', en: 'The file is too large.' },
  packed: {
    vi: 'Không đọc được tệp nén kiểu {kind}. Hãy giải nén, hoặc nén bằng gzip.',
    en: 'Files packed as {kind} are not read. Unpack it, or pack it with gzip.',
  },
  torn: {
    vi: 'Tệp gzip bị hỏng hoặc thiếu phần cuối; chưa tính dòng nào.',
    en: 'The gzip file is damaged or cut off; nothing was counted.',
  },
  spanTooLong: {
    vi: 'Nhật ký không ghi năm mà trải quá sáu tháng nên không xếp được ngày. Hãy chia tệp theo tháng.',
    en: 'The log has no years and spans more than six months, so days cannot be told. Split it by month.',
  },
  unknownColumn: { vi: 'Không có cột tên: {columns}.', en: 'There is no column named: {columns}.' },
  missingColumn: { vi: 'Thiếu cột: {columns}.', en: 'A column is missing: {columns}.' },
  notAReport: {
    vi: 'Tệp không phải CSV có dòng tiêu đề, cũng không phải NDJSON.',
    en: 'The file is neither CSV with a header nor NDJSON.',
  },
  fault: {
    vi: 'Có lỗi của hệ thống; chưa tính dòng nào, hãy nhập lại.',
    en: 'A fault of the server; nothing was counted, import it again.',
  },
  spoolLost: {
    vi: 'Tệp tải lên không còn trên máy chủ; hãy nhập lại.',
    en: 'The uploaded file is no longer on the server; import it again.',
  },
  showsNoReads: {
    vi: 'Máy chủ này chưa từng ghi việc đánh dấu đã đọc (flag_change), nên chỉ cho biết đăng nhập và nhận thư. Hãy bật mail_log.',
    en: 'This server has never logged that flags changed, so it shows logins and deliveries only. Switch mail_log on.',
  },
  otherDomains: {
    vi: 'Không có dòng nào được tính: các địa chỉ trong tệp thuộc tên miền {domains}, còn nguồn {source} chỉ nhận {served}. Đề nghị kiểm tra lại tên miền của nguồn.',
    en: 'No line was counted: the addresses in the file belong to {domains}, but the source {source} takes {served} only. Please check the domains of the source.',
  },
  dayWithoutData: { vi: 'Ngày này nguồn không có dữ liệu.', en: 'The source has no data on this day.' },
  pollingWrong: { vi: 'Số lượt đăng nhập phải từ {least} đến {most}.', en: 'The number of logins must be {least} to {most}.' },
  defaultDomainWrong: {
    vi: 'Tên miền mặc định “{value}” phải là một trong các tên miền của nguồn.',
    en: 'The default domain “{value}” must be one of the domains of the source.',
  },
  dayNotThin: { vi: 'Ngày này không thiếu dữ liệu nên không cần chấp nhận.', en: 'This day is not thin; there is nothing to accept.' },
  reasonMissing: { vi: 'Cần nêu lý do.', en: 'A reason is needed.' },
  coverageTooLong: { vi: 'Xem được tối đa {days} ngày một lần.', en: 'At most {days} days can be asked for at once.' },
  coverageBackwards: { vi: 'Ngày đầu phải trước ngày cuối.', en: 'The first day must not be after the last.' },
  sourceNotEmpty: { vi: 'Nguồn “{name}” đã có dữ liệu.', en: 'The source “{name}” holds data already.' },
} satisfies Record<string, Text>;

export type EvidenceMessageName = keyof typeof evidenceMessages;

export const quarantineMessages: Record<QuarantineReason, Text> = {
  NO_HEADER: { vi: 'Không có đầu dòng (thời điểm, dịch vụ).', en: 'No header (time, service).' },
  BAD_DATE: { vi: 'Ngày giờ không có thật.', en: 'An impossible date or time.' },
  UNKNOWN_FORM: { vi: 'Dòng có dạng chưa biết.', en: 'A line of unknown form.' },
  UNKNOWN_SERVICE: { vi: 'Dịch vụ chưa biết.', en: 'An unknown service.' },
  INCOMPLETE: { vi: 'Dòng đăng nhập thiếu người dùng hoặc địa chỉ máy.', en: 'A login line without user or client address.' },
  NO_DOMAIN: {
    vi: 'Tên đăng nhập không có tên miền và nguồn không đặt tên miền mặc định.',
    en: 'A login without domain, and the source has no default domain.',
  },
  BAD_ADDRESS: { vi: 'Không phải địa chỉ thư.', en: 'Not a mail address.' },
  CONTROL_CHARACTER: { vi: 'Có ký tự điều khiển.', en: 'A control character.' },
  NOT_UTF8: { vi: 'Không phải chữ UTF-8.', en: 'Not UTF-8.' },
  TOO_LONG: { vi: 'Dòng dài quá 64 KB.', en: 'A line over 64 KB.' },
  BAD_ROW: { vi: 'Hàng sai: ngày, địa chỉ hoặc con số không hợp lệ.', en: 'A bad row: wrong date, address or number.' },
};
