// What the panel commands about training classes and their lists.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { UserError } from '../data/faults.js';
import type { EnrolmentState } from './enrolment.js';

export interface SessionInput {
  /** An existing session that is kept, perhaps moved; its marks stay. */
  id?: string;
  startsAt: string;
  endsAt: string;
}

export interface ClassInput {
  title: string;
  capacity: number;
  place?: string;
  trainerId?: string;
  assistantIds?: string[];
  courseId?: string;
  cutOffAt?: string;
  seatsPerAgency?: number;
  passShare: number;
  sessions: SessionInput[];
  isPlanned?: boolean;
}

type ClassCommand<Name extends string, Variables> = TypedDocumentNode<
  Record<Name, { trainingClass: { id: string } | null; userErrors: UserError[] }>,
  Variables
>;

const payloadFields = gql`
  fragment TrainingClassPayloadFields on TrainingClassPayload {
    trainingClass {
      id
    }
    userErrors {
      code
      message
      path
      rule
    }
  }
`;

export const CLASS_CREATE: ClassCommand<'trainingClassCreate', { input: ClassInput }> = gql`
  mutation TrainingClassCreate($input: TrainingClassInput!) {
    trainingClassCreate(input: $input) {
      ...TrainingClassPayloadFields
    }
  }
  ${payloadFields}
`;

export const CLASS_UPDATE: ClassCommand<'trainingClassUpdate', { id: string; input: ClassInput; expectedVersion: number }> = gql`
  mutation TrainingClassUpdate($id: ID!, $input: TrainingClassInput!, $expectedVersion: Int!) {
    trainingClassUpdate(id: $id, input: $input, expectedVersion: $expectedVersion) {
      ...TrainingClassPayloadFields
    }
  }
  ${payloadFields}
`;

export const CLASS_OPEN: ClassCommand<'trainingClassOpen', { id: string }> = gql`
  mutation TrainingClassOpen($id: ID!) {
    trainingClassOpen(id: $id) {
      ...TrainingClassPayloadFields
    }
  }
  ${payloadFields}
`;

export const CLASS_CANCEL: ClassCommand<'trainingClassCancel', { id: string; reason: string }> = gql`
  mutation TrainingClassCancel($id: ID!, $reason: String!) {
    trainingClassCancel(id: $id, reason: $reason) {
      ...TrainingClassPayloadFields
    }
  }
  ${payloadFields}
`;

export const CLASS_COMPLETE: ClassCommand<'trainingClassComplete', { id: string }> = gql`
  mutation TrainingClassComplete($id: ID!) {
    trainingClassComplete(id: $id) {
      ...TrainingClassPayloadFields
    }
  }
  ${payloadFields}
`;

export const CLASS_REMIND: ClassCommand<'trainingClassRemind', { id: string }> = gql`
  mutation TrainingClassRemind($id: ID!) {
    trainingClassRemind(id: $id) {
      ...TrainingClassPayloadFields
    }
  }
  ${payloadFields}
`;

/** What became of a request: a seat, a place in the queue, or still waiting to be approved. */
export interface Placed {
  id: string;
  state: EnrolmentState;
  waitlistPosition: number | null;
  officer: { id: string; fullName: string };
}

type EnrolmentCommand<Name extends string, Variables> = TypedDocumentNode<
  Record<Name, { enrolments: Placed[]; userErrors: UserError[] }>,
  Variables
>;

const placedFields = gql`
  fragment EnrolmentsPayloadFields on EnrolmentsPayload {
    enrolments {
      id
      state
      waitlistPosition
      officer {
        id
        fullName
      }
    }
    userErrors {
      code
      message
      path
      rule
    }
  }
`;

export const ENROLMENT_REQUEST: EnrolmentCommand<'enrolmentRequest', { classId: string; officerIds: string[]; findingIds?: string[] }> =
  gql`
    mutation EnrolmentRequest($classId: ID!, $officerIds: [ID!]!, $findingIds: [ID!]) {
      enrolmentRequest(classId: $classId, officerIds: $officerIds, findingIds: $findingIds) {
        ...EnrolmentsPayloadFields
      }
    }
    ${placedFields}
  `;

export const ENROLMENT_APPROVE: EnrolmentCommand<'enrolmentApprove', { ids: string[] }> = gql`
  mutation EnrolmentApprove($ids: [ID!]!) {
    enrolmentApprove(ids: $ids) {
      ...EnrolmentsPayloadFields
    }
  }
  ${placedFields}
`;

export const ENROLMENT_DECLINE: EnrolmentCommand<'enrolmentDecline', { ids: string[]; reason?: string }> = gql`
  mutation EnrolmentDecline($ids: [ID!]!, $reason: String) {
    enrolmentDecline(ids: $ids, reason: $reason) {
      ...EnrolmentsPayloadFields
    }
  }
  ${placedFields}
`;

export const ENROLMENT_WITHDRAW: EnrolmentCommand<'enrolmentWithdraw', { ids: string[]; reason?: string }> = gql`
  mutation EnrolmentWithdraw($ids: [ID!]!, $reason: String) {
    enrolmentWithdraw(ids: $ids, reason: $reason) {
      ...EnrolmentsPayloadFields
    }
  }
  ${placedFields}
`;
