/** What became of a letter that was to be sent? It is sent, waits for another attempt, or goes on paper. */
import { systemActor } from '../identity/actor.js';
import { type Act, perform } from '../identity/command.js';
import type { Ground } from '../kernel/ground.js';
import { codeArrived } from './letter-code.js';
import { Letter, LetterAttempt } from './letter.entity.js';
import { MOST_WAITING, nextTry } from './smtp-words.rules.js';
import type { LetterOutcome } from './vocabulary.js';

export interface Attempt {
  outcome: LetterOutcome;
  detail: string;
  /** The code in the letter, where it carries one. */
  code?: string | undefined;
}

/** Records an attempt. A letter that is sent anew or was handed over meanwhile is left as it is; the attempt stands all the same. */
export async function noteAttempt(
  ground: Ground,
  sent: { id: string; sending: number },
  { outcome, detail, code }: Attempt,
): Promise<void> {
  await perform({ ground, actor: systemActor }, async (act) => {
    act.allowAnyone('the post asks for it');
    const letter = await act.load(Letter, sent.id);
    const isCurrent = letter.state === 'WAITING' && letter.sending === sent.sending;
    const again = outcome === 'RETRY' ? nextTry(letter.tries + 1, letter.waitingSince ?? act.now, act.now) : null;
    const seen: LetterOutcome = outcome === 'RETRY' && !again ? 'REFUSED' : outcome;
    act.em.persist(act.em.create(LetterAttempt, { letter: letter.id, at: act.now, outcome: seen, detail, createdAt: act.now } as never));
    if (!isCurrent) return act.unchanged();
    letter.tries++;
    letter.leasedUntil = null;
    if (seen === 'SENT') {
      markSent(act, letter);
      if (code) await codeArrived(act, { officerId: letter.officer.id, about: letter.about }, code);
    } else if (seen === 'REFUSED') putOnPaper(act, letter);
    else {
      letter.nextTryAt = again;
      act.unchanged();
    }
  });
}

function markSent(act: Act, letter: Letter): void {
  letter.state = 'SENT';
  letter.sentAt = act.now;
  letter.nextTryAt = null;
  act.record('letter.send', `letter:${letter.id}`, { kind: letter.kind }, [`officer:${letter.officer.id}`]);
}

function putOnPaper(act: Act, letter: Letter): void {
  Object.assign(letter, { state: 'TO_HAND_OVER', channel: 'PAPER', sentTo: null, nextTryAt: null, leasedUntil: null });
  act.record('letter.putOnPaper', `letter:${letter.id}`, { kind: letter.kind }, [`officer:${letter.officer.id}`]);
}

const MOST_AT_ONCE = 500;

/** Puts on paper what has waited for three days; for when the mail server answers nobody. */
export async function giveUpOverdue(ground: Ground): Promise<void> {
  for (let left = MOST_AT_ONCE; left === MOST_AT_ONCE;) {
    left = await perform({ ground, actor: systemActor }, async (act) => {
      act.allowAnyone('the post asks for it');
      const overdue = await act.em.execute<{ id: string }[]>(
        `select id from letter where state = 'WAITING' and waiting_since <= ? and (leased_until is null or leased_until <= now())
         order by id limit ${MOST_AT_ONCE} for update skip locked`,
        [new Date(act.now.getTime() - MOST_WAITING)],
      );
      if (overdue.length === 0) act.unchanged();
      const letters = await act.em.find(Letter, { id: { $in: overdue.map(({ id }) => id) } } as never);
      for (const letter of letters) putOnPaper(act, letter);
      return overdue.length;
    });
  }
}
