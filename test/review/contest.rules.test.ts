import { describe, expect, test } from '@jest/globals';
import { WorkingCalendar } from '../../server/kernel/calendar.js';
import { answerFault, contestFault, contestUntil, finaliseFault } from '../../server/review/contest.rules.js';
import { reviewWorkflow } from '../../server/review/review.workflow.js';

const calendar = new WorkingCalendar();

describe('the contest period (T-8)', () => {
  test('is counted in working days after the opening', () => {
    expect(contestUntil('2026-11-23', 5, calendar)).toBe('2026-11-30');
    expect(contestUntil('2026-11-21', 5, calendar)).toBe('2026-11-27');
    expect(contestUntil('2026-11-23', 5, new WorkingCalendar(['2026-11-25']))).toBe('2026-12-01');
    expect(contestUntil('2026-11-23', 0, calendar)).toBeNull();
  });

  const open = { state: 'OPEN' as const, today: '2026-11-30', contestUntil: '2026-11-30', isContestOpen: false, note: 'Tôi đã sử dụng' };

  test('includes its last day and ends with it', () => {
    expect(contestFault(open)).toBeNull();
    expect(contestFault({ ...open, today: '2026-12-01' })).toMatchObject({ code: 'NOT_ALLOWED_NOW', rule: 'T-8' });
  });

  test('lasts as long as the review is open where the policy sets no days', () => {
    expect(contestFault({ ...open, contestUntil: null, today: '2027-05-01' })).toBeNull();
    expect(contestFault({ ...open, contestUntil: null, state: 'FINALISED' })).toMatchObject({ rule: 'T-8' });
  });

  test('a finding is contested once at a time, in words', () => {
    expect(contestFault({ ...open, isContestOpen: true })).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    expect(contestFault({ ...open, note: ' ' })).toMatchObject({ code: 'REQUIRED', path: ['note'] });
  });

  test('only an open contest of an open review is answered, in words', () => {
    const contested = { state: 'OPEN' as const, isContestOpen: true, note: 'Đã kiểm tra' };
    expect(answerFault(contested)).toBeNull();
    expect(answerFault({ ...contested, isContestOpen: false })).toMatchObject({ code: 'NOT_ALLOWED_NOW', rule: 'T-8' });
    expect(answerFault({ ...contested, state: 'FINALISED' })).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    expect(answerFault({ ...contested, note: '' })).toMatchObject({ code: 'REQUIRED' });
  });
});

describe('finalising (T-8)', () => {
  const over = { today: '2026-12-01', contestUntil: '2026-11-30', openContests: 0 };

  test('waits for the end of the contest period and for every answer', () => {
    expect(finaliseFault(over)).toBeNull();
    expect(finaliseFault({ ...over, today: '2026-11-30' })).toMatchObject({ code: 'NOT_ALLOWED_NOW', rule: 'T-8' });
    expect(finaliseFault({ ...over, openContests: 1 })).toMatchObject({ code: 'NOT_ALLOWED_NOW', rule: 'T-8' });
  });

  test('is possible at once without contest days', () => {
    expect(finaliseFault({ today: '2026-11-23', contestUntil: null, openContests: 0 })).toBeNull();
    expect(finaliseFault({ today: '2026-11-23', contestUntil: null, openContests: 2 })).toMatchObject({ rule: 'T-8' });
  });
});

describe('the workflow of a review', () => {
  test('offers the task force what the state allows and nobody else anything', () => {
    expect(reviewWorkflow.actsFor('OPEN', ['TASK_FORCE'])).toEqual(['FINALISE', 'CANCEL']);
    expect(reviewWorkflow.actsFor('FINALISED', ['TASK_FORCE'])).toEqual(['PUBLISH']);
    expect(reviewWorkflow.actsFor('PUBLISHED', ['TASK_FORCE'])).toEqual(['PUBLISH']);
    expect(reviewWorkflow.actsFor('CANCELLED', ['TASK_FORCE'])).toEqual([]);
    expect(reviewWorkflow.actsFor('OPEN', [])).toEqual([]);
  });

  test('refuses what the table does not have', () => {
    const message = { text: { vi: '', en: '' } };
    expect(reviewWorkflow.next('OPEN', 'FINALISE', 'T-8', message)).toBe('FINALISED');
    expect(() => reviewWorkflow.next('FINALISED', 'CANCEL', 'T-8', message)).toThrow('NOT_ALLOWED_NOW T-8');
  });
});
