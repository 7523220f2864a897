/** Tells a person by letter that an administrator has opened a new way into their account, or taken off what it was secured by. */
import { systemActor } from '../identity/actor.js';
import { perform } from '../identity/command.js';
import { ACCOUNT_OPENED, type AccountOpened } from '../identity/account-opened.js';
import type { Ground } from '../kernel/ground.js';
import type { Outbox } from '../kernel/outbox.js';
import { ACCOUNT_LETTERS } from './account-letters.messages.js';
import { writeLetters } from './write-letters.js';

export function listenForOpenedAccounts(outbox: Outbox): void {
  outbox.on<AccountOpened>(ACCOUNT_OPENED, tellPerson);
}

/** Only who has an officer's file can be reached past the account itself. */
async function tellPerson({ userId, because, at }: AccountOpened, ground: Ground): Promise<void> {
  await perform({ ground, actor: systemActor }, async (act) => {
    act.allowAnyone('an administrator has done something to the account, and the person is told');
    act.unchanged();
    const files = await act.em.execute<{ officer_id: string }[]>(
      `select g.scope_id as officer_id from role_grant g join officer o on o.id = g.scope_id where g.user_id = ? and g.role = 'OFFICER'`,
      [userId],
    );
    await writeLetters(
      act,
      files.map(({ officer_id }) => ({
        kind: 'account.opened',
        officerId: officer_id,
        about: `user:${userId}`,
        title: { text: ACCOUNT_LETTERS.title },
        paragraphs: [{ text: ACCOUNT_LETTERS[because] }, { text: ACCOUNT_LETTERS.notYou }],
        key: `account.opened:${userId}:${because}:${at}`,
      })),
    );
  });
}
