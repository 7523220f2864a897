/** What is done with letters: recording that they were received, noting that they were printed, sending them again. Each stands alone. */
import { type Act, type Acting, perform } from '../identity/command.js';
import type { Right } from '../identity/right.js';
import { dayIn } from '../kernel/calendar.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import type { Text } from '../kernel/language.js';
import { isId } from '../kernel/record.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import type { Officer } from '../registry/officer.entity.js';
import { bindAttachment } from './attachment.service.js';
import { type Hindrance, hindrance } from './letter-actions.rules.js';
import { wayTo } from './letter-channel.rules.js';
import { bodyWithNewCode } from './letter-code.js';
import { Letter, Receipt } from './letter.entity.js';
import { LETTERS_WAIT } from './letter-orders.js';
import { letterSettings } from './letter-settings.js';
import { type LetterFile, noticesAccess } from './notices.access.js';
import { noticesMessages as m } from './notices.messages.js';
import { receiptFaults, tooEarly } from './receipt.rules.js';
import type { LetterAction, ReceiptMeans } from './vocabulary.js';
import { addresseesOf } from './write-letters.js';

export interface ReceiptInput {
  receivedOn: string;
  means: ReceiptMeans;
  note?: string | null;
  attachmentId?: string | null;
}

export interface Bulk {
  ids: string[];
  refused: Reason[];
}

/** A letter as it is printed. */
export interface Printed {
  id: string;
  body: string;
}

const MOST_AT_ONCE = 1_000;

/** Records that letters were received on a day; one scanned sheet may show it for many of them. */
export async function recordReceipts(acting: Acting, ids: readonly string[], input: ReceiptInput): Promise<Bulk> {
  const note = input.note?.trim() || null;
  return onEach(acting, ids, 'RECORD_RECEIPT', noticesAccess.recordReceipts, {
    before: async (act) => {
      const faults = receiptFaults({ ...input, note }, act.today);
      if (faults.length > 0) throw new Refusal(...faults);
    },
    work: async (act, letter) => {
      const early = tooEarly(input, dayIn(act.ground.clock.zone, letter.createdAt));
      if (early) throw new Refusal(early);
      const { receivedOn, means, attachmentId } = input;
      if (attachmentId) await bindAttachment(act, attachmentId, 'receipt', ['input', 'attachmentId']);
      const said = { receivedOn, means, note, attachmentId: attachmentId ?? null };
      const recorded = { recordedAt: act.now, recordedBy: act.actor.displayName, createdAt: act.now };
      act.em.persist(act.em.create(Receipt, { letter: letter.id, ...said, ...recorded } as never));
      letter.state = 'RECEIVED';
      act.record('letter.recordReceipt', `letter:${letter.id}`, { receivedOn, means, attachmentId: said.attachmentId }, toWhom(letter));
    },
  });
}

/** Notes that letters were printed; again each time. */
export async function markPrinted(acting: Acting, ids: readonly string[]): Promise<Bulk> {
  return onEach(acting, ids, 'MARK_PRINTED', noticesAccess.handleLetters, {
    work: async (act, letter) => {
      letter.printedAt = act.now;
      act.record('letter.markPrinted', `letter:${letter.id}`, undefined, toWhom(letter));
    },
  });
}

/**
 * Their texts as they are handed over, and that they were printed. Each printing of a letter that carries a code makes a new code, and the one
 * on the former paper is worthless unless it was used; whoever may print sees it.
 */
export async function printLetters(acting: Acting, ids: readonly string[]): Promise<{ printed: Printed[]; refused: Reason[] }> {
  const bodies = new Map<string, string>();
  const { ids: done, refused } = await onEach(acting, ids, 'MARK_PRINTED', noticesAccess.handleLetters, {
    work: async (act, letter) => {
      const { id, about, body, carriesCode } = letter;
      letter.printedAt = act.now;
      act.record('letter.print', `letter:${id}`, { carriesCode }, toWhom(letter));
      bodies.set(id, carriesCode ? await bodyWithNewCode(act, { officerId: letter.officer.id, about, body }) : body);
    },
  });
  return { printed: [...new Set(done.map((id) => id.toLowerCase()))].map((id) => ({ id, body: bodies.get(id)! })), refused };
}

