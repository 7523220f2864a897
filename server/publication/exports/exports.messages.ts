/** What is said about exports: refusals, the sheet that tells what a file is, the end of a list. */
import type { Text } from '../../kernel/language.js';

export const exportMessages = {
  unknownList: {
    vi: 'Không có danh sách nào tên như vậy để xuất. Các danh sách: {known}.',
    en: 'There is no list of that name to export. There are: {known}.',
  },
  unknownFormat: { vi: 'Chỉ xuất được tệp .csv hoặc .xlsx.', en: 'A list is exported as .csv or .xlsx.' },
  unknownArgument: {
    vi: 'Danh sách này không nhận điều kiện “{name}”. Các điều kiện: {known}.',
    en: 'This list takes no argument “{name}”. It takes: {known}.',
  },
  missingArgument: {
    vi: 'Danh sách này cần điều kiện “{name}”: hãy nêu rõ danh sách của đối tượng nào.',
    en: 'This list needs the argument “{name}”: say of what it is the list.',
  },
  notAnObject: {
    vi: 'Hãy gửi điều kiện lọc dưới dạng một đối tượng JSON, ví dụ {"search": "Lan"}.',
    en: 'Send the conditions as a JSON object, such as {"search": "Lan"}.',
  },
  running: {
    vi: 'Ông/bà đang xuất một danh sách khác. Hãy đợi xong rồi xuất tiếp.',
    en: 'You are exporting another list. Wait until it is done.',
  },
  busy: {
    vi: 'Máy chủ đang xuất nhiều danh sách cùng lúc. Hãy thử lại sau một phút.',
    en: 'The server is exporting several lists at once. Try again in a minute.',
  },
  tooOften: {
    vi: 'Ông/bà đã xuất {most} danh sách trong {minutes} phút. Hãy thử lại sau.',
    en: 'You have exported {most} lists within {minutes} minutes. Try again later.',
  },
  tooLong: {
    vi: 'Danh sách có {rows} dòng; mỗi tệp chứa tối đa {most} dòng. Hãy lọc bớt, ví dụ theo đơn vị, rồi xuất từng phần.',
    en: 'The list has {rows} rows; a file holds at most {most}. Narrow it, by agency for instance, and export it in parts.',
  },
  notShown: { vi: 'Không thuộc phạm vi được xem', en: 'Not shown to you' },
  disabled: { vi: 'Đã vô hiệu hóa', en: 'Disabled' },
  active: { vi: 'Đang hoạt động', en: 'Active' },
  invited: { vi: 'Đã mời, chưa vào', en: 'Invited, not in yet' },
  about: { vi: 'Thông tin tệp', en: 'About this file' },
  list: { vi: 'Danh sách', en: 'List' },
  filter: { vi: 'Điều kiện lọc', en: 'Conditions' },
  noFilter: { vi: 'Không lọc: toàn bộ danh sách mà người xuất được xem', en: 'None: all of the list that the person may see' },
  by: { vi: 'Người xuất', en: 'Exported by' },
  at: { vi: 'Xuất lúc', en: 'Exported at' },
  rows: { vi: 'Số dòng', en: 'Rows' },
  record: { vi: 'Mã lần xuất trong nhật ký hệ thống', en: 'Id of the export in the audit log' },
  care: {
    vi: 'Tệp có thể chứa dữ liệu cá nhân. Việc xuất đã được ghi vào nhật ký hệ thống; người giữ tệp chịu trách nhiệm bảo quản và hủy khi không còn cần.',
    en: 'The file may hold personal data. The export stands in the audit log; whoever keeps the file answers for it, and destroys it when it is no longer needed.',
  },
  careTitle: { vi: 'Lưu ý', en: 'Note' },
} satisfies Record<string, Text>;
