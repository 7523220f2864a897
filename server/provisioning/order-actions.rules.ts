/** What may a person do about an order? Pure: asked by the commands and by what screens are told. */
import type { MailboxState } from '../registry/mailbox.entity.js';
import type { Reason } from '../kernel/refusal.js';
import type { OrderKind, OrderState } from '../decisions/vocabulary.js';
import { provisioningMessages } from './provisioning.messages.js';

export interface OrderFacts {
  kind: OrderKind;
  state: OrderState;
  heldFor: 'BRAKE' | 'FILE' | null;
  /** What decisions want of the mailbox now. */
  expectedState: `${MailboxState}`;
  /** It is an emergency suspension. */
  isEmergency: boolean;
  /** It ends or renews one. */
  isAboutEmergency: boolean;
  /** An emergency suspension holds. */
  isLocked: boolean;
  /** Somebody carries it out at this moment. */
  isAtWork: boolean;
  /** A later order about the same was carried out: the state of the mailbox, its password, or its forwarding. */
  hasLater: boolean;
  /** It is about the mailbox of whoever asks. */
  isOwn: boolean;
  /** Who gave it, or signed what gave it, as the audit log names them. */
  givers: readonly string[];
}

const WANTED: Readonly<Partial<Record<OrderKind, `${MailboxState}`>>> = {
  PROVISION: 'ACTIVE',
  RESTORE: 'ACTIVE',
  SUSPEND: 'SUSPENDED',
  REVOKE: 'REVOKED',
};

/** The state an order brings a mailbox into; none where it leaves it. */
export const stateWantedBy = (kind: OrderKind): `${MailboxState}` | undefined => WANTED[kind];

const now = (text: Reason['message']['text']): Reason => ({ code: 'NOT_ALLOWED_NOW', rule: 'D-8', message: { text } });
const never = (text: Reason['message']['text']): Reason => ({ code: 'RULE_VIOLATED', rule: 'D-8', message: { text } });

/** Whether what decisions want is still what the order would do; an emergency suspension holds beside what they want. */
function isStillWanted(order: OrderFacts): boolean {
  const wanted = stateWantedBy(order.kind);
  if (!wanted) return true;
  return order.isEmergency ? order.isLocked : wanted === order.expectedState;
}

/** Only decisions in force move a mailbox, so an old order is not tried again once they want something else (D-8). */
export function canRetry(order: OrderFacts): Reason | undefined {
  if (order.state === 'DONE') return now(provisioningMessages.orderDone);
  if (order.isAtWork) return now(provisioningMessages.orderAtWork);
  if (order.heldFor === 'BRAKE') return now(provisioningMessages.orderHeld);
  if (order.heldFor === 'FILE') return now(provisioningMessages.orderHandedOver);
  if (order.state === 'FAILED' && order.hasLater) return never(provisioningMessages.orderOvertaken);
  if (!isStillWanted(order)) return never(provisioningMessages.orderUnwanted);
  return undefined;
}

export function canSettle(order: OrderFacts): Reason | undefined {
  if (order.state === 'DONE') return now(provisioningMessages.orderDone);
  if (order.isAtWork) return now(provisioningMessages.orderAtWork);
  if (order.state === 'FAILED' && order.hasLater) return never(provisioningMessages.orderOvertaken);
  return order.isOwn ? never(provisioningMessages.ownMailbox) : undefined;
}

/** The brake asks for a second person: not who gave the order, nor who signed the decision that gave it. */
export function canApprove(order: OrderFacts, actor: string): Reason | undefined {
  if (order.heldFor !== 'BRAKE') return now(provisioningMessages.orderNotHeld);
  if (order.givers.includes(actor)) return never(provisioningMessages.secondPerson);
  return order.isOwn ? never(provisioningMessages.ownMailbox) : undefined;
}
