/**
 * Which message changed its flags, and is it read? `flags=` is the state after the change (evidence.md §3).
 * Folder names hold commas and blanks, and message id, sender and subject are a stranger's words: box ends at `, uid=`, the flags are read from the end.
 */

export interface FlagChange {
  /** \Seen is among the flags. */
  isSeen: boolean;
  /** Box, uid and message id in one text: only for hashing (E-1). */
  message: string;
}

const BEGINNING = 'flag_change: ';
const FLAGS = /, flags=\(([^()]*)\)$/;

export function readFlagChange(text: string): FlagChange | undefined {
  const flags = FLAGS.exec(text);
  if (!flags) return undefined;
  const body = text.slice(BEGINNING.length, flags.index);
  if (!body.startsWith('box=')) return undefined;
  const uidAt = body.indexOf(', uid=');
  if (uidAt < 0) return undefined;
  const uid = /^\d+/.exec(body.slice(uidAt + 6))?.[0];
  if (uid === undefined) return undefined;
  const rest = body.slice(uidAt + 6 + uid.length);
  if (rest !== '' && !rest.startsWith(', ')) return undefined;
  const isSeen = flags[1]!.split(' ').some((flag) => flag.toLowerCase() === '\\seen');
  return { isSeen, message: `${body.slice(4, uidAt)}\n${uid}\n${messageId(rest)}` };
}

function messageId(rest: string): string {
  if (!rest.startsWith(', msgid=')) return '';
  const value = rest.slice(8);
  if (value.startsWith('<')) {
    const close = value.search(/>(?:,|$)/);
    if (close >= 0) return value.slice(0, close + 1);
  }
  const comma = value.indexOf(', ');
  return comma < 0 ? value : value.slice(0, comma);
}
