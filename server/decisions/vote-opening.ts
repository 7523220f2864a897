/**
 * Opens votes: voters, base and the rule in force are frozen now (D-4); who has a conflict of interest is named as recused and leaves the
 * base (D-5). A kind decided by the chair alone has one voter. Members who did not vote on the case settle an appeal (D-9).
 */
import { executeBound } from '../kernel/bulk.js';
import { idArray } from '../kernel/json-rows.js';
import { newId } from '../kernel/record.js';
import { isAdverse } from '../committee/vocabulary.js';
import { leastFor } from '../committee/threshold.rules.js';
import { type CaseBook, notNow } from './case-book.js';
import { conflictsOf, type Conflicts } from './case-facts.js';
import { CommitteeFacts, type SeatedMember } from './committee-facts.js';
import type { CaseRow, VoteRow, VoterRow } from './decision-rows.js';
import { DECISION_TEXTS } from './decision.messages.js';
import { closingTime } from './period.rules.js';
import type { VotePurpose } from './vocabulary.js';
import type { WorkingCalendar } from '../kernel/calendar.js';

export class VoteOpening {
  private constructor(
    private readonly book: CaseBook,
    private readonly committees: CommitteeFacts,
    private readonly calendar: WorkingCalendar,
    private readonly conflicts: Conflicts,
    private readonly notes: ReadonlyMap<string, string>,
    private readonly lastNumbers: ReadonlyMap<string, number>,
    private readonly haveVoted: ReadonlySet<string>,
    private readonly absent: ReadonlySet<string>,
  ) {}

  static async for(book: CaseBook, cases: readonly CaseRow[]): Promise<VoteOpening> {
    const { em, act } = book;
    const { today } = act;
    const committees = await CommitteeFacts.of(
      em,
      cases.map(({ committeeId }) => committeeId),
    );
    const users = [...new Set(cases.flatMap(({ committeeId }) => committees.voters(committeeId, today).map(({ userId }) => userId)))];
    const ids = idArray(cases.map(({ id }) => id));
    const conflicts = await conflictsOf(em, cases, users, today);
    const notes = await executeBound<{ key: string; note: string }>(
      em,
      `select decision_id || ' ' || user_id as key, note from declared_conflict where decision_id = any($1::uuid[])`,
      [ids],
    );
    const numbers = await executeBound<{ id: string; last: number }>(
      em,
      'select decision_id as id, max(number)::int as last from decision_vote where decision_id = any($1::uuid[]) group by 1',
      [ids],
    );
    const voted = await executeBound<{ key: string }>(
      em,
      `select distinct v.decision_id || ' ' || m.user_id as key from decision_vote v join ballot b on b.vote_id = v.id
       join committee_member m on m.id = b.member_id where v.decision_id = any($1::uuid[]) and v.purpose = 'CASE'`,
      [ids],
    );
    const absent = await executeBound<{ user_id: string }>(
      em,
      `select u.id as user_id from app_user u where u.id = any($1::uuid[]) and (u.disabled_at is not null or exists (
         select 1 from role_grant g join absence b on b.officer_id = g.scope_id
         where g.user_id = u.id and g.role = 'OFFICER' and b.from_on <= $2::date and b.until_on >= $2::date))`,
      [idArray(users), today],
    );
    return new VoteOpening(
      book,
      committees,
      await act.ground.calendars.on(today, em),
      conflicts,
      new Map(notes.map(({ key, note }) => [key, note])),
      new Map(numbers.map(({ id, last }) => [id, last])),
      new Set(voted.map(({ key }) => key)),
      new Set(absent.map(({ user_id }) => user_id)),
    );
  }

  /** Whether there are enough members who did not vote on the case to settle an appeal against it (D-9). */
  hasOthersFor(held: CaseRow): boolean {
    const { minimumVoters } = this.committees.rule(held.committeeId, held.kind, this.book.act.today);
    return this.voters(held, 'APPEAL').filter(({ recusedFor }) => recusedFor === null).length >= minimumVoters;
  }

  /** Opens a vote; refused where fewer than the minimum may vote. The caller moves the case. */
  open(held: CaseRow, purpose: VotePurpose = 'CASE', closesAt?: Date): VoteRow {
    const { act } = this.book;
    const rule = this.committees.rule(held.committeeId, held.kind, act.today);
    const isByChairAlone = purpose === 'CASE' && rule.isByChairAlone && !isAdverse(held.kind);
    const voters = isByChairAlone ? this.chairAlone(held) : this.voters(held, purpose);
    const base = voters.filter(({ recusedFor }) => recusedFor === null).length;
    const least = isByChairAlone ? 1 : rule.minimumVoters;
    if (base < least) throw notNow('D-4', DECISION_TEXTS.tooFewVoters, { voters: base, least });
    const vote: VoteRow = {
      id: newId(),
      decisionId: held.id,
      committeeId: held.committeeId,
      number: (this.lastNumbers.get(held.id) ?? 0) + 1,
      purpose,
      openedAt: act.now.toISOString(),
      closesAt: (closesAt ?? closingTime(act.today, rule.voteDays, this.calendar, act.ground.clock.zone)).toISOString(),
      rule,
      base,
      quorum: leastFor(rule.quorum, base),
      present: 0,
      for: 0,
      against: 0,
      abstain: 0,
      isOpen: true,
      result: null,
      closedAt: null,
      endedBy: null,
      closeReason: null,
    };
    this.book.addVote(
      vote,
      voters.map((voter) => ({ ...voter, voteId: vote.id })),
    );
    return vote;
  }

  private voters(held: CaseRow, purpose: VotePurpose): VoterRow[] {
    return this.committees
      .voters(held.committeeId, this.book.act.today)
      .filter(({ userId }) => purpose === 'CASE' || !this.haveVoted.has(`${held.id} ${userId}`))
      .map((member) => this.voter(held, member));
  }

  /** The chair; a deputy where the chair is recused or absent, and the chair as recused beside. */
  private chairAlone(held: CaseRow): VoterRow[] {
    const members = this.committees.voters(held.committeeId, this.book.act.today);
    const row = (member: SeatedMember) => this.voter(held, member);
    const chairs = members.filter(({ seat }) => seat === 'CHAIR').map(row);
    const acting = chairs.filter(({ recusedFor, userId }) => recusedFor === null && !this.absent.has(userId));
    if (acting.length > 0) return acting.slice(0, 1);
    const deputies = members.filter(({ seat }) => seat === 'DEPUTY').map(row);
    const deputy = deputies.find(({ recusedFor, userId }) => recusedFor === null && !this.absent.has(userId));
    return [...chairs.filter(({ recusedFor }) => recusedFor !== null), ...(deputy ? [deputy] : [])];
  }

  private voter(held: CaseRow, { id: memberId, userId, seat }: SeatedMember): VoterRow {
    const recusedFor = this.conflicts.get(held.id)?.get(userId) ?? null;
    const recusalNote = recusedFor === 'DECLARED' ? (this.notes.get(`${held.id} ${userId}`) ?? null) : null;
    return { id: newId(), voteId: '', memberId, userId, seat, recusedFor, recusalNote };
  }
}
