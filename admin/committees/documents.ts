// What the panel asks about committees.
import type { TypedDocumentNode } from '@apollo/client/core';
import { gql } from 'graphql-tag';
import type { AppealSettler, DecisionKind, Seat, Threshold } from './words.js';

export interface Person {
  id: string;
  name: string;
  officer: { id: string; post: string | null; agency: { id: string; name: string; nameEn: string | null } } | null;
}

export interface Member {
  id: string;
  seat: Seat;
  fromOn: string;
  untilOn: string | null;
  user: { id: string; name: string };
}

export interface RuleValues {
  quorum: Threshold;
  majority: Threshold;
  isTieAdopted: boolean;
  isByChairAlone: boolean;
  minimumVoters: number;
  noticeDays: number;
  voteDays: number;
  appealDays: number;
  appealSettledBy: AppealSettler;
  appealSettleDays: number;
  secondAppealDays: number;
}

export interface VotingRule extends RuleValues {
  kind: DecisionKind;
  effectiveOn: string;
}

export interface NamedCommittee {
  id: string;
  code: string;
  name: string;
  closedOn: string | null;
}

export interface Committee extends NamedCommittee {
  competences: DecisionKind[];
  legalBasis: string;
  effectiveOn: string;
  numberSymbol: string;
  availableActions: string[];
  /** Whoever holds a seat today, or held one on the last day. */
  members: Member[];
  /** Every rule that was adopted, by kind, the latest first. */
  rules: VotingRule[];
  successor: NamedCommittee | null;
  predecessors: NamedCommittee[];
}

/** With every term there ever was, and the rule that holds today for each kind. */
export interface WholeCommittee extends Committee {
  terms: Member[];
  provision: VotingRule;
  revocation: VotingRule;
  restoration: VotingRule;
  exclusion: VotingRule;
  lift: VotingRule;
}

export const memberFields = gql`
  fragment CommitteeMemberFields on CommitteeMember {
    id
    seat
    fromOn
    untilOn
    user {
      id
      name
    }
  }
`;

export const ruleFields = gql`
  fragment VotingRuleFields on VotingRule {
    kind
    quorum
    majority
    isTieAdopted
    isByChairAlone
    minimumVoters
    noticeDays
    voteDays
    appealDays
    appealSettledBy
    appealSettleDays
    secondAppealDays
    effectiveOn
  }
`;

const committeeFields = gql`
  fragment CommitteeFields on Committee {
    id
    code
    name
    competences
    legalBasis
    effectiveOn
    closedOn
    numberSymbol
    availableActions
    members {
      ...CommitteeMemberFields
    }
    rules {
      ...VotingRuleFields
    }
    successor {
      id
      code
      name
      closedOn
    }
    predecessors {
      id
      code
      name
      closedOn
    }
  }
  ${memberFields}
  ${ruleFields}
`;

export const COMMITTEES: TypedDocumentNode<{ committees: Committee[] }, Record<string, never>> = gql`
  query Committees {
    committees {
      ...CommitteeFields
    }
  }
  ${committeeFields}
`;

const wholeFields = gql`
  fragment WholeCommitteeFields on Committee {
    ...CommitteeFields
    terms: members(all: true) {
      ...CommitteeMemberFields
    }
    provision: rule(kind: MAILBOX_PROVISION) {
      ...VotingRuleFields
    }
    revocation: rule(kind: MAILBOX_REVOCATION) {
      ...VotingRuleFields
    }
    restoration: rule(kind: MAILBOX_RESTORATION) {
      ...VotingRuleFields
    }
    exclusion: rule(kind: AWARD_EXCLUSION) {
      ...VotingRuleFields
    }
    lift: rule(kind: EXCLUSION_LIFT) {
      ...VotingRuleFields
    }
  }
  ${committeeFields}
`;

export const COMMITTEE: TypedDocumentNode<{ committee: WholeCommittee | null }, { id: string }> = gql`
  query Committee($id: ID!) {
    committee(id: $id) {
      ...WholeCommitteeFields
    }
  }
  ${wholeFields}
`;

/** The same of all: what a merger compares. */
export const WHOLE_COMMITTEES: TypedDocumentNode<{ committees: WholeCommittee[] }, Record<string, never>> = gql`
  query WholeCommittees {
    committees {
      ...WholeCommitteeFields
    }
  }
  ${wholeFields}
`;

/** How many cases are before a committee, and how many of them something can still become of. */
export const COMMITTEE_CASES: TypedDocumentNode<{ all: { totalCount: number }; pending: { totalCount: number } }, { id: string }> = gql`
  query CommitteeCases($id: ID!) {
    all: decisions(first: 0, where: { committeeId: { eq: $id } }) {
      totalCount
    }
    pending: decisions(
      first: 0
      where: { committeeId: { eq: $id }, state: [PROPOSED, NOTIFIED, READY, VOTING, ADOPTED, LAPSED, APPEALED] }
    ) {
      totalCount
    }
  }
`;

/** Whoever may be given a seat. */
export const SEATABLE: TypedDocumentNode<{ users: { nodes: Person[] } }, { search?: string }> = gql`
  query Seatable($search: String) {
    users(first: 50, role: [COMMITTEE_MEMBER, SECRETARY], search: $search) {
      nodes {
        id
        name
        officer {
          id
          post
          agency {
            id
            name
            nameEn
          }
        }
      }
    }
  }
`;
