/** Granting, declining and taking back (TR-1). Each enrolment stands alone; a seat that becomes free goes to the next in line. */
import { type Act, type Acting, perform } from '../identity/command.js';
import type { Message } from '../kernel/language.js';
import type { Reason } from '../kernel/refusal.js';
import type { Officer } from '../registry/officer.entity.js';
import { enrolmentFileOf, loadEnrolments, noEnrolment, seatsOf, shownState } from './class-book.js';
import type { Enrolment } from './enrolment.entity.js';
import type { EnrolmentAction, EnrolmentParty } from './enrolment.workflow.js';
import { mentionsOf } from './promotion.js';
import { hasSeatFor, seatsLeft, withSeat } from './queue.rules.js';
import { givenReason } from './reason-words.js';
import type { Bulk } from './request.service.js';
import { seatFault } from './seat.rules.js';
import { takeOff } from './taking-off.js';
import { partyOf, trainingAccess } from './training.access.js';
import type { TrainingClass } from './training-class.entity.js';
import { inviteEnrolled, tellDeclined } from './training-letters.js';
import { TRAINING_TEXTS } from './training.messages.js';

/** Grants requests: ENROLLED, or WAITLISTED by the time of the request where no seat is free; after the cut-off also to who waits. */
export async function approveEnrolments(acting: Acting, ids: readonly string[]): Promise<Bulk> {
  return onEach(acting, ids, 'APPROVE', async (act, held, chosen, refuse) => {
    let seats = await seatsOf(act.em, held);
    const seated: Enrolment[] = [];
    for (const { place, enrolment } of chosen) {
      if (hasSeatFor(seats, enrolment.agencyId)) {
        enrolment.state = 'ENROLLED';
        seats = withSeat(seats, enrolment.agencyId);
        seated.push(enrolment);
      } else if (enrolment.state === 'WAITLISTED') {
        refuse(place, { text: seatsLeft(seats) === 0 ? TRAINING_TEXTS.noSeat : TRAINING_TEXTS.noAgencySeat });
        continue;
      } else enrolment.state = 'WAITLISTED';
      act.record(
        'enrolment.approve',
        `enrolment:${enrolment.id}`,
        { class: held.reference, state: enrolment.state },
        mentionsOf(enrolment),
      );
    }
    await act.em.flush();
    await inviteEnrolled(act, held, seated);
  });
}

/** Declines requests; the officer is told. The request was the sheltering one of its finding, and stays so (TR-3). */
export async function declineEnrolments(acting: Acting, ids: readonly string[], reason?: string | null): Promise<Bulk> {
  const words = givenReason(reason, ['reason']);
  return onEach(acting, ids, 'DECLINE', async (act, held, chosen) => {
    for (const { enrolment } of chosen) {
      enrolment.state = 'DECLINED';
      enrolment.endedAt = act.now;
      enrolment.endedReason = words;
      act.record('enrolment.decline', `enrolment:${enrolment.id}`, { class: held.reference, reason: words }, mentionsOf(enrolment));
    }
    await act.em.flush();
    await tellDeclined(
      act,
      held,
      chosen.map(({ enrolment }) => enrolment),
      words,
    );
  });
}

/** Takes requests and seats back, by the officer or for them; the next in line moves up before the cut-off. */
export async function withdrawEnrolments(acting: Acting, ids: readonly string[], reason?: string | null): Promise<Bulk> {
  const words = givenReason(reason, ['reason']);
  return onEach(acting, ids, 'WITHDRAW', (act, held, chosen) =>
    takeOff(
      act,
      held,
      chosen.map(({ enrolment, party }) => ({ enrolment, isByThemselves: party === 'OFFICER' })),
      words,
    ),
  );
}

const RIGHTS = { APPROVE: trainingAccess.decide, DECLINE: trainingAccess.decide, WITHDRAW: trainingAccess.request };

/** Somebody with whose enrolment something can be done, and their place in the list that was given. */
interface Chosen {
  place: number;
  enrolment: Enrolment;
  party: EnrolmentParty;
}

type Refuse = (place: number, message: Message) => void;
type Work = (act: Act, held: TrainingClass, chosen: readonly Chosen[], refuse: Refuse) => Promise<void>;

/** Does something with all that may be done in its state by whoever acts, class by class; what is refused concerns only the one it names. */
async function onEach(acting: Acting, ids: readonly string[], action: EnrolmentAction, work: Work): Promise<Bulk> {
  return perform(acting, async (act) => {
    act.allowAnyone('the right is asked for each enrolment');
    act.unchanged();
    const refused = new Map<number, Reason>();
    const refuse: Refuse = (place, message) =>
      refused.set(place, { code: 'NOT_ALLOWED_NOW', rule: 'TR-1', path: ['ids', String(place)], message });
    const found = await loadEnrolments(act, ids);
    const chosenOf = new Map<TrainingClass, Chosen[]>();
    const taken = new Set<Enrolment>();
    for (const [place, enrolment] of found.entries()) {
      const held = enrolment?.trainingClass.unwrap();
      const file = enrolment && held && enrolmentFileOf(held, enrolment.officer.unwrap() as Officer);
      // Whoever may not see the line of the roster is told what they would be told of none.
      if (!enrolment || !held || !file || !act.mayDo(trainingAccess.readRoster, file)) {
        refused.set(place, noEnrolment(['ids', String(place)]));
        continue;
      }
      const party = act.mayDo(RIGHTS[action], file) ? partyOf(act.actor, file) : null;
      const fault = taken.has(enrolment) ? { text: TRAINING_TEXTS.notNow } : seatFault(action, seatFactsOf(act, held, enrolment, party));
      if (fault || !party) {
        refuse(place, fault ?? { text: TRAINING_TEXTS.notYours });
        continue;
      }
      taken.add(enrolment);
      chosenOf.set(held, [...(chosenOf.get(held) ?? []), { place, enrolment, party }]);
    }
    for (const [held, chosen] of chosenOf) await work(act, held, chosen, refuse);
    return {
      ids: found.flatMap((enrolment, place) => (enrolment && !refused.has(place) ? enrolment.id : [])),
      refused: [...refused].sort(([a], [b]) => a - b).map(([, reason]) => reason),
    };
  });
}

const seatFactsOf = (act: Act, held: TrainingClass, { state }: Enrolment, party: EnrolmentParty | null) => ({
  state,
  party,
  classState: shownState(act, held),
  cutOffAt: held.cutOffAt ?? null,
  startsAt: held.startsAt,
  now: act.now,
  zone: act.ground.clock.zone,
});
