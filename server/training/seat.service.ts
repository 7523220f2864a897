/** Granting, declining and taking back (TR-1). Each enrolment stands alone; a seat that becomes free goes to the next in line. */
import { type Act, type Acting, perform } from '../identity/command.js';
import type { Right } from '../identity/right.js';
import type { Text } from '../kernel/language.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import type { Officer } from '../registry/officer.entity.js';
import { enrolmentFileOf, loadEnrolments, noEnrolment, seatsOf, shownState } from './class-book.js';
import { Enrolment } from './enrolment.entity.js';
import { type EnrolmentAction, enrolmentWorkflow } from './enrolment.workflow.js';
import { mentionsOf, promoteNext } from './promotion.js';
import { hasSeatFor, seatsLeft } from './queue.rules.js';
import { givenReason } from './reason-words.js';
import type { Bulk } from './request.service.js';
import { type EnrolmentFile, partyOf, trainingAccess } from './training.access.js';
import type { TrainingClass } from './training-class.entity.js';
import { inviteEnrolled, tellDeclined, tellWithdrawn } from './training-letters.js';
import { TRAINING_TEXTS } from './training.messages.js';

/** Grants requests: ENROLLED, or WAITLISTED by the time of the request where no seat is free; after the cut-off also to who waits. */
export async function approveEnrolments(acting: Acting, ids: readonly string[]): Promise<Bulk> {
  return onEach(acting, ids, 'APPROVE', trainingAccess.decide, async (act, enrolment, held) => {
    const seats = await seatsOf(act.em, held);
    const isWaiting = enrolment.state === 'WAITLISTED';
    if (!hasSeatFor(seats, enrolment.agencyId)) {
      if (isWaiting)
        throw new Refusal({
          code: 'NOT_ALLOWED_NOW',
          rule: 'TR-1',
          message: { text: seatsLeft(seats) === 0 ? TRAINING_TEXTS.noSeat : TRAINING_TEXTS.noAgencySeat },
        });
      enrolment.state = 'WAITLISTED';
    } else enrolment.state = 'ENROLLED';
    act.record('enrolment.approve', `enrolment:${enrolment.id}`, { class: held.reference, state: enrolment.state }, mentionsOf(enrolment));
    await act.em.flush();
    if (enrolment.state === 'ENROLLED') await inviteEnrolled(act, held, [enrolment]);
  });
}

/** Declines requests; the officer is told. The request was the sheltering one of its finding, and stays so (TR-3). */
export async function declineEnrolments(acting: Acting, ids: readonly string[], reason?: string | null): Promise<Bulk> {
  const words = givenReason(reason, ['reason']);
  return onEach(acting, ids, 'DECLINE', trainingAccess.decide, async (act, enrolment, held) => {
    end(act, enrolment, 'DECLINED', words);
    act.record('enrolment.decline', `enrolment:${enrolment.id}`, { class: held.reference, reason: words }, mentionsOf(enrolment));
    await act.em.flush();
    await tellDeclined(act, held, [enrolment]);
  });
}

/** Takes requests and seats back, by the officer or for them; the next in line moves up before the cut-off. */
export async function withdrawEnrolments(acting: Acting, ids: readonly string[], reason?: string | null): Promise<Bulk> {
  const words = givenReason(reason, ['reason']);
  return onEach(acting, ids, 'WITHDRAW', trainingAccess.request, async (act, enrolment, held) => {
    await withdraw(act, enrolment, held, words);
  });
}

/** Takes somebody off the list; who had a seat is told, and it goes to the next in line. */
export async function withdraw(act: Act, enrolment: Enrolment, held: TrainingClass, words: string | null): Promise<void> {
  const hadSeat = enrolment.state === 'ENROLLED';
  end(act, enrolment, 'WITHDRAWN', words);
  act.record('enrolment.withdraw', `enrolment:${enrolment.id}`, { class: held.reference, reason: words }, mentionsOf(enrolment));
  await act.em.flush();
  if (hadSeat) await tellWithdrawn(act, held, [enrolment]);
  await promoteNext(act, held);
}

function end(act: Act, enrolment: Enrolment, state: 'DECLINED' | 'WITHDRAWN', words: string | null): void {
  enrolment.state = state;
  enrolment.endedAt = act.now;
  enrolment.endedReason = words;
}

/** Does something with each enrolment that may be done in its state by whoever acts; what is refused concerns only the one it names. */
async function onEach(
  acting: Acting,
  ids: readonly string[],
  action: EnrolmentAction,
  right: Right<EnrolmentFile>,
  work: (act: Act, enrolment: Enrolment, held: TrainingClass) => Promise<void>,
): Promise<Bulk> {
  return perform(acting, async (act) => {
    act.allowAnyone('the right is asked for each enrolment');
    act.unchanged();
    const done: string[] = [];
    const refused: Reason[] = [];
    for (const [place, enrolment] of (await loadEnrolments(act, ids)).entries()) {
      const path = ['ids', String(place)];
      const held = enrolment?.trainingClass.unwrap();
      const file = enrolment && held && enrolmentFileOf(held, enrolment.officer.unwrap() as Officer);
      // Whoever may not see the line of the roster is told what they would be told of none.
      if (!enrolment || !held || !file || !act.mayDo(trainingAccess.readRoster, file)) {
        refused.push(noEnrolment(path));
        continue;
      }
      try {
        const party = partyOf(act.actor, file);
        const step = enrolmentWorkflow.step(enrolment.state, action);
        const refuse = (text: Text) => new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'TR-1', message: { text } });
        if (!act.mayDo(right, file) || !party) throw refuse(TRAINING_TEXTS.notYours);
        if (!step || isOver(act, held)) throw refuse(TRAINING_TEXTS.notNow);
        if (!step.who.includes(party)) throw refuse(TRAINING_TEXTS.notYours);
        await work(act, enrolment, held);
        done.push(enrolment.id);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push(...error.reasons.map((reason) => ({ ...reason, path })));
      }
    }
    return { ids: done, refused };
  });
}

const isOver = (act: Act, held: TrainingClass): boolean => ['COMPLETED', 'CANCELLED'].includes(shownState(act, held));
