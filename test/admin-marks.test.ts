/** Is a mark ever lost on its way from a phone to the server? Kept under every tap, sent in batches, over a line that fails as it likes. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { Mark } from '../admin/classes/attendance.js';
import { KeptMarks } from '../admin/roster/kept-marks.js';
import { type KeptMark, batchOf, lastUnsent, settle, shownMark, tapTime } from '../admin/roster/marks.js';
import { type Outcome, Sender } from '../admin/roster/sender.js';
import { inFull } from './support/in-full.js';

/** A browser's storage that outlives its pages; `room` tells how many entries it takes. */
class Shelf {
  readonly entries = new Map<string, string>();
  constructor(private readonly room = Infinity) {}
  get length() {
    return this.entries.size;
  }
  key = (index: number) => [...this.entries.keys()][index] ?? null;
  getItem = (key: string) => this.entries.get(key) ?? null;
  removeItem = (key: string) => void this.entries.delete(key);
  setItem = (key: string, value: string) => {
    if (!this.entries.has(key) && this.entries.size >= this.room) throw new Error('QuotaExceededError');
    this.entries.set(key, value);
  };
}

const me = 'u1';
const at = (second: number) => new Date(Date.UTC(2026, 11, 2, 1, 0, second)).toISOString();
const made = (enrolmentId: string, mark: Mark, second: number, over: Partial<KeptMark> = {}): KeptMark => ({
  key: `${enrolmentId} ${second}`,
  classId: 'c1',
  enrolmentId,
  sessionId: 's1',
  mark,
  markedAt: at(second),
  ...over,
});

describe('which mark holds', () => {
  const server = { session: { id: 's1' }, mark: 'PRESENT' as Mark, markedAt: at(10) };
  test('the later of what the server has and what is kept here', () => {
    expect(shownMark(server, [made('e', 'LATE', 11)])).toMatchObject({ mark: 'LATE', isUnsent: true });
    expect(shownMark(server, [made('e', 'LATE', 9)])).toMatchObject({ mark: 'PRESENT', isUnsent: true });
    expect(shownMark(server, [])).toMatchObject({ mark: 'PRESENT', isUnsent: false });
    expect(shownMark(undefined, [])).toMatchObject({ mark: null, isUnsent: false });
  });
  test('a refused one does not, and is shown with its reason until something newer is tapped', () => {
    const refused = made('e', 'ABSENT', 12, { refusal: 'closed' });
    expect(shownMark(server, [refused])).toMatchObject({ mark: 'PRESENT', refused });
    expect(shownMark(server, [refused, made('e', 'LATE', 13)])).toMatchObject({ mark: 'LATE', refused: undefined });
  });
  test('a tap is later than the mark it replaces, whatever the clocks say', () => {
    expect(tapTime(new Date(at(5)), at(10)) > at(10)).toBe(true);
    expect(tapTime(new Date(at(50)), at(10))).toBe(at(50));
    expect(tapTime(new Date(at(5)), null)).toBe(at(5));
  });
});

describe('a batch', () => {
  test('holds the last mark of each cell, the oldest first, of one class', () => {
    const kept = [made('a', 'LATE', 3), made('a', 'PRESENT', 1), made('b', 'ABSENT', 2), made('c', 'LATE', 4, { classId: 'c2' })];
    expect(lastUnsent(kept).map(({ enrolmentId, mark }) => `${enrolmentId} ${mark}`)).toEqual(['b ABSENT', 'a LATE', 'c LATE']);
    expect(batchOf(kept, 100)).toHaveLength(2);
    expect(batchOf(kept, 1)).toHaveLength(1);
  });
  test('taken, it goes with the marks it replaced, and leaves those made meanwhile', () => {
    const [first, last, meanwhile] = [made('a', 'PRESENT', 1), made('a', 'LATE', 2), made('a', 'ABSENT', 3)];
    expect(settle([last], new Map(), [first, last, meanwhile]).done).toEqual([first.key, last.key]);
  });
  test('refused, it stays with its reason, and the one before it goes out next: it may count, made before the class was closed', () => {
    const [before, after] = [made('a', 'PRESENT', 1), made('a', 'LATE', 9)];
    const { done, refused } = settle([after], new Map([[0, 'closed']]), [before, after]);
    expect([done, refused]).toEqual([[], [{ key: after.key, refusal: 'closed' }]]);
    expect(batchOf([before, { ...after, refusal: 'closed' }], 9)).toEqual([before]);
  });
});

