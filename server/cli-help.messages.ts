/** What `--help` says of each command and option of the command line. */
import type { Text } from './kernel/language.js';

/** Of commands, by their whole name without `hopthu`. */
export const commandHelp = {
  demo: { vi: 'chạy thành phố mẫu để dùng thử', en: 'run the demonstration city' },
  'demo clock': {
    vi: 'chuyển đồng hồ của thành phố mẫu tới trước, ví dụ +12d hoặc +3h',
    en: 'move the clock of the demonstration city on: +12d or +3h',
  },
  serve: {
    vi: 'chạy máy chủ (PORT, HOST, DATABASE_URL, HOPTHU_DATA)',
    en: 'run the server (PORT, HOST, DATABASE_URL, HOPTHU_DATA)',
  },
  migrate: {
    vi: 'nâng cấp cơ sở dữ liệu (HOPTHU_OWNER_URL, DATABASE_URL)',
    en: 'bring the database up to date (HOPTHU_OWNER_URL, DATABASE_URL)',
  },
  doctor: { vi: 'kiểm tra tình trạng hệ thống', en: 'look whether everything stands as it should' },
  import: { vi: 'nhập dữ liệu', en: 'import data' },
  'import agencies': { vi: 'nhập danh sách cơ quan từ bảng tính CSV', en: 'import agencies from a CSV spreadsheet' },
  'import officers': { vi: 'nhập danh sách cán bộ từ bảng tính CSV', en: 'import officers from a CSV spreadsheet' },
  'import evidence': { vi: 'nhập nhật ký thư làm căn cứ', en: 'import mail logs as evidence' },
  source: { vi: 'nguồn căn cứ', en: 'evidence sources' },
  'source list': { vi: 'danh sách nguồn', en: 'list the sources' },
  'source save': { vi: 'tạo hoặc sửa một nguồn', en: 'make or change a source' },
  policy: { vi: 'quy định đánh giá', en: 'usage policies' },
  'policy list': { vi: 'danh sách quy định đánh giá', en: 'list the policies' },
  'policy adopt': { vi: 'ban hành quy định đánh giá', en: 'adopt a policy' },
  'policy try': { vi: 'thử một quy định đánh giá trên một đợt rà soát, không ghi gì', en: 'try a policy on a review; writes nothing' },
  review: { vi: 'đợt rà soát', en: 'reviews' },
  'review list': { vi: 'danh sách đợt rà soát, trạng thái và số liệu', en: 'list the reviews, their state and figures' },
  'review show': { vi: 'số liệu của một đợt rà soát', en: 'figures of a review' },
  'review open': { vi: 'mở một đợt rà soát', en: 'open a review' },
  'review finalise': { vi: 'chốt một đợt rà soát', en: 'finalise a review' },
  'review cancel': { vi: 'hủy một đợt rà soát', en: 'cancel a review' },
  user: { vi: 'tài khoản', en: 'accounts' },
  'user add': { vi: 'tạo tài khoản, in liên kết dùng một lần', en: 'make an account and print its one-time link' },
  'user list': { vi: 'danh sách tài khoản', en: 'list the accounts' },
  'user enable': { vi: 'kích hoạt lại tài khoản', en: 'enable an account again' },
  'user invite': { vi: 'liên kết mới, cả khi quên mật khẩu', en: 'a new one-time link, also for a forgotten password' },
  'user end-sessions': { vi: 'kết thúc mọi phiên của tài khoản', en: 'sign an account out everywhere' },
  'user disable': { vi: 'vô hiệu hóa tài khoản', en: 'disable an account' },
  'user reset-second-factor': { vi: 'gỡ xác thực hai bước đã mất', en: 'take off a second factor that was lost' },
  key: { vi: 'khóa API', en: 'API keys' },
  'key create': { vi: 'tạo khóa API, chỉ in một lần', en: 'make an API key, printed once' },
  'key list': { vi: 'danh sách khóa API', en: 'list the API keys' },
  'key revoke': { vi: 'thu hồi khóa API, theo phần đầu hoặc id', en: 'revoke an API key, by its beginning or id' },
  audit: { vi: 'nhật ký hệ thống', en: 'the audit log' },
  'audit verify': {
    vi: 'kiểm tra nhật ký hệ thống có bị sửa đổi không (DATABASE_URL, HOPTHU_CHECKPOINTS, HOPTHU_KEY)',
    en: 'tell whether the audit log was altered (DATABASE_URL, HOPTHU_CHECKPOINTS, HOPTHU_KEY)',
  },
  'audit list': { vi: 'các sự kiện mới nhất', en: 'the newest events' },
  'audit seal': {
    vi: 'niêm phong lại sau khi khôi phục từ bản sao lưu, có ghi lại',
    en: 'seal the end anew after a restored backup, on record',
  },
} satisfies Record<string, Text>;

