/**
 * Who may read and do what at mail systems, written by hand from product.md §2 and D-8 (G-15); parts of rights-table.ts and rights-of-commands.ts.
 * Mail systems, orders, comparisons and emergency suspensions are the administrator's, who decides no case; a new password is a service to the officer.
 */
import type { MutationRow } from './rights-of-commands.js';
import { type FieldsOf, page, type TypeRow } from './rights-rows.js';
import { DECISIONS, EMPTY, FILES, OFFICERS, type Who } from './rights-who.js';
import type { Things } from './rights-world.js';

const ordersOf = (t: Things) => `mailOrders(mailboxId: "${t.mail.mailbox}")`;
const failed = (t: Things) => `mailOrders(mailboxId: "${t.mail.mailbox}", state: [FAILED])`;
const DRIFTS = `mailDrifts(isOpen: true)`;

const AN_ORDER =
  'id number kind mailbox connector state attempts verified createdAt liveSessionsRemaining nextTryAt reason endsAt isTrouble doneAt';

/** The order about the officer's mailbox that a decision gave, as whoever sees the case sees it: what the mail system said is not among it. */
export const MAIL_ORDER_OF_CASE: TypeRow['fields'] = {
  'id number kind mailbox decision connector state attempts liveSessionsRemaining verified createdAt doneAt isTrouble': DECISIONS,
  message: 'TASK_FORCE, SECRETARY',
  'nextTryAt approvedAt reason endsAt handedOverAt heldFor attemptLog availableActions': EMPTY,
};

/** The same things as the administrator meets them, who sees no case. */
export const MAIL_ORDER_OF_LIST: TypeRow = {
  at: (t) => `${ordersOf(t)} { nodes { * } }`,
  door: 'ADMIN',
  fields: {
    [AN_ORDER]: 'ADMIN',
    'message attemptLog availableActions heldFor': 'ADMIN',
    'decision approvedAt handedOverAt': EMPTY,
  },
};

/** Who may do what is offered depends on the mailbox: the administrator all, contact and officer a new password. */
export const MAILBOX_OF_OFFICER: TypeRow = {
  at: (t) => `officer(id: "${t.officer}") { mailbox { * } }`,
  door: OFFICERS,
  fields: {
    'id address kind state expectedState createdOn version officer connector verifiedAt lockedUntil awaitsPassword liveSessionsRemaining':
      FILES,
    availableActions: 'ADMIN, AGENCY_CONTACT own, OFFICER own',
  },
};

/** The mailbox of an order or of a difference is the same thing under the same rights. */
export const MAILBOX_OTHERWISE: readonly TypeRow[] = [
  {
    at: (t) => `${failed(t)} { nodes { mailbox { * } } }`,
    door: 'ADMIN',
    fields: { 'id address lockedUntil officer availableActions': 'ADMIN' },
  },
  {
    at: () => `${DRIFTS} { nodes { mailbox { * } } }`,
    door: 'ADMIN',
    fields: { 'id address lockedUntil officer availableActions': 'ADMIN' },
  },
];

export const PROVISIONING_TYPES: Readonly<Record<string, TypeRow>> = {
  MailOrderConnection: { at: (t) => `${ordersOf(t)} { * }`, door: 'ADMIN', fields: { ...page('ADMIN'), pageInfo: 'ADMIN' } },
  MailOrderEdge: { at: (t) => `${ordersOf(t)} { edges { * } }`, door: 'ADMIN', fields: { 'cursor node': 'ADMIN' } },
  MailOrderAttempt: {
    at: (t) => `${failed(t)} { nodes { attemptLog { * } } }`,
    door: 'ADMIN',
    fields: { 'id createdAt endedAt outcome message': 'ADMIN' },
  },
  MailChange: { at: (t) => `mailOrderPlan(id: "${t.mail.failedOrder}") { * }`, door: 'ADMIN', fields: { 'means text': 'ADMIN' } },
  MailSystem: {
    at: () => `mailSystems { * }`,
    door: 'ADMIN',
    fields: {
      'id version name kind domains isOn parallel mostAnHour checkedAt isWell settings secretsSet': 'ADMIN',
      'mailboxes waiting held handedOver failed drifts comparedAt': 'ADMIN',
    },
  },
  MailSetting: { at: () => `mailSystems { settings { * } }`, door: 'ADMIN', fields: { 'name value': 'ADMIN' } },
  MailSystemKindInfo: { at: () => `mailSystemKinds { * }`, door: 'ADMIN', fields: { 'kind name fields': 'ADMIN' } },
  MailSettingField: {
    at: () => `mailSystemKinds { fields { * } }`,
    door: 'ADMIN',
    fields: { 'name type label hint isRequired usual choices': 'ADMIN' },
  },
  MailSettingChoice: { at: () => `mailSystemKinds { fields { choices { * } } }`, door: 'ADMIN', fields: { 'value label': 'ADMIN' } },
  MailComparison: {
    at: (_t, w) => `mailComparisons(connector: ${JSON.stringify(w.mail.name)}) { * }`,
    door: 'ADMIN',
    fields: { 'id createdAt result problem checked differing': 'ADMIN' },
  },
  Drift: {
    at: () => `${DRIFTS} { nodes { * } }`,
    door: 'ADMIN',
    fields: {
      'id createdAt kind address foundAddress name expected found mailbox connector availableActions': 'ADMIN',
      'settledAt settlement note': EMPTY,
    },
  },
  DriftConnection: { at: () => `${DRIFTS} { * }`, door: 'ADMIN', fields: { ...page('ADMIN'), pageInfo: 'ADMIN' } },
  DriftEdge: { at: () => `${DRIFTS} { edges { * } }`, door: 'ADMIN', fields: { 'cursor node': 'ADMIN' } },
};

