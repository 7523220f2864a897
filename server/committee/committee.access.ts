/** Who may read and change committees, seats and rules (product.md §2). All that changes needs a second factor (G-18). */
import { by, fieldsOf, right, withSecondFactor } from '../identity/right.js';

export const committeeAccess = {
  readCommittees: right('committee.read', by('TASK_FORCE'), by('SECRETARY'), by('COMMITTEE_MEMBER')),
  changeCommittees: withSecondFactor(right('committee.change', by('SECRETARY'))),
};

export const committeeFields = {
  MergePreview: fieldsOf('people members competences rules moved reopened joined'),
  CommitteeMerger: fieldsOf(
    'id code name chair sources effectiveOn legalBasis orderedAt appliedAt cancelledAt committee moved reopened joined',
  ),
  Committee: fieldsOf(
    'id code name competences members legalBasis effectiveOn closedOn successor predecessors rule rules numberSymbol version availableActions',
  ),
  CommitteeMember: fieldsOf('id user seat fromOn untilOn'),
  VotingRule: fieldsOf(
    'kind quorum majority isTieAdopted isByChairAlone minimumVoters noticeDays voteDays appealDays appealSettledBy appealSettleDays secondAppealDays effectiveOn',
  ),
};