/** Of options, by what they are about. */
export const optionHelp = {
  json: { vi: 'in cho máy đọc (JSON)', en: 'print what machines read (JSON)' },
  lang: { vi: 'ngôn ngữ: vi hoặc en (HOPTHU_LANG)', en: 'language: vi or en (HOPTHU_LANG)' },
  help: { vi: 'xem hướng dẫn', en: 'show this help' },
  helpCommand: { vi: 'xem hướng dẫn của một lệnh', en: 'show the help of a command' },
  allowOwner: {
    vi: 'PostgreSQL: vẫn khởi động dù vai trò cơ sở dữ liệu là chủ sở hữu hoặc superuser',
    en: 'PostgreSQL: start though the database role owns the tables or is a superuser',
  },
  appRole: {
    vi: 'PostgreSQL: vai trò của ứng dụng; khi không nêu thì là người dùng trong DATABASE_URL',
    en: 'PostgreSQL: role of the application; the user of DATABASE_URL when not given',
  },
  createAppRole: {
    vi: 'tạo vai trò đó với mật khẩu trong DATABASE_URL hoặc HOPTHU_APP_PASSWORD',
    en: 'makes that role with the password in DATABASE_URL or HOPTHU_APP_PASSWORD',
  },
  dryRun: { vi: 'chỉ báo cáo, không ghi gì', en: 'report only, write nothing' },
  sourceName: { vi: 'tên nguồn căn cứ', en: 'name of the evidence source' },
  evidenceFormat: {
    vi: 'dovecot, postfix, hopthu-day …; khi không nêu thì theo nguồn',
    en: 'dovecot, postfix, hopthu-day …; the source’s own when not given',
  },
  newestDay: {
    vi: 'ngày mới nhất có thể có trong tệp (2026-06-30 hoặc 30/06/2026); cho nhật ký không ghi năm',
    en: 'newest day the file can hold (2026-06-30 or 30/06/2026); for logs without years',
  },
  name: { vi: 'tên', en: 'name' },
  format: {
    vi: 'dovecot, postfix, hopthu-day, zimbra-audit, m365-email-activity, google-user-usage',
    en: 'dovecot, postfix, hopthu-day, zimbra-audit, m365-email-activity, google-user-usage',
  },
  domains: { vi: 'các tên miền thư mà nguồn phục vụ, cách nhau bằng dấu phẩy', en: 'mail domains it serves, separated by commas' },
  zone: { vi: 'múi giờ của dấu thời gian không ghi múi giờ (Asia/Ho_Chi_Minh)', en: 'time zone of stamps without one (Asia/Ho_Chi_Minh)' },
  shows: { vi: 'SENT,READ,LOGIN,RECEIVED; khi không nêu thì theo định dạng', en: 'SENT,READ,LOGIN,RECEIVED; by format when not given' },
  ignoreAddress: { vi: 'địa chỉ IP của hệ thống giám sát', en: 'IP addresses of monitoring' },
  ignoreAccount: { vi: 'tài khoản của hệ thống giám sát', en: 'accounts of monitoring' },
  defaultDomain: { vi: 'tên miền của tên đăng nhập không có tên miền', en: 'domain of logins without one' },
  reads: {
    vi: 'Dovecot: flags (thường dùng) hoặc bodies, cho máy chủ không ghi việc đánh dấu',
    en: 'Dovecot: flags (usual) or bodies, for servers that log no flags',
  },
  received: {
    vi: 'Postfix: tính thư nhận được, khi không có nguồn Dovecot bên cạnh',
    en: 'Postfix: count deliveries, where no Dovecot source stands beside it',
  },
  pollingLogins: {
    vi: 'từ bao nhiêu lượt đăng nhập một ngày mà không đọc hay gửi thì coi là máy tự kiểm tra (4)',
    en: 'logins in a day that are polling when nothing is read or sent (4)',
  },
  policyFile: { vi: 'tệp JSON có các trường của UsagePolicyInput', en: 'JSON with the fields of UsagePolicyInput' },
  effectiveOn: { vi: 'ngày có hiệu lực, 2026-06-30 hoặc 30/06/2026 (hôm nay)', en: 'from which day, 2026-06-30 or 30/06/2026 (today)' },
  windowDays: { vi: 'số ngày của kỳ đánh giá (90)', en: 'length of the window (90)' },
  regularShare: { vi: 'tỷ lệ ngày làm việc để là REGULAR (0.6)', en: 'share of working days for REGULAR (0.6)' },
  minimumCoverage: { vi: 'mức đủ dữ liệu tối thiểu (0.8)', en: 'least coverage (0.8)' },
  minimumDays: { vi: 'số ngày đánh giá được tối thiểu (20)', en: 'least assessable days (20)' },
  acts: { vi: 'các hành vi làm nên một ngày sử dụng (SENT,READ)', en: 'acts that make a day of use (SENT,READ)' },
  contestDays: { vi: 'số ngày làm việc để đề nghị xem lại (5)', en: 'working days to contest (5)' },
  graceDays: { vi: 'số ngày miễn cho hộp thư mới (0)', en: 'grace for new mailboxes (0)' },
  holidays: { vi: 'các ngày nghỉ lễ, cách nhau bằng dấu phẩy', en: 'public holidays, separated by commas' },
  workingDays: { vi: 'các ngày cuối tuần phải làm việc', en: 'weekend days that are worked' },
  title: { vi: 'tên đợt rà soát', en: 'title of the review' },
  to: { vi: 'ngày cuối của kỳ đánh giá, 2026-06-30 hoặc 30/06/2026', en: 'last day of the window, 2026-06-30 or 30/06/2026' },
  onlyAgencies: { vi: 'chỉ các cơ quan có mã này', en: 'only these agencies' },
  reason: { vi: 'lý do', en: 'why' },
  fullName: { vi: 'họ và tên', en: 'full name' },
  email: { vi: 'địa chỉ thư điện tử dùng để đăng nhập', en: 'e-mail address, with which one signs in' },
  role: {
    vi: 'ADMIN, TASK_FORCE, SECRETARY, COMMITTEE_MEMBER, TRAINER, AGENCY_CONTACT, OFFICER',
    en: 'ADMIN, TASK_FORCE, SECRETARY, COMMITTEE_MEMBER, TRAINER, AGENCY_CONTACT, OFFICER',
  },
  agency: { vi: 'AGENCY_CONTACT: mã cơ quan', en: 'AGENCY_CONTACT: code of the agency' },
  officer: { vi: 'mã cán bộ của người này; cho vai trò OFFICER', en: 'code of the officer the person is; gives the role OFFICER' },
  search: { vi: 'từ trong tên hoặc địa chỉ', en: 'words of name or address' },
  keyName: { vi: 'khóa API dùng để làm gì', en: 'what the API key is for' },
  scope: { vi: 'evidence:write, findings:read, awards:read', en: 'evidence:write, findings:read, awards:read' },
  expiresOn: {
    vi: 'ngày cuối dùng được, 2026-06-30 hoặc 30/06/2026, tối đa 365 ngày tới',
    en: 'last day, 2026-06-30 or 30/06/2026, at most 365 days ahead',
  },
  fromCheckpoint: {
    vi: 'tệp điểm kiểm tra để bắt đầu từ đó; khi không nêu thì kiểm tra toàn bộ',
    en: 'a checkpoint file to begin from; the whole log when not given',
  },
  checkpoints: { vi: 'thư mục điểm kiểm tra để đối chiếu', en: 'folder of checkpoints to hold against it' },
  publicKey: {
    vi: 'khóa công khai được tin, PEM; khi không nêu thì dùng khóa cạnh các điểm kiểm tra',
    en: 'the public key to trust, PEM; those beside the checkpoints when not given',
  },
  subject: { vi: 'officer:MÃ, agency:MÃ, user:ID …', en: 'officer:CODE, agency:CODE, user:ID …' },
  first: { vi: 'số sự kiện, tối đa 100 (25)', en: 'how many, at most 100 (25)' },
} satisfies Record<string, Text>;

/** Stands below the help of an import: the columns of the spreadsheet. */
export const columnHelp = {
  vi: 'Tệp CSV mã hóa UTF-8, dòng đầu là tên cột.\nCột bắt buộc: {needed}\nCột có thể thêm: {optional}\nNgày viết 2026-06-30 hoặc 30/06/2026.',
  en: 'A CSV file in UTF-8 whose first line names the columns.\nColumns needed: {needed}\nColumns that may be added: {optional}\nDays are written 2026-06-30 or 30/06/2026.',
} satisfies Text;
