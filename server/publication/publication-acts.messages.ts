/** What the acts of this room are called in the audit log. */
import type { Text } from '../kernel/language.js';

export const publicationActs: Readonly<Record<string, Text>> = {
  'list.publish': { vi: 'Công khai danh sách của một đợt rà soát.', en: 'The list of a review was published.' },
  'list.correct': { vi: 'Đính chính một danh sách đã công khai.', en: 'A published list was corrected.' },
  'list.withdraw': { vi: 'Gỡ bỏ một danh sách đã công khai.', en: 'A published list was withdrawn.' },
};
