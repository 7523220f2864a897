/** Which voting rule holds, is it a sound one, and which of several is the stricter (D-4, L-2, C-2)? */
import { type Day, isDay } from '../kernel/calendar.js';
import type { Reason } from '../kernel/refusal.js';
import { COMMITTEE_TEXTS } from './committee.messages.js';
import { APPEAL_SETTLERS, type AppealSettler, type DecisionKind, isAdverse, type Threshold, THRESHOLDS } from './vocabulary.js';

export interface RuleValues {
  quorum: Threshold;
  majority: Threshold;
  isTieAdopted: boolean;
  /** For kinds that are not adverse: no vote is held, the chair decides. */
  isByChairAlone: boolean;
  minimumVoters: number;
  /** Calendar days (L-1). */
  noticeDays: number;
  voteDays: number;
  appealDays: number;
  appealSettledBy: AppealSettler;
  appealSettleDays: number;
  secondAppealDays: number;
}

export interface DatedRule extends RuleValues {
  kind: DecisionKind;
  effectiveOn: Day;
  /** Counts the rules of a committee in the order in which they were adopted. */
  version: number;
}

/** What holds for a kind where no rule was adopted (D-4). */
export const USUAL_RULE: RuleValues = {
  quorum: 'MORE_THAN_HALF',
  majority: 'MORE_THAN_HALF',
  isTieAdopted: false,
  isByChairAlone: false,
  minimumVoters: 3,
  noticeDays: 10,
  voteDays: 7,
  appealDays: 30,
  appealSettledBy: 'CHAIR',
  appealSettleDays: 30,
  secondAppealDays: 30,
};

/** The rule of a kind on a day: of those in effect the one with the latest day, of the same day the last adopted; the usual one where there is none. */
export function ruleOn(rules: readonly DatedRule[], kind: DecisionKind, day: Day): RuleValues {
  const held = rules.filter((rule) => rule.kind === kind && rule.effectiveOn <= day);
  if (held.length === 0) return USUAL_RULE;
  return held.reduce((best, rule) =>
    rule.effectiveOn > best.effectiveOn || (rule.effectiveOn === best.effectiveOn && rule.version > best.version) ? rule : best,
  );
}

const LONGEST_DAYS = 365;
const MOST_VOTERS = 100;
/** Least days for adverse kinds; in the demonstration city they may be 0 (L-2). */
const LEAST_NOTICE_DAYS = 5;
const LEAST_APPEAL_DAYS = 10;

/** All that is wrong with a rule that somebody wants to adopt. */
export function ruleFaults(kind: DecisionKind, rule: RuleValues & { effectiveOn: Day }, isDemonstration: boolean): Reason[] {
  const faults: Reason[] = [];
  const whole = (field: keyof RuleValues, least: number, most: number) => {
    const value = rule[field] as number;
    if (Number.isInteger(value) && value >= least && value <= most) return;
    faults.push({
      code: 'INVALID',
      rule: 'D-4',
      path: ['input', field],
      message: { text: COMMITTEE_TEXTS.wholeNumber, values: { least, most } },
    });
  };
  if (!isDay(rule.effectiveOn))
    faults.push({ code: 'INVALID', path: ['input', 'effectiveOn'], message: { text: COMMITTEE_TEXTS.notADay } });
  whole('minimumVoters', 1, MOST_VOTERS);
  for (const field of ['noticeDays', 'voteDays', 'appealDays', 'appealSettleDays', 'secondAppealDays'] as const)
    whole(field, 0, LONGEST_DAYS);
  if (!isAdverse(kind)) return faults;
  const violated = (field: keyof RuleValues, rule_: string, text: keyof typeof COMMITTEE_TEXTS, values?: Record<string, number>) =>
    faults.push({
      code: 'RULE_VIOLATED',
      rule: rule_,
      path: ['input', field],
      message: { text: COMMITTEE_TEXTS[text], ...(values && { values }) },
    });
  if (rule.isByChairAlone) violated('isByChairAlone', 'D-4', 'chairAloneAdverse');
  if (isDemonstration) return faults;
  if (rule.noticeDays < LEAST_NOTICE_DAYS) violated('noticeDays', 'L-2', 'noticeTooShort', { least: LEAST_NOTICE_DAYS });
  if (rule.appealDays < LEAST_APPEAL_DAYS) violated('appealDays', 'L-2', 'appealTooShort', { least: LEAST_APPEAL_DAYS });
  return faults;
}

const higher = <T extends string>(order: readonly T[], values: readonly T[]): T =>
  values.reduce((best, value) => (order.indexOf(value) > order.indexOf(best) ? value : best));
const longest = (values: readonly number[]): number => Math.max(...values);

/** The strictest of several rules, taken value by value: higher quorum, majority and minimum, longer periods, no ease that one of them lacks (C-2). */
export function strictest(rules: readonly RuleValues[]): RuleValues {
  const all = <K extends keyof RuleValues>(field: K): RuleValues[K][] => rules.map((rule) => rule[field]);
  return {
    quorum: higher(THRESHOLDS, all('quorum')),
    majority: higher(THRESHOLDS, all('majority')),
    isTieAdopted: all('isTieAdopted').every(Boolean),
    isByChairAlone: all('isByChairAlone').every(Boolean),
    minimumVoters: longest(all('minimumVoters')),
    noticeDays: longest(all('noticeDays')),
    voteDays: longest(all('voteDays')),
    appealDays: longest(all('appealDays')),
    appealSettledBy: higher(APPEAL_SETTLERS, all('appealSettledBy')),
    appealSettleDays: longest(all('appealSettleDays')),
    secondAppealDays: longest(all('secondAppealDays')),
  };
}
