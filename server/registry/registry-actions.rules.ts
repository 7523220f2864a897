/** What can somebody do with an officer's file, or with an agency, as things stand? The commands refuse by the same facts. */

export const OFFICER_ACTIONS = ['UPDATE', 'TRANSFER', 'RECORD_OTHER_POST', 'RECORD_ABSENCE', 'LEAVE'] as const;
export type OfficerAction = (typeof OFFICER_ACTIONS)[number];

export const AGENCY_ACTIONS = ['UPDATE', 'CLOSE'] as const;
export type AgencyAction = (typeof AGENCY_ACTIONS)[number];

export interface OfficerActionFacts {
  mayChange: boolean;
  mayRecordAbsence: boolean;
  /** Nobody changes the own file, whatever role they hold. */
  isOwnFile: boolean;
  hasLeft: boolean;
}

export function officerActions({ mayChange, mayRecordAbsence, isOwnFile, hasLeft }: OfficerActionFacts): OfficerAction[] {
  if (isOwnFile) return [];
  return OFFICER_ACTIONS.filter((action) => {
    if (action === 'RECORD_ABSENCE') return mayRecordAbsence;
    return mayChange && !(hasLeft && (action === 'TRANSFER' || action === 'LEAVE'));
  });
}

/** An agency that was closed stays as it is but for corrections. */
export const agencyActions = (mayChange: boolean, isClosed: boolean): AgencyAction[] =>
  mayChange ? AGENCY_ACTIONS.filter((action) => !(isClosed && action === 'CLOSE')) : [];
