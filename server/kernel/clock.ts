/** What time is it? The only way to ask: tests and the demonstration city move this clock (L-2). */
import { dayIn, type Day } from './calendar.js';

/** Where it is kept by how many milliseconds the clock of the demonstration city was moved. */
export const CLOCK_OFFSET = 'clock.offset';

export class Clock {
  private offset = 0;
  private fixed: number | undefined;

  constructor(readonly zone: string) {}

  now(): Date {
    return new Date((this.fixed ?? Date.now()) + this.offset);
  }

  /** Whether it stands still; in tests only. */
  get isStopped(): boolean {
    return this.fixed !== undefined;
  }

  /** The city's day (E-9). */
  today(): Day {
    return dayIn(this.zone, this.now());
  }

  /** By how many milliseconds it goes ahead of the machine's clock. */
  get ahead(): number {
    return this.offset;
  }

  /** Moves the clock by so many milliseconds from now on. */
  move(milliseconds: number): void {
    this.offset += milliseconds;
  }

  /** Stops the clock at an instant; without one it runs again. */
  stopAt(at?: Date): void {
    this.offset = 0;
    this.fixed = at?.getTime();
  }
}
