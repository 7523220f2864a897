/** What cases need of committees: the rule that holds for a kind, who sits with a vote, whether it is competent. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { votersOn } from '../committee/seats.rules.js';
import type { DecisionKind, Seat } from '../committee/vocabulary.js';
import { type DatedRule, ruleOn, type RuleValues } from '../committee/voting-rule.rules.js';
import type { Day } from '../kernel/calendar.js';
import { idArray, rowsOf } from '../kernel/json-rows.js';

export interface SeatedMember {
  id: string;
  committeeId: string;
  userId: string;
  seat: Seat;
  fromOn: Day;
  untilOn: Day | null;
}

/** Rules and seats of some committees. */
export class CommitteeFacts {
  private constructor(
    private readonly rules: readonly (DatedRule & { committeeId: string })[],
    private readonly members: readonly SeatedMember[],
    private readonly committees: readonly { id: string; name: string; numberSymbol: string }[],
  ) {}

  static async of(em: SqlEntityManager, committeeIds: readonly string[]): Promise<CommitteeFacts> {
    const choice = { where: 't."committee_id" = any($1::uuid[])', values: [idArray([...new Set(committeeIds)])] };
    const rules = await rowsOf<DatedRule & { committeeId: string }>(em, 'voting_rule', choice);
    const members = await rowsOf<SeatedMember>(em, 'committee_member', choice);
    const committees = await rowsOf<{ id: string; name: string; numberSymbol: string }>(em, 'committee', {
      ...choice,
      where: 't."id" = any($1::uuid[])',
    });
    return new CommitteeFacts(rules, members, committees);
  }

  committee(id: string): { name: string; numberSymbol: string } {
    return this.committees.find((committee) => committee.id === id)!;
  }

  /** The rule for a kind on a day; the usual one where none was adopted (D-4). */
  rule(committeeId: string, kind: DecisionKind, day: Day): RuleValues {
    const {
      id: _id,
      committeeId: _committee,
      kind: _kind,
      version: _version,
      effectiveOn: _on,
      ...values
    } = ruleOn(
      this.rules.filter((rule) => rule.committeeId === committeeId),
      kind,
      day,
    ) as DatedRule & { id?: string; committeeId?: string };
    return values;
  }

  /** Whoever sits in a committee with a vote on a day. */
  voters(committeeId: string, day: Day): SeatedMember[] {
    return votersOn(
      this.members.filter((member) => member.committeeId === committeeId),
      day,
    );
  }
}
