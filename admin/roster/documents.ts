// What the roster asks and sends: who is in the class, how they were marked, and marks.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { UserError } from '../data/faults.js';
import type { Mark, ServerMark } from '../classes/attendance.js';
import type { ClassState } from '../classes/class.js';
import type { EnrolmentAction, EnrolmentState } from '../classes/enrolment.js';
import type { UsageTier } from '../ui/tiers.js';
import type { Session } from '../classes/sessions.js';

/** Somebody on the list, as the roster shows them. */
export interface Person {
  id: string;
  state: EnrolmentState;
  waitlistPosition: number | null;
  officer: {
    id: string;
    code: string;
    fullName: string;
    post: string | null;
    isLeader: boolean;
    agency: { id: string; name: string; nameEn: string | null };
  };
  tierBefore: UsageTier | null;
  attendance: ServerMark[];
  availableActions: EnrolmentAction[];
}

/** A class as whoever marks needs it; kept on the device, so that the page opens without a line. */
export interface MarkedClass {
  id: string;
  reference: string;
  title: string;
  place: string | null;
  state: ClassState;
  seatsLeft: number;
  trainer: { id: string; name: string } | null;
  sessions: Session[];
  roster: Person[];
  availableActions: string[];
}

const markedClass = gql`
  fragment MarkedClassFields on TrainingClass {
    id
    reference
    title
    place
    state
    seatsLeft
    trainer {
      id
      name
    }
    sessions {
      id
      startsAt
      endsAt
    }
    roster {
      id
      state
      waitlistPosition
      officer {
        id
        code
        fullName
        post
        isLeader
        agency {
          id
          name
          nameEn
        }
      }
      tierBefore
      attendance {
        session {
          id
        }
        mark
        markedAt
      }
      availableActions
    }
    availableActions
  }
`;

export const CLASS_ROSTER: TypedDocumentNode<{ trainingClass: MarkedClass | null }, { id: string }> = gql`
  query ClassRoster($id: ID!) {
    trainingClass(id: $id) {
      ...MarkedClassFields
    }
  }
  ${markedClass}
`;

export interface AttendanceInput {
  enrolmentId: string;
  sessionId: string;
  mark: Mark;
  markedAt: string;
}

/** Answers with the class as it is then, other people's marks too. */
export const ATTENDANCE_MARK: TypedDocumentNode<
  { attendanceMark: { trainingClass: MarkedClass | null; userErrors: UserError[] } },
  { classId: string; marks: AttendanceInput[] }
> = gql`
  mutation AttendanceMark($classId: ID!, $marks: [AttendanceInput!]!) {
    attendanceMark(classId: $classId, marks: $marks) {
      trainingClass {
        ...MarkedClassFields
      }
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
  ${markedClass}
`;