export const PROVISIONING_ROOTS: Readonly<Record<string, { args: string; at: TypeRow['at']; who: Who | FieldsOf; door?: Who }>> = {
  mailOrders: { args: 'first after offset state connector mailboxId isHeld', at: (t) => `${ordersOf(t)} { nodes { id } }`, who: 'ADMIN' },
  mailOrderPlan: { args: 'id', at: (t) => `mailOrderPlan(id: "${t.mail.failedOrder}") { text }`, who: 'ADMIN' },
  mailSystems: { args: '', at: () => `mailSystems { id }`, who: 'ADMIN' },
  mailSystemKinds: { args: '', at: () => `mailSystemKinds { kind }`, who: 'ADMIN' },
  isProvisioningPaused: { args: '', at: () => `isProvisioningPaused`, who: 'ADMIN' },
  mailDrifts: { args: 'first after offset connector isOpen', at: () => `${DRIFTS} { nodes { id } }`, who: 'ADMIN' },
  mailComparisons: {
    args: 'connector',
    at: (_t, w) => `mailComparisons(connector: ${JSON.stringify(w.mail.name)}) { id }`,
    who: 'ADMIN',
  },
};

const admin: MutationRow = { done: 'ADMIN' };

export const PROVISIONING_MUTATIONS: Readonly<Record<string, MutationRow>> = {
  provisioningPause: admin,
  mailSystemCreate: admin,
  mailSystemEdit: admin,
  mailSystemSwitch: admin,
  mailSystemRemove: admin,
  mailSystemCheck: admin,
  mailOrderRetry: admin,
  mailOrderSettle: admin,
  mailOrderApprove: admin,
  mailReconcile: admin,
  mailDriftRepair: admin,
  mailDriftAccept: admin,
  mailMatch: admin,
  mailAdopt: admin,
  mailboxSuspend: admin,
  mailboxEndSuspension: admin,
  // Of somebody else's mailbox nobody is told whether it is there.
  mailboxResetPassword: { done: 'ADMIN, AGENCY_CONTACT own, OFFICER own' },
  mailboxForward: admin,
};

/** What each act that is offered is carried out by; `*` stands for `availableActions`. */
export const PROVISIONING_ACTIONS: readonly { at: (things: Things) => string; door: Who; acts: Readonly<Record<string, string>> }[] = [
  {
    at: (t) => `officer(id: "${t.officer}") { mailbox { * } }`,
    door: FILES,
    acts: { SUSPEND: 'mailboxSuspend', RESET_PASSWORD: 'mailboxResetPassword', FORWARD: 'mailboxForward' },
  },
  {
    at: (t) => `officer(id: "${t.leader}") { mailbox { * } }`,
    door: FILES,
    acts: { RENEW_SUSPENSION: 'mailboxSuspend', END_SUSPENSION: 'mailboxEndSuspension' },
  },
  { at: (t) => `${failed(t)} { nodes { * } }`, door: 'ADMIN', acts: { RETRY: 'mailOrderRetry', SETTLE: 'mailOrderSettle' } },
  {
    at: (t) => `mailOrders(mailboxId: "${t.mail.mailbox}", isHeld: true) { nodes { * } }`,
    door: 'ADMIN',
    acts: { APPROVE: 'mailOrderApprove' },
  },
  { at: () => `${DRIFTS} { nodes { * } }`, door: 'ADMIN', acts: { REPAIR: 'mailDriftRepair', ACCEPT: 'mailDriftAccept' } },
];
