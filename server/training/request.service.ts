/**
 * Asking for seats in a class (TR-1): by the officer, for whom it is a request; by contact, trainer or task force, for whom it is a seat, or
 * a place in the queue where none is free. Each officer stands alone.
 */
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Actor } from '../identity/actor.js';
import { type Act, type Acting, perform } from '../identity/command.js';
import { isId } from '../kernel/record.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import { Officer } from '../registry/officer.entity.js';
import { enrolmentFileOf, loadClass, refuseTooMany, seatsOf, shownState } from './class-book.js';
import { LONGEST_ROSTER } from './class-facts.rules.js';
import { Enrolment } from './enrolment.entity.js';
import type { EnrolmentParty } from './enrolment.workflow.js';
import { mentionsOf } from './promotion.js';
import { hasSeatFor, type Seats, withSeat } from './queue.rules.js';
import { requestFault } from './request.rules.js';
import { partyOf, trainingAccess } from './training.access.js';
import type { TrainingClass } from './training-class.entity.js';
import { inviteEnrolled } from './training-letters.js';
import { TRAINING_TEXTS } from './training.messages.js';
import type { EnrolmentOrigin } from './vocabulary.js';

/** What came of something done to many: ids in the order given, and why not for the others. */
export interface Bulk {
  ids: string[];
  refused: Reason[];
}

/** Somebody for whom a seat is asked, and what is said where they are not found. */
export interface Wanted {
  officerId: string | null;
  path: string[];
  missing: Reason['message'];
}

/** Asks for seats for officers, and for those whose findings are named; at most 1,000 of each. */
export async function requestSeats(
  acting: Acting,
  classId: string,
  officerIds: readonly string[],
  findingIds: readonly string[] = [],
): Promise<Bulk> {
  return perform(acting, async (act) => {
    refuseTooMany(officerIds, 'officerIds');
    refuseTooMany(findingIds, 'findingIds');
    if (officerIds.length + findingIds.length === 0)
      throw new Refusal({ code: 'REQUIRED', path: ['officerIds'], message: { text: TRAINING_TEXTS.nobodyNamed } });
    act.allowAnyone('the right is asked for each officer');
    const held = await loadClass(act, classId, ['classId']);
    return takeRequests(act, held, [
      ...officerIds.map((id, i) => wanted(id, ['officerIds', String(i)], 'noOfficer')),
      ...(await officersOfFindings(act.em, findingIds)).map((id, i) => wanted(id, ['findingIds', String(i)], 'noFinding')),
    ]);
  });
}

/** The same inside a command that holds the row of the class. */
export const takeRequests = (act: Act, held: TrainingClass, all: readonly Wanted[]): Promise<Bulk> => new Requests(act, held).take(all);

const wanted = (id: string | null, path: string[], missing: 'noOfficer' | 'noFinding'): Wanted => ({
  officerId: id !== null && isId(id) ? id : null,
  path,
  missing: { text: TRAINING_TEXTS[missing] },
});

async function officersOfFindings(em: SqlEntityManager, ids: readonly string[]): Promise<(string | null)[]> {
  const known = ids.filter(isId);
  if (known.length === 0) return ids.map(() => null);
  const rows = await em.execute<{ id: string; officer_id: string }[]>('select id, officer_id from finding where id = any(?::uuid[])', [
    `{${known.join(',')}}`,
  ]);
  const byId = new Map(rows.map(({ id, officer_id }) => [id, officer_id]));
  return ids.map((id) => byId.get(id) ?? null);
}

class Requests {
  private readonly made: Enrolment[] = [];
  private readonly refused: Reason[] = [];

  constructor(
    private readonly act: Act,
    private readonly held: TrainingClass,
  ) {}

