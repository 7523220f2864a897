/**
 * What must the task force look at before anything adverse is done with a finding, and how is that settled (T-5)?
 */
import type { Message } from '../kernel/language.js';
import { Refusal } from '../kernel/refusal.js';
import { SIGNAL_TEXTS } from './signal.messages.js';
import type { FindingSignal, UsageTier } from './vocabulary.js';

/** Later evidence moves a finding only upwards in this order (T-5). */
const RANK: Readonly<Record<UsageTier, number>> = { NEVER: 0, IRREGULAR: 1, NOT_ASSESSED: 2, REGULAR: 3 };

export function isBetter(tier: UsageTier, than: UsageTier): boolean {
  return RANK[tier] > RANK[than];
}

/** What of a finding raises signals. */
export interface SignalFacts {
  tier: UsageTier;
  forwarded: number;
  polledDays: number;
  /** The better tier that later evidence would give; null when there is none or it was settled. */
  improvedTier: UsageTier | null;
  isForwardingSettled: boolean;
  isContestOpen: boolean;
}

export function isForwardedSignal(facts: Pick<SignalFacts, 'tier' | 'forwarded' | 'isForwardingSettled'>): boolean {
  return facts.forwarded > 0 && !facts.isForwardingSettled && (facts.tier === 'NEVER' || facts.tier === 'IRREGULAR');
}

export function signalsOf(facts: SignalFacts): FindingSignal[] {
  const signals: FindingSignal[] = [];
  if (facts.improvedTier) signals.push('NEWER_EVIDENCE');
  if (isForwardedSignal(facts)) signals.push('FORWARDED');
  if (facts.polledDays > 0) signals.push('POLLING');
  if (facts.isContestOpen) signals.push('CONTESTED');
  return signals;
}

/** The signals that keep adverse decisions from going on; POLLING only informs. */
export function blockingSignals(signals: readonly FindingSignal[]): FindingSignal[] {
  return signals.filter((signal) => signal !== 'POLLING');
}

/**
 * The improved tier that later evidence flags (T-5): only one that is better than the frozen tier, and better than
 * what the task force already weighed and did not take.
 */
export function improvement(frozen: UsageTier, later: UsageTier, declined: UsageTier | null): UsageTier | null {
  if (!isBetter(later, frozen)) return null;
  return declined && !isBetter(later, declined) ? null : later;
}

export interface Settlement {
  tier: UsageTier;
  improvedTier: null;
  declinedTier: UsageTier | null;
  isForwardingSettled: boolean;
}

/** The task force takes the improved tier, or keeps the frozen one with a reason; both settle all that can be settled (T-5). */
export function settle(facts: SignalFacts & { declinedTier: UsageTier | null }, takeImproved: boolean, note: string): Settlement {
  const refuse = (message: Message) => {
    throw new Refusal({ code: 'RULE_VIOLATED', rule: 'T-5', message });
  };
  if (note.trim() === '') throw new Refusal({ code: 'REQUIRED', rule: 'T-5', path: ['note'], message: { text: SIGNAL_TEXTS.settleNote } });
  const isForwarded = isForwardedSignal(facts);
  if (!facts.improvedTier && !isForwarded) refuse({ text: SIGNAL_TEXTS.nothingToSettle });
  if (takeImproved && !facts.improvedTier) refuse({ text: SIGNAL_TEXTS.noImprovedTier });
  return {
    tier: takeImproved && facts.improvedTier ? facts.improvedTier : facts.tier,
    improvedTier: null,
    declinedTier: takeImproved ? facts.declinedTier : (facts.improvedTier ?? facts.declinedTier),
    isForwardingSettled: facts.isForwardingSettled || isForwarded,
  };
}
