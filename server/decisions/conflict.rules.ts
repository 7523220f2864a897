/** Who takes no part in a case, and why (D-5)? */
import type { Day } from '../kernel/calendar.js';
import type { ConflictReason } from './vocabulary.js';

/** A post held in an agency, by somebody who sits in the committee. */
export interface HeldPost {
  agencyId: string;
  fromOn: Day;
  untilOn: Day | null;
}

export interface ConflictCase {
  officerId: string;
  /** Agencies of the officer: today's and the finding's. */
  agencyIds: readonly string[];
  windowFrom: Day;
  proposedByUserId: string | null;
}

export interface ConflictMember {
  userId: string;
  /** The officer files that are the member's own. */
  officerIds: readonly string[];
  posts: readonly HeldPost[];
  /** Whether a case of the same adverse kind is pending or in force against the member. */
  hasOwnAdverseCase: boolean;
  hasDeclared: boolean;
}

/** Agency → its parent; null where it has none. */
export type AgencyTree = ReadonlyMap<string, string | null>;

/** Whether two agencies are the same, or one is the other's parent. */
const areRelated = (one: string, other: string, parents: AgencyTree): boolean =>
  one === other || parents.get(one) === other || parents.get(other) === one;

const isHeldBetween = ({ fromOn, untilOn }: HeldPost, from: Day, to: Day): boolean => fromOn <= to && (untilOn === null || untilOn >= from);

/** Why a member takes no part in a case opened on a day; null when nothing stands against it. The gravest reason is named. */
export function recusalOf(held: ConflictCase, member: ConflictMember, openedOn: Day, parents: AgencyTree): ConflictReason | null {
  if (member.officerIds.includes(held.officerId)) return 'OWN_CASE';
  const isOfAgency = member.posts.some(
    (post) => isHeldBetween(post, held.windowFrom, openedOn) && held.agencyIds.some((agency) => areRelated(post.agencyId, agency, parents)),
  );
  if (isOfAgency) return 'SAME_AGENCY';
  if (held.proposedByUserId !== null && held.proposedByUserId === member.userId) return 'PROPOSER';
  if (member.hasOwnAdverseCase) return 'OWN_ADVERSE_CASE';
  return member.hasDeclared ? 'DECLARED' : null;
}
