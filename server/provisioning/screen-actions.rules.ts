/** Which buttons does a screen show for an order or a mailbox? Pure; the commands ask everything again. */
import type { Capabilities } from './connector.js';
import type { DriftAction, DriftKind, MailboxAction, MailOrderAction } from './vocabulary.js';

/** Nobody settles or lets through what concerns the own mailbox. */
function ofOrder(state: string, heldFor: 'BRAKE' | 'FILE' | null, isOwn: boolean): MailOrderAction[] {
  if (state === 'DONE' || state === 'RUNNING') return [];
  const settling = isOwn ? [] : (['SETTLE'] as const);
  if (heldFor === 'BRAKE') return isOwn ? [] : ['APPROVE', ...settling];
  return heldFor === 'FILE' ? [...settling] : ['RETRY', ...settling];
}

/** What the mail system of a mailbox can do. */
export type CanBeDone = Pick<Capabilities, 'resetPassword' | 'forward' | 'suspendKeepsDelivery'>;

export interface MailboxFacts {
  state: string;
  expectedState: string;
  isLocked: boolean;
  isRenewed: boolean;
  /** Whether the viewer gave the emergency suspension that holds. */
  isOwnEmergency: boolean;
  /** Whether an officer holds it, who can be written to. */
  hasHolder: boolean;
  /** Whether the viewer is that officer. */
  isOwn: boolean;
  can: CanBeDone;
}

function ofMailbox({ state, expectedState, isLocked, isRenewed, isOwnEmergency, hasHolder, isOwn, can }: MailboxFacts): MailboxAction[] {
  const offered = (action: MailboxAction, is: boolean): MailboxAction[] => (is ? [action] : []);
  if (isLocked)
    return [
      ...offered('RENEW_SUSPENSION', can.suspendKeepsDelivery && !isRenewed && !isOwnEmergency),
      ...offered('END_SUSPENSION', !isOwn),
    ];
  if (expectedState !== 'ACTIVE' || state === 'NONE') return [];
  return [
    ...offered('SUSPEND', can.suspendKeepsDelivery),
    ...offered('RESET_PASSWORD', can.resetPassword),
    ...offered('SEND_PASSWORD', can.resetPassword && hasHolder),
    ...offered('FORWARD', can.forward),
  ];
}

function ofDrift(kind: DriftKind, isSettled: boolean, isOwn: boolean): DriftAction[] {
  if (isSettled) return [];
  const repairing = kind === 'MISSING' || kind === 'OTHER_STATE' ? (['REPAIR'] as const) : [];
  return [...repairing, ...(isOwn ? [] : (['ACCEPT'] as const))];
}

export const screenActions = { ofOrder, ofMailbox, ofDrift };
