// A case as the panel knows it: its words, its order, and which day comes next. Pure.
export type DecisionState =
  | 'PROPOSED'
  | 'NOTIFIED'
  | 'READY'
  | 'VOTING'
  | 'ADOPTED'
  | 'REJECTED'
  | 'LAPSED'
  | 'IN_FORCE'
  | 'APPEALED'
  | 'REVERSED'
  | 'EXPIRED'
  | 'WITHDRAWN'
  | 'JOINED';

export type DecisionKind = 'MAILBOX_PROVISION' | 'MAILBOX_REVOCATION' | 'MAILBOX_RESTORATION' | 'AWARD_EXCLUSION' | 'EXCLUSION_LIFT';

export type DecisionAction =
  | 'GIVE_NOTICE'
  | 'EXPLAIN'
  | 'ANSWER_EXPLANATION'
  | 'OPEN_VOTE'
  | 'CAST_VOTE'
  | 'DECLARE_CONFLICT'
  | 'CLOSE_VOTE'
  | 'ENTER_INTO_FORCE'
  | 'APPEAL'
  | 'SETTLE_APPEAL'
  | 'WITHDRAW';

export type Choice = 'FOR' | 'AGAINST' | 'ABSTAIN';
export type NoticeMeans = 'HANDED_OVER' | 'REGISTERED_POST' | 'AGENCY_BOARD' | 'OTHER_EMAIL' | 'REFUSED_TO_SIGN';
export type ConflictReason = 'OWN_CASE' | 'SAME_AGENCY' | 'PROPOSER' | 'OWN_ADVERSE_CASE' | 'DECLARED';

/** From proposal to end. */
export const decisionStates: readonly DecisionState[] = [
  'PROPOSED',
  'NOTIFIED',
  'READY',
  'VOTING',
  'ADOPTED',
  'IN_FORCE',
  'APPEALED',
  'REJECTED',
  'LAPSED',
  'REVERSED',
  'EXPIRED',
  'WITHDRAWN',
  'JOINED',
];

export const decisionKinds: readonly DecisionKind[] = [
  'AWARD_EXCLUSION',
  'MAILBOX_REVOCATION',
  'MAILBOX_PROVISION',
  'MAILBOX_RESTORATION',
  'EXCLUSION_LIFT',
];

export const choices: readonly Choice[] = ['FOR', 'AGAINST', 'ABSTAIN'];
export const noticeMeans: readonly NoticeMeans[] = ['HANDED_OVER', 'REGISTERED_POST', 'OTHER_EMAIL', 'AGENCY_BOARD', 'REFUSED_TO_SIGN'];
export const awardTitles = ['LDTT', 'CSTDCS', 'CSTDTP', 'CSTDTQ'] as const;

/** Takes something from the officer, who is heard first (D-3). */
export const isAdverse = (kind: DecisionKind): boolean => kind === 'AWARD_EXCLUSION' || kind === 'MAILBOX_REVOCATION';
/** What a finding offers next, as a kind of case. */
export const kindOfStep: Record<string, DecisionKind | undefined> = {
  REVOCATION: 'MAILBOX_REVOCATION',
  EXCLUSION: 'AWARD_EXCLUSION',
  PROVISION: 'MAILBOX_PROVISION',
};

/** How many the cause of their finding allows to propose this kind for (D-2); kinds that take nothing need no cause. */
export const allowedBy = (kind: DecisionKind, people: readonly { nextStep?: string | null | undefined }[]): number =>
  people.filter(({ nextStep }) => !isAdverse(kind) || (nextStep && kindOfStep[nextStep] === kind)).length;

export const isAboutAwards = (kind: DecisionKind): boolean => kind === 'AWARD_EXCLUSION' || kind === 'EXCLUSION_LIFT';

/** The officer has explained, and is not answered yet. */
export const isToAnswer = (one: { state: DecisionState; explainedOn: string | null; answeredAt: string | null }): boolean =>
  one.state === 'NOTIFIED' && one.explainedOn !== null && one.answeredAt === null;

/** Something can still become of it without a new case. */
export const isOver = (state: DecisionState): boolean => ['REJECTED', 'REVERSED', 'EXPIRED', 'WITHDRAWN', 'JOINED'].includes(state);

export interface CaseDays {
  kind: DecisionKind;
  state: DecisionState;
  explainUntil: string | null;
  appealUntil: string | null;
  inForceOn: string | null;
  vote: { closesAt: string; isOpen: boolean } | null;
}

export interface NextDay {
  what: 'explain' | 'vote' | 'force' | 'appeal';
  /** A day, or the moment a vote closes. */
  on: string;
}

/** The day at which something is over or begins, as the case stands; null where none is set. */
export function nextDay({ kind, state, explainUntil, appealUntil, inForceOn, vote }: CaseDays): NextDay | null {
  if (state === 'NOTIFIED' && explainUntil) return { what: 'explain', on: explainUntil };
  if ((state === 'VOTING' || state === 'APPEALED') && vote?.isOpen) return { what: 'vote', on: vote.closesAt };
  if (state === 'ADOPTED' && inForceOn) return { what: 'force', on: inForceOn };
  if (state === 'IN_FORCE' && isAdverse(kind) && appealUntil) return { what: 'appeal', on: appealUntil };
  return null;
}

/** Whole days from one day to another, 2026-11-23 each; 0 on the day itself. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

export interface ShortCase {
  id: string;
  kind: DecisionKind;
  awardYear: number | null;
  officer: { fullName: string };
}

/** The cases an act can be done on. */
export const ableTo = <Row extends { availableActions: readonly DecisionAction[] }>(cases: readonly Row[], action: DecisionAction): Row[] =>
  cases.filter(({ availableActions }) => availableActions.includes(action));

/** Votes on many at once leave out those that are voted alone (D-12). */
export function splitContested<Row extends { isContested: boolean }>(cases: readonly Row[]): { enBloc: Row[]; alone: Row[] } {
  return { enBloc: cases.filter((one) => !one.isContested), alone: cases.filter((one) => one.isContested) };
}

/** Rows with the same key together, in the order in which they come. */
export function together<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups.values()];
}

interface Grouped {
  kind: DecisionKind;
  awardYear: number | null;
  officer: { agency: { id: string; name: string } };
}

/** By kind, and within a kind by agency. */
export const byKindAndAgency = <Row extends Grouped>(cases: readonly Row[]): Row[][][] =>
  together(cases, ({ kind, awardYear }) => `${kind} ${awardYear ?? ''}`).map((kind) =>
    together(kind, ({ officer }) => officer.agency.id).sort(([a], [b]) =>
      a!.officer.agency.name.localeCompare(b!.officer.agency.name, 'vi'),
    ),
  );
