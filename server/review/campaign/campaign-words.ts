/** The enums of campaigns as the schema shows them. */
import { registerEnumType } from 'type-graphql';
import {
  CHECK_ACTIONS,
  CHECK_ANSWERS,
  CHECK_SIGNALS,
  CHECK_STATES,
  type CheckAction as ActionName,
  type CheckAnswer as AnswerName,
  type CheckSignal as SignalName,
  type CheckState as StateName,
  RERUN_SCOPES,
  type RerunScope as ScopeName,
  REVIEW_STAGES,
  type ReviewStage as StageName,
  type Silence as SilenceName,
  SILENCES,
  STEP_KINDS,
  type StepKind as KindName,
} from './vocabulary.js';

const enumOf = <T extends string>(names: readonly T[]) => Object.fromEntries(names.map((name) => [name, name])) as { [N in T]: N };

export const CheckAnswer = enumOf<AnswerName>(CHECK_ANSWERS);
export const CheckState = enumOf<StateName>(CHECK_STATES);
export const CheckAction = enumOf<ActionName>(CHECK_ACTIONS);
export const CheckSignal = enumOf<SignalName>(CHECK_SIGNALS);
export const Silence = enumOf<SilenceName>(SILENCES);
export const StepKind = enumOf<KindName>(STEP_KINDS);
export const ReviewStage = enumOf<StageName>(REVIEW_STAGES);
export const RerunScope = enumOf<ScopeName>(RERUN_SCOPES);

registerEnumType(CheckAnswer, {
  name: 'CheckAnswer',
  description: 'What an agency says of a finding (F-2).',
  valuesConfig: {
    CONFIRMED: { description: 'It is right, as far as the agency knows.' },
    CONTESTED: { description: 'It is not; the task force answers (T-8).' },
  },
});
registerEnumType(CheckState, {
  name: 'CheckState',
  description: 'Where the check of an agency stands (F-2).',
  valuesConfig: {
    CHECKING: { description: 'The contact is at it.' },
    SUBMITTED: { description: 'Handed in; the head has not confirmed it yet.' },
    CONFIRMED: { description: 'Confirmed by the head.' },
  },
});
registerEnumType(CheckAction, {
  name: 'CheckAction',
  description: 'What can be done with the check of an agency.',
  valuesConfig: {
    SUBMIT: { description: 'Hand it in.' },
    CONFIRM: { description: 'Confirm it as the head, or record the head’s confirmation from paper.' },
    RETURN: { description: 'Give it back to the contact.' },
    NAME_HEAD: { description: 'Name the leader who confirms.' },
  },
});
registerEnumType(CheckSignal, {
  name: 'CheckSignal',
  description: 'What may mean that answers were given without looking; never a verdict (F-5).',
  valuesConfig: {
    FAST: { description: 'Half of the answers took less than four seconds each.' },
    ALL_AT_ONCE: { description: 'Most answers were given twenty or more at a time.' },
    ALL_SAME: { description: 'Ten answers or more, and all the same.' },
    LEADERS_BY_A_LEADER: { description: 'A leader of the agency answered for leaders.' },
  },
});
registerEnumType(Silence, {
  name: 'Silence',
  description: 'What becomes of findings that nobody answers; chosen before the start (F-3).',
  valuesConfig: {
    FINDING_STAYS: { description: 'The finding stays, its cause stays empty: nothing adverse can follow from it.' },
    TASK_FORCE_CHECKS: { description: 'The task force must answer for those that are irregular or never before the review is finalised.' },
  },
});
registerEnumType(StepKind, {
  name: 'StepKind',
  description: 'Letters of a campaign (F-4).',
  valuesConfig: {
    REMIND: { description: 'To contacts who have not handed in, and heads who have not confirmed.' },
    TELL_HEAD: { description: 'To heads of agencies that have not handed in.' },
    TELL_TASK_FORCE: { description: 'To the task force: who has not answered.' },
  },
});
registerEnumType(ReviewStage, {
  name: 'ReviewStage',
  description: 'Which part of a campaign is under way (F-1).',
  valuesConfig: {
    AGENCY_CHECK: { description: 'The agencies check.' },
    TASK_FORCE: { description: 'The task force answers contests and settles what is open.' },
    OVER: { description: 'The findings hold, or the review was called off.' },
  },
});
registerEnumType(RerunScope, {
  name: 'RerunScope',
  description: 'Whom a review that is made again looks at (F-6).',
  valuesConfig: {
    REMAINING: { description: 'Officers for whom nobody had answered.' },
    CHANGED: { description: 'Officers of whom something has changed: newer evidence, a contest that was accepted, an absence, a move.' },
  },
});
