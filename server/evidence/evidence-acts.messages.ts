/** What the acts of this room are called in the audit log. */
import type { Text } from '../kernel/language.js';

export const evidenceActs: Readonly<Record<string, Text>> = {
  'evidence.coverage.settle': { vi: 'Quyết định về một ngày thiếu dữ liệu.', en: 'A day of thin or missing data was settled.' },
  'evidence.fill': { vi: 'Nạp căn cứ sử dụng của thành phố mẫu.', en: 'Evidence of the demonstration city was filled in.' },
  'evidence.import': { vi: 'Nhập xong một tệp nhật ký thư.', en: 'A file of evidence was imported.' },
  'evidence.import.refuse': { vi: 'Từ chối một tệp nhật ký thư.', en: 'A file of evidence was refused.' },
  'evidence.import.start': { vi: 'Bắt đầu nhập một tệp nhật ký thư.', en: 'The import of a file of evidence was begun.' },
  'evidence.source.save': { vi: 'Tạo hoặc sửa nguồn căn cứ.', en: 'A source of evidence was made or changed.' },
};
