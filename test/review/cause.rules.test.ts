import { describe, expect, test } from '@jest/globals';
import type { CauseFacts } from '../../server/review/cause.rules.js';
import { causeFaults, nextStep } from '../../server/review/cause.rules.js';
import type { Cause, NextStep, NotAssessedReason, UsageTier } from '../../server/review/vocabulary.js';
import { CAUSES } from '../../server/review/vocabulary.js';

describe('the next step follows from tier and cause', () => {
  test.each<[UsageTier, NotAssessedReason | null, Cause | null, NextStep]>([
    ['IRREGULAR', null, null, 'SET_CAUSE'],
    ['NEVER', null, null, 'SET_CAUSE'],
    ['IRREGULAR', null, 'HARD_TO_USE', 'TRAINING'],
    ['NEVER', null, 'HARD_TO_USE', 'TRAINING'],
    ['IRREGULAR', null, 'NO_NEED', 'REVOCATION'],
    ['NEVER', null, 'NO_NEED', 'REVOCATION'],
    ['IRREGULAR', null, 'REFUSES', 'EXCLUSION'],
    ['NEVER', null, 'REFUSES', 'EXCLUSION'],
    ['NEVER', null, 'EXCUSED', 'NONE'],
    ['NOT_ASSESSED', 'NO_MAILBOX', null, 'PROVISION'],
    ['NOT_ASSESSED', 'NO_MAILBOX', 'EXCUSED', 'NONE'],
    ['NOT_ASSESSED', 'COVERAGE', null, 'NONE'],
    ['NOT_ASSESSED', 'COVERAGE', 'REFUSES', 'NONE'],
    ['REGULAR', null, null, 'NONE'],
    ['REGULAR', null, 'NO_NEED', 'NONE'],
  ])('%s (%s) with cause %s: %s', (tier, reason, cause, step) => {
    expect(nextStep(tier, reason, cause)).toBe(step);
  });
});

describe('who may set which cause (D-2, D-2a)', () => {
  const asTaskForce: CauseFacts = {
    cause: 'NO_NEED',
    note: null,
    tier: 'NEVER',
    isLeader: false,
    hasAbsence: false,
    isTaskForce: true,
    isOwnFinding: false,
  };
  const faults = (changes: Partial<CauseFacts>) => causeFaults({ ...asTaskForce, ...changes }).map(({ code, rule }) => `${code} ${rule}`);

  test.each<[string, Partial<CauseFacts>, string[]]>([
    ['the task force sets NO_NEED on a NEVER', {}, []],
    ['the agency contact too', { isTaskForce: false }, []],
    ['a leader’s cause is set by the task force', { isLeader: true }, []],
    ['and not by the contact', { isLeader: true, isTaskForce: false }, ['RULE_VIOLATED D-2a']],
    ['nobody sets the own cause', { isOwnFinding: true }, ['RULE_VIOLATED D-2a']],
    ['REFUSES without a note is refused', { cause: 'REFUSES', note: '  ' }, ['REQUIRED D-2a']],
    ['REFUSES with a note naming reminder and class', { cause: 'REFUSES', note: 'Công văn 12 ngày 02/11; lớp LH-3' }, []],
    ['a REGULAR officer neither needs nor refuses', { tier: 'REGULAR' }, ['RULE_VIOLATED D-2']],
    ['nor one who was not assessed', { tier: 'NOT_ASSESSED', cause: 'HARD_TO_USE' }, ['RULE_VIOLATED D-2']],
    ['EXCUSED on any tier with a recorded absence', { cause: 'EXCUSED', tier: 'REGULAR', hasAbsence: true }, []],
    ['EXCUSED with a note naming the document', { cause: 'EXCUSED', note: 'Quyết định 34' }, []],
    ['EXCUSED with neither', { cause: 'EXCUSED' }, ['REQUIRED T-5']],
    [
      'all that is wrong is said at once',
      { cause: 'REFUSES', tier: 'REGULAR', isOwnFinding: true },
      ['RULE_VIOLATED D-2a', 'RULE_VIOLATED D-2', 'REQUIRED D-2a'],
    ],
  ])('%s', (_title, changes, expected) => {
    expect(faults(changes)).toEqual(expected);
  });

  test('every cause has a next step of its own for IRREGULAR', () => {
    expect(new Set(CAUSES.map((cause) => nextStep('IRREGULAR', null, cause))).size).toBe(CAUSES.length);
  });
});
