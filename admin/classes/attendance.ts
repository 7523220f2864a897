// Marks of attendance (TR-2), in the order they are always shown.
export type Mark = 'PRESENT' | 'LATE' | 'EXCUSED' | 'ABSENT';

export const marks: readonly Mark[] = ['PRESENT', 'LATE', 'EXCUSED', 'ABSENT'];

/** A mark the server has; one entry a session. */
export interface ServerMark {
  session: { id: string };
  mark: Mark | null;
  markedAt: string | null;
}
