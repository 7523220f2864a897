/** What do the mail logs of the demonstration city say, day by day and mailbox by mailbox? */
import type { WorkingCalendar } from '../kernel/calendar.js';
import { dayNumber, weekday } from '../kernel/calendar.js';
import type { PolicyValues } from '../review/policy.rules.js';
import { calendarOf } from '../review/policy.rules.js';
import type { Habit, PeriodHabit } from './demo-habits.js';
import { isUser } from './demo-habits.js';
import type { DemoMailboxDays } from './demo-mail-log.js';
import { MailLog } from './demo-mail-log.js';
import { Chance } from './demo-random.js';
import type { DemoMailbox, DemoOfficer, DemoRegistry } from './demo-facts.js';
import type { DemoSource } from './demo-sources.js';

/** Every mailbox's days, one source at a time; a mailbox nobody uses has a few. */
export function* demoEvidence(
  { officers, sharedMailboxes, windows }: DemoRegistry,
  habits: readonly (readonly PeriodHabit[])[],
  policy: PolicyValues,
  sources: readonly DemoSource[],
  seed: number,
): Generator<DemoMailboxDays> {
  const chance = new Chance(seed);
  const log = new MailLog(sources, chance);
  const calendar = calendarOf(policy);
  const spans = windows.map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) }));
  const first = spans[0]!.from;
  const working = Uint8Array.from({ length: spans.at(-1)!.to - first + 1 }, (_, i) => Number(calendar.isWorkingNumber(first + i)));

  for (let index = 0; index < officers.length; index++) {
    const officer = officers[index]!;
    const absent = absentDays(officer);
    const lastInPost = officer.leftOn ? dayNumber(officer.leftOn) : Infinity;
    for (const mailbox of officer.mailboxes) {
      log.open(mailbox.address);
      const begun = firstDayOf(officer, mailbox);
      spans.forEach((span, review) => {
        const { habit, pace } = habits[index]![review]!;
        const [from, to] = [Math.max(span.from, begun), Math.min(span.to, lastInPost)];
        const sure = isUser(habit) ? sureDay(habit, from, to, calendar, (day) => !absent.has(day) && log.isHeard(day)) : -1;
        for (let day = from; day <= to; day++) {
          const isWorking = working[day - first] === 1;
          if (absent.has(day)) {
            if (chance.isHit(0.05)) log.receive(day, chance.whole(1, 5));
          } else addDay(log, chance, day, habit, day === sure ? 1 : isWorking ? pace : weekendPace(habit, day), isWorking);
        }
      });
      yield* log.close();
    }
  }
  for (const mailbox of sharedMailboxes) {
    log.open(mailbox.address);
    for (let i = 0; i < working.length; i++) {
      if (!working[i]) continue;
      if (mailbox.kind === 'MACHINE') log.send(first + i, chance.whole(2, 30));
      else {
        log.use(first + i, chance.whole(1, 25), chance.whole(1, 4), chance.whole(3, 40));
        log.send(first + i, chance.whole(1, 12));
      }
    }
    yield* log.close();
  }
}

/** One day of one mailbox: used with the probability `pace`, else what comes in by itself. */
function addDay(log: MailLog, chance: Chance, day: number, habit: Habit, pace: number, isWorking: boolean): void {
  const draw = chance.next();
  if (draw < pace) {
    log.use(day, chance.whole(1, 12), chance.whole(1, 5), chance.whole(1, 14));
    if (chance.isHit(0.24)) log.send(day, chance.whole(1, 4));
    return;
  }
  const rest = chance.next();
  switch (habit) {
    case 'POLLING':
      log.login(day, chance.whole(90, 288));
      return;
    case 'FORWARDING':
      if (isWorking && rest < 0.7) log.forward(day, chance.whole(1, 9));
      return;
    case 'LOGIN_ONLY':
      if (isWorking && rest < 0.12) log.login(day, chance.whole(1, 2));
      return;
    default:
      if (isWorking && rest < 0.06) log.receive(day, chance.whole(1, 6));
  }
}

function weekendPace(habit: Habit, day: number): number {
  if (habit === 'WEEKEND') return weekday(day) > 5 ? 0.45 : 0;
  return habit === 'REGULAR' ? 0.08 : habit === 'IRREGULAR' ? 0.02 : 0;
}

/** A day near the middle of the span on which whoever uses the mailbox surely does; −1 when there is none. */
function sureDay(habit: Habit, from: number, to: number, calendar: WorkingCalendar, isGood: (day: number) => boolean): number {
  const isWanted = (day: number) => (habit === 'WEEKEND' ? weekday(day) > 5 : calendar.isWorkingNumber(day)) && isGood(day);
  const middle = Math.floor((from + to) / 2);
  for (let step = 0; step <= to - from; step++) {
    if (middle + step <= to && isWanted(middle + step)) return middle + step;
    if (middle - step >= from && isWanted(middle - step)) return middle - step;
  }
  return -1;
}

function firstDayOf(officer: DemoOfficer, mailbox: DemoMailbox): number {
  const main = officer.postings.find(({ isMain }) => isMain)!;
  return Math.max(dayNumber(main.fromOn), mailbox.createdOn ? dayNumber(mailbox.createdOn) : -Infinity);
}

function absentDays(officer: DemoOfficer): ReadonlySet<number> {
  const days = new Set<number>();
  for (const { fromOn, untilOn } of officer.absences) for (let day = dayNumber(fromOn); day <= dayNumber(untilOn); day++) days.add(day);
  return days;
}
