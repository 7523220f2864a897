/**
 * How does each officer of the demonstration city use the mailbox in each review period? The share of leaders who use it is steered exactly:
 * among those who can be assessed, the most inclined ones use it, as many as the target says.
 */
import { dayNumber } from '../kernel/calendar.js';
import type { WorkingCalendar } from '../kernel/calendar.js';
import type { PolicyValues, Window } from '../review/policy.rules.js';
import { calendarOf } from '../review/policy.rules.js';
import { reaches } from '../review/tier.rules.js';
import { domainOf } from '../registry/address.rules.js';
import { HOLDER_CODES } from './demo-accounts.js';
import { Chance } from './demo-random.js';
import type { DemoOfficer, DemoPosting, DemoRegistry } from './demo-facts.js';
import { BLIND_AGENCY, LAGGING_AGENCY, OWN_SERVER_AGENCY } from './demo-facts.js';
import type { DemoSource } from './demo-sources.js';
import { isShownOn } from './demo-sources.js';

export type Habit = 'REGULAR' | 'IRREGULAR' | 'WEEKEND' | 'NOTHING' | 'LOGIN_ONLY' | 'POLLING' | 'FORWARDING';

/** Whether a habit makes a user (REGULAR or IRREGULAR) of whoever can be assessed. */
export function isUser(habit: Habit): boolean {
  return habit === 'REGULAR' || habit === 'IRREGULAR' || habit === 'WEEKEND';
}

export interface PeriodHabit {
  habit: Habit;
  /** Probability of a day of use on a working day. */
  pace: number;
}

/** Share of users among assessed leaders and among assessed staff, review by review. */
export const LEADERS_USING = [0.4, 0.5, 0.6] as const;
export const STAFF_USING = [0.62, 0.68, 0.74] as const;

/** Added to the inclination of those who sign in, so that they are users in every agency. */
const FAR_ABOVE = 10;

/** Users of the lagging agency: none of its leaders, two of its staff. */
const LAGGING_STAFF_USING = 2;

/** The main posting on a day, or the last one before it. */
export function postingOn(officer: DemoOfficer, day: string): DemoPosting | undefined {
  return officer.postings.filter(({ isMain, fromOn }) => isMain && fromOn <= day).at(-1);
}

/** Whether the rules can say anything of this officer in this window (T-4). */
export function isAssessed(
  officer: DemoOfficer,
  window: Window,
  policy: PolicyValues,
  calendar: WorkingCalendar,
  sources: readonly DemoSource[],
): boolean {
  const personal = officer.mailboxes.find(({ kind }) => kind === 'PERSONAL');
  if (!personal) return false;
  const domains = officer.mailboxes.map(({ address }) => domainOf(address));
  const main = officer.postings.filter(({ isMain }) => isMain);
  let candidate = 0;
  let assessable = 0;
  const last = dayNumber(window.to);
  for (let day = dayNumber(window.from); day <= last; day++) {
    if (!calendar.isWorkingNumber(day)) continue;
    if (!main.some(({ fromOn, untilOn }) => dayNumber(fromOn) <= day && (!untilOn || day <= dayNumber(untilOn)))) continue;
    if (personal.createdOn && day < dayNumber(personal.createdOn)) continue;
    if (officer.absences.some(({ fromOn, untilOn }) => dayNumber(fromOn) <= day && day <= dayNumber(untilOn))) continue;
    candidate++;
    if (domains.every((domain) => isShownOn(sources, domain, day))) assessable++;
  }
  const { minimumAssessableDays, minimumCoverage } = policy;
  return candidate >= minimumAssessableDays && reaches(assessable, candidate, minimumCoverage) && assessable >= minimumAssessableDays;
}

interface Ranked {
  index: number;
  inclination: number;
}

