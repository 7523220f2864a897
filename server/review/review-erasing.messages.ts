/** What keeps the reviews from forgetting somebody. */
import type { Text } from '../kernel/language.js';

export const reviewErasing = {
  openReview: {
    vi: 'Đợt rà soát {reference} có tên người này chưa chốt.',
    en: 'The review {reference} that holds the person is not finalised.',
  },
} satisfies Record<string, Text>;
