/** Can a letter have been received on this day, as this is told (L-1)? */
import type { Day } from '../kernel/calendar.js';
import { dateIn } from '../kernel/language.js';
import type { Reason } from '../kernel/refusal.js';
import { noticesMessages as m } from './notices.messages.js';

export const LONGEST_NOTE = 2_000;

export interface ReceiptFacts {
  receivedOn: Day;
  note?: string | null;
}

/** What is wrong with what is told, whatever the letter. */
export function receiptFaults({ receivedOn, note }: ReceiptFacts, today: Day): Reason[] {
  return [
    ...(receivedOn > today
      ? [{ code: 'INVALID' as const, rule: 'L-1', path: ['input', 'receivedOn'], message: { text: m.receivedInFuture } }]
      : []),
    ...(note && note.length > LONGEST_NOTE
      ? [{ code: 'LIMIT' as const, path: ['input', 'note'], message: { text: m.noteTooLong, values: { limit: LONGEST_NOTE } } }]
      : []),
  ];
}

/** A letter is not received before it is written. */
export function tooEarly({ receivedOn }: ReceiptFacts, writtenOn: Day): Reason | null {
  if (receivedOn >= writtenOn) return null;
  return { code: 'INVALID', rule: 'L-1', message: { text: m.receivedBeforeWritten, values: { day: dateIn('vi', writtenOn) } } };
}
