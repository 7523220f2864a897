import { describe, expect, test } from '@jest/globals';
import {
  answerFault,
  type AnswerFacts,
  silenceFault,
  silentCauseFault,
  stageOf,
  submitFault,
} from '../../../server/review/campaign/check.rules.js';
import { agencyCheckWorkflow } from '../../../server/review/campaign/agency-check.workflow.js';

const facts: AnswerFacts = {
  reviewState: 'OPEN',
  checkUntil: '2026-11-30',
  checkState: 'CHECKING',
  isOwnFinding: false,
  isTaskForce: false,
  former: null,
  isFormerByTaskForce: false,
  answer: 'CONFIRMED',
};

describe('F-2: answering for a finding', () => {
  test.each<[string, Partial<AnswerFacts>, string | null]>([
    ['by the contact', {}, null],
    ['again, after it was confirmed', { former: 'CONFIRMED' }, null],
    ['the own one', { isOwnFinding: true }, 'RULE_VIOLATED F-2'],
    ['the own one, by the task force', { isOwnFinding: true, isTaskForce: true }, 'RULE_VIOLATED F-2'],
    ['of a review that holds', { reviewState: 'FINALISED' }, 'NOT_ALLOWED_NOW F-2'],
    ['of a review without a check', { checkUntil: null, checkState: null }, 'NOT_ALLOWED_NOW F-2'],
    ['after the agency has handed in', { checkState: 'SUBMITTED' }, 'NOT_ALLOWED_NOW F-2'],
    ['after that, by the task force', { checkState: 'CONFIRMED', isTaskForce: true }, null],
    ['again, of what the agency has said, by the task force', { former: 'CONFIRMED', isTaskForce: true }, 'NOT_ALLOWED_NOW F-2'],
    ['again, of what it has said itself, by the task force', { former: 'CONFIRMED', isFormerByTaskForce: true, isTaskForce: true }, null],
    ['once it is contested', { former: 'CONTESTED' }, 'NOT_ALLOWED_NOW F-2'],
  ])('%s', (_what, change, expected) => {
    const fault = answerFault({ ...facts, ...change });
    expect(fault && `${fault.code} ${fault.rule}`).toBe(expected);
  });

  test('handing in needs an answer for everybody but the contacts themselves, and a head', () => {
    expect(submitFault({ unanswered: 0, own: 0, hasHead: true })).toBeNull();
    expect(submitFault({ unanswered: 1, own: 1, hasHead: true })).toBeNull();
    expect(submitFault({ unanswered: 3, own: 1, hasHead: true })).toMatchObject({
      code: 'NOT_ALLOWED_NOW',
      message: { values: { count: 2 } },
    });
    expect(submitFault({ unanswered: 0, own: 0, hasHead: false })).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
  });

  test('a head confirms or returns what was handed in, and nothing else', () => {
    expect(agencyCheckWorkflow.actsFor('CHECKING', ['HEAD'])).toEqual([]);
    expect(agencyCheckWorkflow.actsFor('SUBMITTED', ['HEAD'])).toEqual(['CONFIRM', 'RETURN']);
    expect(agencyCheckWorkflow.actsFor('CONFIRMED', ['HEAD', 'CONTACT', 'TASK_FORCE'])).toEqual([]);
    expect(agencyCheckWorkflow.actsFor('CHECKING', ['CONTACT'])).toEqual(['NAME_HEAD', 'SUBMIT']);
  });
});

describe('F-3: nobody is convicted or acquitted by silence', () => {
  const silence = {
    silence: 'FINDING_STAYS' as const,
    checkUntil: '2026-11-30',
    unchecked: 5,
  };
  test('where findings stay as they are, nobody has to be waited for', () => {
    expect(silenceFault(silence)).toBeNull();
    expect(silenceFault({ ...silence, silence: 'TASK_FORCE_CHECKS', checkUntil: null })).toBeNull();
  });
  test('where the task force answers for those who were silent, not before it has', () => {
    const asked = { ...silence, silence: 'TASK_FORCE_CHECKS' as const };
    expect(silenceFault(asked)).toMatchObject({ rule: 'F-3', message: { values: { count: 5 } } });
    expect(silenceFault({ ...asked, unchecked: 0 })).toBeNull();
  });
  test.each([
    ['REFUSES', true],
    ['NO_NEED', true],
    ['HARD_TO_USE', false],
    ['EXCUSED', false],
  ] as const)('without an answer the cause %s is refused: %s', (cause, isRefused) => {
    const asked = { checkUntil: '2026-11-30', isAnswered: false, cause };
    expect(silentCauseFault(asked)?.rule).toBe(isRefused ? 'F-3' : undefined);
    expect(silentCauseFault({ ...asked, isAnswered: true })).toBeNull();
    expect(silentCauseFault({ ...asked, checkUntil: null })).toBeNull();
  });
});

test('F-1: the stage follows from state and day', () => {
  const at = (today: string, state: 'OPEN' | 'FINALISED' | 'CANCELLED' = 'OPEN', checkUntil: string | null = '2026-11-30') =>
    stageOf({ state, checkUntil, today });
  expect(at('2026-11-30')).toBe('AGENCY_CHECK');
  expect(at('2026-12-01')).toBe('TASK_FORCE');
  expect(at('2026-11-30', 'FINALISED')).toBe('OVER');
  expect(at('2026-11-30', 'CANCELLED')).toBe('OVER');
  expect(at('2026-11-30', 'OPEN', null)).toBeNull();
});
