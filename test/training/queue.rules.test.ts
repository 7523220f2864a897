import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  hasSeatFor,
  inOrder,
  isBeforeCutOff,
  promoted,
  seatsLeft,
  type Seats,
  type Waiting,
  withSeat,
} from '../../server/training/queue.rules.js';
import { inFull } from '../support/in-full.js';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 1, minute));
const waiting = (id: string, minute: number, agencyId = 'a', queueNumber = 1): Waiting => ({
  id,
  agencyId,
  requestedAt: at(minute),
  queueNumber,
});
const seats = (capacity: number, takenBy: Record<string, number> = {}, seatsPerAgency: number | null = null): Seats => ({
  capacity,
  seatsPerAgency,
  takenBy: new Map(Object.entries(takenBy)),
});

describe('who gets a seat (TR-1)', () => {
  test('whoever asked first, whatever the order in which they are read', () => {
    const line = [waiting('late', 3), waiting('first', 1), waiting('second', 2)];
    expect(promoted(seats(2), line)).toEqual(['first', 'second']);
    expect(inOrder(line).map(({ id }) => id)).toEqual(['first', 'second', 'late']);
  });

  test('of two in the same moment, whoever came first', () => {
    expect(promoted(seats(1), [waiting('b', 1, 'a', 8), waiting('a', 1, 'a', 7)])).toEqual(['a']);
  });

  test('nobody where no seat is free', () => {
    expect(promoted(seats(3, { a: 2, b: 1 }), [waiting('w', 1)])).toEqual([]);
    expect(seatsLeft(seats(3, { a: 2, b: 2 }))).toBe(0);
  });

  test('the next in line goes before whose agency has no seat left', () => {
    const line = [waiting('of a', 1, 'a'), waiting('of b', 2, 'b'), waiting('again a', 3, 'a')];
    expect(promoted(seats(10, { a: 2 }, 2), line)).toEqual(['of b']);
    expect(hasSeatFor(seats(10, { a: 2 }, 2), 'a')).toBe(false);
    expect(hasSeatFor(seats(10, { a: 1 }, 2), 'a')).toBe(true);
  });

  test('never more than seats, never more than an agency may have, nobody skipped who could have had one', () => {
    const people = fc.array(
      fc.record({ minute: fc.integer({ min: 0, max: 50 }), agencyId: fc.constantFrom('a', 'b', 'c'), queueNumber: fc.nat(50) }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 12 }), fc.option(fc.integer({ min: 1, max: 4 })), (line, capacity, perAgency) => {
        const all = line.map((person, i) => ({ id: String(i), requestedAt: at(person.minute), ...person }));
        const free = seats(capacity, {}, perAgency);
        const up = new Set(promoted(free, all));
        const taken = [...up].reduce((s, id) => withSeat(s, all[Number(id)]!.agencyId), free);
        expect(up.size).toBeLessThanOrEqual(capacity);
        for (const person of all) if (!up.has(person.id)) expect(hasSeatFor(taken, person.agencyId)).toBe(false);
        for (const count of taken.takenBy.values()) expect(count).toBeLessThanOrEqual(perAgency ?? capacity);
      }),
      { numRuns: inFull(2_000, 300) },
    );
  });

  test('the cut-off is the first session where none is set', () => {
    expect(isBeforeCutOff({ cutOffAt: null, startsAt: at(10) }, at(9))).toBe(true);
    expect(isBeforeCutOff({ cutOffAt: null, startsAt: at(10) }, at(10))).toBe(false);
    expect(isBeforeCutOff({ cutOffAt: at(5), startsAt: at(10) }, at(5))).toBe(false);
    expect(isBeforeCutOff({ cutOffAt: at(20), startsAt: at(10) }, at(15))).toBe(true);
  });
});