  async take(all: readonly Wanted[]): Promise<Bulk> {
    const { act, held } = this;
    const { em } = act;
    const ids = [...new Set(all.flatMap(({ officerId }) => officerId ?? []))];
    const officers = new Map((await em.find(Officer, { id: { $in: ids } })).map((officer) => [officer.id, officer]));
    const book = await this.book(ids);
    let { seats, rosterSize, lastNumber } = book;
    const requestedAt = new Date(Math.max(act.ground.clock.now().getTime(), book.lastAt));
    for (const { officerId, path, missing } of all) {
      const officer = officerId ? officers.get(officerId) : undefined;
      const file = officer && enrolmentFileOf(held, officer);
      if (!officer || !file || !act.mayDo(trainingAccess.request, file)) {
        this.refused.push({ code: 'NOT_FOUND', path, message: missing });
        continue;
      }
      const party = partyOf(act.actor, file)!;
      const fault = requestFault({
        classState: shownState(act, held),
        cutOffAt: held.cutOffAt ?? null,
        startsAt: held.startsAt,
        startsOn: held.startsOn,
        now: act.now,
        zone: act.ground.clock.zone,
        party,
        leftOn: officer.leftOn ?? null,
        isOnTheList: book.onTheList.has(officer.id),
        rosterSize,
        longestRoster: LONGEST_ROSTER,
      });
      if (fault) {
        this.refused.push({ ...fault, path });
        continue;
      }
      const state = party === 'OFFICER' ? 'REQUESTED' : hasSeatFor(seats, officer.agency.id) ? 'ENROLLED' : 'WAITLISTED';
      if (state === 'ENROLLED') seats = withSeat(seats, officer.agency.id);
      rosterSize += 1;
      book.onTheList.add(officer.id);
      const shelter = `${officer.id} ${officer.latestFindingId ?? ''}`;
      const enrolment = em.create(Enrolment, {
        trainingClass: held.id,
        officer: officer.id,
        agencyId: officer.agency.id,
        state,
        origin: originOf(act.actor, party),
        requestedAt,
        requestedOn: act.today,
        queueNumber: ++lastNumber,
        findingId: officer.latestFindingId ?? null,
        isSheltering: !book.sheltered.has(shelter),
        isRetake: book.retaking.has(officer.id),
      } as never);
      book.sheltered.add(shelter);
      em.persist(enrolment);
      this.made.push(enrolment);
      act.record('enrolment.request', `enrolment:${enrolment.id}`, { class: held.reference, state }, mentionsOf(enrolment));
    }
    if (this.made.length === 0) act.unchanged();
    await em.flush();
    await inviteEnrolled(
      act,
      held,
      this.made.filter(({ state }) => state === 'ENROLLED'),
    );
    return { ids: this.made.map(({ id }) => id), refused: this.refused };
  }

  /** What the requests are decided by: seats, the end of the queue, who is on the list, who has used up the shelter of which finding. */
  private async book(officerIds: readonly string[]) {
    const { em } = this.act;
    const { held } = this;
    const seats: Seats = await seatsOf(em, held);
    const [end] = (await em.execute<{ last_at: string | Date | null; last_number: number | null; size: number }[]>(
      `select max(requested_at) as last_at, max(queue_number) as last_number,
         (count(*) filter (where state not in ('DECLINED', 'WITHDRAWN')))::int as size from enrolment where training_class_id = ?`,
      [held.id],
    )) as [{ last_at: string | Date | null; last_number: number | null; size: number }];
    const theirs = await em.execute<
      { officer_id: string; class_id: string; course_id: string | null; state: string; finding_id: string | null; is_sheltering: boolean }[]
    >(
      `select e.officer_id, e.training_class_id as class_id, c.course_id, e.state, e.finding_id, e.is_sheltering
       from enrolment e join training_class c on c.id = e.training_class_id where e.officer_id = any(?::uuid[])`,
      [`{${officerIds.join(',')}}`],
    );
    const isOver = (state: string) => state === 'INCOMPLETE' || state === 'NO_SHOW';
    const isListed = (state: string) => state !== 'DECLINED' && state !== 'WITHDRAWN';
    const courseId = held.course?.id ?? null;
    return {
      seats,
      rosterSize: end.size,
      lastAt: end.last_at ? new Date(end.last_at).getTime() : 0,
      lastNumber: end.last_number ?? 0,
      onTheList: new Set(theirs.filter((e) => e.class_id === held.id && isListed(e.state)).map((e) => e.officer_id)),
      sheltered: new Set(theirs.filter((e) => e.is_sheltering).map((e) => `${e.officer_id} ${e.finding_id ?? ''}`)),
      retaking: new Set(theirs.filter((e) => isOver(e.state) && e.course_id === courseId).map((e) => e.officer_id)),
    };
  }
}

function originOf(actor: Actor, party: EnrolmentParty): EnrolmentOrigin {
  if (party === 'OFFICER') return 'OFFICER';
  if (party === 'CONTACT') return 'AGENCY_CONTACT';
  return actor.isSystem || actor.grants.some(({ role }) => role === 'TASK_FORCE') ? 'TASK_FORCE' : 'TRAINER';
}
