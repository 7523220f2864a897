// Somebody on the list of a class: states in the order they are shown, and who is where. Pure.
export type EnrolmentState = 'REQUESTED' | 'ENROLLED' | 'WAITLISTED' | 'DECLINED' | 'WITHDRAWN' | 'COMPLETED' | 'INCOMPLETE' | 'NO_SHOW';
export type EnrolmentAction = 'APPROVE' | 'DECLINE' | 'WITHDRAW';
export type EnrolmentOrigin = 'OFFICER' | 'AGENCY_CONTACT' | 'TRAINER' | 'TASK_FORCE';

/** They have a seat, or had one when the class was closed. */
export const seated: readonly EnrolmentState[] = ['ENROLLED', 'COMPLETED', 'INCOMPLETE', 'NO_SHOW'];

export const isSeated = (state: EnrolmentState): boolean => seated.includes(state);

/** They ask for a seat or have one in a class that is not over. */
export const isActive = (state: EnrolmentState): boolean => ['REQUESTED', 'ENROLLED', 'WAITLISTED'].includes(state);

export type RosterGroup = 'SEATED' | 'WAITLISTED' | 'REQUESTED' | 'LEFT';

export const rosterGroups: readonly RosterGroup[] = ['REQUESTED', 'SEATED', 'WAITLISTED', 'LEFT'];

export function groupOf(state: EnrolmentState): RosterGroup {
  if (isSeated(state)) return 'SEATED';
  return state === 'WAITLISTED' || state === 'REQUESTED' ? state : 'LEFT';
}

interface Listed {
  state: EnrolmentState;
  requestedAt: string;
  waitlistPosition: number | null;
}

/** The queue in its order, the others by time of request. */
export function inGroup<Row extends Listed>(roster: readonly Row[], group: RosterGroup): Row[] {
  return roster
    .filter(({ state }) => groupOf(state) === group)
    .sort((a, b) => (a.waitlistPosition ?? 0) - (b.waitlistPosition ?? 0) || a.requestedAt.localeCompare(b.requestedAt));
}
