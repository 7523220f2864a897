/**
 * How does a letter reach a person? Never through the mailbox that is not used: by e-mail to another address where there is one, to the
 * official mailbox only of somebody who uses it regularly, else on paper (D-3).
 */
import type { LetterChannel } from './vocabulary.js';

/** What is known of somebody's addresses. */
export interface Reachable {
  otherEmail: string | null;
  mailbox: { address: string; state: string; kind: string } | null;
  currentTier: string | null;
  /** Has asked for paper. */
  prefersPaper?: boolean;
}

export interface Way {
  channel: LetterChannel;
  /** The address; null on paper. */
  sentTo: string | null;
}

const PAPER: Way = { channel: 'PAPER', sentTo: null };

/** One plain address: no list, no name, no control character can hide in it. */
const ONE_ADDRESS = /^[^\s@<>,;:"()[\]\\\p{Cc}]+@[^\s@<>,;:"()[\]\\\p{Cc}]+$/u;

/** The way a letter to this person takes now; `canSend` says whether a mail server is set. */
export function wayTo({ otherEmail, mailbox, currentTier, prefersPaper = false }: Reachable, canSend: boolean): Way {
  if (!canSend || prefersPaper) return PAPER;
  const other = otherEmail?.trim();
  // Another address that is the unused mailbox itself would be no other address.
  if (other && ONE_ADDRESS.test(other) && other.toLowerCase() !== mailbox?.address.toLowerCase())
    return { channel: 'EMAIL', sentTo: other };
  const isRead = currentTier === 'REGULAR' && mailbox?.state === 'ACTIVE' && mailbox.kind === 'PERSONAL';
  return isRead && ONE_ADDRESS.test(mailbox.address) ? { channel: 'EMAIL', sentTo: mailbox.address } : PAPER;
}
