/** The five kinds of decision by their names (D-1); a sixth is a file beside these and a line here. */
import type { DecisionKind } from '../../committee/vocabulary.js';
import { awardExclusion } from './award-exclusion.js';
import { exclusionLift } from './exclusion-lift.js';
import type { Kind } from './kind.js';
import { mailboxProvision } from './mailbox-provision.js';
import { mailboxRestoration } from './mailbox-restoration.js';
import { mailboxRevocation } from './mailbox-revocation.js';

export const KINDS: Readonly<Record<DecisionKind, Kind>> = {
  MAILBOX_PROVISION: mailboxProvision,
  MAILBOX_REVOCATION: mailboxRevocation,
  MAILBOX_RESTORATION: mailboxRestoration,
  AWARD_EXCLUSION: awardExclusion,
  EXCLUSION_LIFT: exclusionLift,
};
