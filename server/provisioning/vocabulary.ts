/** Words of this room that are stored. */

export const MAIL_SYSTEM_KINDS = ['SQL', 'LDAP', 'SCIM', 'FILE'] as const;
export type MailSystemKind = (typeof MAIL_SYSTEM_KINDS)[number];

/** What a comparison finds to be otherwise than decisions want it. */
export const DRIFT_KINDS = ['MISSING', 'UNKNOWN_THERE', 'OTHER_STATE', 'OTHER_ADDRESS'] as const;
export type DriftKind = (typeof DRIFT_KINDS)[number];

/** What a person did about a drift. */
export const DRIFT_SETTLEMENTS = ['REPAIRED', 'ACCEPTED', 'GONE'] as const;
export type DriftSettlement = (typeof DRIFT_SETTLEMENTS)[number];

/** How far a comparison went: to its end; not, for the list was not whole; stopped, for too much differs. */
export const COMPARISON_RESULTS = ['COMPARED', 'INCOMPLETE', 'TOO_MUCH'] as const;
export type ComparisonResult = (typeof COMPARISON_RESULTS)[number];

/** Hours an emergency suspension lasts (D-8). */
export const EMERGENCY_HOURS = 72;
/** Orders of one mail system that are carried out at the same time, unless its settings say otherwise. */
export const USUAL_PARALLEL = 4;
/** Orders an hour beyond which the brake holds the rest, unless the settings say otherwise. */
export const USUAL_MOST_AN_HOUR = 200;

/** Why an order that could go does not: too much at once, or people carry it out by hand. */
export const ORDER_HOLDS = ['BRAKE', 'FILE'] as const;
export type OrderHold = (typeof ORDER_HOLDS)[number];

/** What a person can do about an order. */
export const MAIL_ORDER_ACTIONS = ['RETRY', 'SETTLE', 'APPROVE'] as const;
export type MailOrderAction = (typeof MAIL_ORDER_ACTIONS)[number];

/** What a person can do with a mailbox at its mail system. */
export const MAILBOX_ACTIONS = ['SUSPEND', 'RENEW_SUSPENSION', 'END_SUSPENSION', 'RESET_PASSWORD', 'SEND_PASSWORD', 'FORWARD'] as const;
export type MailboxAction = (typeof MAILBOX_ACTIONS)[number];

export const DRIFT_ACTIONS = ['REPAIR', 'ACCEPT'] as const;
export type DriftAction = (typeof DRIFT_ACTIONS)[number];

/** How accounts and mailboxes were found to belong together. */
export const MATCH_CLASSES = ['EXACT', 'ADDRESS_ONLY', 'NAME_ONLY', 'ONLY_THERE', 'ONLY_HERE'] as const;
