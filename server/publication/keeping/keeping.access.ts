/** Who reads and sets for how long what is kept, who has it removed, who reads all that is held about an officer, and who erases (K-1, K-4, K-5). */
import { type Actor } from '../../identity/actor.js';
import { by, fieldsOf, right, withSecondFactor } from '../../identity/right.js';
import { isOwnOfficer } from '../../registry/registry.access.js';

const isNotOwn = (actor: Actor, officerId: string): boolean => !isOwnOfficer(actor, officerId);

export const keepingAccess = {
  /** The administrator sees that it works and how far back anything reaches. */
  read: right('retention.read', by('TASK_FORCE'), by('ADMIN')),
  /** Whoever answers for what is known about people; the administrator looks after machines, and does not decide what is known. */
  change: withSecondFactor(right('retention.change', by('TASK_FORCE'))),
  run: right('retention.run', by('TASK_FORCE')),
  /** Everything that is held about an officer, for whoever asks for it in person. */
  readPersonalData: right<string>('personalData.read', by('TASK_FORCE', isNotOwn)),
  /** The same about oneself. */
  readOwnData: right('personalData.readOwn', by('OFFICER')),
  erase: withSecondFactor(right<string>('officer.erase', by('TASK_FORCE', isNotOwn))),
};

/** A new field of these types names its place here, or does not build (G-15). */
export const keepingFields = {
  RetentionPolicy: fieldsOf('version effectiveOn legalBasis adoptedBy adoptedAt items'),
  RetentionItem: fieldsOf('name rule what why unit period chosen usual least most cutOff'),
  RetentionDue: fieldsOf('name cutOff due needed'),
  RetentionRun: fieldsOf('id startedAt endedAt isBrokenOff actor removed results'),
  RetentionResult: fieldsOf('name what cutOff removed needed isComplete fault'),
  OfficerErasure: fieldsOf('isErased isAllowed dueOn hindrances'),
};
