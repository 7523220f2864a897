// Where an officer stands with training: classes, and what they are safe from because of one.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { EnrolmentAction, EnrolmentOrigin, EnrolmentState } from './enrolment.js';
import type { Session } from './sessions.js';

export interface OfficerEnrolment {
  id: string;
  state: EnrolmentState;
  origin: EnrolmentOrigin;
  requestedAt: string;
  waitlistPosition: number | null;
  endedReason: string | null;
  isSheltering: boolean;
  availableActions: EnrolmentAction[];
  trainingClass: { id: string; reference: string; title: string; place: string | null; startsAt: string; sessions: Session[] };
}

export interface Shelter {
  reason: 'REQUESTED' | 'WAITLISTED' | 'ENROLLED' | 'GRACE';
  until: string | null;
  enrolment: { id: string; trainingClass: { id: string; title: string } } | null;
}

export interface OfficerTrainingFacts {
  id: string;
  latestFinding: { id: string; nextStep: string } | null;
  enrolments: OfficerEnrolment[];
  trainingShelter: Shelter | null;
}

export const OFFICER_TRAINING: TypedDocumentNode<{ officer: OfficerTrainingFacts | null }, { id: string }> = gql`
  query OfficerTraining($id: ID!) {
    officer(id: $id) {
      id
      latestFinding {
        id
        nextStep
      }
      enrolments {
        id
        state
        origin
        requestedAt
        waitlistPosition
        endedReason
        isSheltering
        availableActions
        trainingClass {
          id
          reference
          title
          place
          startsAt
          sessions {
            id
            startsAt
            endsAt
          }
        }
      }
      trainingShelter {
        reason
        until
        enrolment {
          id
          trainingClass {
            id
            title
          }
        }
      }
    }
  }
`;
