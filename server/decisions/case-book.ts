/**
 * The cases of one command: locked, with the votes that are open on them, changed in memory and stored together at the end. Everything that
 * happens to a case goes through `move`, which asks the table of transitions, keeps the history and writes the audit event.
 */
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Act } from '../identity/command.js';
import type { WorkingCalendar } from '../kernel/calendar.js';
import { addRows, idArray, rowsOf, updateRows } from '../kernel/json-rows.js';
import type { Text } from '../kernel/language.js';
import { isId, newId } from '../kernel/record.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import { CaseEffects } from './case-effects.js';
import { CommitteeFacts } from './committee-facts.js';
import type { AppealRow, CaseRow, VoteRow, VoterRow } from './decision-rows.js';
import { DECISION_TEXTS } from './decision.messages.js';
import { type CaseEvent, decisionWorkflow } from './decision.workflow.js';
import type { RuleValues } from '../committee/voting-rule.rules.js';
import { type DecisionState, MOST_AT_A_TIME, PENDING_STATES, tellsOfVotes } from './vocabulary.js';

/** A rule that speaks against doing something with one case. */
export const notNow = (rule: string, text: Text, values?: Record<string, string | number>): Refusal =>
  new Refusal({ code: 'NOT_ALLOWED_NOW', rule, message: { text, ...(values && { values }) } });

export const violated = (rule: string, text: Text, values?: Record<string, string | number>): Refusal =>
  new Refusal({ code: 'RULE_VIOLATED', rule, message: { text, ...(values && { values }) } });

export interface Happening {
  /** What is told with it in the history. */
  note?: string | null;
  /** Whether the note is hidden from whoever may not read the file (D-5). */
  isConfidential?: boolean;
  /** Happened by itself: the history names the program. */
  isByItself?: boolean;
  details?: Record<string, unknown>;
}

interface EventRow {
  id: string;
  decisionId: string;
  at: string;
  actor: string;
  actorName: string;
  action: string;
  fromState: DecisionState | null;
  toState: DecisionState;
  note: string | null;
  isConfidential: boolean;
}

export class CaseBook {
  private readonly cases = new Map<string, CaseRow>();
  private readonly open = new Map<string, VoteRow>();
  private readonly changed = new Set<string>();
  private readonly columns = new Set<keyof CaseRow>();
  private readonly changedVotes = new Set<VoteRow>();
  private readonly newVotes: VoteRow[] = [];
  private readonly newVoters: VoterRow[] = [];
  private readonly appeals = new Map<string, AppealRow>();
  private readonly changedAppeals = new Set<AppealRow>();
  private readonly newAppeals: AppealRow[] = [];
  private readonly events: EventRow[] = [];
  private readonly laterWork: (() => Promise<void>)[] = [];
  private facts: { committees: CommitteeFacts; calendar: WorkingCalendar } | undefined;
  readonly effects: CaseEffects;

  constructor(readonly act: Act) {
    this.effects = new CaseEffects(this);
  }

  get em(): SqlEntityManager {
    return this.act.em;
  }

  /** The cases with these ids, locked in one order; those that are not there are left out. */
  static async load(act: Act, ids: readonly string[]): Promise<CaseBook> {
    if (ids.length > MOST_AT_A_TIME) {
      const message = { text: DECISION_TEXTS.tooMany, values: { most: MOST_AT_A_TIME } };
      throw new Refusal({ code: 'LIMIT', path: ['ids'], message });
    }
    const book = new CaseBook(act);
    await book.also(ids);
    return book;
  }

  /** Takes more cases into the book. */
  async also(ids: readonly string[]): Promise<void> {
    const wanted = [...new Set(ids)].filter((id) => isId(id) && !this.cases.has(id));
    if (wanted.length === 0) return;
    const choice = { values: [idArray(wanted)], isLocking: true };
    const rows = await rowsOf<CaseRow>(this.em, 'decision', { ...choice, where: 't."id" = any($1::uuid[])' });
    for (const row of rows) this.cases.set(row.id, row);
    const voting = rows.filter(({ state }) => state === 'VOTING' || state === 'APPEALED').map(({ id }) => id);
    if (voting.length === 0) return;
    const where = 't."decision_id" = any($1::uuid[]) and t."is_open"';
    const votes = await rowsOf<VoteRow>(this.em, 'decision_vote', { where, values: [idArray(voting)], isLocking: true });
    for (const vote of votes) this.open.set(vote.decisionId, vote);
    const unsettled = 't."decision_id" = any($1::uuid[]) and t."settled_on" is null';
    const appeals = await rowsOf<AppealRow>(this.em, 'appeal', { where: unsettled, values: [idArray(voting)] });
    for (const appeal of appeals) this.appeals.set(appeal.decisionId, appeal);
  }

