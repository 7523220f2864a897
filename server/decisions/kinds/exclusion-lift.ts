/** Lifting an exclusion before its year is over, or its answer for that year after it (D-11). */
import { type Kind } from './kind.js';

export const exclusionLift: Kind = {
  kind: 'EXCLUSION_LIFT',
  isAdverse: false,
  neededCause: null,
  isAboutAwards: true,
  ends: 'AWARD_EXCLUSION',
  proposalFault: ({ officerId, ends }) => {
    if (!ends) return { code: 'RULE_VIOLATED', rule: 'D-11', text: 'nothingToEnd' };
    if (ends.kind !== 'AWARD_EXCLUSION' || ends.officerId !== officerId) return { code: 'RULE_VIOLATED', rule: 'D-11', text: 'endsOther' };
    const isStanding = (ends.state === 'IN_FORCE' || ends.state === 'EXPIRED') && !ends.isEnded;
    return isStanding ? null : { code: 'NOT_ALLOWED_NOW', rule: 'D-11', text: 'endsOver' };
  },
  effects: { IN_FORCE: [{ do: 'END_DECISION' }], STAYED: [], UPHELD: [], REVERSED: [] },
};
