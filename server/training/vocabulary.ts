/** Which words do classes and enrolments use? Their meaning is fixed by product.md §4, TR-1 to TR-4. */

export const CLASS_STATES = ['PLANNED', 'OPEN', 'RUNNING', 'COMPLETED', 'CANCELLED'] as const;
export type ClassState = (typeof CLASS_STATES)[number];

/** RUNNING is not stored: an open class runs from the start of its first session. */
export type StoredClassState = Exclude<ClassState, 'RUNNING'>;

export const ENROLMENT_STATES = [
  'REQUESTED',
  'ENROLLED',
  'WAITLISTED',
  'DECLINED',
  'WITHDRAWN',
  'COMPLETED',
  'INCOMPLETE',
  'NO_SHOW',
] as const;
export type EnrolmentState = (typeof ENROLMENT_STATES)[number];

/** Somebody in one of these takes a seat of the class. */
export const SEATED_STATES = ['ENROLLED', 'COMPLETED', 'INCOMPLETE', 'NO_SHOW'] as const satisfies readonly EnrolmentState[];
/** Somebody in one of these asks for a seat, or has one, in a class that is not over. */
export const ACTIVE_STATES = ['REQUESTED', 'ENROLLED', 'WAITLISTED'] as const satisfies readonly EnrolmentState[];
export const OUTCOMES = ['COMPLETED', 'INCOMPLETE', 'NO_SHOW'] as const satisfies readonly EnrolmentState[];
export type Outcome = (typeof OUTCOMES)[number];

export const ATTENDANCE_MARKS = ['PRESENT', 'LATE', 'EXCUSED', 'ABSENT'] as const;
export type AttendanceMark = (typeof ATTENDANCE_MARKS)[number];

/** By whom a seat was asked for. */
export const ENROLMENT_ORIGINS = ['OFFICER', 'AGENCY_CONTACT', 'TRAINER', 'TASK_FORCE'] as const;
export type EnrolmentOrigin = (typeof ENROLMENT_ORIGINS)[number];

export const SHELTER_REASONS = ['REQUESTED', 'WAITLISTED', 'ENROLLED', 'GRACE'] as const;
export type ShelterReason = (typeof SHELTER_REASONS)[number];

export const isActive = (state: EnrolmentState): boolean => (ACTIVE_STATES as readonly string[]).includes(state);
export const isSeated = (state: EnrolmentState): boolean => (SEATED_STATES as readonly string[]).includes(state);
