/** Sessions as calendar files (RFC 5545): for those who are invited, and the feed of a trainer. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

export interface CalendarSession {
  id: string;
  startsAt: Date;
  endsAt: Date;
  title: string;
  place: string | null;
  /** Counts the changes, so that a moved session takes the place of the former one. */
  sequence: number;
  isCancelled?: boolean;
  description?: string;
  /** When it was last changed; the stamp of the entry, so that the same facts make the same file. */
  stamp: Date;
}

type Method = 'REQUEST' | 'CANCEL' | 'PUBLISH';

const PRODUCT = { company: 'hopthu', product: 'hopthu' };

/** The same session has the same UID in every file. */
const uidOf = (sessionId: string): string => `${sessionId}@hopthu`;

interface About {
  /** Of the calendar itself. */
  name?: string;
  /** Who invites: the address from which the letters come. */
  organizer?: { name: string; email: string } | undefined;
}

export function calendarFile(sessions: readonly CalendarSession[], method: Method, { name, organizer }: About = {}): string {
  const calendar = ical({ prodId: PRODUCT, method: ICalCalendarMethod[method], ...(name && { name }) });
  for (const session of sessions) {
    calendar.createEvent({
      id: uidOf(session.id),
      start: session.startsAt,
      end: session.endsAt,
      stamp: session.stamp,
      sequence: session.sequence,
      summary: session.title,
      ...(session.place && { location: session.place }),
      ...(organizer && { organizer }),
      ...(session.description && { description: session.description }),
      status: session.isCancelled || method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
