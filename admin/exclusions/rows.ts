// Exclusions of a year narrowed by agency, title and state, and counted by agency; officer codes out of what was pasted. Pure.
import { type Exclusion, type ExclusionState, exclusionStates } from './documents.js';

export interface ExclusionFilter {
  agencyId: string;
  title: string;
  state: string;
}

export function narrowed(rows: readonly Exclusion[], { agencyId, title, state }: ExclusionFilter): Exclusion[] {
  return rows.filter(
    (row) =>
      (!agencyId || row.officer.agency.id === agencyId) && (!title || row.awardTitles.includes(title)) && (!state || row.state === state),
  );
}

export type StateCounts = Record<ExclusionState, number>;

export function countsOf(rows: readonly Exclusion[]): StateCounts {
  const counts: StateCounts = { IN_FORCE: 0, APPEALED: 0, EXPIRED: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

export interface AgencyCount {
  agency: Exclusion['officer']['agency'];
  total: number;
  counts: StateCounts;
}

/** Agencies with their numbers, the most first. */
export function byAgency(rows: readonly Exclusion[]): AgencyCount[] {
  const groups = new Map<string, Exclusion[]>();
  for (const row of rows) groups.set(row.officer.agency.id, [...(groups.get(row.officer.agency.id) ?? []), row]);
  return [...groups.values()]
    .map((held) => ({ agency: held[0]!.officer.agency, total: held.length, counts: countsOf(held) }))
    .sort((a, b) => b.total - a.total || a.agency.name.localeCompare(b.agency.name, 'vi'));
}

export const isState = (state: string): state is ExclusionState => (exclusionStates as readonly string[]).includes(state);

export const mostCodes = 1_000;

/** The codes in a text that was pasted, from a spreadsheet or a letter: one a line, or with commas, semicolons or spaces between them. */
export const codesIn = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);
