/** The enums of reviews and findings as the schema shows them. */
import { registerEnumType } from 'type-graphql';
import { FINDING_ACTIONS, type FindingAction as FindingActionName } from './finding-actions.rules.js';
import { REVIEW_ACTIONS, REVIEW_STATES, type ReviewAction as Action, type ReviewState as State } from './review.workflow.js';
import {
  CAUSES,
  type Cause as CauseName,
  FINDING_SIGNALS,
  type FindingSignal as Signal,
  NEXT_STEPS,
  type NextStep as Step,
  NOT_ASSESSED_REASONS,
  type NotAssessedReason as Reason,
} from './vocabulary.js';

const enumOf = <T extends string>(names: readonly T[]) => Object.fromEntries(names.map((name) => [name, name])) as { [N in T]: N };

export const NotAssessedReason = enumOf<Reason>(NOT_ASSESSED_REASONS);
export const NextStep = enumOf<Step>(NEXT_STEPS);
export const FindingSignal = enumOf<Signal>(FINDING_SIGNALS);
export const Cause = enumOf<CauseName>(CAUSES);
export const ReviewState = enumOf<State>(REVIEW_STATES);
export const FindingAction = enumOf<FindingActionName>(FINDING_ACTIONS);
export const ReviewAction = enumOf<Action>(REVIEW_ACTIONS);

registerEnumType(NotAssessedReason, {
  name: 'NotAssessedReason',
  description: 'Why nobody can say how much the mailbox was used; the first that holds (T-4).',
  valuesConfig: {
    NO_MAILBOX: { description: 'No active personal mailbox in the window; shared ones and machines are never judged as a person.' },
    EXCUSED: { description: 'Excused on every day that could count, or a contest was accepted.' },
    TOO_FEW_DAYS: { description: 'Fewer candidate or assessable days than the policy asks for.' },
    SOURCE_CANNOT_SHOW_USE: { description: 'The sources of the mail domain cannot show the acts that the policy counts.' },
    COVERAGE: { description: 'Too many days without data.' },
  },
});

registerEnumType(NextStep, {
  name: 'NextStep',
  description: 'What is offered next; it follows from tier and cause.',
  valuesConfig: {
    NONE: { description: 'Nothing.' },
    SET_CAUSE: { description: 'Say why the mailbox is not used.' },
    TRAINING: { description: 'Offer a training class.' },
    REVOCATION: { description: 'Propose to revoke the mailbox.' },
    EXCLUSION: { description: 'Propose to exclude from the emulation awards.' },
    PROVISION: { description: 'Propose to provide a mailbox.' },
  },
});

registerEnumType(FindingSignal, {
  name: 'FindingSignal',
  description: 'What somebody must look at; all but POLLING keep adverse steps from going on (T-5).',
  valuesConfig: {
    NEWER_EVIDENCE: { description: 'Evidence that came later would improve the tier.' },
    FORWARDED: { description: 'Mail is forwarded elsewhere, where nobody knows whether it is read.' },
    POLLING: { description: 'A device logs in by itself; for information.' },
    CONTESTED: { description: 'The finding is contested and waits for an answer.' },
  },
});

registerEnumType(Cause, {
  name: 'Cause',
  description: 'Why the mailbox is not used regularly.',
  valuesConfig: {
    HARD_TO_USE: { description: 'Wants to, but finds it hard.' },
    NO_NEED: { description: 'Has no need of it.' },
    REFUSES: { description: 'Refuses; a note names the reminder and the class offered (D-2a).' },
    EXCUSED: { description: 'Was excused, with a document; the kind of absence is not stored.' },
  },
});

registerEnumType(ReviewState, {
  name: 'ReviewState',
  description: 'Where a review stands.',
  valuesConfig: {
    OPEN: { description: 'Findings are frozen and may be contested.' },
    FINALISED: { description: 'The findings hold.' },
    PUBLISHED: { description: 'Its list was published.' },
    CANCELLED: { description: 'Called off; its findings do not count.' },
  },
});

registerEnumType(ReviewAction, {
  name: 'ReviewAction',
  description: 'What can be done with a review.',
  valuesConfig: {
    FINALISE: { description: 'Let the findings hold.' },
    PUBLISH: { description: 'Publish the list.' },
    CANCEL: { description: 'Call it off.' },
  },
});

registerEnumType(FindingAction, {
  name: 'FindingAction',
  description: 'What can be done with a finding.',
  valuesConfig: {
    SET_CAUSE: { description: 'Say why the mailbox is not used: findingSetCause.' },
    CONTEST: { description: 'Contest it: findingContest.' },
    ANSWER_CONTEST: { description: 'Answer the contest: findingAnswerContest.' },
    SETTLE_SIGNALS: { description: 'Settle newer evidence or forwarding: findingSettleSignals.' },
  },
});
