/** Where does a review stand, and who takes it further? Its guards are in contest.rules.ts. */
import { Workflow } from '../kernel/workflow.js';

export const REVIEW_STATES = ['OPEN', 'FINALISED', 'PUBLISHED', 'CANCELLED'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export const REVIEW_ACTIONS = ['FINALISE', 'PUBLISH', 'CANCEL'] as const;
export type ReviewAction = (typeof REVIEW_ACTIONS)[number];

export const reviewWorkflow = new Workflow<ReviewState, ReviewAction, 'TASK_FORCE'>([
  { from: ['OPEN'], act: 'FINALISE', to: 'FINALISED', who: ['TASK_FORCE'] },
  // Published again: a new version, or a list for another audience (P-1).
  { from: ['FINALISED', 'PUBLISHED'], act: 'PUBLISH', to: 'PUBLISHED', who: ['TASK_FORCE'] },
  { from: ['OPEN'], act: 'CANCEL', to: 'CANCELLED', who: ['TASK_FORCE'] },
]);
