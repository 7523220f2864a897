/** Which days are worked in the city? Holidays stand in the policy (T-1), in a room further right, which lends its answer here at composition. */
import { type Day, WorkingCalendar } from './calendar.js';

export type CalendarSource = (day: Day) => Promise<WorkingCalendar>;

export class CalendarBook {
  private source: CalendarSource = async () => new WorkingCalendar();

  lend(source: CalendarSource): void {
    this.source = source;
  }

  /** The calendar of the policy in effect on a day; Monday to Friday where there is none. */
  on(day: Day): Promise<WorkingCalendar> {
    return this.source(day);
  }
}
