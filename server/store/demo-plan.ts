/** The whole demonstration city as plain facts, before anything is stored: registry, policy, sources, evidence, reviews, accounts. */
import type { PolicyValues } from '../review/policy.rules.js';
import { calendarOf } from '../review/policy.rules.js';
import type { DemoAccount } from './demo-accounts.js';
import { demoAccounts } from './demo-accounts.js';
import { demoPolicy } from './demo-calendar.js';
import { demoEvidence } from './demo-evidence.js';
import type { Habit, PeriodHabit } from './demo-habits.js';
import { demoHabits, isAssessed, isUser } from './demo-habits.js';
import type { DemoMailboxDays } from './demo-mail-log.js';
import type { DemoRegistry, DemoSize } from './demo-facts.js';
import { LAGGING_AGENCY } from './demo-facts.js';
import { demoRegistry } from './demo-registry.js';
import type { DemoSource } from './demo-sources.js';
import { demoSources } from './demo-sources.js';

export interface DemoPlan {
  registry: DemoRegistry;
  policy: PolicyValues;
  sources: DemoSource[];
  habits: PeriodHabit[][];
  accounts: DemoAccount[];
  /** The same days each time it is asked for. */
  evidence(): Generator<DemoMailboxDays>;
}

const SEED = 2014;

export function demoPlan(size: DemoSize): DemoPlan {
  const seed = size.seed ?? SEED;
  const registry = demoRegistry({ ...size, seed });
  const policy = demoPolicy(size.today);
  const sources = demoSources(registry.agencies, registry.windows, calendarOf(policy));
  const habits = demoHabits(registry, policy, sources, seed + 1);
  const last = registry.windows.length - 1;
  const calendar = calendarOf(policy);
  const laggard = (isWanted: (habit: Habit) => boolean) =>
    registry.officers.findLast(
      (officer, i) =>
        officer.code.startsWith(`${LAGGING_AGENCY}-`) &&
        !officer.postings[0]!.isLeader &&
        isWanted(habits[i]![last]!.habit) &&
        isAssessed(officer, registry.windows[last]!, policy, calendar, sources),
    )!.code;
  const accounts = demoAccounts(
    registry,
    laggard(isUser),
    laggard((habit) => habit === 'NOTHING'),
  );
  return { registry, policy, sources, habits, accounts, evidence: () => demoEvidence(registry, habits, policy, sources, seed + 2) };
}
