/** The whole demonstration city as plain facts, before anything is stored: registry, policy, sources, evidence, reviews, accounts. */
import type { PolicyValues } from '../review/policy.rules.js';
import { calendarOf } from '../review/policy.rules.js';
import type { DemoAccount } from './demo-accounts.js';
import { demoAccounts } from './demo-accounts.js';
import { demoPolicy } from './demo-calendar.js';
import { demoEvidence } from './demo-evidence.js';
import type { PeriodHabit } from './demo-habits.js';
import { demoHabits, isAssessed } from './demo-habits.js';
import type { DemoMailboxDays } from './demo-mail-log.js';
import type { DemoOfficer, DemoRegistry, DemoSize } from './demo-facts.js';
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
  const accounts = demoAccounts(registry, neverOf(registry, habits, policy, sources).code);
  return { registry, policy, sources, habits, accounts, evidence: () => demoEvidence(registry, habits, policy, sources, seed + 2) };
}

/** An officer of the lagging agency, no leader, who does nothing with the mailbox in the last period and can be assessed. */
function neverOf(
  { officers, windows }: DemoRegistry,
  habits: readonly (readonly PeriodHabit[])[],
  policy: PolicyValues,
  sources: readonly DemoSource[],
): DemoOfficer {
  const last = windows.length - 1;
  const calendar = calendarOf(policy);
  const isIt = (officer: DemoOfficer, i: number) =>
    officer.code.startsWith(`${LAGGING_AGENCY}-`) &&
    !officer.postings[0]!.isLeader &&
    habits[i]!.every(({ habit }) => habit === 'NOTHING') &&
    isAssessed(officer, windows[last]!, policy, calendar, sources);
  return officers.findLast(isIt)!;
}
