// Marks kept on this device until the server has taken them: every tap under a key of its own, so that two tabs never write over each other,
// and under the account that made it, so that nobody sends them in another's name. Signing out leaves them.
import type { Mark } from '../classes/attendance.js';
import { keptPrefix } from './kept-keys.js';
import { type KeptMark, lastUnsent } from './marks.js';

type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
type Listener = () => void;

interface Written {
  mark: Mark;
  markedAt: string;
  refusal?: string;
}

const keyOf = (userId: string, { classId, enrolmentId, sessionId, markedAt }: Omit<KeptMark, 'key' | 'mark'>): string =>
  [keptPrefix, userId, classId, enrolmentId, sessionId, Date.parse(markedAt)].join('.');

function readAt(keeper: Keeper, key: string): KeptMark | null {
  const [, , , classId, enrolmentId, sessionId] = key.split('.');
  try {
    const { mark, markedAt, refusal } = JSON.parse(keeper.getItem(key) ?? 'null') as Written;
    return { key, classId: classId!, enrolmentId: enrolmentId!, sessionId: sessionId!, mark, markedAt, refusal };
  } catch {
    return null;
  }
}

export class KeptMarks {
  private readonly listeners = new Set<Listener>();
  /** What the device would not keep: no room, or a browser that keeps nothing. Lives as long as the page. */
  private readonly onlyHere = new Map<string, KeptMark>();
  private known: { userId: string; marks: KeptMark[] } | undefined;

  constructor(private readonly keeper: Keeper) {}

  /** Of this account, the earliest first; the same list until something changes. */
  of(userId: string): KeptMark[] {
    if (this.known?.userId !== userId) {
      const start = `${keptPrefix}.${userId}.`;
      const keys = Array.from({ length: this.keeper.length }, (_, index) => this.keeper.key(index) ?? '');
      const read = keys.filter((key) => key.startsWith(start)).flatMap((key) => readAt(this.keeper, key) ?? []);
      const all = [...read, ...[...this.onlyHere.values()].filter(({ key }) => key.startsWith(start))];
      this.known = { userId, marks: all.sort((a, b) => a.markedAt.localeCompare(b.markedAt)) };
    }
    return this.known.marks;
  }

  unsentOf(userId: string): KeptMark[] {
    return lastUnsent(this.of(userId));
  }

  /** False when the device would not keep them: they are lost with the page. */
  get isSafe(): boolean {
    return this.onlyHere.size === 0;
  }

  /** Keeps marks; what was refused in the same cells before is forgotten with it. */
  add(userId: string, marks: readonly Omit<KeptMark, 'key'>[]): KeptMark[] {
    const cells = new Set(marks.map(({ enrolmentId, sessionId }) => `${enrolmentId} ${sessionId}`));
    const answered = this.of(userId).filter((one) => one.refusal !== undefined && cells.has(`${one.enrolmentId} ${one.sessionId}`));
    for (const { key } of answered) this.drop(key);
    const added = marks.map((mark) => ({ ...mark, key: keyOf(userId, mark) }));
    for (const mark of added) this.write(mark);
    this.changed();
    return added;
  }

  refuse(refused: readonly { key: string; refusal: string }[]): void {
    for (const { key, refusal } of refused) {
      const mark = readAt(this.keeper, key) ?? this.onlyHere.get(key);
      if (mark) this.write({ ...mark, refusal });
    }
    this.changed();
  }

  remove(keys: readonly string[]): void {
    for (const key of keys) this.drop(key);
    this.changed();
  }

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Something changed in another tab. */
  heard(key: string | null): void {
    if (key === null || key.startsWith(`${keptPrefix}.`)) this.changed();
  }

  private write(mark: KeptMark): void {
    const { key, mark: made, markedAt, refusal } = mark;
    const written: Written = { mark: made, markedAt, ...(refusal !== undefined && { refusal }) };
    try {
      this.keeper.setItem(key, JSON.stringify(written));
      this.onlyHere.delete(key);
    } catch {
      this.onlyHere.set(key, mark);
    }
  }

  private drop(key: string): void {
    this.keeper.removeItem(key);
    this.onlyHere.delete(key);
  }

  private changed(): void {
    this.known = undefined;
    for (const listener of this.listeners) listener();
  }
}
