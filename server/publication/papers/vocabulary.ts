/** Which papers are there, and what stands about each? */
import type { DecisionKind } from '../../committee/vocabulary.js';

export const PAPER_KINDS = ['DECISION', 'DOCKET_DECISION', 'NOTICE', 'VOTE_MINUTES', 'DOCKET_MINUTES', 'CASE_FILE', 'CERTIFICATE'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Its facts do not stand yet; they do, and it is issued when first asked for; issued; signed and sealed on a day. */
export const PAPER_STATES = ['DRAFT', 'READY', 'ISSUED', 'SIGNED'] as const;
export type PaperState = (typeof PAPER_STATES)[number];

export const PAPER_ACTIONS = ['RECORD_SIGNATURE', 'MAKE_ANEW'] as const;
export type PaperAction = (typeof PAPER_ACTIONS)[number];

/** The kinds as addresses have them. What follows is the id of a case, of a vote (minutes) or of a line on the list of a class (certificate). */
export const PAPER_PATHS: Readonly<Record<PaperKind, string>> = {
  DECISION: 'decision',
  DOCKET_DECISION: 'docket-decision',
  NOTICE: 'notice',
  VOTE_MINUTES: 'minutes',
  DOCKET_MINUTES: 'docket-minutes',
  CASE_FILE: 'case-file',
  CERTIFICATE: 'certificate',
};

export const kindOfPath = (path: string): PaperKind | undefined => PAPER_KINDS.find((kind) => PAPER_PATHS[kind] === path);

/** Kinds of decision as the names of templates have them. */
export const TEMPLATE_OF: Readonly<Record<DecisionKind, 'provision' | 'revocation' | 'restoration' | 'exclusion' | 'lift'>> = {
  MAILBOX_PROVISION: 'provision',
  MAILBOX_REVOCATION: 'revocation',
  MAILBOX_RESTORATION: 'restoration',
  AWARD_EXCLUSION: 'exclusion',
  EXCLUSION_LIFT: 'lift',
};
