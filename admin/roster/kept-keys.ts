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

/** How many marks of a class this device keeps that the server has neither taken nor refused. */
export function keptOfClass(userId: string, classId: string): number {
  const start = `${keptPrefix}.${userId}.${classId}.`;
  try {
    const keys = Object.keys(window.localStorage).filter((key) => key.startsWith(start));
    return keys.filter((key) => !window.localStorage.getItem(key)?.includes('"refusal"')).length;
  } catch {
    return 0;
  }
}
