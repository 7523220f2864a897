// The classes for which a seat can be asked now, and those of the viewer.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { ClassAction, ClassState } from './class.js';
import type { Session } from './sessions.js';

/** A class as choices and homes show it. */
export interface ShortClass {
  id: string;
  reference: string;
  title: string;
  place: string | null;
  capacity: number;
  state: ClassState;
  startsAt: string;
  endsAt: string;
  cutOffAt: string | null;
  sessions: Session[];
  trainer: { id: string; name: string } | null;
  seatsLeft: number;
  enrolledCount: number;
  waitlistedCount: number;
  requestedCount: number;
  availableActions: ClassAction[];
}

const shortClass = gql`
  fragment ShortClassFields on TrainingClass {
    id
    reference
    title
    place
    capacity
    state
    startsAt
    endsAt
    cutOffAt
    sessions {
      id
      startsAt
      endsAt
    }
    trainer {
      id
      name
    }
    seatsLeft
    enrolledCount
    waitlistedCount
    requestedCount
    availableActions
  }
`;

export const OPEN_CLASSES: TypedDocumentNode<{ trainingClasses: { nodes: ShortClass[] } }, Record<string, never>> = gql`
  query OpenClasses {
    trainingClasses(first: 100, where: { state: [OPEN, RUNNING] }) {
      nodes {
        ...ShortClassFields
      }
    }
  }
  ${shortClass}
`;

export const OWN_CLASSES: TypedDocumentNode<{ trainingClasses: { nodes: ShortClass[] } }, Record<string, never>> = gql`
  query OwnClasses {
    trainingClasses(first: 100, where: { isOwn: true, state: [PLANNED, OPEN, RUNNING] }) {
      nodes {
        ...ShortClassFields
      }
    }
  }
  ${shortClass}
`;
