/** Which words do letters use? Their meaning is fixed here once, for the store, the rules and the schema. */

export const LETTER_CHANNELS = ['EMAIL', 'PAPER'] as const;
export type LetterChannel = (typeof LETTER_CHANNELS)[number];

export const LETTER_STATES = ['WAITING', 'SENT', 'TO_HAND_OVER', 'RECEIVED', 'LAPSED'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** What became of one attempt to send a letter. */
export const LETTER_OUTCOMES = ['SENT', 'RETRY', 'REFUSED'] as const;
export type LetterOutcome = (typeof LETTER_OUTCOMES)[number];

export const RECEIPT_MEANS = ['SIGNED', 'REFUSED_TO_SIGN', 'TOLD_BY_PHONE', 'REGISTERED_POST', 'AGENCY_BOARD'] as const;
export type ReceiptMeans = (typeof RECEIPT_MEANS)[number];

export const LETTER_ACTIONS = ['RECORD_RECEIPT', 'MARK_PRINTED', 'SEND_AGAIN'] as const;
export type LetterAction = (typeof LETTER_ACTIONS)[number];

export const CALENDAR_METHODS = ['REQUEST', 'CANCEL'] as const;
export type CalendarMethod = (typeof CALENDAR_METHODS)[number];
