/** The enums of committees as the schema shows them. */
import { registerEnumType } from 'type-graphql';
import {
  APPEAL_SETTLERS,
  type AppealSettler as SettlerName,
  DECISION_KINDS,
  type DecisionKind as KindName,
  type Seat as SeatName,
  SEATS,
  type Threshold as ThresholdName,
  THRESHOLDS,
} from './vocabulary.js';

const enumOf = <T extends string>(names: readonly T[]) => Object.fromEntries(names.map((name) => [name, name])) as { [N in T]: N };

export const Seat = enumOf<SeatName>(SEATS);
export const DecisionKind = enumOf<KindName>(DECISION_KINDS);
export const Threshold = enumOf<ThresholdName>(THRESHOLDS);
export const AppealSettler = enumOf<SettlerName>(APPEAL_SETTLERS);
export const CommitteeAction = enumOf(['SEAT_MEMBER', 'ADOPT_RULE'] as const);

registerEnumType(Seat, {
  name: 'Seat',
  description: 'Seat in a steering committee, the highest first (C-1).',
  valuesConfig: {
    CHAIR: { description: 'Leads it, opens and closes votes (trưởng ban).' },
    DEPUTY: { description: 'Stands in for the chair (phó trưởng ban).' },
    STANDING: { description: 'Standing member (ủy viên thường trực).' },
    MEMBER: { description: 'Member (ủy viên).' },
    SECRETARY: { description: 'Keeps the papers; does not vote (thư ký).' },
  },
});

registerEnumType(DecisionKind, {
  name: 'DecisionKind',
  description: 'What is decided about an officer (D-1).',
  valuesConfig: {
    MAILBOX_PROVISION: { description: 'A mailbox is provided (cấp).' },
    MAILBOX_REVOCATION: { description: 'The mailbox is revoked (thu hồi); adverse.' },
    MAILBOX_RESTORATION: { description: 'A revoked mailbox is restored (khôi phục).' },
    AWARD_EXCLUSION: { description: 'Not considered for emulation titles in one year (không xét danh hiệu thi đua); adverse.' },
    EXCLUSION_LIFT: { description: 'An exclusion is lifted.' },
  },
});

registerEnumType(Threshold, {
  name: 'Threshold',
  description: 'How many are enough (D-4): of the base for the quorum, of the votes for and against for the majority.',
  valuesConfig: {
    MORE_THAN_HALF: { description: 'More than half: 5 of 9, not 4 of 8.' },
    AT_LEAST_TWO_THIRDS: { description: 'Two thirds or more: 6 of 9.' },
    AT_LEAST_THREE_QUARTERS: { description: 'Three quarters or more: 6 of 8.' },
  },
});

registerEnumType(AppealSettler, {
  name: 'AppealSettler',
  description: 'Who settles an appeal in the first instance (D-9).',
  valuesConfig: {
    CHAIR: { description: 'The chair, or the deputy.' },
    OTHER_MEMBERS: { description: 'A vote of members who did not vote on the case.' },
  },
});

registerEnumType(CommitteeAction, {
  name: 'CommitteeAction',
  description: 'What can be done with a committee.',
  valuesConfig: {
    SEAT_MEMBER: { description: 'Give a seat, or end one: committeeSeatMember, committeeEndSeat.' },
    ADOPT_RULE: { description: 'Adopt a voting rule: votingRuleAdopt.' },
  },
});
