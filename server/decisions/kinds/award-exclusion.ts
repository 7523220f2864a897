/** Not to be considered for emulation titles in one year (không xét danh hiệu thi đua; D-2, D-11). */
import { findingFault, type Kind } from './kind.js';

export const awardExclusion: Kind = {
  kind: 'AWARD_EXCLUSION',
  isAdverse: true,
  neededCause: 'REFUSES',
  isAboutAwards: true,
  ends: null,
  proposalFault: (facts) => {
    const fault = findingFault(facts, 'REFUSES');
    if (fault) return fault;
    return Number(facts.finding!.windowTo.slice(0, 4)) === facts.awardYear
      ? null
      : { code: 'RULE_VIOLATED', rule: 'D-2', text: 'otherYear' };
  },
  effects: {
    IN_FORCE: [{ do: 'EXCLUDE', status: 'EXCLUDED' }],
    STAYED: [{ do: 'EXCLUDE', status: 'UNDER_APPEAL' }],
    UPHELD: [{ do: 'EXCLUDE', status: 'EXCLUDED' }],
    REVERSED: [{ do: 'END_EXCLUSION' }],
  },
};