/** One habit a review for each officer, in the order of `registry.officers`. */
export function demoHabits(registry: DemoRegistry, policy: PolicyValues, sources: readonly DemoSource[], seed: number): PeriodHabit[][] {
  const { officers, agencies, windows } = registry;
  const chance = new Chance(seed);
  const calendar = calendarOf(policy);
  const leaning = leanings(
    agencies.map(({ code }) => code),
    chance,
  );
  const own = officers.map(({ code }) => chance.normal() + (HOLDER_CODES.has(code) ? FAR_ABOVE : 0));
  const plain = new Map<string, boolean>();
  const assessed = (officer: DemoOfficer, review: number) => {
    const isPlain = officer.postings.length === 1 && !officer.absences.length && !officer.leftOn && officer.mailboxes.length === 1;
    const isOld = officer.postings[0]!.fromOn < windows[0]!.from && (officer.mailboxes[0]?.createdOn ?? '') < windows[0]!.from;
    if (!isPlain || !isOld) return isAssessed(officer, windows[review]!, policy, calendar, sources);
    const key = `${domainOf(officer.mailboxes[0]!.address)} ${review}`;
    let known = plain.get(key);
    if (known === undefined) plain.set(key, (known = isAssessed(officer, windows[review]!, policy, calendar, sources)));
    return known;
  };

  const habits: PeriodHabit[][] = officers.map(() => []);
  windows.forEach((window, review) => {
    const leaders: Ranked[] = [];
    const staff: Ranked[] = [];
    const lagging: Ranked[] = [];
    const unassessed: (Ranked & { isLeader: boolean })[] = [];
    let laggingLeaders = 0;
    officers.forEach((officer, index) => {
      const posting = postingOn(officer, window.to);
      const lean = leaning.get(posting?.agencyCode ?? officer.postings[0]!.agencyCode)!;
      const isLeader = posting?.isLeader ?? false;
      const inclination = lean * (isLeader ? 1.9 : 0.75) + own[index]! + 0.25 * chance.normal();
      habits[index]![review] = never(officer, chance);
      if (!assessed(officer, review)) {
        unassessed.push({ index, inclination, isLeader });
        return;
      }
      if (posting?.agencyCode === LAGGING_AGENCY) {
        if (isLeader) laggingLeaders++;
        else lagging.push({ index, inclination });
      } else (isLeader ? leaders : staff).push({ index, inclination });
    });
    /** Returns the inclination from which one is a user. */
    const use = (group: Ranked[], users: number): number => {
      group.sort((a, b) => b.inclination - a.inclination || a.index - b.index);
      group.slice(0, users).forEach(({ index }, place) => (habits[index]![review] = using(place / users, review, chance)));
      return group[users - 1]?.inclination ?? Infinity;
    };
    const leaderCut = use(leaders, Math.round(LEADERS_USING[review]! * (leaders.length + laggingLeaders)));
    use(lagging, Math.min(lagging.length - 1, LAGGING_STAFF_USING));
    const staffCut = use(staff, Math.round(STAFF_USING[review]! * staff.length));
    // Who cannot be assessed uses it all the same; only nobody can say so.
    for (const { index, inclination, isLeader } of unassessed) {
      if (inclination >= (isLeader ? leaderCut : staffCut)) habits[index]![review] = using(chance.next(), review, chance);
    }
  });
  return habits;
}

/** How inclined an agency is: a few at either end, most between. */
function leanings(codes: readonly string[], chance: Chance): Map<string, number> {
  const places = codes.map((code) => ({ code, at: chance.next() })).sort((a, b) => a.at - b.at);
  const leanings = new Map(
    places.map(({ code }, i) => [code, 1.25 * Math.sign(i / codes.length - 0.42) * (2 * Math.abs(i / codes.length - 0.42)) ** 1.15]),
  );
  // Its guests on the city's mail server make it an agency with users, however few can be assessed.
  leanings.set(BLIND_AGENCY, 1.5);
  // A source of few mailboxes has thin days by chance unless most of them are used.
  leanings.set(OWN_SERVER_AGENCY, 1.2);
  return leanings;
}

/** Not a user: mostly nothing at all, some log in, some have a phone that polls or everything forwarded. */
function never(officer: DemoOfficer, chance: Chance): PeriodHabit {
  const draw = chance.next();
  if (officer.postings[0]!.agencyCode === LAGGING_AGENCY && draw < 0.8) return { habit: 'NOTHING', pace: 0 };
  if (draw < 0.78) return { habit: 'NOTHING', pace: 0 };
  if (draw < 0.94) return { habit: 'LOGIN_ONLY', pace: 0 };
  return { habit: draw < 0.975 ? 'POLLING' : 'FORWARDING', pace: 0 };
}

/** A user; the most inclined regularly, more of them from review to review. */
function using(place: number, review: number, chance: Chance): PeriodHabit {
  if (place < 0.6 + 0.05 * review) return { habit: 'REGULAR', pace: 0.72 + 0.2 * chance.next() };
  if (chance.isHit(0.03)) return { habit: 'WEEKEND', pace: 0 };
  return { habit: 'IRREGULAR', pace: 0.03 + 0.42 * (1 - place) + 0.2 * chance.next() };
}
