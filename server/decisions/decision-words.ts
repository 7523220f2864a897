/** The enums of cases, votes and orders as the schema shows them. */
import { registerEnumType } from 'type-graphql';
import {
  type Choice as ChoiceName,
  CHOICES,
  CONFLICT_REASONS,
  type ConflictReason as ConflictReasonName,
  DECISION_ACTIONS,
  DECISION_STATES,
  type DecisionAction as ActionName,
  type DecisionState as StateName,
  NOTICE_MEANS,
  type NoticeMeans as MeansName,
  ORDER_KINDS,
  ORDER_STATES,
  type OrderKind as OrderKindName,
  type OrderState as OrderStateName,
  VOTE_ENDS,
  VOTE_PURPOSES,
  type VoteEnd as VoteEndName,
  type VotePurpose as VotePurposeName,
} from './vocabulary.js';

const enumOf = <T extends string>(names: readonly T[]) => Object.fromEntries(names.map((name) => [name, name])) as { [N in T]: N };

export const DecisionState = enumOf<StateName>(DECISION_STATES);
export const DecisionAction = enumOf<ActionName>(DECISION_ACTIONS);
export const Choice = enumOf<ChoiceName>(CHOICES);
export const NoticeMeans = enumOf<MeansName>(NOTICE_MEANS);
export const ConflictReason = enumOf<ConflictReasonName>(CONFLICT_REASONS);
export const VotePurpose = enumOf<VotePurposeName>(VOTE_PURPOSES);
export const VoteEnd = enumOf<VoteEndName>(VOTE_ENDS);
export const OrderKind = enumOf<OrderKindName>(ORDER_KINDS);
export const OrderState = enumOf<OrderStateName>(ORDER_STATES);

registerEnumType(DecisionState, {
  name: 'DecisionState',
  description: 'Where a case stands (table of transitions, docs/workflow.md).',
  valuesConfig: {
    PROPOSED: { description: 'Proposed; in adverse kinds notice is to be given.' },
    NOTIFIED: { description: 'The officer has been given notice and may explain (D-3).' },
    READY: { description: 'A vote may be opened, unless something blocks it (`blockedBy`).' },
    VOTING: { description: 'The committee votes.' },
    ADOPTED: { description: 'Adopted; not in force yet.' },
    REJECTED: { description: 'Not adopted.' },
    LAPSED: { description: 'Too few took part; it may be voted on once more (D-7).' },
    IN_FORCE: { description: 'In force (có hiệu lực).' },
    APPEALED: { description: 'Under appeal: its effect is stayed (D-9).' },
    REVERSED: { description: 'Reversed on appeal: as if never made (D-10).' },
    EXPIRED: { description: 'Its time is over, or another decision has ended it (D-11).' },
    WITHDRAWN: { description: 'Taken back by who proposed it, or by the chair.' },
    JOINED: { description: 'Joined to an older case about the same when committees were merged (C-4).' },
  },
});

registerEnumType(DecisionAction, {
  name: 'DecisionAction',
  description: 'What can be done with a case.',
  valuesConfig: {
    GIVE_NOTICE: { description: 'Record that notice was served: decisionGiveNotice.' },
    EXPLAIN: { description: 'Explain (giải trình): decisionExplain.' },
    ANSWER_EXPLANATION: { description: 'Answer the explanation: decisionAnswerExplanation.' },
    OPEN_VOTE: { description: 'Open the vote: decisionOpenVote.' },
    DECLARE_CONFLICT: { description: 'Declare a conflict of interest: decisionDeclareConflict.' },
    CAST_VOTE: { description: 'Vote, or change the vote: decisionCastVote.' },
    CLOSE_VOTE: { description: 'Close the vote before its time: decisionCloseVote.' },
    ENTER_INTO_FORCE: { description: 'Sign it and put it in force: decisionEnterIntoForce.' },
    APPEAL: { description: 'Appeal (khiếu nại): decisionAppeal.' },
    SETTLE_APPEAL: { description: 'Settle the appeal: decisionSettleAppeal.' },
    WITHDRAW: { description: 'Take it back: decisionWithdraw.' },
  },
});

registerEnumType(Choice, {
  name: 'Choice',
  description: 'A vote.',
  valuesConfig: {
    FOR: { description: 'For (tán thành).' },
    AGAINST: { description: 'Against (không tán thành).' },
    ABSTAIN: { description: 'Abstaining (không có ý kiến): counts for the quorum, not for the majority (D-6).' },
  },
});

registerEnumType(NoticeMeans, {
  name: 'NoticeMeans',
  description: 'How the notice was served (D-3).',
  valuesConfig: {
    HANDED_OVER: { description: 'Handed over against signature.' },
    REGISTERED_POST: { description: 'By registered post.' },
    AGENCY_BOARD: { description: 'Posted up at the agency.' },
    OTHER_EMAIL: { description: 'By e-mail to another address than the official mailbox.' },
    REFUSED_TO_SIGN: { description: 'Handed over, the signature was refused.' },
  },
});

registerEnumType(ConflictReason, {
  name: 'ConflictReason',
  description: 'Why a member takes no part (D-5).',
  valuesConfig: {
    OWN_CASE: { description: 'The case is the member’s own.' },
    SAME_AGENCY: { description: 'The member holds or held a post in the officer’s agency, its parent or child.' },
    PROPOSER: { description: 'The member proposed the case.' },
    OWN_ADVERSE_CASE: { description: 'A case of the same kind is pending or in force against the member.' },
    DECLARED: { description: 'The member has declared a conflict of interest.' },
  },
});

registerEnumType(VotePurpose, {
  name: 'VotePurpose',
  description: 'What a vote is about.',
  valuesConfig: {
    CASE: { description: 'The case itself.' },
    APPEAL: { description: 'An appeal; FOR upholds the decision, and only members vote who did not vote on the case (D-9).' },
  },
});

registerEnumType(VoteEnd, {
  name: 'VoteEnd',
  description: 'What ended a vote (D-7).',
  valuesConfig: {
    ITSELF: { description: 'The quorum was met and nobody could change the result any more.' },
    DEADLINE: { description: 'Its time was over.' },
    CHAIR: { description: 'The chair closed it, counted as at the deadline.' },
    CONFLICTS: { description: 'Too few voters were left (D-5); the case can be voted on again.' },
    MERGER: { description: 'The committee was merged; the vote was opened again under the new one (C-3).' },
  },
});

registerEnumType(OrderKind, {
  name: 'OrderKind',
  description: 'What a mail system is ordered to do (D-8).',
  valuesConfig: {
    PROVISION: { description: 'Make the mailbox (cấp).' },
    SUSPEND: { description: 'No login, mail still comes in (tạm khóa).' },
    RESTORE: { description: 'Open it again, with the mail it held (khôi phục).' },
    REVOKE: { description: 'No login, no incoming mail; the mail is kept (thu hồi).' },
    RESET_PASSWORD: { description: 'A new password.' },
    FORWARD: { description: 'Send what comes in on to other addresses, or no longer.' },
  },
});

registerEnumType(OrderState, {
  name: 'OrderState',
  description: 'Where an order stands.',
  valuesConfig: {
    WAITING: { description: 'Not begun.' },
    RUNNING: { description: 'Being carried out.' },
    DONE: { description: 'Carried out and read back.' },
    FAILED: { description: 'Not carried out; the message says why.' },
    UNKNOWN: { description: 'It is not known whether it was carried out; settled by looking, never by trying again blindly.' },
  },
});
