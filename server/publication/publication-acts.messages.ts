/** What the acts of this room are called in the audit log. */
import type { Text } from '../kernel/language.js';

export const publicationActs: Readonly<Record<string, Text>> = {
  'list.publish': { vi: 'Công khai danh sách của một đợt rà soát.', en: 'The list of a review was published.' },
  'list.correct': { vi: 'Đính chính một danh sách đã công khai.', en: 'A published list was corrected.' },
  'list.withdraw': { vi: 'Gỡ bỏ một danh sách đã công khai.', en: 'A published list was withdrawn.' },
  'export.begin': { vi: 'Bắt đầu xuất một danh sách ra tệp.', en: 'The export of a list was begun.' },
  'export.give': { vi: 'Xuất tiếp các dòng của một danh sách.', en: 'More rows of a list were exported.' },
  'export.make': { vi: 'Xuất trọn một danh sách ra tệp.', en: 'A list was exported whole.' },
  'export.breakOff': { vi: 'Việc xuất một danh sách bị dừng giữa chừng.', en: 'The export of a list was broken off.' },
};
