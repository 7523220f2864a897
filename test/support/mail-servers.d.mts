/** What mail-servers.mjs offers to TypeScript. */
export function mailServersMissing(): string | undefined;
