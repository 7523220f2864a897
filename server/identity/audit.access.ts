/** Who may read the audit log, and how much of it (product.md §2, R-1). The rows themselves are chosen in audit.read.ts. */
import { by, right, withSecondFactor } from './right.js';

export const auditAccess = {
  /** All of it for the administrator; own acts for the task force; own acts and cases for the secretary; the own file for an officer. */
  read: right('audit.read', by('ADMIN'), by('TASK_FORCE'), by('SECRETARY'), by('OFFICER')),
  verify: right('audit.verify', by('ADMIN')),
  /** Sealing the end anew and erasing details, each with a reason on record. */
  mend: withSecondFactor(right('audit.mend', by('ADMIN'))),
};

/** Kinds of subjects that are cases before a committee: the secretary reads every act about them. */
export const CASES = ['decision', 'decisions', 'docket', 'committee', 'vote', 'notice', 'explanation', 'appeal', 'merger'] as const;

/**
 * Kinds of subjects whose tie to a person is itself personal evidence: that a cause was set, a finding contested, a case brought before a
 * committee, or that somebody stood in a list of such that was exported. The administrator sees that it happened, not about whom.
 */
export const PERSONAL = ['finding', 'findings', 'decision', 'decisions', 'export'] as const;
