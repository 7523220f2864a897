/** Which buttons does a screen show for an order or a mailbox? Pure; the commands ask everything again. */
import type { DriftAction, DriftKind, MailboxAction, MailOrderAction } from './vocabulary.js';

function ofOrder(state: string, heldFor: 'BRAKE' | 'FILE' | null): MailOrderAction[] {
  if (state === 'DONE' || state === 'RUNNING') return [];
  if (heldFor === 'BRAKE') return ['APPROVE', 'SETTLE'];
  return heldFor === 'FILE' ? ['SETTLE'] : ['RETRY', 'SETTLE'];
}

export interface MailboxFacts {
  state: string;
  expectedState: string;
  isLocked: boolean;
  isRenewed: boolean;
  /** Whether the viewer gave the emergency suspension that holds. */
  isOwnEmergency: boolean;
  /** Whether an officer holds it, who can be written to. */
  hasHolder: boolean;
}

function ofMailbox({ state, expectedState, isLocked, isRenewed, isOwnEmergency, hasHolder }: MailboxFacts): MailboxAction[] {
  if (isLocked) return [...(isRenewed || isOwnEmergency ? [] : (['RENEW_SUSPENSION'] as const)), 'END_SUSPENSION'];
  if (expectedState !== 'ACTIVE' || state === 'NONE') return [];
  return ['SUSPEND', 'RESET_PASSWORD', ...(hasHolder ? (['SEND_PASSWORD'] as const) : []), 'FORWARD'];
}

function ofDrift(kind: DriftKind, isSettled: boolean): DriftAction[] {
  if (isSettled) return [];
  return kind === 'MISSING' || kind === 'OTHER_STATE' ? ['REPAIR', 'ACCEPT'] : ['ACCEPT'];
}

export const screenActions = { ofOrder, ofMailbox, ofDrift };
