/** What can somebody do with an officer's file, or with an agency, as things stand? The commands refuse by the same facts. */

export const OFFICER_ACTIONS = ['UPDATE', 'TRANSFER', 'RECORD_OTHER_POST', 'RECORD_ABSENCE', 'LEAVE', 'SET_REACH'] as const;
export type OfficerAction = (typeof OFFICER_ACTIONS)[number];

export const AGENCY_ACTIONS = ['UPDATE', 'CLOSE'] as const;
export type AgencyAction = (typeof AGENCY_ACTIONS)[number];

export interface OfficerActionFacts {
  mayChange: boolean;
  mayRecordAbsence: boolean;
  /** Who holds the file may say how its officer is reached; so may the officer. */
  maySetReach: boolean;
  /** Nobody changes the own file, whatever role they hold; only how one is reached. */
  isOwnFile: boolean;
  hasLeft: boolean;
}

export function officerActions({ mayChange, mayRecordAbsence, maySetReach, isOwnFile, hasLeft }: OfficerActionFacts): OfficerAction[] {
  return OFFICER_ACTIONS.filter((action) => {
    if (action === 'SET_REACH') return maySetReach;
    if (isOwnFile) return false;
    if (action === 'RECORD_ABSENCE') return mayRecordAbsence;
    return mayChange && !(hasLeft && (action === 'TRANSFER' || action === 'LEAVE'));
  });
}

/** An agency that was closed stays as it is but for corrections. */
export const agencyActions = (mayChange: boolean, isClosed: boolean): AgencyAction[] =>
  mayChange ? AGENCY_ACTIONS.filter((action) => !(isClosed && action === 'CLOSE')) : [];
