/** What can be done with a letter where it stands? */
import type { Way } from './letter-channel.rules.js';
import { LETTER_ACTIONS, type LetterAction, type LetterState } from './vocabulary.js';

/** What decides on it: where it stands, where it went, and how its person would be reached now. */
export interface Standing {
  state: LetterState;
  sentTo: string | null;
  /** Carries a one-time code, of which a new one may be needed after the letter was received. */
  carriesCode?: boolean;
  way: Way;
}

export type Hindrance = 'alreadyReceived' | 'isWaiting' | 'noAddress' | 'isBeingSent' | 'hasLapsed';

/** Why it cannot be done now; null when it can. */
export function hindrance(action: LetterAction, { state, sentTo, carriesCode, way }: Standing): Hindrance | null {
  if (state === 'RECEIVED') return action === 'MARK_PRINTED' && carriesCode ? null : 'alreadyReceived';
  // It may have been handed over before it lapsed, and that is worth recording.
  if (state === 'LAPSED') return action === 'RECORD_RECEIPT' ? null : 'hasLapsed';
  if (action !== 'SEND_AGAIN') return state === 'WAITING' ? 'isWaiting' : null;
  if (way.channel === 'PAPER') return 'noAddress';
  return state === 'WAITING' && way.sentTo === sentTo ? 'isBeingSent' : null;
}

export const letterActions = (standing: Standing): LetterAction[] => LETTER_ACTIONS.filter((action) => !hindrance(action, standing));
