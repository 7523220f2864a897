/** What the log keeps of a fault: enough to find it, without the values that stood in a statement. */
export interface LoggedFault {
  type: string;
  code?: string;
  message: string;
  /** Where in the program, innermost first. */
  at: string[];
}

/** Data exceptions of the database, and what the parser of JSON says, quote the value that would not do. */
const quotesValue = (code: unknown, name: string): boolean => (typeof code === 'string' && code.startsWith('22')) || name === 'SyntaxError';

/**
 * A database error says the whole statement, values and all, before its own words; only those are kept. The ORM's own complaints show
 * the thing itself after their first line.
 */
function wordsOf({ name, message }: Error, code: unknown): string {
  const words = message.split(' - ').at(-1)!.split('\n')[0]!;
  return quotesValue(code, name) ? words.replace(/(["'\u201c]).*["'\u201d]/g, '"…"') : words;
}

export function loggedFault(fault: unknown): LoggedFault {
  if (!(fault instanceof Error)) return { type: typeof fault, message: 'thrown, but no error', at: [] };
  const { code } = fault as { code?: unknown };
  return {
    type: fault.name,
    ...(typeof code === 'string' && { code }),
    message: wordsOf(fault, code),
    at: (fault.stack ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.startsWith('at ')),
  };
}
