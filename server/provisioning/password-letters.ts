/** How does an officer get the first or a new password? By a letter with a one-time code, to another address or on paper: the password itself is in no letter. */
import type { Act } from '../identity/command.js';
import { ownUrl } from '../kernel/own-url.js';
import { CODE_PLACE } from '../notices/letter-code.js';
import { writeLetters } from '../notices/write-letters.js';
import { PASSWORD_LETTERS } from './password-letters.messages.js';

/** What the letter, and its code, are about. */
export const aboutMailbox = (mailboxId: string): string => `mailbox:${mailboxId}`;

/** Writes it in the command's transaction; one before that nobody has handed over is needed no more. */
export async function writePasswordLetter(
  act: Act,
  { mailboxId, officerId, address, because }: { mailboxId: string; officerId: string; address: string; because: 'made' | 'reset' },
): Promise<void> {
  await writeLetters(act, [
    {
      kind: 'mailbox.password',
      officerId,
      about: aboutMailbox(mailboxId),
      title: { text: PASSWORD_LETTERS.title, values: { address } },
      paragraphs: [
        { text: PASSWORD_LETTERS[because], values: { address } },
        { text: PASSWORD_LETTERS.code, values: { page: `${ownUrl(act.ground)}/#/code`, code: CODE_PLACE } },
        { text: PASSWORD_LETTERS.notYou },
      ],
      isReplacing: true,
      carriesCode: true,
    },
  ]);
}
