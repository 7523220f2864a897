/** What the acts of this room are called in the audit log. */
import type { Text } from '../kernel/language.js';

export const committeeActs: Readonly<Record<string, Text>> = {
  'committee.create': { vi: 'Thành lập ban chỉ đạo.', en: 'A committee was made.' },
  'committee.endSeat': { vi: 'Kết thúc tư cách thành viên ban chỉ đạo.', en: 'A seat in a committee ended.' },
  'committee.merge': { vi: 'Hợp nhất các ban chỉ đạo.', en: 'Committees were merged.' },
  'committee.planMerger': { vi: 'Lên kế hoạch hợp nhất các ban chỉ đạo.', en: 'A merger of committees was planned.' },
  'committee.cancelMerger': { vi: 'Bãi bỏ kế hoạch hợp nhất.', en: 'A planned merger was given up.' },
  'committee.seat': { vi: 'Cử thành viên ban chỉ đạo.', en: 'A seat in a committee was given.' },
  'votingRule.adopt': { vi: 'Ban hành quy định biểu quyết.', en: 'A voting rule was adopted.' },
};
