/** Which days are worked in the city? Holidays stand in the policy (T-1), in a room further right, which lends its answer here at composition. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { type Day, WorkingCalendar } from './calendar.js';

export type CalendarSource = (day: Day, em?: SqlEntityManager) => Promise<WorkingCalendar>;

export class CalendarBook {
  private source: CalendarSource = async () => new WorkingCalendar();

  lend(source: CalendarSource): void {
    this.source = source;
  }

  /**
   * The calendar of the policy in effect on a day; Monday to Friday where there is none. Inside a command give its own entity manager: on
   * the embedded store another one would wait for the command.
   */
  on(day: Day, em?: SqlEntityManager): Promise<WorkingCalendar> {
    return this.source(day, em);
  }
}
