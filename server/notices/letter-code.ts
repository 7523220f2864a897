/**
 * A letter that carries a one-time code holds a mark in its place: the code itself is made when the letter is printed or sent, and is
 * nowhere stored (G-17).
 */
import { newAccessCode } from '../identity/access-code.rules.js';
import { issueAccessCode } from '../identity/access-code.service.js';
import type { Act } from '../identity/command.js';

/** What stands for the code in the text of a letter: `values: { code: CODE_PLACE }`. */
export const CODE_PLACE = '{{code}}';

/** The text with something in the place of the code. */
export const withCode = (body: string, code: string): string => body.replaceAll(CODE_PLACE, code);

export interface CarryingLetter {
  officerId: string;
  about: string;
  body: string;
}

/** The text as it is handed over, with a new code for the file of whom it is to; the code of an earlier printing is worthless. */
export async function bodyWithNewCode(act: Act, { officerId, about, body }: CarryingLetter): Promise<string> {
  return withCode(body, await issueAccessCode(act, { scopeId: officerId, about }));
}

/** For a letter that is about to be sent: the code counts once it is known that the letter arrived. */
export const codeToSend = newAccessCode;

/** The code in a letter that was sent counts from now on. */
export async function codeArrived(
  act: Act,
  { officerId, about }: Pick<CarryingLetter, 'officerId' | 'about'>,
  code: string,
): Promise<void> {
  await issueAccessCode(act, { scopeId: officerId, about }, code);
}