/** Sends letters by e-mail once more: to another address that was added, or after a failure was mended. */
export async function sendAgain(acting: Acting, ids: readonly string[]): Promise<Bulk> {
  return onEach(acting, ids, 'SEND_AGAIN', noticesAccess.handleLetters, {
    work: async (act, letter) => {
      const { sentTo } = await wayOf(act, letter);
      Object.assign(letter, { channel: 'EMAIL', state: 'WAITING', sentTo, sending: letter.sending + 1, tries: 0 });
      Object.assign(letter, { waitingSince: act.now, nextTryAt: act.now, leasedUntil: null });
      act.record('letter.sendAgain', `letter:${letter.id}`, { sending: letter.sending }, toWhom(letter));
    },
    after: (act) => act.order(LETTERS_WAIT, {}),
  });
}

const toWhom = (letter: Letter) => [`officer:${letter.officer.id}`];

async function wayOf(act: Act, letter: Letter) {
  const to = (await addresseesOf(act, [letter.officer.id])).get(letter.officer.id)!;
  return wayTo(to, letterSettings().mail !== undefined);
}

interface Steps {
  /** What is wrong for all of them. */
  before?: (act: Act) => Promise<void>;
  work: (act: Act, letter: Letter) => Promise<void>;
  /** Once something was done. */
  after?: (act: Act) => void;
}

const HINDRANCES: Record<Hindrance, Text> = {
  alreadyReceived: m.alreadyReceived,
  isWaiting: m.isWaiting,
  noAddress: m.noAddress,
  isBeingSent: m.isBeingSent,
  hasLapsed: m.hasLapsed,
};

async function onEach(acting: Acting, ids: readonly string[], action: LetterAction, right: Right<LetterFile>, steps: Steps): Promise<Bulk> {
  if (ids.length > MOST_AT_ONCE)
    throw new Refusal({ code: 'LIMIT', path: ['ids'], message: { text: kernelMessages.tooMany, values: { limit: MOST_AT_ONCE } } });
  return perform(acting, async (act) => {
    act.allowAnyone('the right is asked for each letter');
    act.unchanged();
    await steps.before?.(act);
    await lockInOrder(act, ids);
    const done: string[] = [];
    const refused: Reason[] = [];
    for (const [place, id] of ids.entries()) {
      const path = ['ids', String(place)];
      const letter = isId(id) ? await lockedLetter(act, id) : null;
      const officer = letter && (letter.officer.unwrap() as Officer);
      const file = officer && { officerId: officer.id, agencyId: officer.agency.id };
      // Whoever may not see it is told what they would be told of none.
      if (!letter || !file || !act.mayDo(noticesAccess.readLetters, file)) {
        refused.push({ code: 'NOT_FOUND', path, message: { text: kernelMessages.notFound } });
        continue;
      }
      try {
        if (!act.mayDo(right, file)) throw new Refusal({ code: 'RULE_VIOLATED', rule: 'D-3', message: { text: m.ownLetter } });
        const { state, carriesCode } = letter;
        const standing = { state, carriesCode, sentTo: letter.sentTo ?? null, way: await wayOf(act, letter) };
        const because = hindrance(action, standing);
        if (because) throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'D-3', message: { text: HINDRANCES[because] } });
        await steps.work(act, letter);
        done.push(id);
      } catch (error) {
        if (!(error instanceof Refusal) || error.reasons.some((reason) => reason.path?.[0] === 'input')) throw error;
        refused.push(...error.reasons.map((reason) => ({ ...reason, path })));
      }
    }
    if (done.length > 0) steps.after?.(act);
    return { ids: done, refused };
  });
}

/** All of them, in one order whatever was given: two who work on the same letters wait for one another, and never both. */
const lockInOrder = (act: Act, ids: readonly string[]) =>
  act.em.execute('select 1 from letter where id = any(?::uuid[]) order by id for update', [`{${ids.filter(isId).join(',')}}`]);

async function lockedLetter(act: Act, id: string): Promise<Letter | null> {
  const [found] = await act.em.execute<unknown[]>('select 1 from letter where id = ? for update', [id]);
  return found ? act.em.findOne(Letter, { id } as never, { populate: ['officer'] } as never) : null;
}
