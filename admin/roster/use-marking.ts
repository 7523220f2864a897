// Marks in the hands of a reader: a tap shows at once, is kept on this device, and goes out as soon as it can.
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useViewer } from '../data/viewer.js';
import type { Mark } from '../classes/attendance.js';
import type { Person } from './documents.js';
import { type KeptMark, type ShownMark, cellOf, lastUnsent, shownMark, tapTime } from './marks.js';
import { kept, sender } from './outbox.js';
import type { Sending } from './sender.js';

/** Whose mark it is, and which marks the server has of them. */
type Marked = Pick<Person, 'id' | 'attendance'>;

export interface Marking {
  shownOf: (person: Marked, sessionId: string) => ShownMark;
  mark: (person: Marked, sessionId: string, mark: Mark) => void;
  /** The same mark for many; they wait a few seconds, so that it can be taken back. Answers their keys. */
  markMany: (people: readonly Marked[], sessionId: string, mark: Mark) => string[];
  takeBack: (keys: readonly string[]) => number;
  /** The reader has seen why a mark was refused. */
  dismiss: (key: string) => void;
  unsent: number;
  refused: KeptMark[];
  sending: Sending;
  /** False when this device keeps nothing. */
  isSafe: boolean;
}

/** In so many milliseconds a mark for many can be taken back. */
export const undoMs = 6_000;

export function useMarking(classId: string): Marking {
  const userId = useViewer()?.id ?? '';
  const subscribe = useCallback((listener: () => void) => kept.subscribe(listener), []);
  const all = useSyncExternalStore(subscribe, () => kept.of(userId));
  const sending = useSyncExternalStore(sender.subscribe, sender.current);
  const own = useMemo(() => all.filter((one) => one.classId === classId), [all, classId]);
  const byCell = useMemo(() => {
    const cells = new Map<string, KeptMark[]>();
    for (const one of own) cells.set(cellOf(one), [...(cells.get(cellOf(one)) ?? []), one]);
    return cells;
  }, [own]);
  const unsent = useMemo(() => lastUnsent(own).length, [own]);
  const refused = useMemo(() => own.filter(({ refusal }) => refusal !== undefined), [own]);
  useEffect(() => sender.wakeNow(), []);

  const shownOf = (person: Marked, sessionId: string): ShownMark =>
    shownMark(
      person.attendance.find(({ session }) => session.id === sessionId),
      byCell.get(cellOf({ enrolmentId: person.id, sessionId })) ?? [],
    );
  const made = (person: Marked, sessionId: string, mark: Mark, now: Date): Omit<KeptMark, 'key'> => {
    const before = [
      person.attendance.find(({ session }) => session.id === sessionId)?.markedAt,
      ...(byCell.get(cellOf({ enrolmentId: person.id, sessionId })) ?? []).map(({ markedAt }) => markedAt),
    ].filter((at) => typeof at === 'string');
    return { classId, enrolmentId: person.id, sessionId, mark, markedAt: tapTime(now, before.sort().at(-1)) };
  };
  return {
    shownOf,
    mark: (person, sessionId, mark) => {
      kept.add(userId, [made(person, sessionId, mark, new Date())]);
      sender.wake();
    },
    markMany: (people, sessionId, mark) => {
      const now = new Date();
      const keys = kept
        .add(
          userId,
          people.map((person) => made(person, sessionId, mark, now)),
        )
        .map(({ key }) => key);
      sender.hold(keys, undoMs);
      return keys;
    },
    takeBack: (keys) => sender.takeBack(keys),
    dismiss: (key) => kept.remove([key]),
    unsent,
    refused,
    sending,
    isSafe: kept.isSafe,
  };
}
