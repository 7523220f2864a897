/**
 * Are so many mailboxes about to change that a second person must look first? A mistaken or stolen mass of decisions is held before its first order
 * is carried out: what waits is judged together with what was carried out in the last hour, not order by order until a limit is met.
 */
import type { Operation } from './connector.js';

/** Share of the mailboxes of a system that may be closed within the hour, as one in so many: 5 %. */
const ONE_IN = 20;
/** So few closings are never too large a share; a small agency's system may have twenty mailboxes. */
export const FEW_ORDERS = 10;

const CLOSING: readonly Operation[] = ['SUSPEND', 'REVOKE'];

/** Mailboxes of one mail system that orders are about, each once however many orders of a sort it has and however often they were tried. */
export interface OrderCount {
  /** SUSPEND and REVOKE. */
  closing: number;
  /** All others. */
  other: number;
}

export interface BrakeFacts {
  /** Begun or carried out within the last 60 minutes. Orders that a second person let through are counted in neither figure. */
  ordersLastHour: OrderCount;
  /** Due now and not yet begun; what waits for a later day is not counted. */
  waiting: OrderCount;
  /** Mailboxes that the registry has on this mail system, in any state but NONE. */
  accounts: number;
  /** The setting: orders an hour that need no second person. 0: every order needs one. */
  mostAnHour: number;
}

export interface Brake {
  /** HOUR: too many orders; SHARE: too large a share of the mailboxes would be closed, the graver of the two and told first. Null: go on. */
  why: 'HOUR' | 'SHARE' | null;
  /** The figures that were judged: last hour and waiting together. */
  orders: number;
  closing: number;
  mostOrders: number;
  /** Closings that need no second person. */
  mostClosing: number;
  accounts: number;
}

/** How many orders of each sort these are. */
export function countOrders(operations: Iterable<Operation>): OrderCount {
  const count: OrderCount = { closing: 0, other: 0 };
  for (const operation of operations) count[CLOSING.includes(operation) ? 'closing' : 'other'] += 1;
  return count;
}

/**
 * Whether the waiting orders of a mail system must be let through by a second person, and why.
 * Every order counts for the hour (a mass of forwardings or new passwords does harm too); only those that close count for the share, as opening many
 * mailboxes is what a good month looks like. While the brake holds, all waiting orders of the system wait, also one that came alone afterwards:
 * which of them are the mistake is for a person to say. Nothing that was begun is undone, and where nothing waits nothing is held.
 */
export function isBraked({ ordersLastHour, waiting, accounts, mostAnHour }: BrakeFacts): Brake {
  const closing = ordersLastHour.closing + waiting.closing;
  const orders = closing + ordersLastHour.other + waiting.other;
  const mostClosing = Math.max(FEW_ORDERS, Math.floor(accounts / ONE_IN));
  const figures = { orders, closing, mostOrders: mostAnHour, mostClosing, accounts };
  if (waiting.closing + waiting.other === 0) return { why: null, ...figures };
  // Where no closing waits, the share does not grow: what opens is not held for what was closed.
  if (waiting.closing > 0 && closing > mostClosing) return { why: 'SHARE', ...figures };
  return { why: orders > mostAnHour ? 'HOUR' : null, ...figures };
}
