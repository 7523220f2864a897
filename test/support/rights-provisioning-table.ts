/**
 * Who may read and do what at mail systems, written by hand from product.md §2 and D-8 (G-15); parts of rights-table.ts and rights-of-commands.ts.
 * Mail systems, orders, comparisons and emergency suspensions are the administrator's, who decides no case; a new password is a service to the officer.
 */
import type { MutationRow } from './rights-of-commands.js';
import { type FieldsOf, page, type TypeRow } from './rights-rows.js';
import { DECISIONS, EMPTY, FILES, MAILBOXES, OFFICERS, type Who } from './rights-who.js';
import type { Things } from './rights-world.js';

const ordersOf = (t: Things) => `mailOrders(mailboxId: "${t.mail.mailbox}")`;
const failed = (t: Things) => `mailOrders(mailboxId: "${t.mail.mailbox}", state: [FAILED])`;
const drifts = (t: Things) => `mailDrifts(isOpen: true, connector: ${JSON.stringify(t.mail.driftsAt)})`;

const AN_ORDER =
  'id number kind mailbox connector state attempts verified createdAt liveSessionsRemaining nextTryAt reason endsAt isTrouble doneAt';

/** The order about the officer's mailbox that a decision gave, as whoever sees the case sees it: what the mail system said is not among it. */
export const MAIL_ORDER_OF_CASE: TypeRow['fields'] = {
  'id number kind mailbox decision connector state attempts liveSessionsRemaining verified createdAt doneAt isTrouble isLate': DECISIONS,
  message: { who: 'ADMIN, TASK_FORCE, SECRETARY', exceptions: { 'ADMIN+OFFICER other': 'nothing' } },
  'nextTryAt approvedAt reason endsAt handedOverAt confirmBy heldFor attemptLog availableActions': EMPTY,
};

/** The same things as the administrator meets them, who sees no case. */
export const MAIL_ORDER_OF_LIST: TypeRow = {
  at: (t) => `${ordersOf(t)} { nodes { * } }`,
  door: 'ADMIN',
  fields: {
    [AN_ORDER]: 'ADMIN',
    'message attemptLog availableActions heldFor': 'ADMIN',
    // An administrator who is the officer sees the own case, as every officer.
    decision: { who: EMPTY, exceptions: { 'ADMIN+OFFICER': 'data' } },
    'approvedAt handedOverAt confirmBy': EMPTY,
    isLate: 'ADMIN',
  },
};

/** Who may do what is offered depends on the mailbox: the administrator all, contact and officer a new password. */
export const MAILBOX_OF_OFFICER: TypeRow = {
  at: (t) => `officer(id: "${t.officer}") { mailbox { * } }`,
  door: OFFICERS,
  fields: {
    'id address kind state expectedState createdOn version officer connector verifiedAt lockedUntil awaitsPassword liveSessionsRemaining':
      MAILBOXES,
    availableActions: 'ADMIN, AGENCY_CONTACT own, OFFICER own, password code own',
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
    at: (t) => `${drifts(t)} { nodes { mailbox { * } } }`,
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
      'id version name kind domains isOn parallel mostAnHour leaverDays checkedAt isWell settings secretsSet': 'ADMIN',
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
    at: (t) => `${drifts(t)} { nodes { * } }`,
    door: 'ADMIN',
    fields: {
      'id createdAt kind address foundAddress name expected found mailbox connector availableActions isStopped repair': 'ADMIN',
      'settledAt settlement note': EMPTY,
    },
  },
  DriftRepair: {
    at: (t) => `${drifts(t)} { nodes { repair { * } } }`,
    door: 'ADMIN',
    fields: { 'kind decisionNumber isEmergency': 'ADMIN' },
  },
  DriftConnection: { at: (t) => `${drifts(t)} { * }`, door: 'ADMIN', fields: { ...page('ADMIN'), pageInfo: 'ADMIN' } },
  DriftEdge: { at: (t) => `${drifts(t)} { edges { * } }`, door: 'ADMIN', fields: { 'cursor node': 'ADMIN' } },
};

export const PROVISIONING_ROOTS: Readonly<Record<string, { args: string; at: TypeRow['at']; who: Who | FieldsOf; door?: Who }>> = {
  mailOrders: {
    args: 'first after offset state connector mailboxId isHeld needsPerson search',
    at: (t) => `${ordersOf(t)} { nodes { id } }`,
    who: 'ADMIN',
  },
  mailOrder: { args: 'id', at: (t) => `mailOrder(id: "${t.mail.failedOrder}") { id }`, who: 'ADMIN' },
  mailSystem: { args: 'id', at: (_t, w) => `mailSystem(id: "${w.mail.system}") { id }`, who: 'ADMIN' },
  mailOrderPlan: { args: 'id', at: (t) => `mailOrderPlan(id: "${t.mail.failedOrder}") { text }`, who: 'ADMIN' },
  mailSystems: { args: '', at: () => `mailSystems { id }`, who: 'ADMIN' },
  mailSystemKinds: { args: '', at: () => `mailSystemKinds { kind }`, who: 'ADMIN' },
  isProvisioningPaused: { args: '', at: () => `isProvisioningPaused`, who: 'ADMIN' },
  mailDrifts: { args: 'first after offset connector isOpen kind', at: (t) => `${drifts(t)} { nodes { id } }`, who: 'ADMIN' },
  mailComparisons: {
    args: 'connector',
    at: (_t, w) => `mailComparisons(connector: ${JSON.stringify(w.mail.name)}) { id }`,
    who: 'ADMIN',
  },
};

const admin: MutationRow = { done: 'ADMIN' };
/** Nobody says of the own mailbox what was done, lets an order to it through, or leaves a difference of it as it is. */
const ofOthers: MutationRow = { ...admin, oneself: 'RULE_VIOLATED' };

export const PROVISIONING_MUTATIONS: Readonly<Record<string, MutationRow>> = {
  provisioningPause: admin,
  mailSystemCreate: admin,
  mailSystemEdit: admin,
  mailSystemSwitch: admin,
  mailSystemRemove: admin,
  mailSystemCheck: admin,
  mailOrderRetry: admin,
  mailOrderSettle: ofOthers,
  mailOrderApprove: ofOthers,
  mailReconcile: admin,
  mailDriftRepair: admin,
  mailDriftAccept: ofOthers,
  mailMatch: admin,
  mailAdopt: admin,
  mailboxSuspend: admin,
  mailboxEndSuspension: admin,
  // Of somebody else's mailbox nobody is told whether it is there.
  mailboxResetPassword: { done: 'ADMIN, AGENCY_CONTACT own, OFFICER own, password code own' },
  mailboxSendPassword: { done: 'ADMIN, AGENCY_CONTACT own' },
  mailboxForward: admin,
};

/** What each act that is offered is carried out by; `*` stands for `availableActions`. */
export const PROVISIONING_ACTIONS: readonly { at: (things: Things) => string; door: Who; acts: Readonly<Record<string, string>> }[] = [
  {
    at: (t) => `officer(id: "${t.officer}") { mailbox { * } }`,
    door: MAILBOXES,
    acts: {
      SUSPEND: 'mailboxSuspend',
      RESET_PASSWORD: 'mailboxResetPassword',
      SEND_PASSWORD: 'mailboxSendPassword',
      FORWARD: 'mailboxForward',
    },
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
  { at: (t) => `${drifts(t)} { nodes { * } }`, door: 'ADMIN', acts: { REPAIR: 'mailDriftRepair', ACCEPT: 'mailDriftAccept' } },
];
