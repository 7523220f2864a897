/** Where does the check of an agency stand, and who takes it further (F-2)? */
import { Workflow } from '../../kernel/workflow.js';
import type { CheckAction, CheckState } from './vocabulary.js';

/** CONTACT: of the agency, or who stands in. HEAD: the leader named for it. */
export type Checking = 'CONTACT' | 'HEAD' | 'TASK_FORCE';

export const agencyCheckWorkflow = new Workflow<CheckState, CheckAction, Checking>([
  { from: ['CHECKING', 'SUBMITTED'], act: 'NAME_HEAD', to: 'CHECKING', who: ['CONTACT', 'TASK_FORCE'] },
  { from: ['CHECKING'], act: 'SUBMIT', to: 'SUBMITTED', who: ['CONTACT'] },
  // On paper, with the signed list, the contact records what the head confirmed.
  { from: ['SUBMITTED'], act: 'CONFIRM', to: 'CONFIRMED', who: ['HEAD', 'CONTACT'] },
  { from: ['SUBMITTED'], act: 'RETURN', to: 'CHECKING', who: ['HEAD', 'TASK_FORCE'] },
]);
