/** What the acts of keeping and erasing are called in the audit log. */
import type { Text } from '../../kernel/language.js';

export const keepingActs: Readonly<Record<string, Text>> = {
  'retention.set': { vi: 'Ban hành quy định lưu giữ dữ liệu.', en: 'A policy for keeping data was adopted.' },
  'retention.begin': { vi: 'Bắt đầu xóa dữ liệu hết thời hạn lưu giữ.', en: 'The removal of data whose period was over was begun.' },
  'retention.apply': { vi: 'Xóa dữ liệu hết thời hạn lưu giữ.', en: 'Data whose period was over were removed.' },
  'officer.erase': {
    vi: 'Xóa thông tin cá nhân của một người đã thôi công tác.',
    en: 'The personal data of somebody who has left were erased.',
  },
  'officer.export': { vi: 'Tải toàn bộ dữ liệu được lưu về một cán bộ, công chức.', en: 'Everything held about an officer was taken out.' },
  'audit.erase': {
    vi: 'Xóa nội dung của sự kiện trong nhật ký; sự kiện vẫn còn.',
    en: 'Details of events were erased from the log; the events remain.',
  },
};
