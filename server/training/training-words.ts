/** The enums of classes and enrolments as the schema shows them. */
import { registerEnumType } from 'type-graphql';
import { CLASS_ACTIONS, type ClassAction as ClassActionName } from './class.workflow.js';
import { ENROLMENT_ACTIONS, type EnrolmentAction as EnrolmentActionName } from './enrolment.workflow.js';
import {
  ATTENDANCE_MARKS,
  type AttendanceMark as MarkName,
  CLASS_STATES,
  type ClassState as ClassStateName,
  ENROLMENT_ORIGINS,
  ENROLMENT_STATES,
  type EnrolmentOrigin as OriginName,
  type EnrolmentState as EnrolmentStateName,
  SHELTER_REASONS,
  type ShelterReason as ShelterReasonName,
} from './vocabulary.js';

const enumOf = <T extends string>(names: readonly T[]) => Object.fromEntries(names.map((name) => [name, name])) as { [N in T]: N };

export const ClassState = enumOf<ClassStateName>(CLASS_STATES);
export const ClassAction = enumOf<ClassActionName>(CLASS_ACTIONS);
export const EnrolmentState = enumOf<EnrolmentStateName>(ENROLMENT_STATES);
export const EnrolmentAction = enumOf<EnrolmentActionName>(ENROLMENT_ACTIONS);
export const EnrolmentOrigin = enumOf<OriginName>(ENROLMENT_ORIGINS);
export const AttendanceMark = enumOf<MarkName>(ATTENDANCE_MARKS);
export const ShelterReason = enumOf<ShelterReasonName>(SHELTER_REASONS);
export const TrainingCourseAction = enumOf(['UPDATE']);

registerEnumType(ClassState, {
  name: 'ClassState',
  description: 'Where a training class stands.',
  valuesConfig: {
    PLANNED: { description: 'Being prepared; nobody may ask for a seat yet.' },
    OPEN: { description: 'Seats may be asked for.' },
    RUNNING: { description: 'Its first session has begun.' },
    COMPLETED: { description: 'Closed; everybody who had a seat has an outcome (TR-2).' },
    CANCELLED: { description: 'Called off; sheltering requests are given back (TR-3).' },
  },
});

registerEnumType(ClassAction, {
  name: 'TrainingClassAction',
  description: 'What can be done with a training class.',
  valuesConfig: {
    UPDATE: { description: 'Change it, move sessions: trainingClassUpdate.' },
    OPEN: { description: 'Open it for requests: trainingClassOpen.' },
    ENROL: { description: 'Ask for seats, for others or for oneself: enrolmentRequest.' },
    MARK: { description: 'Mark attendance: attendanceMark.' },
    REMIND: { description: 'Send reminders now: trainingClassRemind.' },
    COMPLETE: { description: 'Close it: trainingClassComplete.' },
    CANCEL: { description: 'Call it off: trainingClassCancel.' },
  },
});

registerEnumType(EnrolmentState, {
  name: 'EnrolmentState',
  description: 'Where somebody stands in a class (TR-1, TR-2).',
  valuesConfig: {
    REQUESTED: { description: 'Asked for by the officer, not decided yet.' },
    ENROLLED: { description: 'Has a seat.' },
    WAITLISTED: { description: 'Waits for a seat, in order of the request.' },
    DECLINED: { description: 'Not granted, or no seat became free.' },
    WITHDRAWN: { description: 'Withdrawn by the officer or for them.' },
    COMPLETED: { description: 'Was there often enough.' },
    INCOMPLETE: { description: 'Was there, or excused, but not often enough.' },
    NO_SHOW: { description: 'Never came.' },
  },
});

registerEnumType(EnrolmentAction, {
  name: 'EnrolmentAction',
  description: 'What can be done with an enrolment.',
  valuesConfig: {
    APPROVE: { description: 'Grant a request, or a free seat to somebody who waits: enrolmentApprove.' },
    DECLINE: { description: 'Decline a request: enrolmentDecline.' },
    WITHDRAW: { description: 'Take it back: enrolmentWithdraw.' },
  },
});

registerEnumType(EnrolmentOrigin, {
  name: 'EnrolmentOrigin',
  description: 'By whom a seat was asked for.',
  valuesConfig: {
    OFFICER: { description: 'The officer.' },
    AGENCY_CONTACT: { description: 'The contact of the officer’s agency.' },
    TRAINER: { description: 'A trainer of the class.' },
    TASK_FORCE: { description: 'The task force.' },
  },
});

registerEnumType(AttendanceMark, {
  name: 'AttendanceMark',
  description: 'Whether somebody was at a session (TR-2).',
  valuesConfig: {
    PRESENT: { description: 'Was there.' },
    LATE: { description: 'Came late; counts as there.' },
    EXCUSED: { description: 'Was away and had said so; does not count as there, but is no no-show.' },
    ABSENT: { description: 'Was away.' },
  },
});

registerEnumType(ShelterReason, {
  name: 'ShelterReason',
  description: 'Why no revocation and no exclusion may go to the vote now (TR-3).',
  valuesConfig: {
    REQUESTED: { description: 'A request waits for its answer, 30 days at most.' },
    WAITLISTED: { description: 'On a waiting list.' },
    ENROLLED: { description: 'Has a seat in a class that is not over.' },
    GRACE: { description: 'Completed a class, and the days of grace have not passed.' },
  },
});

registerEnumType(TrainingCourseAction, {
  name: 'TrainingCourseAction',
  description: 'What can be done with a course.',
  valuesConfig: { UPDATE: { description: 'Change it: trainingCourseSave.' } },
});
