/** What office-programs.mjs offers to TypeScript. */
export function officeProgramsMissing(): string | undefined;
