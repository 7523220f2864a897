// The words of committees as the server names them; each has a text in the messages.
export const seats = ['CHAIR', 'DEPUTY', 'STANDING', 'MEMBER', 'SECRETARY'] as const;
export type Seat = (typeof seats)[number];

export const decisionKinds = [
  'MAILBOX_PROVISION',
  'MAILBOX_REVOCATION',
  'MAILBOX_RESTORATION',
  'AWARD_EXCLUSION',
  'EXCLUSION_LIFT',
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const thresholds = ['MORE_THAN_HALF', 'AT_LEAST_TWO_THIRDS', 'AT_LEAST_THREE_QUARTERS'] as const;
export type Threshold = (typeof thresholds)[number];

export const appealSettlers = ['CHAIR', 'OTHER_MEMBERS'] as const;
export type AppealSettler = (typeof appealSettlers)[number];

/** They take something from somebody: there is a notice before and an appeal after. */
export const isAdverse = (kind: string): boolean => kind === 'MAILBOX_REVOCATION' || kind === 'AWARD_EXCLUSION';

/** The secretary keeps the papers and does not vote. */
export const votes = (seat: Seat): boolean => seat !== 'SECRETARY';

/** The list of cases, narrowed to those before one committee. */
export const casesOf = (committeeId: string): string => `/decisions?filter=${encodeURIComponent(JSON.stringify({ committeeId }))}`;
