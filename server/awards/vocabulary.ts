/** Which words do the awards' answers and webhooks use? Their meaning is fixed by product.md §4: A-1 and A-2. */

export const ELIGIBILITY_STATUSES = ['ELIGIBLE', 'EXCLUDED', 'UNDER_APPEAL', 'UNKNOWN_OFFICER'] as const;
export type EligibilityStatus = (typeof ELIGIBILITY_STATUSES)[number];

/** Where the delivery of a message to one subscribed system stands. */
export const DELIVERY_STATES = ['WAITING', 'DELIVERED', 'DEAD', 'CANCELLED'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What kept a message from being delivered. */
export const DELIVERY_PROBLEMS = [
  'TIMEOUT',
  'UNREACHABLE',
  'UNKNOWN_HOST',
  'CERTIFICATE',
  'FORBIDDEN_ADDRESS',
  'REDIRECT',
  'REFUSED',
] as const;
export type DeliveryProblem = (typeof DELIVERY_PROBLEMS)[number];

export const WEBHOOK_ACTIONS = ['TEST', 'UNSUBSCRIBE'] as const;
export type WebhookAction = (typeof WEBHOOK_ACTIONS)[number];

/** `type` of a message. */
export const ANSWERS_CHANGED = 'award.eligibility.changed';
export const TEST_MESSAGE = 'webhook.test';
