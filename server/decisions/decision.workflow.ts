/**
 * From which state does which act lead where, and who may do it? The table of product.md §4, which docs/workflow.md shows. Guards that
 * need facts (periods, blocks, quorum) are rules: block.rules.ts, tally.rules.ts, period.rules.ts.
 */
import { Workflow } from '../kernel/workflow.js';
import type { DecisionAction, DecisionState } from './vocabulary.js';

/** As whom somebody acts on a case; CHAIR also stands for the deputy where the chair is recused or absent. */
export type CaseParty = 'TASK_FORCE' | 'SECRETARY' | 'CONTACT' | 'OFFICER' | 'CHAIR' | 'VOTER' | 'PROPOSER';

/** What happens to a case without anybody's act, or in a way no button stands for. */
export type CaseEvent =
  DecisionAction | 'PROPOSE' | 'BECOME_READY' | 'CONFLICTS' | 'COME_INTO_FORCE' | 'EXPIRE' | 'MERGE' | 'JOIN' | 'SET_DOCKET';

export const decisionWorkflow = new Workflow<DecisionState, CaseEvent, CaseParty>([
  { from: ['PROPOSED'], act: 'GIVE_NOTICE', to: 'NOTIFIED', who: ['SECRETARY'] },
  { from: ['PROPOSED', 'NOTIFIED'], act: 'BECOME_READY', to: 'READY', who: [] },
  { from: ['NOTIFIED'], act: 'EXPLAIN', to: 'NOTIFIED', who: ['OFFICER', 'CONTACT', 'SECRETARY'] },
  { from: ['READY'], act: 'EXPLAIN', to: 'READY', who: ['CONTACT', 'SECRETARY'] },
  { from: ['NOTIFIED'], act: 'ANSWER_EXPLANATION', to: 'NOTIFIED', who: ['TASK_FORCE', 'SECRETARY'] },
  { from: ['READY'], act: 'ANSWER_EXPLANATION', to: 'READY', who: ['TASK_FORCE', 'SECRETARY'] },
  { from: ['READY', 'LAPSED'], act: 'OPEN_VOTE', to: 'VOTING', who: ['CHAIR', 'SECRETARY'] },
  { from: ['VOTING'], act: 'CAST_VOTE', to: 'VOTING', who: ['VOTER'] },
  { from: ['APPEALED'], act: 'CAST_VOTE', to: 'APPEALED', who: ['VOTER'] },
  { from: ['VOTING'], act: 'DECLARE_CONFLICT', to: 'VOTING', who: ['VOTER'] },
  { from: ['APPEALED'], act: 'DECLARE_CONFLICT', to: 'APPEALED', who: ['VOTER'] },
  { from: ['VOTING'], act: 'CONFLICTS', to: 'READY', who: [] },
  { from: ['VOTING'], act: 'CLOSE_VOTE', to: 'ADOPTED', who: ['CHAIR'] },
  { from: ['VOTING'], act: 'CLOSE_VOTE', to: 'REJECTED', who: ['CHAIR'] },
  { from: ['VOTING'], act: 'CLOSE_VOTE', to: 'LAPSED', who: ['CHAIR'] },
  { from: ['ADOPTED'], act: 'ENTER_INTO_FORCE', to: 'ADOPTED', who: ['SECRETARY'] },
  { from: ['ADOPTED'], act: 'COME_INTO_FORCE', to: 'IN_FORCE', who: [] },
  { from: ['IN_FORCE', 'EXPIRED'], act: 'APPEAL', to: 'APPEALED', who: ['OFFICER', 'CONTACT', 'SECRETARY'] },
  { from: ['APPEALED'], act: 'SETTLE_APPEAL', to: 'IN_FORCE', who: ['CHAIR', 'SECRETARY'] },
  { from: ['APPEALED'], act: 'SETTLE_APPEAL', to: 'REVERSED', who: ['CHAIR', 'SECRETARY'] },
  { from: ['IN_FORCE'], act: 'EXPIRE', to: 'EXPIRED', who: [] },
  { from: ['PROPOSED', 'NOTIFIED', 'READY', 'ADOPTED'], act: 'WITHDRAW', to: 'WITHDRAWN', who: ['PROPOSER', 'CHAIR'] },
  { from: ['PROPOSED', 'NOTIFIED', 'READY', 'VOTING', 'LAPSED', 'ADOPTED'], act: 'JOIN', to: 'JOINED', who: [] },
  { from: ['VOTING'], act: 'MERGE', to: 'READY', who: [] },
  { from: ['READY', 'VOTING', 'LAPSED'], act: 'MERGE', to: 'NOTIFIED', who: [] },
]);
