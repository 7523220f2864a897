/** From which state does an enrolment go where, and who takes it there (TR-1, TR-2)? Seats are counted in queue.rules.ts. */
import { Workflow } from '../kernel/workflow.js';
import type { EnrolmentState } from './vocabulary.js';

export const ENROLMENT_ACTIONS = ['APPROVE', 'DECLINE', 'WITHDRAW'] as const;
export type EnrolmentAction = (typeof ENROLMENT_ACTIONS)[number];

/**
 * OFFICER: the person themselves; CONTACT: of the person's agency; LEADER: task force or trainer of the class. Nobody is more than OFFICER
 * in the own case.
 */
export type EnrolmentParty = 'OFFICER' | 'CONTACT' | 'LEADER';

/** An approved request is ENROLLED, or WAITLISTED where no seat is free. */
export const enrolmentWorkflow = new Workflow<EnrolmentState, EnrolmentAction, EnrolmentParty>([
  { from: ['REQUESTED'], act: 'APPROVE', to: 'ENROLLED', who: ['CONTACT', 'LEADER'] },
  // Only where a seat is free: before the cut-off it is taken by itself, after it by whoever holds the class.
  { from: ['WAITLISTED'], act: 'APPROVE', to: 'ENROLLED', who: ['LEADER'] },
  { from: ['REQUESTED'], act: 'DECLINE', to: 'DECLINED', who: ['CONTACT', 'LEADER'] },
  { from: ['REQUESTED', 'WAITLISTED', 'ENROLLED'], act: 'WITHDRAW', to: 'WITHDRAWN', who: ['OFFICER', 'CONTACT', 'LEADER'] },
]);
