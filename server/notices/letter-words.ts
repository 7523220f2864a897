/** The enums of letters as the schema shows them. */
import { registerEnumType } from 'type-graphql';
import {
  LETTER_ACTIONS,
  type LetterAction as ActionName,
  LETTER_CHANNELS,
  type LetterChannel as ChannelName,
  LETTER_OUTCOMES,
  type LetterOutcome as OutcomeName,
  LETTER_STATES,
  type LetterState as StateName,
  RECEIPT_MEANS,
  type ReceiptMeans as MeansName,
} from './vocabulary.js';

const enumOf = <T extends string>(names: readonly T[]) => Object.fromEntries(names.map((name) => [name, name])) as { [N in T]: N };

export const LetterChannel = enumOf<ChannelName>(LETTER_CHANNELS);
export const LetterState = enumOf<StateName>(LETTER_STATES);
export const LetterOutcome = enumOf<OutcomeName>(LETTER_OUTCOMES);
export const LetterAction = enumOf<ActionName>(LETTER_ACTIONS);
export const ReceiptMeans = enumOf<MeansName>(RECEIPT_MEANS);

registerEnumType(LetterChannel, {
  name: 'LetterChannel',
  description: 'How a letter reaches the person.',
  valuesConfig: {
    EMAIL: { description: 'By e-mail, to an address the person reads.' },
    PAPER: { description: 'Printed and handed over, or told by phone, by the agency contact.' },
  },
});

registerEnumType(LetterState, {
  name: 'LetterState',
  description: 'Where a letter stands.',
  valuesConfig: {
    WAITING: { description: 'To be sent by e-mail.' },
    SENT: { description: 'A mail server has taken it.' },
    TO_HAND_OVER: { description: 'To be printed and handed over.' },
    RECEIVED: { description: 'Its receipt is recorded.' },
    LAPSED: { description: 'Nobody needs it any more: a newer letter says what holds, or what it is about is over.' },
  },
});

registerEnumType(LetterOutcome, {
  name: 'LetterOutcome',
  description: 'What became of one attempt to send a letter.',
  valuesConfig: {
    SENT: { description: 'The mail server took it.' },
    RETRY: { description: 'Not now; it is tried again.' },
    REFUSED: { description: 'Given up; the letter goes on paper.' },
  },
});

registerEnumType(LetterAction, {
  name: 'LetterAction',
  description: 'What can be done with a letter.',
  valuesConfig: {
    RECORD_RECEIPT: { description: 'Record that it was received.' },
    MARK_PRINTED: { description: 'Note that it was printed.' },
    SEND_AGAIN: { description: 'Send it by e-mail once more, or to another address.' },
  },
});

registerEnumType(ReceiptMeans, {
  name: 'ReceiptMeans',
  description: 'By what it is shown that a letter was received.',
  valuesConfig: {
    SIGNED: { description: 'The person signed for it.' },
    REFUSED_TO_SIGN: { description: 'It was handed over; the person would not sign.' },
    TOLD_BY_PHONE: { description: 'Its content was told by phone.' },
    REGISTERED_POST: { description: 'Sent by registered post.' },
    AGENCY_BOARD: { description: 'Displayed at the agency.' },
  },
});
