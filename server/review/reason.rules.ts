/**
 * Why is this the tier (T-7)? One paragraph in plain words from the stored numbers of a finding, nothing read anew.
 */
import type { Language, Text } from '../kernel/language.js';
import { dateIn, percentIn, say } from '../kernel/language.js';
import type { PolicyValues, Window } from './policy.rules.js';
import { ACT_TEXTS, OR_TEXT, REASON_TEXTS, TIER_TEXTS } from './reason.messages.js';
import type { SignalFacts } from './signal.rules.js';
import { isForwardedSignal } from './signal.rules.js';
import type { Outcome } from './tier.rules.js';
import { reaches } from './tier.rules.js';
import type { EvidenceAct } from './vocabulary.js';

/** What last changed a finding; null for the finding as it was frozen. */
export type FindingChange = 'CONTEST_ACCEPTED' | 'SET_ASIDE' | 'IMPROVED_TAKEN' | 'ABSENCE_RECORDED' | null;

/** Whether people have found the finding wrong, so that no evidence works it out again (T-8, D-10). */
export const isSetAside = (change: string | null | undefined): boolean => change === 'CONTEST_ACCEPTED' || change === 'SET_ASIDE';

/** The stored numbers of a finding. */
export type ReasonFacts = Omit<Outcome, 'marks' | 'coverage' | 'share'> &
  Pick<SignalFacts, 'improvedTier' | 'isForwardingSettled' | 'isContestOpen'> & {
    window: Window;
    policy: Pick<PolicyValues, 'windowDays' | 'regularShare' | 'minimumCoverage' | 'minimumAssessableDays' | 'acts'> & { version: number };
    change: FindingChange;
    version: number;
  };

export function reasonOf(facts: ReasonFacts, language: Language): string {
  const { policy, window } = facts;
  const values = {
    windowDays: policy.windowDays,
    from: dateIn(language, window.from),
    to: dateIn(language, window.to),
    version: String(policy.version),
    candidate: facts.candidateDays,
    assessable: facts.assessableDays,
    use: facts.daysOfUse,
    share: shareIn(language, facts.daysOfUse, facts.assessableDays, policy.regularShare),
    coverage: shareIn(language, facts.assessableDays, facts.candidateDays, policy.minimumCoverage),
    threshold: percentIn(language, policy.regularShare),
    acts: actsIn(language, policy.acts),
    excused: facts.excusedDays,
    sent: facts.sent,
    read: facts.read,
    logins: facts.logins,
    received: facts.received,
    forwarded: facts.forwarded,
  };
  const sentences: string[] = [];
  const add = (text: Text, more: Record<string, string | number> = {}) =>
    sentences.push(say({ text, values: { ...values, ...more } }, language));

  add(REASON_TEXTS.window);
  if (facts.tier === 'NOT_ASSESSED') addWhyNotAssessed(facts, language, add);
  else addTier(facts, add);
  addWhatElseWasSeen(facts, add);
  addWhatIsOpen(facts, language, add);
  return sentences.join(' ');
}

type Add = (text: Text, more?: Record<string, string | number>) => void;

function addTier(facts: ReasonFacts, add: Add): void {
  if (facts.tier === 'NEVER') add(REASON_TEXTS.never);
  else {
    add(REASON_TEXTS.measured);
    add(facts.tier === 'REGULAR' ? REASON_TEXTS.regular : REASON_TEXTS.irregular);
  }
  if (facts.excusedDays > 0) add(REASON_TEXTS.excusedDays);
}

function addWhyNotAssessed(facts: ReasonFacts, language: Language, add: Add): void {
  const { policy } = facts;
  switch (facts.notAssessedReason) {
    case 'NO_MAILBOX':
      add(REASON_TEXTS.noMailbox);
      break;
    case 'EXCUSED':
      if (facts.change === 'SET_ASIDE') add(REASON_TEXTS.setAside);
      else add(facts.change === 'CONTEST_ACCEPTED' ? REASON_TEXTS.excusedByContest : REASON_TEXTS.excusedByAbsence);
      break;
    case 'TOO_FEW_DAYS': {
      const isFewCandidates = facts.candidateDays < policy.minimumAssessableDays;
      add(isFewCandidates ? REASON_TEXTS.tooFewCandidates : REASON_TEXTS.tooFewAssessable, { minimum: policy.minimumAssessableDays });
      if (facts.excusedDays > 0) add(REASON_TEXTS.excusedDays);
      break;
    }
    case 'SOURCE_CANNOT_SHOW_USE':
      add(REASON_TEXTS.sourceCannotShow);
      break;
    case 'COVERAGE':
      add(REASON_TEXTS.coverage, { minimum: percentIn(language, policy.minimumCoverage) });
      break;
    case null:
      break;
  }
  add(REASON_TEXTS.notAssessed);
}

/** What was seen beside the days of use, and what of it does not count (E-3, E-4, E-5). */
function addWhatElseWasSeen(facts: ReasonFacts, add: Add): void {
  const countsLogin = facts.policy.acts.includes('LOGIN');
  if (facts.sent + facts.read + facts.logins > 0) add(REASON_TEXTS.counters);
  if (facts.logins > 0 && !countsLogin && facts.sent + facts.read === 0) add(REASON_TEXTS.loginsAlone);
  if (facts.polledDays > 0) add(REASON_TEXTS.polling, { days: facts.polledDays });
  if (facts.daysOfUseOutside > 0) add(REASON_TEXTS.outside, { days: facts.daysOfUseOutside });
  if (facts.daysOfUseUncounted > 0) add(REASON_TEXTS.uncounted, { days: facts.daysOfUseUncounted });
  if (facts.tier === 'NEVER' && facts.received > 0) add(REASON_TEXTS.received);
  if (facts.forwarded > 0) add(REASON_TEXTS.forwarded);
}

/** What changed since the review was opened, and what the task force still has to settle (T-5, T-8). */
function addWhatIsOpen(facts: ReasonFacts, language: Language, add: Add): void {
  const version = { version: String(facts.version) };
  if (facts.change === 'IMPROVED_TAKEN') add(REASON_TEXTS.improvedTaken, version);
  if (facts.change === 'ABSENCE_RECORDED') add(REASON_TEXTS.absenceTaken, version);
  if (isForwardedSignal(facts)) add(REASON_TEXTS.forwardingUnsettled);
  if (facts.improvedTier) add(REASON_TEXTS.newerEvidence, { tier: TIER_TEXTS[facts.improvedTier][language] });
  if (facts.isContestOpen) add(REASON_TEXTS.contested);
}

function actsIn(language: Language, acts: readonly EvidenceAct[]): string {
  const names = acts.map((act) => ACT_TEXTS[act][language]);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${OR_TEXT[language]}${names.at(-1)}`;
}

/** A share to one decimal; one that was not reached must not be rounded up to it: 59.96 % of an asked 60 % reads 59.9 %. */
function shareIn(language: Language, part: number, whole: number, asked: number): string {
  if (whole === 0) return percentIn(language, 0);
  const isRoundedUp = !reaches(part, whole, asked) && Math.round((part / whole) * 1000) >= Math.round(asked * 1000);
  return percentIn(language, isRoundedUp ? Math.floor((part / whole) * 1000) / 1000 : part / whole);
}
