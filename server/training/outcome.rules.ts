/** What has come of a class for somebody (TR-2), and which of two marks holds? */
import type { AttendanceMark, Outcome } from './vocabulary.js';

/** Shares are compared with some room for how computers divide: 4 of 5 is 80 %. */
const ROUNDING = 1e-9;

const attended = (mark: AttendanceMark | null): boolean => mark === 'PRESENT' || mark === 'LATE';

/**
 * The outcome for one person: present or late in at least `passShare` of the sessions is COMPLETED; never present, late or excused is
 * NO_SHOW; everything else is INCOMPLETE. One entry a session that was held; an unmarked one counts as absent.
 */
export function outcomeOf(marks: readonly (AttendanceMark | null)[], passShare: number): Outcome {
  const times = marks.filter(attended).length;
  if (times > 0 && times / marks.length >= passShare - ROUNDING) return 'COMPLETED';
  return times > 0 || marks.includes('EXCUSED') ? 'INCOMPLETE' : 'NO_SHOW';
}

/** When a mark was made: as the device says, but never later than now, so that a clock that runs ahead wins nothing. */
export const timeOfMark = (said: Date | null | undefined, now: Date): Date => (said && said.getTime() < now.getTime() ? said : now);

/** Whether a mark takes the place of the one that is there: the last by the time of marking holds; of the same moment, the last to arrive. */
export const isLaterMark = (mark: { markedAt: Date }, before: { markedAt: Date } | undefined): boolean =>
  before === undefined || mark.markedAt.getTime() >= before.markedAt.getTime();
