// Who stands in for the contact of an agency.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { UserError } from '../data/faults.js';

export interface Substitute {
  id: string;
  fromOn: string;
  untilOn: string;
  reason: string;
  user: { id: string; name: string } | null;
}

export const SUBSTITUTES: TypedDocumentNode<{ contactSubstitutes: Substitute[] }, { agencyId: string }> = gql`
  query ContactSubstitutes($agencyId: ID!) {
    contactSubstitutes(agencyId: $agencyId) {
      id
      fromOn
      untilOn
      reason
      user {
        id
        name
      }
    }
  }
`;

type SubstituteCommand<Name extends string, Variables> = TypedDocumentNode<
  Record<Name, { contactSubstitute: { id: string } | null; userErrors: UserError[] }>,
  Variables
>;

export const SUBSTITUTE_APPOINT: SubstituteCommand<
  'contactSubstituteAppoint',
  { input: { agencyId: string; officerId: string; untilOn: string; reason: string } }
> = gql`
  mutation ContactSubstituteAppoint($input: ContactSubstituteInput!) {
    contactSubstituteAppoint(input: $input) {
      contactSubstitute {
        id
      }
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
`;

export const SUBSTITUTE_END: SubstituteCommand<'contactSubstituteEnd', { id: string }> = gql`
  mutation ContactSubstituteEnd($id: ID!) {
    contactSubstituteEnd(id: $id) {
      contactSubstitute {
        id
      }
      userErrors {
        code
        message
        path
        rule
      }
    }
  }
`;
