/** What keeps the classes from forgetting somebody. */
import type { Text } from '../kernel/language.js';

export const trainingErasing = {
  enrolled: {
    vi: 'Người này còn đăng ký trong lớp {reference}.',
    en: 'The person still has a seat, or waits for one, in class {reference}.',
  },
  leads: {
    vi: 'Người này còn phụ trách lớp {reference} chưa kết thúc.',
    en: 'The person still leads class {reference}, which is not over.',
  },
} satisfies Record<string, Text>;
