/** Who may bring evidence in and look at sources, imports and coverage (product.md §2). Evidence of a person is review's matter. */
import { by, byKey, fieldsOf, right } from '../identity/right.js';

export const evidenceAccess = {
  readSources: right('evidence.read', by('ADMIN'), by('TASK_FORCE'), byKey('evidence:write')),
  changeSources: right('evidence.changeSources', by('ADMIN'), by('TASK_FORCE'), byKey('evidence:write')),
  importFiles: right('evidence.import', by('ADMIN'), by('TASK_FORCE'), byKey('evidence:write')),
  settleCoverage: right('evidence.settleCoverage', by('TASK_FORCE')),
};

/** Addresses stand in sources, imports and samples: a new field of these types names its place here, or does not build (G-15). */
export const evidenceFields = {
  EvidenceSource: fieldsOf(
    'id name format mailDomains timeZone shows ignoredAddresses ignoredAccounts defaultDomain reads countsReceived pollingLogins version',
  ),
  EvidenceImport: fieldsOf(
    'id format source fileName state lines used ignored duplicate quarantined unknownAddresses unknownCount firstDay lastDay message startedAt finishedAt',
  ),
  QuarantinedLine: fieldsOf('line reason sample count'),
};
