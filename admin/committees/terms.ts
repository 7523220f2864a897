// Who sits in a committee now, who did, who will; and in what order they stand. Pure.
import type { Member } from './documents.js';
import { type Seat, seats, votes } from './words.js';

export interface Terms {
  present: Member[];
  toCome: Member[];
  past: Member[];
}

/** `present` is what the server says of today: its clock holds, the reader's only tells what has ended from what is to come. */
export function termsOf(all: readonly Member[], present: readonly Member[], today: string): Terms {
  const here = new Set(present.map(({ id }) => id));
  const others = all.filter(({ id }) => !here.has(id));
  return {
    present: [...present],
    toCome: others.filter(({ fromOn }) => fromOn > today),
    past: others
      .filter(({ fromOn }) => fromOn <= today)
      .sort((a, b) => (b.untilOn ?? '').localeCompare(a.untilOn ?? '') || b.fromOn.localeCompare(a.fromOn)),
  };
}

/** Members under the heading of their seat, the chair first; seats that nobody holds are left out. */
export function bySeat<M extends { seat: Seat }>(members: readonly M[]): { seat: Seat; members: M[] }[] {
  return seats.flatMap((seat) => {
    const held = members.filter((member) => member.seat === seat);
    return held.length > 0 ? [{ seat, members: held }] : [];
  });
}

export const voterCount = (members: readonly { seat: Seat }[]): number => members.filter(({ seat }) => votes(seat)).length;

/** Whether somebody keeps the papers; a committee may be without, but better is not. */
export const hasSecretary = (people: readonly { seat: Seat }[]): boolean => people.some(({ seat }) => seat === 'SECRETARY');
