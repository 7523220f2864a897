/**
 * Is an officer safe from revocation and exclusion because of a class (TR-3)? While a request is open (30 days at most), while waiting or
 * enrolled, and for the grace after a completed class. One sheltering request a finding. Periods are counted as L-1 says.
 */
import type { Day, WorkingCalendar } from '../kernel/calendar.js';
import { type EnrolmentState, isActive, type ShelterReason } from './vocabulary.js';

/** Days for which a request that nobody decides shelters. */
export const REQUEST_SHELTERS_DAYS = 30;

export interface ShelteringEnrolment {
  id: string;
  state: EnrolmentState;
  /** The officer's latest finding when the seat was asked for; null: none yet. */
  findingId: string | null;
  /** Whether it was the one sheltering request of its finding. */
  isSheltering: boolean;
  requestedOn: Day;
  /** Day on which the class was closed, with the days of grace that held then. */
  completedOn: Day | null;
  graceDays: number | null;
}

export interface Shelter {
  enrolmentId: string;
  reason: ShelterReason;
  /** Last day; null while it lasts as long as the class. */
  until: Day | null;
}

/** The shelter that one enrolment gives on a day, whichever finding it is for; null when it gives none. */
export function shelterBy(enrolment: ShelteringEnrolment, today: Day, calendar: WorkingCalendar): Shelter | null {
  const { id: enrolmentId, state } = enrolment;
  switch (state) {
    case 'WAITLISTED':
    case 'ENROLLED':
      return { enrolmentId, reason: state, until: null };
    case 'REQUESTED':
      return lasting({ enrolmentId, reason: state, until: calendar.endOfPeriod(enrolment.requestedOn, REQUEST_SHELTERS_DAYS) }, today);
    case 'COMPLETED': {
      const { completedOn, graceDays } = enrolment;
      if (!completedOn || !graceDays) return null;
      return lasting({ enrolmentId, reason: 'GRACE', until: calendar.endOfPeriod(completedOn, graceDays) }, today);
    }
    default:
      return null;
  }
}

const lasting = (shelter: Shelter & { until: Day }, today: Day): Shelter | null => (today <= shelter.until ? shelter : null);

/**
 * The shelter of an officer: of all that hold, the one that lasts longest. An enrolment shelters when it was the sheltering request of its
 * finding. While the latest finding has none (it was given back, or the seat is older than the finding), whatever place the officer holds
 * shelters.
 */
export function shelterOf(
  enrolments: readonly ShelteringEnrolment[],
  latestFindingId: string | null,
  today: Day,
  calendar: WorkingCalendar,
): Shelter | null {
  const hasOwn = enrolments.some((e) => e.findingId === latestFindingId && e.isSheltering);
  const counts = (e: ShelteringEnrolment) => e.isSheltering || (!hasOwn && isActive(e.state));
  let best: Shelter | null = null;
  for (const enrolment of enrolments) {
    const shelter = counts(enrolment) ? shelterBy(enrolment, today, calendar) : null;
    if (shelter && (!best || lastsLonger(shelter, best))) best = shelter;
  }
  return best;
}

const lastsLonger = (one: Shelter, other: Shelter): boolean => other.until !== null && (one.until === null || one.until > other.until);
