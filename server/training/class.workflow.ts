/** Where does a class stand, and who takes it further? Whether a trainer may is asked of the own classes (training.access.ts). */
import { Workflow } from '../kernel/workflow.js';
import type { ClassState, StoredClassState } from './vocabulary.js';

export const CLASS_ACTIONS = ['UPDATE', 'OPEN', 'ENROL', 'MARK', 'REMIND', 'COMPLETE', 'CANCEL'] as const;
export type ClassAction = (typeof CLASS_ACTIONS)[number];

/** LEADER: task force, or trainer of the class; REQUESTER: whoever may ask for a seat for somebody, or for themselves. */
type Who = 'LEADER' | 'REQUESTER';

export const classWorkflow = new Workflow<ClassState, ClassAction, Who>([
  { from: ['PLANNED'], act: 'OPEN', to: 'OPEN', who: ['LEADER'] },
  { from: ['PLANNED'], act: 'UPDATE', to: 'PLANNED', who: ['LEADER'] },
  { from: ['OPEN'], act: 'UPDATE', to: 'OPEN', who: ['LEADER'] },
  { from: ['RUNNING'], act: 'UPDATE', to: 'RUNNING', who: ['LEADER'] },
  { from: ['OPEN'], act: 'ENROL', to: 'OPEN', who: ['LEADER', 'REQUESTER'] },
  // Late, on the spot (TR-1); others only where the cut-off lies after the first session.
  { from: ['RUNNING'], act: 'ENROL', to: 'RUNNING', who: ['LEADER', 'REQUESTER'] },
  { from: ['OPEN'], act: 'REMIND', to: 'OPEN', who: ['LEADER'] },
  { from: ['RUNNING'], act: 'REMIND', to: 'RUNNING', who: ['LEADER'] },
  { from: ['OPEN'], act: 'MARK', to: 'OPEN', who: ['LEADER'] },
  { from: ['RUNNING'], act: 'MARK', to: 'RUNNING', who: ['LEADER'] },
  // Marks made before the closing may arrive after it (TR-2).
  { from: ['COMPLETED'], act: 'MARK', to: 'COMPLETED', who: ['LEADER'] },
  { from: ['OPEN', 'RUNNING'], act: 'COMPLETE', to: 'COMPLETED', who: ['LEADER'] },
  { from: ['PLANNED', 'OPEN', 'RUNNING'], act: 'CANCEL', to: 'CANCELLED', who: ['LEADER'] },
]);

/** The state that is shown: an open class runs from the start of its first session. */
export const classState = (stored: StoredClassState, startsAt: Date, now: Date): ClassState =>
  stored === 'OPEN' && startsAt.getTime() <= now.getTime() ? 'RUNNING' : stored;
