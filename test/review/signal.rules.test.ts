import { describe, expect, test } from '@jest/globals';
import type { SignalFacts } from '../../server/review/signal.rules.js';
import { blockingSignals, improvement, isBetter, settle, signalsOf } from '../../server/review/signal.rules.js';
import { USAGE_TIERS } from '../../server/review/vocabulary.js';

const quiet: SignalFacts & { declinedTier: null } = {
  tier: 'NEVER',
  forwarded: 0,
  polledDays: 0,
  improvedTier: null,
  isForwardingSettled: false,
  isContestOpen: false,
  declinedTier: null,
};

describe('signals (T-5)', () => {
  test('forwarding is a signal for NEVER and IRREGULAR until it is settled', () => {
    const signals = USAGE_TIERS.map((tier) => signalsOf({ ...quiet, tier, forwarded: 3 }));
    expect(signals).toEqual([[], ['FORWARDED'], ['FORWARDED'], []]);
    expect(signalsOf({ ...quiet, forwarded: 3, isForwardingSettled: true })).toEqual([]);
  });

  test('all but POLLING keep adverse steps from going on', () => {
    const all = signalsOf({ ...quiet, forwarded: 1, polledDays: 1, improvedTier: 'IRREGULAR', isContestOpen: true });
    expect(all).toEqual(['NEWER_EVIDENCE', 'FORWARDED', 'POLLING', 'CONTESTED']);
    expect(blockingSignals(all)).toEqual(['NEWER_EVIDENCE', 'FORWARDED', 'CONTESTED']);
  });

  test('the order is NEVER, IRREGULAR, NOT_ASSESSED, REGULAR; only upwards is better', () => {
    const order = ['NEVER', 'IRREGULAR', 'NOT_ASSESSED', 'REGULAR'] as const;
    for (const [i, a] of order.entries()) for (const [j, b] of order.entries()) expect(isBetter(a, b)).toBe(i > j);
  });

  test('later evidence that would worsen or keep the tier is not flagged', () => {
    expect(improvement('IRREGULAR', 'NEVER', null)).toBeNull();
    expect(improvement('IRREGULAR', 'IRREGULAR', null)).toBeNull();
    expect(improvement('NOT_ASSESSED', 'IRREGULAR', null)).toBeNull();
    expect(improvement('NEVER', 'IRREGULAR', null)).toBe('IRREGULAR');
  });

  test('what the task force weighed and did not take is not flagged again, more than that is', () => {
    expect(improvement('NEVER', 'IRREGULAR', 'IRREGULAR')).toBeNull();
    expect(improvement('NEVER', 'REGULAR', 'IRREGULAR')).toBe('REGULAR');
  });
});

describe('settling signals (T-5)', () => {
  test('taking the improved tier changes the finding', () => {
    expect(settle({ ...quiet, improvedTier: 'REGULAR' }, true, 'Đã kiểm tra')).toEqual({
      tier: 'REGULAR',
      improvedTier: null,
      declinedTier: null,
      isForwardingSettled: false,
    });
  });

  test('keeping the frozen tier remembers what was declined', () => {
    expect(settle({ ...quiet, improvedTier: 'IRREGULAR', forwarded: 2 }, false, 'Dữ liệu nhập nhầm')).toEqual({
      tier: 'NEVER',
      improvedTier: null,
      declinedTier: 'IRREGULAR',
      isForwardingSettled: true,
    });
  });

  const rules = (act: () => unknown) => {
    try {
      act();
      return 'not refused';
    } catch (error) {
      return (error as { reasons: { code: string; rule: string }[] }).reasons.map(({ code, rule }) => `${code} ${rule}`).join();
    }
  };

  test('is refused without a note, without a signal, and where no improved tier is there to take', () => {
    expect(rules(() => settle({ ...quiet, forwarded: 1 }, false, ' '))).toBe('REQUIRED T-5');
    expect(rules(() => settle({ ...quiet, polledDays: 9 }, false, 'x'))).toBe('RULE_VIOLATED T-5');
    expect(rules(() => settle({ ...quiet, forwarded: 1 }, true, 'x'))).toBe('RULE_VIOLATED T-5');
  });
});
