/** Is what is asked for in a proposal whole and sound, before anybody's facts are looked at (D-1, D-2, D-11, C-1)? */
import { type DecisionKind } from '../committee/vocabulary.js';
import type { Reason } from '../kernel/refusal.js';
import { mailAddress } from '../registry/address.rules.js';
import { cleanWords, LONGEST_DOCKET, LONGEST_TEXT, textFault } from './case-text.rules.js';
import { DECISION_TEXTS } from './decision.messages.js';
import { KINDS } from './kinds/all-kinds.js';
import { AWARD_TITLES, MOST_AT_A_TIME } from './vocabulary.js';

export interface ProposalInput {
  committeeId?: string | null;
  docket?: string | null;
  endsDecisionId?: string | null;
  kind: DecisionKind;
  officerIds?: readonly string[] | null;
  findingIds?: readonly string[] | null;
  legalBasis: string;
  grounds: string;
  awardYear?: number | null;
  awardTitles?: readonly string[] | null;
  mailboxAddress?: string | null;
}

/** The input in one spelling. */
export interface Proposal {
  kind: DecisionKind;
  docket: string | null;
  legalBasis: string;
  grounds: string;
  awardYear: number | null;
  awardTitles: string[];
  mailboxAddress: string | null;
}

export const proposalOf = (input: ProposalInput): Proposal => ({
  kind: input.kind,
  docket: cleanWords(input.docket) || null,
  legalBasis: cleanWords(input.legalBasis),
  grounds: cleanWords(input.grounds),
  awardYear: input.awardYear ?? null,
  // In the order of the titles, each once, so that two ways of asking for the same are the same.
  awardTitles: [...new Set((input.awardTitles ?? []).map((code) => code.trim().toUpperCase()))].sort(
    (a, b) => AWARD_TITLES.indexOf(a as never) - AWARD_TITLES.indexOf(b as never),
  ),
  mailboxAddress: input.mailboxAddress?.trim() ? (mailAddress(input.mailboxAddress) ?? input.mailboxAddress.trim()) : null,
});

/** All that is wrong with a proposal as a whole; it refuses all who are named. */
export function proposalFaults(proposal: Proposal, input: ProposalInput): Reason[] {
  const faults: Reason[] = [];
  const fault = (
    code: Reason['code'],
    field: string,
    text: keyof typeof DECISION_TEXTS,
    values?: Record<string, string | number>,
    rule?: string,
  ) =>
    faults.push({
      code,
      path: ['input', field],
      message: { text: DECISION_TEXTS[text], ...(values && { values }) },
      ...(rule && { rule }),
    });
  const named = (input.officerIds?.length ?? 0) + (input.findingIds?.length ?? 0);
  if (named > MOST_AT_A_TIME) fault('LIMIT', 'officerIds', 'tooMany', { most: MOST_AT_A_TIME });
  if (named === 0 && !input.endsDecisionId) fault('REQUIRED', 'officerIds', 'nobodyNamed');
  for (const found of [
    textFault(proposal.legalBasis, ['input', 'legalBasis'], LONGEST_TEXT, 'legalBasis'),
    textFault(proposal.grounds, ['input', 'grounds'], LONGEST_TEXT, 'grounds'),
    textFault(proposal.docket ?? '', ['input', 'docket'], LONGEST_DOCKET),
  ])
    if (found) faults.push(found);
  faults.push(...awardFaults(proposal));
  const kind = KINDS[proposal.kind];
  if (input.endsDecisionId && !kind.ends) fault('INVALID', 'endsDecisionId', 'endsNothing');
  if (input.endsDecisionId && named > 1) fault('INVALID', 'endsDecisionId', 'endsOne');
  if (proposal.mailboxAddress !== null) {
    if (proposal.kind !== 'MAILBOX_PROVISION' || named !== 1) fault('INVALID', 'mailboxAddress', 'onlyForProvision');
    else if (mailAddress(proposal.mailboxAddress) === undefined) fault('INVALID', 'mailboxAddress', 'address');
  }
  return faults;
}

/** An exclusion names titles and one emulation year; a lift takes both from what it lifts (D-11). */
function awardFaults({ kind, awardYear, awardTitles }: Proposal): Reason[] {
  const faults: Reason[] = [];
  const fault = (code: Reason['code'], field: string, text: keyof typeof DECISION_TEXTS, values?: Record<string, string>, rule?: string) =>
    faults.push({
      code,
      path: ['input', field],
      message: { text: DECISION_TEXTS[text], ...(values && { values }) },
      ...(rule && { rule }),
    });
  if (!KINDS[kind].isAboutAwards) {
    if (awardYear !== null) fault('INVALID', 'awardYear', 'onlyForAwards');
    if (awardTitles.length > 0) fault('INVALID', 'awardTitles', 'onlyForAwards');
    return faults;
  }
  if (awardYear !== null && (awardYear < 2000 || awardYear > 2200)) fault('INVALID', 'awardYear', 'yearWrong');
  for (const code of awardTitles)
    if (!(AWARD_TITLES as readonly string[]).includes(code)) fault('INVALID', 'awardTitles', 'titleUnknown', { code });
  if (kind !== 'AWARD_EXCLUSION') return faults;
  if (awardYear === null) fault('REQUIRED', 'awardYear', 'yearNeeded', undefined, 'D-11');
  if (awardTitles.length === 0) fault('REQUIRED', 'awardTitles', 'titlesNeeded', undefined, 'D-11');
  return faults;
}
