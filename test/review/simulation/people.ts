/** Ten thousand officers with known habits: who is in the city, and what each of them truly does on which day. Nothing here knows the rules of tiers. */
import { dayNumber, dayOfNumber } from '../../../server/kernel/calendar.js';
import { Chance } from '../../../server/store/demo-random.js';
import { AGENCIES, type MailServer, SERVERS } from './mail-servers.js';

export const WINDOW_TO = '2026-10-31';
export const DAYS = 90;
export const FIRST = dayNumber(WINDOW_TO) - DAYS + 1;
export const LAST = FIRST + DAYS - 1;
export const HOLIDAYS = ['2026-09-01', '2026-09-02'];

const holidays = new Set(HOLIDAYS.map(dayNumber));
/** 1970-01-01 was a Thursday. */
const weekday = (day: number): number => (day + 4) % 7;
export const isWorkingDay = (day: number): boolean => weekday(day) !== 0 && weekday(day) !== 6 && !holidays.has(day);
export const WINDOW_DAYS = Array.from({ length: DAYS }, (_, i) => FIRST + i);
const WORKING_DAYS = WINDOW_DAYS.filter(isWorkingDay);

export const HABITS = [
  'uses it on nearly every working day',
  'uses it on two days of three',
  'uses it on one day of four',
  'used it on one single day',
  'uses it at weekends only',
  'reads around midnight',
  'reads and never sends',
  'sends and never reads',
  'receives, does nothing',
  'phone looks for mail all day',
  'phone fetches whole messages, opens none',
  'has everything forwarded',
  'never used, attacked with guessed passwords',
  'rarely used, attacked with guessed passwords',
  'never used, administrator looked into it',
  'on leave for the whole window',
  'on leave for half of it, else every day',
  'on leave for half of it, else nothing',
  'on leave but for a few days, nothing on these',
  'transferred, uses it every day',
  'transferred, never uses it',
  'new mailbox, used every day',
  'new mailbox, never used',
  'mailbox three weeks old, never used',
  'left in the middle, had never used it',
  'no mailbox',
  'shared mailbox of an office, busy',
  'printer that sends',
] as const;
export type Habit = (typeof HABITS)[number];

/** Out of a thousand, about. */
const WEIGHTS: Record<Habit, number> = {
  'uses it on nearly every working day': 230,
  'uses it on two days of three': 80,
  'uses it on one day of four': 90,
  'used it on one single day': 30,
  'uses it at weekends only': 20,
  'reads around midnight': 30,
  'reads and never sends': 40,
  'sends and never reads': 20,
  'receives, does nothing': 100,
  'phone looks for mail all day': 40,
  'phone fetches whole messages, opens none': 30,
  'has everything forwarded': 30,
  'never used, attacked with guessed passwords': 30,
  'rarely used, attacked with guessed passwords': 20,
  'never used, administrator looked into it': 15,
  'on leave for the whole window': 20,
  'on leave for half of it, else every day': 20,
  'on leave for half of it, else nothing': 15,
  'on leave but for a few days, nothing on these': 15,
  'transferred, uses it every day': 20,
  'transferred, never uses it': 10,
  'new mailbox, used every day': 20,
  'new mailbox, never used': 15,
  'mailbox three weeks old, never used': 15,
  'left in the middle, had never used it': 5,
  'no mailbox': 20,
  'shared mailbox of an office, busy': 10,
  'printer that sends': 10,
};

export interface Span {
  from: number;
  to: number;
}

export interface Person {
  code: string;
  name: string;
  habit: Habit;
  agency: string;
  isLeader: boolean;
  server: MailServer;
  address: string | null;
  kind: 'PERSONAL' | 'ROLE' | 'MACHINE';
  /** Day number; null: long before the window. */
  createdOn: number | null;
  leave: Span | null;
  transfer: { agency: string; on: number } | null;
  leftOn: number | null;
  /** Days on which this person reads or sends, whatever the logs have of it. */
  uses: ReadonlyMap<number, { reads: number; sends: number }>;
}

const NAMES = [
  'Nguyễn Văn An',
  'Trần Thị Bích',
  'Lê Hoàng Dũng',
  'Phạm Thu Hà',
  'Đặng Quốc Huy',
  'Võ Ngọc Lan',
  'Huỳnh Minh Tâm',
  'Bùi Thanh Vân',
];

export function people(count: number, seed = 20261031): Person[] {
  const chance = new Chance(seed);
  const habit = chance.weighted(HABITS.map((name) => [name, WEIGHTS[name]] as const));
  return Array.from({ length: count }, (_, i) => {
    // Every habit is there at least once, however small the city.
    return person(i, HABITS[i] ?? habit(), chance);
  });
}

