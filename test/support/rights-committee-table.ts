/** Who may read what of committees, written by hand from product.md §2 (G-15); a part of rights-table.ts. */
import type { FieldsOf, TypeRow } from './rights-rows.js';
import { EMPTY, type Who } from './rights-who.js';

const COMMITTEES = 'TASK_FORCE, SECRETARY, COMMITTEE_MEMBER';
const OLD = 'committee(code: "BCD-CU")';

export const COMMITTEE_TYPES: Readonly<Record<string, TypeRow>> = {
  Committee: {
    at: () => `committee(code: "BCD") { * }`,
    door: COMMITTEES,
    fields: {
      'id code name competences members legalBasis effectiveOn numberSymbol version rule rules predecessors': COMMITTEES,
      'closedOn successor': EMPTY,
      availableActions: 'SECRETARY',
    },
  },
  CommitteeMerger: {
    at: () => `plannedMergers { * }`,
    door: COMMITTEES,
    fields: {
      'id code name chair sources effectiveOn legalBasis orderedAt moved reopened joined': COMMITTEES,
      'appliedAt cancelledAt committee': EMPTY,
    },
  },
  CommitteeMember: {
    at: () => `committee(code: "BCD") { members { * } }`,
    door: COMMITTEES,
    fields: { 'id user seat fromOn': COMMITTEES, untilOn: EMPTY },
  },
  VotingRule: {
    at: () => `committee(code: "BCD") { rules { * } }`,
    door: COMMITTEES,
    fields: {
      'kind quorum majority isTieAdopted isByChairAlone minimumVoters noticeDays voteDays appealDays appealSettledBy appealSettleDays secondAppealDays effectiveOn':
        COMMITTEES,
    },
  },
};

export const COMMITTEE_ROOTS: Readonly<Record<string, { args: string; at: TypeRow['at']; who: Who | FieldsOf; door?: Who }>> = {
  committee: { args: 'id code', at: () => `${OLD} { id }`, who: COMMITTEES },
  plannedMergers: { args: '', at: () => `plannedMergers { id }`, who: COMMITTEES },
  committees: { args: '', at: () => `committees { id }`, who: COMMITTEES },
};