describe('what is kept', () => {
  test('outlives the page, under the account that made it', () => {
    const shelf = new Shelf();
    new KeptMarks(shelf).add(me, [made('a', 'LATE', 1)]);
    const again = new KeptMarks(shelf);
    expect(again.of(me)).toMatchObject([{ classId: 'c1', enrolmentId: 'a', sessionId: 's1', mark: 'LATE', markedAt: at(1) }]);
    expect(again.of('u2')).toEqual([]);
  });
  test('two tabs never write over each other', () => {
    const shelf = new Shelf();
    const [one, other] = [new KeptMarks(shelf), new KeptMarks(shelf)];
    one.of(me);
    other.add(me, [made('a', 'LATE', 1)]);
    one.add(me, [made('a', 'ABSENT', 2)]);
    expect(new KeptMarks(shelf).of(me)).toHaveLength(2);
  });
  test('a tap in a cell forgets what was refused there', () => {
    const kept = new KeptMarks(new Shelf());
    const [first] = kept.add(me, [made('a', 'LATE', 1)]);
    kept.refuse([{ key: first!.key, refusal: 'no' }]);
    expect(kept.of(me)).toMatchObject([{ refusal: 'no' }]);
    kept.add(me, [made('a', 'PRESENT', 2)]);
    expect(kept.of(me)).toMatchObject([{ mark: 'PRESENT', refusal: undefined }]);
  });
  test('a device without room holds it while the page is open, and says so', () => {
    const kept = new KeptMarks(new Shelf(1));
    kept.add(me, [made('a', 'LATE', 1)]);
    expect(kept.isSafe).toBe(true);
    kept.add(me, [made('b', 'LATE', 2)]);
    expect([kept.isSafe, kept.of(me).length]).toEqual([false, 2]);
  });
  test('something else on the shelf is no mark', () => {
    const shelf = new Shelf();
    shelf.setItem(`hopthu.mark.${me}.c.e.s.1`, 'not json');
    shelf.setItem('RaStorehopthu.locale', '"vi"');
    expect(new KeptMarks(shelf).of(me)).toEqual([]);
  });
});

/** A server that keeps marks as the training room does: the last by the time of marking, each once. */
class Server {
  readonly held = new Map<string, { mark: Mark; markedAt: string }>();
  asked = 0;
  take(marks: readonly KeptMark[]): void {
    for (const { enrolmentId, sessionId, mark, markedAt } of marks) {
      const before = this.held.get(`${enrolmentId} ${sessionId}`);
      if (!before || markedAt > before.markedAt) this.held.set(`${enrolmentId} ${sessionId}`, { mark, markedAt });
    }
  }
}

/** How an attempt over the line ends: taken and answered, taken with the answer lost, or not even sent. */
type Line = 'ANSWERED' | 'ANSWER_LOST' | 'LOST';

function page(shelf: Shelf, server: Server, line: () => Line, who: () => string | null = () => me) {
  const kept = new KeptMarks(shelf);
  const send = async (_classId: string, marks: readonly KeptMark[]): Promise<Outcome> => {
    server.asked += 1;
    const now = line();
    if (now !== 'LOST') server.take(marks);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    return now === 'ANSWERED' ? { refusals: new Map() } : { fault: 'OFFLINE' };
  };
  return { kept, sender: new Sender({ kept, send, who, isReady: () => true }) };
}

