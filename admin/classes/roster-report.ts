// What the server says of a filled-in list: row by row what would change, or has.
export type RowOutcome = 'ENROLLED' | 'WAITLISTED' | 'REQUESTED' | 'ON_THE_LIST' | 'REFUSED';

export interface ReportRow {
  /** Counted from 1, without the head. */
  row: number;
  officerCode: string;
  fullName: string | null;
  outcome: RowOutcome;
  /** Marks in the row that were entered. */
  marks: number;
  message: string | null;
}

export interface RosterReport {
  isDryRun: boolean;
  ignoredColumns: string[];
  added: number;
  marks: number;
  refused: number;
  rows: ReportRow[];
}

export type RowKind = 'REFUSED' | 'ADDED' | 'MARKED' | 'SAME';

/** What of a row matters to whoever reads the preview. */
export function kindOf({ outcome, marks, message }: ReportRow): RowKind {
  if (outcome === 'REFUSED' || message !== null) return 'REFUSED';
  if (outcome !== 'ON_THE_LIST') return 'ADDED';
  return marks > 0 ? 'MARKED' : 'SAME';
}

const order: RowKind[] = ['REFUSED', 'ADDED', 'MARKED', 'SAME'];

/** What asks for attention first; within it the order of the file. */
export function byKind(rows: readonly ReportRow[]): ReportRow[] {
  return [...rows].sort((a, b) => order.indexOf(kindOf(a)) - order.indexOf(kindOf(b)) || a.row - b.row);
}
