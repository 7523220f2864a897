// What the panel asks about training classes.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { Connection, ListVariables, NounDocuments } from '../data/build-query.js';
import type { Session } from './sessions.js';
import type { ServerMark } from './attendance.js';
import type { UsageTier } from '../ui/tiers.js';
import type { ClassAction, ClassState } from './class.js';
import type { EnrolmentAction, EnrolmentOrigin, EnrolmentState } from './enrolment.js';

/** A class without its list: what lists, choices and homes show. */
export interface TrainingClass {
  id: string;
  reference: string;
  title: string;
  place: string | null;
  capacity: number;
  seatsPerAgency: number | null;
  passShare: number;
  cutOffAt: string | null;
  version: number;
  state: ClassState;
  startsAt: string;
  endsAt: string;
  completedAt: string | null;
  cancelReason: string | null;
  course: { id: string; title: string } | null;
  trainer: { id: string; name: string } | null;
  assistants: { id: string; name: string }[];
  sessions: Session[];
  seatsLeft: number;
  enrolledCount: number;
  waitlistedCount: number;
  requestedCount: number;
  isOwn: boolean;
  availableActions: ClassAction[];
}

const classFields = gql`
  fragment TrainingClassFields on TrainingClass {
    id
    reference
    title
    place
    capacity
    seatsPerAgency
    passShare
    cutOffAt
    version
    state
    startsAt
    endsAt
    completedAt
    cancelReason
    course {
      id
      title
    }
    trainer {
      id
      name
    }
    assistants {
      id
      name
    }
    sessions {
      id
      startsAt
      endsAt
    }
    seatsLeft
    enrolledCount
    waitlistedCount
    requestedCount
    isOwn
    availableActions
  }
`;

const CLASSES: TypedDocumentNode<{ trainingClasses: Connection<TrainingClass> }, ListVariables> = gql`
  query TrainingClasses($first: Int, $after: String, $offset: Int, $search: String, $where: TrainingClassWhere) {
    trainingClasses(first: $first, after: $after, offset: $offset, search: $search, where: $where) {
      nodes {
        ...TrainingClassFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
  ${classFields}
`;

const CLASSES_BY_IDS: TypedDocumentNode<{ trainingClasses: Connection<TrainingClass> }, { ids: string[]; first: number }> = gql`
  query TrainingClassesByIds($ids: [ID!]!, $first: Int) {
    trainingClasses(first: $first, where: { id: { in: $ids } }) {
      nodes {
        ...TrainingClassFields
      }
    }
  }
  ${classFields}
`;

const CLASS: TypedDocumentNode<{ trainingClass: TrainingClass | null }, { id: string }> = gql`
  query TrainingClass($id: ID!) {
    trainingClass(id: $id) {
      ...TrainingClassFields
    }
  }
  ${classFields}
`;

/** Somebody on the list of a class. */
export interface Enrolment {
  id: string;
  requestedAt: string;
  state: EnrolmentState;
  origin: EnrolmentOrigin;
  waitlistPosition: number | null;
  isSheltering: boolean;
  isRetake: boolean;
  endedReason: string | null;
  tierBefore: UsageTier | null;
  tierAfter: UsageTier | null;
  officer: {
    id: string;
    code: string;
    fullName: string;
    post: string | null;
    isLeader: boolean;
    agency: { id: string; name: string; nameEn: string | null };
  };
  attendance: ServerMark[];
  clashesWith: { id: string; reference: string; title: string }[];
  /** The latest first; whoever holds the class sees whether they have come, not what they say. */
  letters: { id: string; kindName: string; state: string }[];
  availableActions: EnrolmentAction[];
}

/** Who is on the list, as far as the viewer may see it. */
export const CLASS_ENROLMENTS: TypedDocumentNode<{ trainingClass: { roster: Enrolment[] } | null }, { id: string }> = gql`
  query ClassEnrolments($id: ID!) {
    trainingClass(id: $id) {
      roster {
        id
        requestedAt
        state
        origin
        waitlistPosition
        isSheltering
        isRetake
        endedReason
        tierBefore
        tierAfter
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
        attendance {
          session {
            id
          }
          mark
          markedAt
        }
        clashesWith {
          id
          reference
          title
        }
        letters {
          id
          kindName
          state
        }
        availableActions
      }
    }
  }
`;

export const classDocuments: NounDocuments = {
  file: 'classes',
  plural: 'trainingClasses',
  singular: 'trainingClass',
  list: CLASSES,
  one: CLASS,
  byIds: CLASSES_BY_IDS,
};
