/**
 * Who gets a seat (TR-1)? First come, first served, by the time of the request; an agency may be limited to so many seats, and then the
 * next in line whose agency still has one goes before.
 */

export interface Seats {
  capacity: number;
  /** Most seats for one agency; null: no limit. */
  seatsPerAgency: number | null;
  /** Seats taken, by the agency for which each was asked. */
  takenBy: ReadonlyMap<string, number>;
}

/** Somebody in the queue of a class. */
export interface Waiting {
  id: string;
  agencyId: string;
  requestedAt: Date;
  /** Tells apart who asked in the same millisecond: the order in which they came. */
  queueNumber: number;
}

export const seatsTaken = ({ takenBy }: Pick<Seats, 'takenBy'>): number => [...takenBy.values()].reduce((sum, n) => sum + n, 0);

export const seatsLeft = (seats: Pick<Seats, 'capacity' | 'takenBy'>): number => Math.max(0, seats.capacity - seatsTaken(seats));

/** Whether somebody of this agency can be enrolled now. */
export function hasSeatFor(seats: Seats, agencyId: string): boolean {
  if (seatsLeft(seats) === 0) return false;
  return seats.seatsPerAgency === null || (seats.takenBy.get(agencyId) ?? 0) < seats.seatsPerAgency;
}

/** One more seat taken for an agency. */
export function withSeat<S extends Seats>(seats: S, agencyId: string): S {
  return { ...seats, takenBy: new Map(seats.takenBy).set(agencyId, (seats.takenBy.get(agencyId) ?? 0) + 1) };
}

/** The queue in its order: by the time of the request, then by the order of arrival. */
export function inOrder<W extends Waiting>(waiting: readonly W[]): W[] {
  return [...waiting].sort((a, b) => a.requestedAt.getTime() - b.requestedAt.getTime() || a.queueNumber - b.queueNumber);
}

/** Ids of those in the queue who get a seat now, in the order in which they get it. */
export function promoted(seats: Seats, waiting: readonly Waiting[]): string[] {
  const ids: string[] = [];
  let now = seats;
  for (const { id, agencyId } of inOrder(waiting)) {
    if (!hasSeatFor(now, agencyId)) continue;
    ids.push(id);
    now = withSeat(now, agencyId);
  }
  return ids;
}

/** Until when seats that become free are given to the next in line, and contacts and officers may ask: the cut-off, else the first session. */
export const cutOffOf = (held: { cutOffAt: Date | null | undefined; startsAt: Date }): Date => held.cutOffAt ?? held.startsAt;

export const isBeforeCutOff = (held: { cutOffAt: Date | null | undefined; startsAt: Date }, now: Date): boolean =>
  now.getTime() < cutOffOf(held).getTime();
