/** What of issued papers is kept for a time, and why as long. */
import type { Text } from '../../kernel/language.js';

export const papersKeeps = {
  replaced: { vi: 'Nội dung các bản hồ sơ vụ việc đã được thay bằng bản mới', en: 'Texts of case files that a newer version replaced' },
  replacedWhy: {
    vi: 'Bản mới ghi đầy đủ diễn biến; bản cũ chỉ cần khi còn có thể hỏi bản đã giao ghi gì.',
    en: 'The newer version says it all; the former one is needed while somebody may ask what the one handed over said.',
  },
} satisfies Record<string, Text>;
