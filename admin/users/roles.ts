// The roles a person may hold, and what some of them are bound to.
export const roles = ['ADMIN', 'TASK_FORCE', 'SECRETARY', 'COMMITTEE_MEMBER', 'TRAINER', 'AGENCY_CONTACT', 'OFFICER'] as const;

export const boundTo: Record<string, 'agencies' | 'officers' | undefined> = { AGENCY_CONTACT: 'agencies', OFFICER: 'officers' };
