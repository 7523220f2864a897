/** What the acts with papers are called in the audit log. */
import type { Text } from '../../kernel/language.js';

export const papersActs: Readonly<Record<string, Text>> = {
  'paper.issue': { vi: 'Phát hành một văn bản.', en: 'A paper was issued.' },
  'paper.read': { vi: 'Tải một văn bản.', en: 'A paper was downloaded.' },
  'paper.makeAnew': { vi: 'Lập lại một văn bản, thay bản trước.', en: 'A paper was made anew, in place of the former one.' },
  'paper.recordSignature': { vi: 'Ghi nhận văn bản đã ký, đóng dấu.', en: 'A paper was recorded as signed and sealed.' },
  'paperTemplate.save': { vi: 'Sửa nội dung mẫu của văn bản.', en: 'A text of papers was changed.' },
  'paperTemplate.saveLayout': { vi: 'Sửa thể thức trình bày văn bản.', en: 'The layout of papers was changed.' },
};
