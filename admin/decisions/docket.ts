// A docket: where its page is, how its cases are ordered for the session, and how many stand where. Pure.
import { byKindAndAgency, type DecisionKind, type DecisionState, decisionStates, splitContested } from './case.js';

export interface DocketName {
  name: string;
  committeeId: string;
}

/** Its name is whatever a secretary typed, so it stands in the address as a value. */
export const docketPath = ({ name, committeeId }: DocketName): string =>
  `/decisions/docket?${new URLSearchParams({ committee: committeeId, name }).toString()}`;

export const docketOf = (search: URLSearchParams): DocketName => ({
  name: search.get('name') ?? '',
  committeeId: search.get('committee') ?? '',
});

interface Heard {
  kind: DecisionKind;
  awardYear: number | null;
  isContested: boolean;
  officer: { agency: { id: string; name: string } };
}

export interface Agenda<Row> {
  /** Voted one by one, and so heard first (D-12). */
  alone: Row[];
  /** Voted together, a group for each kind and year, within it by agency. */
  groups: Row[][];
}

export function agendaOf<Row extends Heard>(cases: readonly Row[]): Agenda<Row> {
  const { enBloc, alone } = splitContested(cases);
  return { alone: byKindAndAgency(alone).flat(2), groups: byKindAndAgency(enBloc).map((agencies) => agencies.flat()) };
}

/** In the order of the flow, without the states in which none stands. */
export function inOrderOfStates(states: readonly { state: DecisionState; cases: number }[]): { state: DecisionState; cases: number }[] {
  const count = new Map(states.map(({ state, cases }) => [state, cases]));
  return decisionStates.flatMap((state) => (count.get(state) ? [{ state, cases: count.get(state)! }] : []));
}

/** How many of the cases stand where. */
export function countStates(cases: readonly { state: DecisionState }[]): { state: DecisionState; cases: number }[] {
  const count = new Map<DecisionState, number>();
  for (const { state } of cases) count.set(state, (count.get(state) ?? 0) + 1);
  return inOrderOfStates([...count].map(([state, cases_]) => ({ state, cases: cases_ })));
}

/** Before its vote opens a case can be put on another docket. */
export const isMovable = ({ state }: { state: DecisionState }): boolean => ['PROPOSED', 'NOTIFIED', 'READY', 'LAPSED'].includes(state);
