/** What the log keeps of a fault: enough to find it, without the values that stood in a statement. */
export interface LoggedFault {
  type: string;
  code?: string;
  message: string;
  /** Where in the program, innermost first. */
  at: string[];
}

/** A database error says the whole statement, values and all, before its own words; only those are kept. */
export function loggedFault(fault: unknown): LoggedFault {
  if (!(fault instanceof Error)) return { type: typeof fault, message: String(fault), at: [] };
  const { code } = fault as { code?: unknown };
  return {
    type: fault.name,
    ...(typeof code === 'string' && { code }),
    message: fault.message.split(' - ').at(-1)!,
    at: (fault.stack ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.startsWith('at ')),
  };
}
