/** What the acts of this room are called in the audit log. */
import type { Text } from '../kernel/language.js';

export const committeeActs: Readonly<Record<string, Text>> = {
  'committee.create': { vi: 'Thành lập ban chỉ đạo.', en: 'A committee was made.' },
  'committee.endSeat': { vi: 'Kết thúc một ghế trong ban chỉ đạo.', en: 'A seat in a committee ended.' },
  'committee.seat': { vi: 'Cử thành viên ban chỉ đạo.', en: 'A seat in a committee was given.' },
  'votingRule.adopt': { vi: 'Ban hành quy định biểu quyết.', en: 'A voting rule was adopted.' },
};
