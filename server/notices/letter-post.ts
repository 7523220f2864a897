/**
 * Who carries the letters to the mail server? Not the outbox, which has other orders to carry out: a worker of their own, woken when letters
 * wait. A letter is claimed for a short lease, so that of several servers one sends it; nothing is sent inside a transaction.
 */
import { BackgroundWork } from '../kernel/background-work.js';
import type { Ground } from '../kernel/ground.js';
import { codeToSend, withCode } from './letter-code.js';
import { LETTERS_WAIT } from './letter-orders.js';
import { addressIn, type LetterToSend, messageOf } from './letter-message.js';
import { type LetterSettings, letterSettings } from './letter-settings.js';
import { giveUpOverdue, noteAttempt } from './letter-outcome.service.js';
import { MailFault, postMessage, TIME_LIMITS } from './smtp-door.js';
import { blanked } from './smtp-words.rules.js';

/** Longer than connecting and sending may take. */
const LEASE_SECONDS = 120;
const LANES = 3;
/** How long a server that closes waits for the letters at hand. */
const GRACE_MILLISECONDS = 5_000;

type Mail = NonNullable<LetterSettings['mail']>;

const posts = new WeakMap<Ground, LetterPost>();

/** The worker of a ground. */
export function letterPostOf(ground: Ground): LetterPost {
  let post = posts.get(ground);
  if (!post) posts.set(ground, (post = new LetterPost(ground)));
  return post;
}

/** Letters are sent as soon as they are written, and looked for now and then: those that are tried again, and those of a server that died. */
export function sendLetters({ outbox, routines }: Ground): void {
  outbox.on(
    LETTERS_WAIT,
    async (_payload: object, ground) => letterPostOf(ground).wake(),
    (one) => one,
  );
  routines.add('letters.send', { seconds: 30 }, async (ground) => letterPostOf(ground).wake());
}

export class LetterPost extends BackgroundWork {
  /** Shorter in tests. */
  limits = TIME_LIMITS;
  private readonly breakingOff = new AbortController();

  constructor(ground: Ground) {
    super(ground, 'Sending letters');
  }

  /** Ends after the letters at hand; one that takes too long is broken off and sent again with the same Message-ID. */
  override async stop(): Promise<void> {
    const timer = setTimeout(() => this.breakingOff.abort(), GRACE_MILLISECONDS);
    await super.stop();
    clearTimeout(timer);
  }

  protected async round(): Promise<void> {
    const { mail } = letterSettings();
    const round = { isDown: !mail };
    if (mail) await Promise.all(Array.from({ length: LANES }, () => this.lane(mail, round)));
    // Nobody is kept waiting for a mail server for longer than three days.
    if (round.isDown && !this.isStopped) await giveUpOverdue(this.ground);
    if (round.isDown) this.isAskedAgain = false;
  }

  private async lane(mail: Mail, round: { isDown: boolean }): Promise<void> {
    while (!round.isDown && !this.isStopped) {
      const letter = await this.claim();
      if (!letter) return;
      if (await this.send(letter, mail)) round.isDown = true;
    }
  }

  /** Whether the mail server does not answer: then the others wait, too. */
  private async send(letter: LetterToSend, mail: Mail): Promise<boolean> {
    const { ground } = this;
    const code = letter.carriesCode ? codeToSend() : undefined;
    const { fault, words } = await this.post(code ? { ...letter, body: withCode(letter.body, code) } : letter, mail);
    await noteAttempt(ground, letter, {
      outcome: !fault ? 'SENT' : fault.isFinal ? 'REFUSED' : 'RETRY',
      detail: blanked(fault?.detail ?? words ?? '', [letter.sentTo, code ?? '']),
      code,
    });
    if (fault) ground.log.warn({ letter: letter.id, isFinal: fault.isFinal }, 'A letter was not taken by the mail server');
    return fault?.isOfServer ?? false;
  }

  private async post(letter: LetterToSend, { url, from }: Mail): Promise<{ words?: string; fault?: MailFault }> {
    try {
      const message = await messageOf(letter, from, this.ground.clock.now());
      const envelope = { from: addressIn(from), to: letter.sentTo };
      return { words: await postMessage(url, envelope, message, this.limits, this.breakingOff.signal) };
    } catch (error) {
      // A letter that cannot be made into a message must not keep the others waiting.
      return { fault: error instanceof MailFault ? error : new MailFault((error as Error).name, false, false) };
    }
  }

  private async claim(): Promise<LetterToSend | undefined> {
    const [letter] = await this.ground.orm.em.fork().execute<LetterToSend[]>(
      `update letter set leased_until = now() + interval '${LEASE_SECONDS} seconds'
       where id = (select id from letter where state = 'WAITING' and next_try_at <= ? and (leased_until is null or leased_until <= now())
                   order by next_try_at, id limit 1 for update skip locked)
       returning id, sending, title, officer_id as "officerId", about, carries_code as "carriesCode", body, language, sent_to as "sentTo", calendar_name as "calendarName",
                 calendar_method as "calendarMethod", calendar_text as "calendarText"`,
      [this.ground.clock.now()],
    );
    return letter;
  }
}
