// Where does work jam at the leader? The agencies by their leaders' share, with the gap to their staff.
import { staffOf } from '../ui/tiers.js';
import type { RankedAgency } from './documents.js';

export interface Rank {
  agency: RankedAgency;
  leaders: number | null;
  staff: number | null;
  /** Staff's share less leaders' share; positive where staff use the mailbox and leaders do not. */
  gap: number | null;
  isJammed: boolean;
}

/** From this gap on (20 points of a hundred) the agency is marked. */
export const jamGap = 0.2;

/** 0.7 less 0.5 is a little less than 0.2 in a computer's arithmetic. */
const rounding = 1e-9;

export function rank(agencies: readonly RankedAgency[]): Rank[] {
  return agencies
    .filter((agency) => agency.usage !== null)
    .map((agency) => {
      const leaders = agency.usage!.leaders.usingShare;
      const staff = staffOf(agency.usage!).usingShare;
      const gap = leaders === null || staff === null ? null : staff - leaders;
      return { agency, leaders, staff, gap, isJammed: gap !== null && gap > jamGap - rounding };
    })
    .sort((a, b) => (b.leaders ?? -1) - (a.leaders ?? -1) || a.agency.code.localeCompare(b.agency.code));
}
