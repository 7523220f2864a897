/**
 * Records exports: that one began, whom it holds, how it ended. It stands in the audit log before the rows leave. One event names a thousand persons at
 * most, so that a list of the whole city is some dozen events, and each person's own trail shows that it held them.
 */
import { type Acting, perform } from '../../identity/command.js';

export interface Begun {
  id: string;
  list: string;
  format: string;
  /** What it is narrowed by; words that were searched for are left out, for they may be somebody's name. */
  conditions: Readonly<Record<string, unknown>>;
  total: number;
}

export type Ending = { outcome: 'WHOLE'; sha256: string } | { outcome: 'CUT' | 'FAULT' };

const subjectOf = (list: string): string => `export:${list}`;
const named = (officers: readonly string[]): string[] => officers.map((id) => `officer:${id}`);
const WHY = 'the list asked for the right to what it shows';

export const recordBegin = (acting: Acting, { id, list, format, conditions, total }: Begun, officers: readonly string[]): Promise<void> =>
  perform(acting, async (act) => {
    act.allowAnyone(WHY);
    const { search, ...others } = conditions;
    act.record(
      'export.begin',
      subjectOf(list),
      { id, format, conditions: others, isSearched: search !== undefined, total },
      named(officers),
    );
  });

/** More persons whom it holds. */
export const recordMore = (acting: Acting, { id, list }: Begun, rows: number, officers: readonly string[]): Promise<void> =>
  perform(acting, async (act) => {
    act.allowAnyone(WHY);
    if (officers.length === 0) return act.unchanged();
    act.record('export.give', subjectOf(list), { id, rows }, named(officers));
  });

export const recordEnd = (acting: Acting, { id, list, format }: Begun, rows: number, ending: Ending): Promise<void> =>
  perform(acting, async (act) => {
    act.allowAnyone(WHY);
    act.record(ending.outcome === 'WHOLE' ? 'export.make' : 'export.breakOff', subjectOf(list), { id, format, rows, ...ending });
  });
