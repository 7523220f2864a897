/** What the command line says when it is used wrongly, and the words of its help that are not of one command. */
import type { Text } from './kernel/language.js';

export const cliUsageMessages = {
  notNumber: { vi: 'Cần một con số, không phải “{value}”.', en: 'A number is needed, not “{value}”.' },
  notDay: {
    vi: '“{value}” không phải ngày có thật từ {from} đến {to} (viết 2026-06-30 hoặc 30/06/2026).',
    en: '“{value}” is no real day from {from} to {to} (write 2026-06-30 or 30/06/2026).',
  },
  noFormat: { vi: 'Không có định dạng “{value}”. Các định dạng: {known}.', en: 'There is no format “{value}”. The formats are: {known}.' },
  noAct: { vi: 'Không có hành vi “{value}”. Các hành vi: {known}.', en: 'There is no act “{value}”. The acts are: {known}.' },
  noReads: { vi: 'Không có lựa chọn “{value}”. Các lựa chọn: {known}.', en: 'There is no choice “{value}”. The choices are: {known}.' },
  noKind: { vi: 'Không có loại “{value}”. Các loại: {known}.', en: 'There is no kind “{value}”. The kinds are: {known}.' },
  noState: {
    vi: 'Không có trạng thái “{value}”. Các trạng thái: {known}.',
    en: 'There is no state “{value}”. The states are: {known}.',
  },
  noRole: { vi: 'Không có vai trò “{value}”. Các vai trò: {known}.', en: 'There is no role “{value}”. The roles are: {known}.' },
  noScope: { vi: 'Không có phạm vi “{value}”. Các phạm vi: {known}.', en: 'There is no scope “{value}”. The scopes are: {known}.' },
  noLanguage: {
    vi: 'Không có ngôn ngữ “{value}”. Các ngôn ngữ: vi, en.',
    en: 'There is no language “{value}”. The languages are: vi, en.',
  },
  see: { vi: 'Xem: {command} --help', en: 'See: {command} --help' },
  missingArgument: { vi: 'Thiếu {name}.', en: '{name} is missing.' },
  missingValue: { vi: 'Tùy chọn {flags} cần có giá trị.', en: 'The option {flags} needs a value.' },
  missingOption: { vi: 'Thiếu tùy chọn bắt buộc {flags}.', en: 'The required option {flags} is missing.' },
  unknownOption: { vi: 'Không có tùy chọn {name}.', en: 'There is no option {name}.' },
  unknownCommand: { vi: 'Không có lệnh “{name}”.', en: 'There is no command “{name}”.' },
  tooMany: { vi: 'Thừa đối số: lệnh này nhận {expected}, đã có {got}.', en: 'Too many arguments: this takes {expected}, there are {got}.' },
  badValue: { vi: '{flags}: {reason}', en: '{flags}: {reason}' },
  meant: { vi: 'Có phải là {name}?', en: 'Is {name} meant?' },
} satisfies Record<string, Text>;

/** The headings of help, and the marks inside a line of usage; by commander's own words. */
export const helpHeadings: Record<string, Text> = {
  'Usage:': { vi: 'Cách dùng:', en: 'Usage:' },
  'Arguments:': { vi: 'Đối số:', en: 'Arguments:' },
  'Options:': { vi: 'Tùy chọn:', en: 'Options:' },
  'Commands:': { vi: 'Các lệnh:', en: 'Commands:' },
};

export const usageMarks: Record<string, Text> = {
  '[options]': { vi: '[tùy chọn]', en: '[options]' },
  '[command]': { vi: '[lệnh]', en: '[command]' },
};

/** What stands in pointed brackets. */
export const placeWords: Record<string, Text> = {
  account: { vi: 'tài khoản', en: 'account' },
  accounts: { vi: 'tài khoản', en: 'accounts' },
  acts: { vi: 'hành vi', en: 'acts' },
  address: { vi: 'địa chỉ', en: 'address' },
  addresses: { vi: 'địa chỉ', en: 'addresses' },
  checkpoint: { vi: 'điểm kiểm tra', en: 'checkpoint' },
  choice: { vi: 'lựa chọn', en: 'choice' },
  code: { vi: 'mã', en: 'code' },
  codes: { vi: 'các mã', en: 'codes' },
  command: { vi: 'lệnh', en: 'command' },
  day: { vi: 'ngày', en: 'day' },
  definition: { vi: 'mẫu', en: 'definition' },
  days: { vi: 'ngày', en: 'days' },
  domain: { vi: 'tên miền', en: 'domain' },
  domains: { vi: 'tên miền', en: 'domains' },
  email: { vi: 'thư điện tử', en: 'email' },
  file: { vi: 'tệp', en: 'file' },
  files: { vi: 'tệp', en: 'files' },
  folder: { vi: 'thư mục', en: 'folder' },
  format: { vi: 'định dạng', en: 'format' },
  key: { vi: 'khóa', en: 'key' },
  language: { vi: 'ngôn ngữ', en: 'language' },
  name: { vi: 'tên', en: 'name' },
  number: { vi: 'số', en: 'number' },
  reason: { vi: 'lý do', en: 'reason' },
  reference: { vi: 'số hiệu', en: 'reference' },
  review: { vi: 'số hiệu', en: 'review' },
  role: { vi: 'vai trò', en: 'role' },
  roles: { vi: 'vai trò', en: 'roles' },
  scopes: { vi: 'phạm vi', en: 'scopes' },
  share: { vi: 'tỷ lệ', en: 'share' },
  subject: { vi: 'đối tượng', en: 'subject' },
  title: { vi: 'tên đợt', en: 'title' },
  what: { vi: 'cách', en: 'what' },
  words: { vi: 'từ', en: 'words' },
  zone: { vi: 'múi giờ', en: 'zone' },
};
