// What comes of a merger, told from the sources: who comes from where, which rule is the stricter. Pure; the server's preview has the last word.
import type { Member, RuleValues, VotingRule, WholeCommittee } from '../documents.js';
import { ruleOf } from '../rules.js';
import { fieldsOf, type RuleField, strictness } from '../threshold.js';
import type { MergePreview } from './documents.js';
import type { DecisionKind, Seat } from '../words.js';

export interface UnitedPerson {
  userId: string;
  name: string;
  seat: Seat;
  /** The seats so far, one for each committee of the merger in which the person sits. */
  from: { code: string; seat: Seat }[];
}

/** The people of the new committee, with the seats they come from. */
export function unitedPeople(people: readonly Pick<Member, 'seat' | 'user'>[], sources: readonly WholeCommittee[]): UnitedPerson[] {
  return people.map(({ seat, user }) => ({
    userId: user.id,
    name: user.name,
    seat,
    from: sources.flatMap(({ code, members }) =>
      members.filter((member) => member.user.id === user.id).map((member) => ({ code, seat: member.seat })),
    ),
  }));
}

/** The rule that will hold in a committee on a day: adopted rules come by kind, the latest first. */
export function ruleOnDay(committee: WholeCommittee, kind: DecisionKind, day: string): VotingRule {
  return committee.rules.find((rule) => rule.kind === kind && rule.effectiveOn <= day) ?? ruleOf(committee, kind);
}

export interface ComparedRule {
  kind: DecisionKind;
  /** The committees that decide this kind, each with its rule of the day. */
  sources: { code: string; rule: VotingRule }[];
  rows: { field: RuleField; strictestAt: ReadonlySet<number>; isSame: boolean }[];
  united: RuleValues;
}

/** Of each kind the rules of the sources side by side; of each value the places where it is the strictest. */
export function comparedRules(
  sources: readonly WholeCommittee[],
  preview: Pick<MergePreview, 'competences' | 'rules'>,
  day: string,
): ComparedRule[] {
  return preview.competences.map((kind) => {
    const competent = sources
      .filter(({ competences }) => competences.includes(kind))
      .map((source) => ({ code: source.code, rule: ruleOnDay(source, kind, day) }));
    const rows = fieldsOf(kind).map((field) => {
      const values = competent.map(({ rule }) => strictness(rule, field));
      const most = Math.max(...values);
      const strictestAt = new Set(values.flatMap((value, at) => (value === most ? [at] : [])));
      return { field, strictestAt, isSame: strictestAt.size === values.length };
    });
    return { kind, sources: competent, rows, united: preview.rules.find((rule) => rule.kind === kind) ?? competent[0]!.rule };
  });
}
