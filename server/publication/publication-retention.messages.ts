/** What this room keeps for a time, and why as long. */
import type { Text } from '../kernel/language.js';

export const publicationKeeps = {
  lists: { vi: 'Họ tên trong danh sách công khai đã gỡ bỏ hoặc hết thời hạn', en: 'Names in published lists that were withdrawn or ended' },
  listsWhy: {
    vi: 'Số liệu của danh sách được giữ lại; họ tên chỉ được giữ trong thời gian còn có thể có người hỏi danh sách đã ghi gì.',
    en: 'The figures of a list stay; names are needed while somebody may ask what it said.',
  },
  runs: { vi: 'Báo cáo của các lần xóa theo thời hạn', en: 'Reports of earlier removals' },
  runsWhy: {
    vi: 'Chứng minh quy định lưu giữ được thực hiện; không chứa thông tin của cá nhân.',
    en: 'They show that the periods are applied; they say nothing about persons.',
  },
  persons: { vi: 'Thông tin của người đã thôi công tác', en: 'Data of those who have left' },
  personsWhy: {
    vi: 'Hết thời hạn, tên, địa chỉ và nội dung riêng của người đó được xóa; số liệu, ngày và số quyết định vẫn còn.',
    en: 'After the period name, addresses and texts of the person are erased; figures, days and numbers of decisions stay.',
  },
} satisfies Record<string, Text>;
