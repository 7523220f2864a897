// Which rule holds for a kind, today or on a day to come, and was it adopted or is it the usual one? Pure.
import type { VotingRule, WholeCommittee } from './documents.js';
import type { DecisionKind } from './words.js';

const aliases: Record<DecisionKind, 'provision' | 'revocation' | 'restoration' | 'exclusion' | 'lift'> = {
  MAILBOX_PROVISION: 'provision',
  MAILBOX_REVOCATION: 'revocation',
  MAILBOX_RESTORATION: 'restoration',
  AWARD_EXCLUSION: 'exclusion',
  EXCLUSION_LIFT: 'lift',
};

/** The rule that holds today, as the server says. */
export const ruleOf = (committee: WholeCommittee, kind: DecisionKind): VotingRule => committee[aliases[kind]];

export interface RulesOfKind {
  kind: DecisionKind;
  /** The one that holds today. */
  now: VotingRule;
  /** Nobody has adopted it: it holds everywhere until a committee says otherwise. */
  isUsual: boolean;
  toCome: VotingRule[];
  past: VotingRule[];
}

const isSame = (a: VotingRule, b: VotingRule) =>
  (Object.keys(a) as (keyof VotingRule)[]).every((field) => field.startsWith('__') || a[field] === b[field]);

/** By competence: what holds, what will, what did. Adopted rules come by kind, the latest first. */
export function rulesOf(committee: WholeCommittee): RulesOfKind[] {
  return committee.competences.map((kind) => {
    const adopted = committee.rules.filter((rule) => rule.kind === kind);
    const now = ruleOf(committee, kind);
    const at = adopted.findIndex((rule) => isSame(rule, now));
    return {
      kind,
      now,
      isUsual: at < 0,
      toCome: at < 0 ? adopted : adopted.slice(0, at),
      past: at < 0 ? [] : adopted.slice(at + 1),
    };
  });
}
