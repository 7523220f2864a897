/** What `hopthu audit` says. */
import type { Text } from './kernel/language.js';

export const cliAuditMessages = {
  verifying: { vi: 'Kiểm tra nhật ký hệ thống', en: 'Verifying the audit log' },
  read: {
    vi: 'Đã kiểm tra {events} sự kiện, từ số {from} đến số {to}. Mã băm cuối: {hash}',
    en: '{events} events were verified, {from} to {to}. Last hash: {hash}',
  },
  erased: {
    vi: '{erased} sự kiện đã được xóa nội dung chi tiết, có ghi lại.',
    en: 'The details of {erased} events were erased, on record.',
  },
  checkpoints: {
    vi: 'Đã đối chiếu {checkpoints} điểm kiểm tra đã ký trong {folder}; mới nhất là số {seq}, lúc {at}.',
    en: '{checkpoints} signed checkpoints in {folder} were held against it; the newest is {seq}, of {at}.',
  },
  noCheckpoints: {
    vi: 'Không có điểm kiểm tra nào trong {folder}: chưa thể biết nhật ký có bị viết lại toàn bộ hay không.',
    en: 'There is no checkpoint in {folder}: whether all of the log was rewritten cannot be told.',
  },
  emptyFolder: {
    vi: 'Không có điểm kiểm tra nào trong {folder}, là thư mục đã được chỉ định: chưa đối chiếu được với điểm kiểm tra.',
    en: 'There is no checkpoint in {folder}, the folder that was named: nothing was held against checkpoints.',
  },
  noFile: { vi: 'Không có tệp điểm kiểm tra {file}.', en: 'There is no checkpoint file {file}.' },
  sealUnknown: {
    vi: 'Không kiểm tra được dấu niêm phong ở cuối nhật ký: cần HOPTHU_KEY của hệ thống.',
    en: 'The seal at the end could not be verified: that needs HOPTHU_KEY of the installation.',
  },
  more: { vi: '… và {count} chỗ khác.', en: '… and {count} more.' },
  whole: { vi: 'Nhật ký hệ thống nguyên vẹn.', en: 'The audit log is whole.' },
  wholeAlone: {
    vi: 'Chuỗi sự kiện và dấu niêm phong nguyên vẹn; chỉ hai điều này được kiểm tra, không có điểm kiểm tra để đối chiếu.',
    en: 'Chain and seal are whole; only these were verified, there is no checkpoint to hold against them.',
  },
  altered: { vi: 'NHẬT KÝ HỆ THỐNG ĐÃ BỊ SỬA ĐỔI: {places} không khớp.', en: 'THE AUDIT LOG WAS ALTERED: {places} not as recorded.' },
  onePlace: { vi: '1 chỗ', en: '1 place is' },
  places: { vi: '{count} chỗ', en: '{count} places are' },
  event: { vi: '  Sự kiện số {seq}: {summary} · {subject} · {at}', en: '  Event {seq}: {summary} · {subject} · {at}' },
  whatToDo: {
    vi: 'Đề nghị giữ nguyên máy chủ, sao lưu cơ sở dữ liệu và thư mục điểm kiểm tra, báo người phụ trách an toàn thông tin; chưa chạy “audit seal”.',
    en: 'Please leave the server as it is, back up the database and the folder of checkpoints, and tell whoever answers for information security; do not run “audit seal” yet.',
  },
  number: { vi: 'Số', en: 'No.' },
  time: { vi: 'Lúc', en: 'When' },
  who: { vi: 'Ai', en: 'Who' },
  what: { vi: 'Việc', en: 'What' },
  about: { vi: 'Về', en: 'About' },
  sealed: { vi: 'Đã niêm phong lại và ghi vào nhật ký hệ thống.', en: 'Sealed anew, on record.' },
} satisfies Record<string, Text>;
