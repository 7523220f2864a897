/** Titles of proposed classes. */
import type { Text } from '../kernel/language.js';

export const PROPOSAL_TITLES = {
  few: { vi: 'Sử dụng hộp thư điện tử công vụ: {agencies}', en: 'Using the official mailbox: {agencies}' },
  several: {
    vi: 'Sử dụng hộp thư điện tử công vụ: {agencies} và {rest} đơn vị khác',
    en: 'Using the official mailbox: {agencies} and {rest} more agencies',
  },
} satisfies Record<string, Text>;
