// Whether this device keeps marks of an account. Apart from the outbox, so that pages without a roster do not load it.
export const keptPrefix = 'hopthu.mark';

export function keepsMarks(userId: string): boolean {
  const start = `${keptPrefix}.${userId}.`;
  try {
    return Object.keys(window.localStorage).some((key) => key.startsWith(start));
  } catch {
    return false;
  }
}
