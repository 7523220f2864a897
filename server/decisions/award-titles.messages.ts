/** Names of the emulation titles (danh hiệu thi đua), from the lowest. */
import type { Text } from '../kernel/language.js';
import type { AwardTitleCode } from './vocabulary.js';

export const AWARD_TITLE_NAMES: Readonly<Record<AwardTitleCode, Text>> = {
  LDTT: { vi: 'Lao động tiên tiến', en: 'Advanced worker' },
  CSTDCS: { vi: 'Chiến sĩ thi đua cơ sở', en: 'Emulation fighter of the unit' },
  CSTDTP: { vi: 'Chiến sĩ thi đua cấp tỉnh (Thành phố)', en: 'Emulation fighter of the city' },
  CSTDTQ: { vi: 'Chiến sĩ thi đua toàn quốc', en: 'National emulation fighter' },
};
