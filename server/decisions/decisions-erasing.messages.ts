/** What keeps the cases from forgetting somebody. */
import type { Text } from '../kernel/language.js';

export const decisionsErasing = {
  pending: {
    vi: 'Hồ sơ {reference} về người này chưa kết thúc hoặc còn trong thời hạn khiếu nại.',
    en: 'Case {reference} about the person is not over, or can still be appealed.',
  },
  sits: {
    vi: 'Người này còn là thành viên của {committee}.',
    en: 'The person still sits in {committee}.',
  },
  ordered: {
    vi: 'Lệnh số {number} về hộp thư của người này chưa thực hiện xong.',
    en: 'Order {number} about the person’s mailbox is not done.',
  },
} satisfies Record<string, Text>;