  /** Reads rules of committees and the calendar, for what is counted in periods. */
  async prepare(): Promise<void> {
    const { act, em } = this;
    const committees = await CommitteeFacts.of(
      em,
      this.all.map(({ committeeId }) => committeeId),
    );
    this.facts = { committees, calendar: await act.ground.calendars.on(act.today, em) };
  }

  get calendar(): WorkingCalendar {
    return this.prepared.calendar;
  }

  /** The rule that holds today for a case (D-4). */
  ruleOf({ committeeId, kind }: CaseRow): RuleValues {
    return this.prepared.committees.rule(committeeId, kind, this.act.today);
  }

  nameOf(committeeId: string): string {
    return this.prepared.committees.committee(committeeId).name;
  }

  private get prepared() {
    if (!this.facts) throw new Error('The book was not prepared.');
    return this.facts;
  }

  get all(): CaseRow[] {
    return [...this.cases.values()];
  }

  find(id: string): CaseRow | undefined {
    return this.cases.get(id);
  }

  openVote(held: CaseRow): VoteRow | undefined {
    return this.open.get(held.id);
  }

  /** A case that was just made. */
  add(held: CaseRow): void {
    this.cases.set(held.id, held);
  }

  addVote(vote: VoteRow, voters: readonly VoterRow[]): void {
    this.newVotes.push(vote);
    this.newVoters.push(...voters);
    this.open.set(vote.decisionId, vote);
  }

  /** The appeal that is not settled. */
  openAppeal(held: CaseRow): AppealRow | undefined {
    return this.appeals.get(held.id);
  }

  addAppeal(appeal: AppealRow): void {
    this.newAppeals.push(appeal);
    this.appeals.set(appeal.decisionId, appeal);
  }

  changeAppeal(appeal: AppealRow, patch: Partial<AppealRow>): void {
    Object.assign(appeal, patch);
    this.appeals.delete(appeal.decisionId);
    if (!this.newAppeals.includes(appeal)) this.changedAppeals.add(appeal);
  }

  /** Something to store after cases and votes. */
  later(work: () => Promise<void>): void {
    this.laterWork.push(work);
  }

  changeVote(vote: VoteRow, patch: Partial<VoteRow>): void {
    Object.assign(vote, patch);
    if (!vote.isOpen) this.open.delete(vote.decisionId);
    if (!this.newVotes.includes(vote)) this.changedVotes.add(vote);
  }

  change(held: CaseRow, patch: Partial<CaseRow>): void {
    Object.assign(held, patch);
    this.changed.add(held.id);
    for (const column of Object.keys(patch) as (keyof CaseRow)[]) this.columns.add(column);
  }

  /** Refused unless the table has a step for this act from where the case stands. */
  refuseUnlessPossible(held: CaseRow, event: CaseEvent): void {
    if (!decisionWorkflow.step(held.state, event)) throw notNow('D-1', DECISION_TEXTS.notInThisState);
  }

  /** Moves a case by an act; `to` where the table has several ends. */
  move(held: CaseRow, event: CaseEvent, to: DecisionState, patch: Partial<CaseRow> = {}, happening: Happening = {}): void {
    const isStep = decisionWorkflow.steps.some((step) => step.act === event && step.to === to && step.from.includes(held.state));
    if (!isStep) throw new Error(`The table has no way from ${held.state} by ${event} to ${to}.`);
    const from = held.state;
    // What only happens to a vote leaves the row of the case alone.
    if (to !== from || Object.keys(patch).length > 0)
      this.change(held, { ...patch, state: to, isPending: isPending(to, { ...held, ...patch }) });
    this.note(held, event, from, happening);
  }

