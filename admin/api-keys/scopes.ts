// What a key may be allowed to do; each has a name and an explanation in the messages.
export const scopes = ['evidence:write', 'findings:read', 'awards:read'] as const;

/** The key of the messages does not take the colon. */
export const wordOf = (scope: string): string => scope.replace(':', '-');
