/** Who may bring evidence in and look at sources, imports and coverage (product.md §2). Evidence of a person is review's matter. */
import { by, byKey, right } from '../identity/right.js';

export const evidenceAccess = {
  readSources: right('evidence.read', by('ADMIN'), by('TASK_FORCE'), byKey('evidence:write')),
  changeSources: right('evidence.changeSources', by('ADMIN'), by('TASK_FORCE'), byKey('evidence:write')),
  importFiles: right('evidence.import', by('ADMIN'), by('TASK_FORCE'), byKey('evidence:write')),
  settleCoverage: right('evidence.settleCoverage', by('TASK_FORCE')),
};