describe('sending', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test('a whole class marked at once goes out in batches of 100', async () => {
    const server = new Server();
    const { kept, sender } = page(new Shelf(), server, () => 'ANSWERED');
    kept.add(
      me,
      Array.from({ length: 250 }, (_, index) => made(`e${index}`, 'PRESENT', 1)),
    );
    sender.wake();
    await jest.advanceTimersByTimeAsync(5_000);
    expect([server.held.size, server.asked, kept.of(me).length]).toEqual([250, 3, 0]);
  });

  test('without a line it waits longer and longer, and goes out at once when the line is back', async () => {
    const server = new Server();
    let line: Line = 'LOST';
    const { kept, sender } = page(new Shelf(), server, () => line);
    kept.add(me, [made('a', 'LATE', 1)]);
    sender.wake();
    await jest.advanceTimersByTimeAsync(10 * 60_000);
    expect(server.asked).toBeLessThan(20);
    expect([kept.unsentOf(me).length, sender.current().trouble]).toEqual([1, 'OFFLINE']);
    line = 'ANSWERED';
    sender.wakeNow();
    await jest.advanceTimersByTimeAsync(2_000);
    expect([kept.of(me).length, sender.current().trouble]).toEqual([0, null]);
  });

  test('taps in a row do not put off the next try', async () => {
    const server = new Server();
    const { kept, sender } = page(new Shelf(), server, () => 'LOST');
    for (let second = 0; second < 20; second++) {
      kept.add(me, [made(`e${second}`, 'PRESENT', second)]);
      sender.wake();
      await jest.advanceTimersByTimeAsync(1_000);
    }
    expect(server.asked).toBeGreaterThan(5);
  });

  test('nobody sends in the name of somebody else', async () => {
    const server = new Server();
    const shelf = new Shelf();
    new KeptMarks(shelf).add(me, [made('a', 'LATE', 1)]);
    const { sender } = page(
      shelf,
      server,
      () => 'ANSWERED',
      () => 'u2',
    );
    sender.wakeNow();
    await jest.advanceTimersByTimeAsync(5_000);
    expect([server.asked, new KeptMarks(shelf).of(me).length]).toEqual([0, 1]);
  });

  test('marks for many wait for a moment and can be taken back; what was tapped meanwhile stays', async () => {
    const server = new Server();
    const { kept, sender } = page(new Shelf(), server, () => 'ANSWERED');
    const keys = kept.add(me, [made('a', 'PRESENT', 1), made('b', 'PRESENT', 1)]).map(({ key }) => key);
    sender.hold(keys, 6_000);
    kept.add(me, [made('a', 'ABSENT', 2)]);
    sender.wake();
    await jest.advanceTimersByTimeAsync(3_000);
    sender.takeBack(keys);
    await jest.advanceTimersByTimeAsync(20_000);
    expect([...server.held].map(([cell, { mark }]) => [cell, mark])).toEqual([['a s1', 'ABSENT']]);
    expect(kept.of(me)).toEqual([]);
  });

  test('not taken back they go out by themselves', async () => {
    const server = new Server();
    const { kept, sender } = page(new Shelf(), server, () => 'ANSWERED');
    sender.hold(
      kept.add(me, [made('a', 'PRESENT', 1)]).map(({ key }) => key),
      6_000,
    );
    await jest.advanceTimersByTimeAsync(8_000);
    expect([server.held.size, sender.takeBack([made('a', 'PRESENT', 1).key])]).toEqual([1, 0]);
  });

  test('a class that refuses everything keeps its marks to be seen, and holds up no other', async () => {
    const kept = new KeptMarks(new Shelf());
    const send = async (classId: string): Promise<Outcome> =>
      classId === 'gone'
        ? { refusedWhole: 'no such class' }
        : classId === 'broken'
          ? { fault: 'INTERNAL_SERVER_ERROR' }
          : { refusals: new Map() };
    const sender = new Sender({ kept, send, who: () => me, isReady: () => true });
    kept.add(me, [made('a', 'LATE', 1, { classId: 'broken' }), made('b', 'LATE', 2, { classId: 'gone' }), made('c', 'LATE', 3)]);
    sender.wakeNow();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(kept.of(me).map(({ classId, refusal }) => [classId, refusal])).toEqual([
      ['broken', undefined],
      ['gone', 'no such class'],
    ]);
  });

  test('whatever taps, broken lines and reloads come, in the end the server has the last tap of every cell', async () => {
    // Mostly taps in few cells, with waits of about as long as a batch is on its way.
    const step = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          kind: fc.constant('tap' as const),
          cell: fc.integer({ min: 0, max: 2 }),
          mark: fc.constantFrom<Mark>('PRESENT', 'LATE', 'EXCUSED', 'ABSENT'),
        }),
      },
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('wait' as const), milliseconds: fc.integer({ min: 0, max: 2_000 }) }) },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('line' as const), line: fc.constantFrom<Line>('ANSWERED', 'ANSWER_LOST', 'LOST') }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('reload' as const) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const [shelf, server] = [new Shelf(), new Server()];
        const tapped = new Map<string, Mark>();
        let line: Line = 'ANSWERED';
        let open = page(shelf, server, () => line);
        let second = 0;
        for (const one of steps) {
          if (one.kind === 'tap') {
            const enrolmentId = `e${one.cell}`;
            open.kept.add(me, [made(enrolmentId, one.mark, ++second)]);
            tapped.set(`${enrolmentId} s1`, one.mark);
            open.sender.wake();
          } else if (one.kind === 'line') line = one.line;
          else if (one.kind === 'wait') await jest.advanceTimersByTimeAsync(one.milliseconds);
          else {
            // What the page had in memory and in its timers is gone.
            jest.clearAllTimers();
            open = page(shelf, server, () => line);
            open.sender.wakeNow();
          }
        }
        line = 'ANSWERED';
        open.sender.wakeNow();
        await jest.advanceTimersByTimeAsync(3 * 60_000);
        expect(new Map([...server.held].map(([cell, { mark }]) => [cell, mark]))).toEqual(tapped);
        expect(shelf.length).toBe(0);
      }),
      { numRuns: inFull(2_000, 150) },
    );
  });
});
