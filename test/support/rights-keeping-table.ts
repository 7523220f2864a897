/** Who may read for how long what is kept, and what was removed (K-1); a part of rights-table.ts. */
import { type FieldsOf, type TypeRow } from './rights-rows.js';
import { EMPTY, type Who } from './rights-who.js';

const KEEPERS = 'TASK_FORCE, ADMIN';

export const KEEPING_TYPES: Readonly<Record<string, TypeRow>> = {
  RetentionPolicy: {
    at: () => 'retentionPolicy { * }',
    door: KEEPERS,
    fields: { 'version effectiveOn legalBasis adoptedBy adoptedAt items': KEEPERS },
  },
  RetentionItem: {
    at: () => 'retentionPolicy { items { * } }',
    door: KEEPERS,
    fields: { 'name rule what why unit period chosen usual least most cutOff': KEEPERS },
  },
  RetentionDue: { at: () => 'retentionPreview { * }', door: KEEPERS, fields: { 'name cutOff due needed': KEEPERS } },
  RetentionRun: {
    at: () => 'retentionRuns { * }',
    door: KEEPERS,
    fields: { 'id startedAt endedAt isBrokenOff actor removed results': KEEPERS },
  },
  RetentionResult: {
    at: () => 'retentionRuns { results { * } }',
    door: KEEPERS,
    fields: { 'name what cutOff removed needed isComplete': KEEPERS, fault: EMPTY },
  },
  OfficerErasure: {
    at: (t) => `officerErasure(id: "${t.officer}") { * }`,
    door: 'TASK_FORCE',
    // Nobody of this world has left.
    fields: { 'isErased isAllowed hindrances': 'TASK_FORCE', dueOn: EMPTY },
  },
};

export const KEEPING_ROOTS: Readonly<Record<string, { args: string; at: TypeRow['at']; who: Who | FieldsOf; door?: Who }>> = {
  retentionPolicy: { args: '', at: () => 'retentionPolicy { version }', who: KEEPERS },
  retentionPreview: { args: '', at: () => 'retentionPreview { name }', who: KEEPERS },
  retentionRuns: { args: 'first', at: () => 'retentionRuns(first: 1) { id }', who: KEEPERS },
  officerErasure: { args: 'id', at: (t) => `officerErasure(id: "${t.officer}") { isErased }`, who: 'TASK_FORCE' },
};
