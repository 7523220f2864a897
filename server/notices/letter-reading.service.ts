/** Reading what was written to somebody else leaves an event: one a request and viewer, naming whom it was about. */
import { type Acting, perform } from '../identity/command.js';

export async function recordLetterReading(acting: Acting, read: ReadonlyMap<string, string>): Promise<void> {
  await perform(acting, async (act) => {
    act.allowAnyone('the field asked for the right to read the letter');
    const letters = [...read.keys()];
    const subject = letters.length === 1 ? `letter:${letters[0]}` : 'letters';
    const others = letters.length === 1 ? [] : letters.map((id) => `letter:${id}`);
    const officers = [...new Set(read.values())].map((id) => `officer:${id}`);
    act.record('letter.read', subject, { letters }, [...others, ...officers]);
  });
}