  /** Something that is not in the table, such as a merger's moving to another committee, or the docket. */
  note(held: CaseRow, event: CaseEvent, from: DecisionState | null, happening: Happening = {}): void {
    const { note = null, isConfidential = false, isByItself = false, details } = happening;
    const { actor, now } = this.act;
    this.events.push({
      id: newId(),
      decisionId: held.id,
      at: now.toISOString(),
      actor: isByItself ? 'system' : actor.name,
      actorName: isByItself ? 'Hopthu' : actor.displayName,
      action: event,
      fromState: from,
      toState: held.state,
      note,
      isConfidential,
    });
    // Who voted or took no part when is not for the officer's own trail: beside the figures of an open vote it would tell how.
    const mentions = tellsOfVotes(event) ? [] : [`officer:${held.officerId}`];
    this.act.record(AUDITED[event], `decision:${held.id}`, { from, to: held.state, ...(note && { note }), ...details }, mentions);
  }

  /** Stores everything; once, at the end of the command. */
  async save(): Promise<void> {
    const { em, act } = this;
    await this.effects.apply();
    const changed = [...this.changed].map((id) => this.cases.get(id)!);
    await updateRows(em, 'decision', [...this.columns] as never, changed, { now: act.now, isVersioned: true });
    // An open vote is closed before another is opened in its place.
    const columns = [
      'closesAt',
      'base',
      'quorum',
      'present',
      'for',
      'against',
      'abstain',
      'isOpen',
      'result',
      'closedAt',
      'endedBy',
      'closeReason',
    ];
    await updateRows(em, 'decision_vote', columns as never, [...this.changedVotes], { now: act.now });
    await addRows(em, 'decision_vote', this.newVotes, act.now);
    await addRows(em, 'decision_voter', this.newVoters, act.now);
    await addRows(em, 'appeal', this.newAppeals, act.now);
    await updateRows(em, 'appeal', [...SETTLED_COLUMNS], [...this.changedAppeals], { now: act.now });
    for (const work of this.laterWork) await work();
    await addRows(em, 'decision_event', this.events, act.now);
    await this.effects.applyAfterwards();
    if (this.events.length === 0) act.unchanged();
  }
}

const SETTLED_COLUMNS = ['settledOn', 'isUpheld', 'answer', 'settledBy', 'findingWasWrong', 'paperNumber', 'paperOn'] as const;

/** Not yet decided; a case that lapsed twice is over (D-2, D-7). */
export const isPending = (state: DecisionState, { lapses }: Pick<CaseRow, 'lapses'>): boolean =>
  (PENDING_STATES as readonly DecisionState[]).includes(state) && !(state === 'LAPSED' && lapses >= 2);

/** What happens to a case, as the audit log names it. */
const AUDITED: Readonly<Record<CaseEvent, string>> = {
  GIVE_NOTICE: 'decision.giveNotice',
  EXPLAIN: 'decision.explain',
  ANSWER_EXPLANATION: 'decision.answerExplanation',
  OPEN_VOTE: 'decision.openVote',
  DECLARE_CONFLICT: 'decision.declareConflict',
  CAST_VOTE: 'decision.castVote',
  CLOSE_VOTE: 'decision.closeVote',
  ENTER_INTO_FORCE: 'decision.enterIntoForce',
  APPEAL: 'decision.appeal',
  SETTLE_APPEAL: 'decision.settleAppeal',
  WITHDRAW: 'decision.withdraw',
  PROPOSE: 'decision.propose',
  BECOME_READY: 'decision.becomeReady',
  CONFLICTS: 'decision.conflicts',
  COME_INTO_FORCE: 'decision.comeIntoForce',
  EXPIRE: 'decision.expire',
  MERGE: 'decision.merge',
  JOIN: 'decision.join',
  SET_DOCKET: 'decision.setDocket',
};

/** What was asked of one case: done, or why not. */
export interface CaseResult {
  /** The id that was given. */
  id: string;
  decisionId: string | null;
  faults: Reason[];
}

/** Does something with each case; a refusal concerns only the one it names. `path` is where it stands in the input. */
export function eachCase(ids: readonly string[], path: string, work: (id: string, place: number) => string): CaseResult[] {
  return ids.map((id, place) => {
    try {
      return { id, decisionId: work(id, place), faults: [] };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const where = path === 'id' ? ['id'] : [path, String(place)];
      return { id, decisionId: null, faults: error.reasons.map((reason) => ({ ...reason, path: reason.path ?? where })) };
    }
  });
}