function person(index: number, habit: Habit, chance: Chance): Person {
  const agency = AGENCIES[index % AGENCIES.length]!;
  const server = SERVERS.find(({ name }) => name === agency.server)!;
  const code = `CB${String(index + 1).padStart(6, '0')}`;
  const is = (...habits: Habit[]) => habits.includes(habit);
  const kind = is('shared mailbox of an office, busy') ? 'ROLE' : is('printer that sends') ? 'MACHINE' : 'PERSONAL';
  const createdOn = createdOf(habit, chance);
  const leave = leaveOf(habit, chance);
  const leftOn = is('left in the middle, had never used it') ? FIRST + chance.whole(35, 60) : null;
  const others = AGENCIES.filter((other) => other.server === agency.server && other.code !== agency.code);
  const transfer = is('transferred, uses it every day', 'transferred, never uses it')
    ? { agency: chance.pick(others).code, on: FIRST + chance.whole(20, 70) }
    : null;
  return {
    code,
    name: chance.pick(NAMES),
    habit,
    agency: agency.code,
    isLeader: chance.isHit(0.15),
    server,
    address: is('no mailbox') ? null : `${code.toLowerCase()}@${agency.domain}`,
    kind,
    createdOn,
    leave,
    transfer,
    leftOn,
    uses: usesOf(habit, { createdOn, leave }, chance),
  };
}

function createdOf(habit: Habit, chance: Chance): number | null {
  if (habit === 'mailbox three weeks old, never used') return LAST - chance.whole(5, 22);
  return habit.startsWith('new mailbox') ? LAST - chance.whole(35, 70) : null;
}

function leaveOf(habit: Habit, chance: Chance): Span | null {
  if (habit === 'on leave for the whole window') return { from: FIRST - chance.whole(0, 30), to: LAST + chance.whole(0, 30) };
  if (habit === 'on leave but for a few days, nothing on these') return { from: FIRST + chance.whole(2, 20), to: LAST };
  if (!habit.startsWith('on leave for half')) return null;
  const from = FIRST + chance.whole(5, 30);
  return { from, to: from + chance.whole(35, 45) };
}

/** How many of the days are days of use, where it is a matter of chance. */
const SHARE: Partial<Record<Habit, [least: number, most: number]>> = {
  'uses it on nearly every working day': [0.85, 1],
  'uses it on two days of three': [0.5, 0.8],
  'uses it on one day of four': [0.1, 0.4],
  'reads around midnight': [0.7, 0.95],
  'reads and never sends': [0.7, 1],
  'sends and never reads': [0.7, 1],
  'rarely used, attacked with guessed passwords': [0.03, 0.15],
  'on leave for half of it, else every day': [0.9, 1],
  'transferred, uses it every day': [0.85, 1],
  'new mailbox, used every day': [0.9, 1],
  'shared mailbox of an office, busy': [0.9, 1],
  'printer that sends': [0.9, 1],
};

function usesOf(habit: Habit, { createdOn, leave }: Pick<Person, 'createdOn' | 'leave'>, chance: Chance): Person['uses'] {
  const isThere = (day: number) => (createdOn === null || day > createdOn) && !(leave && day >= leave.from && day <= leave.to);
  const use = () => ({
    reads: ['sends and never reads', 'printer that sends'].includes(habit) ? 0 : chance.whole(1, 3),
    sends: ['reads and never sends'].includes(habit) ? 0 : habit === 'sends and never reads' ? 1 : chance.whole(0, 1),
  });
  if (habit === 'used it on one single day') return new Map([[chance.pick(WORKING_DAYS), use()]]);
  if (habit === 'uses it at weekends only')
    return new Map(WINDOW_DAYS.filter((day) => !isWorkingDay(day)).map((day) => [day, use()] as const));
  const range = SHARE[habit];
  if (!range) return new Map();
  const share = range[0] + (range[1] - range[0]) * chance.next();
  const days = WORKING_DAYS.filter((day) => isThere(day) && chance.isHit(share));
  // Whoever uses it rarely does use it.
  if (days.length === 0) days.push(WORKING_DAYS.find(isThere)!);
  return new Map(days.map((day) => [day, printerOr(habit, use())] as const));
}

const printerOr = (habit: Habit, use: { reads: number; sends: number }) => (habit === 'printer that sends' ? { reads: 0, sends: 5 } : use);

export const dateOf = (day: number): string => dayOfNumber(day);

/** Of one officer in twenty the lines are left on a day on which a server lost nearly all. */
export const isKeptOnThinDay = ({ code }: Person): boolean => Number(code.slice(2)) % 20 === 0;
