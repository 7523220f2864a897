/** May a seat be asked for, for this person in this class, now (TR-1)? */
import type { Day } from '../kernel/calendar.js';
import { dateIn } from '../kernel/language.js';
import type { Reason } from '../kernel/refusal.js';
import { momentIn } from './moment-words.rules.js';
import type { EnrolmentParty } from './enrolment.workflow.js';
import { cutOffOf, isBeforeCutOff } from './queue.rules.js';
import { TRAINING_TEXTS } from './training.messages.js';
import type { ClassState } from './vocabulary.js';

export interface RequestFacts {
  classState: ClassState;
  cutOffAt: Date | null;
  startsAt: Date;
  startsOn: Day;
  now: Date;
  zone: string;
  party: EnrolmentParty;
  /** Last day of the officer in the city's service. */
  leftOn: Day | null;
  isOnTheList: boolean;
  rosterSize: number;
  longestRoster: number;
}

/** Why not; null when it may be asked for. */
export function requestFault(facts: RequestFacts): Reason | null {
  const notNow = (text: keyof typeof TRAINING_TEXTS, values?: Record<string, string>): Reason => ({
    code: 'NOT_ALLOWED_NOW',
    rule: 'TR-1',
    message: { text: TRAINING_TEXTS[text], ...(values && { values }) },
  });
  if (facts.classState === 'PLANNED') return notNow('notOpenYet');
  if (facts.classState === 'COMPLETED' || facts.classState === 'CANCELLED') return notNow('classOver');
  if (facts.isOnTheList) return { code: 'DUPLICATE', rule: 'TR-1', message: { text: TRAINING_TEXTS.inClass } };
  if (facts.leftOn !== null && facts.leftOn < facts.startsOn)
    return { code: 'CONFLICT', message: { text: TRAINING_TEXTS.hasLeft, values: { day: dateIn('vi', facts.leftOn) } } };
  if (facts.party !== 'LEADER' && !isBeforeCutOff(facts, facts.now))
    return notNow('afterCutOff', { until: momentIn(facts.zone, cutOffOf(facts)) });
  if (facts.rosterSize >= facts.longestRoster)
    return { code: 'LIMIT', message: { text: TRAINING_TEXTS.rosterFull, values: { most: facts.longestRoster } } };
  return null;
}
