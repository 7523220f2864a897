/** Who may read and change courses, classes, rosters and attendance (product.md §2). A trainer's rights are about the own classes. */
import { type Actor, scopesOf } from '../identity/actor.js';
import { by, fieldsOf, right } from '../identity/right.js';
import type { EnrolmentParty } from './enrolment.workflow.js';

/** What a right about a class looks at: who holds it. */
export interface ClassFile {
  trainerId: string | null;
  assistantIds: readonly string[];
}

/** What a right about somebody on the list of a class looks at; `agencyId` is the officer's agency of today. */
export interface EnrolmentFile extends ClassFile {
  officerId: string;
  agencyId: string;
}

interface OfficerOfAgency {
  id: string;
  agencyId: string;
}

/** Whether the actor holds the class, as trainer or assistant. */
export const isOwnClass = ({ userId }: Actor, { trainerId, assistantIds }: ClassFile): boolean =>
  userId !== null && (trainerId === userId || assistantIds.includes(userId));

const isOfOwnAgency = (actor: Actor, { agencyId }: { agencyId: string }) => scopesOf(actor, 'AGENCY_CONTACT').includes(agencyId);
const isOneself = (actor: Actor, { officerId }: EnrolmentFile) => scopesOf(actor, 'OFFICER').includes(officerId);
const isOwnFile = (actor: Actor, { id }: OfficerOfAgency) => scopesOf(actor, 'OFFICER').includes(id);

export const trainingAccess = {
  /** Title, place, sessions and seats left: whoever may ask for a seat, or give one. */
  readClasses: right('class.read', by('TASK_FORCE'), by('TRAINER'), by('AGENCY_CONTACT'), by('OFFICER')),
  createClasses: right('class.create', by('TASK_FORCE')),
  changeCourses: right('course.change', by('TASK_FORCE')),
  /** Change, mark, remind, close, call off. */
  leadClass: right<ClassFile>('class.lead', by('TASK_FORCE'), by('TRAINER', isOwnClass)),
  readRoster: right<EnrolmentFile>(
    'enrolment.read',
    by('TASK_FORCE'),
    by('TRAINER', isOwnClass),
    by('AGENCY_CONTACT', isOfOwnAgency),
    by('OFFICER', isOneself),
  ),
  /** Ask for a seat, and take the request back. */
  request: right<EnrolmentFile>(
    'enrolment.request',
    by('TASK_FORCE'),
    by('TRAINER', isOwnClass),
    by('AGENCY_CONTACT', isOfOwnAgency),
    by('OFFICER', isOneself),
  ),
  /** Grant or decline what an officer asked for. */
  decide: right<EnrolmentFile>('enrolment.decide', by('TASK_FORCE'), by('TRAINER', isOwnClass), by('AGENCY_CONTACT', isOfOwnAgency)),
  readDemand: right<{ agencyId: string }>('training.readDemand', by('TASK_FORCE'), by('AGENCY_CONTACT', isOfOwnAgency)),
  proposeClasses: right('training.proposeClasses', by('TASK_FORCE')),
  readShelter: right<OfficerOfAgency>(
    'training.readShelter',
    by('TASK_FORCE'),
    by('SECRETARY'),
    by('AGENCY_CONTACT', isOfOwnAgency),
    by('OFFICER', isOwnFile),
  ),
  /** What classes have changed: of all, or of the own ones. */
  readEffect: right<ClassFile>('training.readEffect', by('TASK_FORCE'), by('TRAINER', isOwnClass)),
  calendarLink: right('training.calendarLink', by('TRAINER')),
};

/** As whom somebody acts on an enrolment; in the own case as nobody but the officer, whatever other role they hold. */
export function partyOf(actor: Actor, file: EnrolmentFile): EnrolmentParty | null {
  if (isOneself(actor, file)) return 'OFFICER';
  if (actor.isSystem || actor.grants.some(({ role }) => role === 'TASK_FORCE')) return 'LEADER';
  if (actor.grants.some(({ role }) => role === 'TRAINER') && isOwnClass(actor, file)) return 'LEADER';
  return isOfOwnAgency(actor, file) ? 'CONTACT' : null;
}

/** A new field of these types names its place here, or does not build (G-15). Whoever sees a line of a roster sees all of it. */
export const trainingFields = {
  TrainingCourse: fieldsOf('id code title about passShare isRetired version availableActions'),
  TrainingClass: fieldsOf<ClassFile>(
    'id reference title place capacity seatsPerAgency passShare cutOffAt state startsAt endsAt completedAt cancelReason version course trainer assistants sessions roster seatsLeft enrolledCount waitlistedCount requestedCount isOwn availableActions',
    { effect: trainingAccess.readEffect },
  ),
  Enrolment: fieldsOf(
    'id trainingClass officer state origin requestedAt waitlistPosition attendance tierBefore tierAfter isSheltering isRetake clashesWith endedAt endedReason letters version availableActions',
  ),
  Attendance: fieldsOf('session mark markedAt'),
  TrainingSession: fieldsOf('id startsAt endsAt'),
  TrainingShelter: fieldsOf('reason until enrolment'),
  TrainingClassProposal: fieldsOf('title officers leaders agencies officerIds'),
  TrainingNeed: fieldsOf('id officer agency district finding'),
};
