// Exclusions of a year narrowed by agency, title and state, and counted by agency; officer codes out of what was pasted. Pure.
import { type Eligibility, type EligibilityStatus, type Exclusion, type ExclusionState, exclusionStates } from './documents.js';

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

/** The codes in a text that was pasted, from a spreadsheet or a letter: one a line, or with commas, semicolons or spaces between them; each once. */
export const codesIn = (text: string): string[] => [...new Set(text.split(/[\s,;]+/).filter(Boolean))];

/** From what keeps somebody out to what keeps nobody out. */
export const worstFirst: readonly EligibilityStatus[] = ['EXCLUDED', 'UNKNOWN_OFFICER', 'UNDER_APPEAL', 'ELIGIBLE'];

export interface CheckedRow {
  officerCode: string;
  /** The worst of its answers. */
  worst: EligibilityStatus;
  /** One for each title, in the order of the titles asked about. */
  answers: Eligibility[];
}

/** The answers about each title as rows of codes; of several titles the worst come first, of one the order asked stays. */
export function checkedRows(byTitle: readonly (readonly Eligibility[])[]): CheckedRow[] {
  const rows = (byTitle[0] ?? []).map(({ officerCode }, at) => {
    const answers = byTitle.map((one) => one[at]!);
    return { officerCode, answers, worst: worstFirst.find((status) => answers.some((one) => one.status === status))! };
  });
  return byTitle.length > 1 ? rows.sort((a, b) => worstFirst.indexOf(a.worst) - worstFirst.indexOf(b.worst)) : rows;
}
