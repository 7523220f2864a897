/** What identity orders when an administrator opens a new way into somebody's account; who can write to people tells the person. */
import type { Act } from './command.js';

export const ACCOUNT_OPENED = 'ACCOUNT_OPENED';

export interface AccountOpened {
  userId: string;
  because: 'NEW_LINK' | 'SECOND_FACTOR_RESET';
  /** When, so that the same order carried out twice writes one letter. */
  at: string;
}

export const orderToTell = (act: Act, userId: string, because: AccountOpened['because']): void =>
  act.order(ACCOUNT_OPENED, { userId, because, at: act.now.toISOString() } satisfies AccountOpened);
