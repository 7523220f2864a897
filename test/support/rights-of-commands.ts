/** Who may change what, what is offered for it, and who passes the doors that are not GraphQL: by hand from product.md §2 (G-15). */
import { CAMPAIGN_ACTIONS, CAMPAIGN_MUTATIONS } from './rights-campaign.js';
import {
  CLASS_LEADERS,
  CLASSES,
  EVEN_BY_CODE,
  STAFF,
  AGENCIES,
  OFFICERS,
  FINDINGS,
  REVIEWS,
  SOURCES,
  REGISTRARS,
  type Outcome,
  type Who,
} from './rights-who.js';
import { DECISIONS_ACTIONS, DECISIONS_MUTATIONS } from './rights-decisions-commands.js';
import { PROVISIONING_ACTIONS, PROVISIONING_MUTATIONS } from './rights-provisioning-table.js';
import type { RightsWorld, Things, ViewerName } from './rights-world.js';

export interface MutationRow {
  /** For whom it is done. */
  done: Who;
  /** Who passes the door though it is not done for them on this thing, and what they are told. */
  past?: Who;
  told?: Outcome;
  /** What somebody is told in the own case who may do it to others. */
  oneself?: Outcome;
  /** What comes of a valid call where a rule, not a right, decides. */
  outcome?: Outcome;
  /** What stays even of a refusal: wrong codes are counted (G-16). */
  leaves?: string;
  exceptions?: Readonly<Partial<Record<ViewerName | `${ViewerName} other`, Outcome>>>;
}

const registrars: MutationRow = { done: REGISTRARS };
const ownFile: MutationRow = { done: REGISTRARS, oneself: 'FORBIDDEN' };
const force: MutationRow = { done: 'TASK_FORCE' };
const admin: MutationRow = { done: 'ADMIN' };
const wrongCode: MutationRow = { done: STAFF, outcome: 'INVALID', leaves: 'guess' };
/** Whoever leads the class; trainers of other classes are refused. */
const leaders: MutationRow = { done: CLASS_LEADERS };
/** A request of somebody else. */
const decided: MutationRow = { done: `${CLASS_LEADERS}, AGENCY_CONTACT own`, past: 'TRAINER, AGENCY_CONTACT', told: 'NOT_FOUND' };
/** Of whoever may see the letter; nobody sees to their own. */
const letters: MutationRow = {
  done: 'TASK_FORCE, SECRETARY, AGENCY_CONTACT own',
  past: 'AGENCY_CONTACT',
  told: 'NOT_FOUND',
  oneself: 'RULE_VIOLATED',
};
/** Nothing of the kind is set up here. */
const notSetUp: MutationRow = { done: STAFF, outcome: 'CONFLICT' };

export const MUTATIONS: Readonly<Record<string, MutationRow>> = {
  agencyCreate: registrars,
  agencyUpdate: registrars,
  agencyClose: registrars,
  officerCreate: registrars,
  officerUpdate: ownFile,
  officerTransfer: ownFile,
  officerRecordOtherPost: ownFile,
  officerLeave: ownFile,
  officerRecordAbsence: {
    done: `${REGISTRARS}, AGENCY_CONTACT own`,
    past: 'AGENCY_CONTACT',
    told: 'NOT_FOUND',
    oneself: 'FORBIDDEN',
    // A trainer sees the officer, so there is nothing to conceal.
    exceptions: { 'TRAINER+AGENCY_CONTACT other': 'FORBIDDEN' },
  },
  mailboxRecord: ownFile,
  mailboxRelease: ownFile,
  coverageSettle: force,
  evidenceSourceSave: { done: SOURCES },
  findingSetCause: { done: 'TASK_FORCE, AGENCY_CONTACT own', past: 'AGENCY_CONTACT', told: 'NOT_FOUND', oneself: 'RULE_VIOLATED' },
  findingContest: {
    done: 'AGENCY_CONTACT own, OFFICER own',
    past: 'AGENCY_CONTACT, OFFICER',
    told: 'NOT_FOUND',
    exceptions: { 'TASK_FORCE+OFFICER other': 'FORBIDDEN' },
  },
  findingAnswerContest: force,
  findingSettleSignals: { done: 'TASK_FORCE', oneself: 'RULE_VIOLATED' },
  reviewOpen: force,
  reviewCancel: force,
  reviewFinalise: force,
  usagePolicyAdopt: force,
  usagePolicyTry: force,
  trainingCourseSave: force,
  trainingClassCreate: force,
  trainingClassUpdate: leaders,
  trainingClassOpen: { ...leaders, past: 'TRAINER', told: 'NOT_FOUND' },
  trainingClassCancel: leaders,
  trainingClassComplete: { ...leaders, oneself: 'RULE_VIOLATED' },
  trainingClassRemind: leaders,
  attendanceMark: { ...leaders, oneself: 'RULE_VIOLATED' },
  enrolmentRequest: { done: `${CLASS_LEADERS}, AGENCY_CONTACT own`, past: 'TRAINER, AGENCY_CONTACT, OFFICER', told: 'NOT_FOUND' },
  enrolmentApprove: decided,
  enrolmentDecline: decided,
  enrolmentWithdraw: {
    done: `${CLASS_LEADERS}, AGENCY_CONTACT own, OFFICER own`,
    past: 'TRAINER, AGENCY_CONTACT, OFFICER',
    told: 'NOT_FOUND',
  },
  letterRecordReceipt: letters,
  letterMarkPrinted: letters,
  letterPrint: letters,
  // No mail server is set.
  letterSendAgain: { ...letters, outcome: 'NOT_ALLOWED_NOW' },
  calendarLinkCreate: { done: 'TRAINER' },
  calendarLinkRevoke: { done: 'TRAINER' },
  committeeCreate: { done: 'SECRETARY' },
  committeeSeatMember: { done: 'SECRETARY' },
  committeeEndSeat: { done: 'SECRETARY' },
  committeeMerge: { done: 'SECRETARY' },
  committeeMergerCancel: { done: 'SECRETARY' },
  votingRuleAdopt: { done: 'SECRETARY' },
  // This is no demonstration city.
  demoClockMove: { done: 'ADMIN', outcome: 'NOT_ALLOWED_NOW' },
  ...DECISIONS_MUTATIONS,
  ...CAMPAIGN_MUTATIONS,
  webhookSubscribe: admin,
  webhookUnsubscribe: admin,
  webhookTest: admin,
  webhookReplay: admin,
  ...PROVISIONING_MUTATIONS,
  reviewPublish: force,
  publishedListWithdraw: force,
  paperMakeAnew: { done: 'SECRETARY' },
  paperRecordSignature: { done: 'SECRETARY' },
  paperTemplateTry: { done: 'SECRETARY' },
  paperTemplateSave: { done: 'SECRETARY' },
  paperLayoutSave: { done: 'SECRETARY' },
  retentionPolicySet: force,
  retentionApply: force,
  // Nobody here has left.
  officerErase: { done: 'TASK_FORCE', outcome: 'NOT_ALLOWED_NOW', oneself: 'FORBIDDEN' },
  apiKeyCreate: admin,
  apiKeyRevoke: admin,
  userCreate: admin,
  userUpdate: admin,
  userDisable: admin,
  userEnable: admin,
  userInvite: admin,
  userResetSecondFactor: admin,
  userEndSessions: admin,
  sessionCreate: { done: 'anybody' },
  sessionCreateByCode: { done: 'anybody' },
  sessionEnd: { done: EVEN_BY_CODE },
  sessionRevoke: { done: STAFF, outcome: 'NOT_FOUND' },
  sessionEndOthers: { done: STAFF },
  sessionProve: wrongCode,
  passwordChange: { done: STAFF },
  totpBegin: { done: STAFF },
  totpConfirm: notSetUp,
  totpRemove: notSetUp,
  recoveryCodesRenew: notSetUp,
  passkeyBegin: { done: STAFF },
  passkeyAdd: wrongCode,
  passkeyRemove: { done: STAFF, outcome: 'NOT_FOUND' },
};

/** What each act offered by `availableActions` is carried out by, and on which thing its sample tries it; `*` stands for the actions where the thing is below. */
export const ACTIONS: readonly { at: (things: Things, world: RightsWorld) => string; door: Who; acts: Readonly<Record<string, string>> }[] =
  [
    ...CAMPAIGN_ACTIONS,
    { at: (t) => `agency(id: "${t.agency}")`, door: AGENCIES, acts: { UPDATE: 'agencyUpdate', CLOSE: 'agencyClose' } },
    {
      at: (t) => `officer(id: "${t.officer}")`,
      door: OFFICERS,
      acts: {
        UPDATE: 'officerUpdate',
        TRANSFER: 'officerTransfer',
        RECORD_OTHER_POST: 'officerRecordOtherPost',
        RECORD_ABSENCE: 'officerRecordAbsence',
        LEAVE: 'officerLeave',
        SET_REACH: 'officerSetReach',
      },
    },
    {
      at: (t) => `finding(id: "${t.finding}")`,
      door: FINDINGS,
      acts: { SETTLE_SIGNALS: 'findingSettleSignals' },
    },
    { at: (t) => `finding(id: "${t.openFinding}")`, door: FINDINGS, acts: { SET_CAUSE: 'findingSetCause', CONTEST: 'findingContest' } },
    { at: (t) => `finding(id: "${t.contestedFinding}")`, door: FINDINGS, acts: { ANSWER_CONTEST: 'findingAnswerContest' } },
    {
      at: (t) => `trainingClass(id: "${t.training.trainingClass}")`,
      door: CLASSES,
      acts: {
        UPDATE: 'trainingClassUpdate',
        REMIND: 'trainingClassRemind',
        COMPLETE: 'trainingClassComplete',
        CANCEL: 'trainingClassCancel',
      },
    },
    { at: (t) => `trainingClass(id: "${t.training.plannedClass}")`, door: CLASSES, acts: { OPEN: 'trainingClassOpen' } },
    {
      at: (t) => `letter(id: "${t.notices.letter}")`,
      door: 'TASK_FORCE, SECRETARY, AGENCY_CONTACT, OFFICER',
      acts: { RECORD_RECEIPT: 'letterRecordReceipt', MARK_PRINTED: 'letterMarkPrinted' },
    },
    ...DECISIONS_ACTIONS,
    ...PROVISIONING_ACTIONS,
    { at: (_t, w) => `review(id: "${w.review}")`, door: REVIEWS, acts: { PUBLISH: 'reviewPublish' } },
    { at: (_t, w) => `review(id: "${w.quietReview}")`, door: REVIEWS, acts: { FINALISE: 'reviewFinalise', CANCEL: 'reviewCancel' } },
  ];

/** Every way in that is not GraphQL, and who passes; others are turned away with 401 or 403 (`elsewhere`: a door with rules and tests of its own). */
export const ROUTES: Readonly<Record<string, { who: Who; body?: string; type?: string } | 'elsewhere'>> = {
  // What is public is, whoever comes; what is not is there for nobody (test/publication).
  'GET /lists': { who: 'anybody' },
  'GET /lists/x': { who: 'anybody' },
  'GET /lists/x/list.csv': { who: 'anybody' },
  'GET /lists/x/list.json': { who: 'anybody' },
  'GET /lists/x.csv': { who: 'anybody' },
  'GET /lists/x.json': { who: 'anybody' },
  'GET /verify': { who: 'anybody' },
  'GET /verify/x': { who: 'anybody' },
  'GET /papers/decision/0190a7e0-0000-7000-8000-000000000000.pdf': {
    who: 'TASK_FORCE, SECRETARY, COMMITTEE_MEMBER, TRAINER, AGENCY_CONTACT, OFFICER, paper code',
  },
  // A door for each list, with what the list's own right says (test/publication/exports).
  'POST /exports/x': 'elsewhere',
  // Taking out one's own file is itself on record (test/publication/keeping).
  'GET /my-data.json': 'elsewhere',
  'GET /my-data.html': 'elsewhere',
  'GET /officers/0190a7e0-0000-7000-8000-000000000000/data.json': { who: 'TASK_FORCE' },
  'GET /officers/0190a7e0-0000-7000-8000-000000000000/data.html': { who: 'TASK_FORCE' },
  'GET /reviews/0190a7e0-0000-7000-8000-000000000000/evidence-pack.jsonl.gz': { who: 'TASK_FORCE, SECRETARY' },
  // Whoever may read it is let in; for others there is no such finding.
  'GET /findings/0190a7e0-0000-7000-8000-000000000000/evidence-pack.jsonl.gz': { who: EVEN_BY_CODE },
  'POST /registry/agencies?dryRun=1': { who: REGISTRARS, body: 'code,name_vi,kind,staff_quota\n', type: 'text/csv' },
  'POST /registry/officers?dryRun=1': {
    who: REGISTRARS,
    body: 'officer_code,full_name,agency_code,post,is_leader,mailbox,since\n',
    type: 'text/csv',
  },
  'POST /evidence/hopthu-day?source=none': { who: SOURCES, body: 'date,address,sent,read,logins\n', type: 'text/csv' },
  'GET /training/classes/0190a7e0-0000-7000-8000-000000000000/roster': { who: 'TASK_FORCE, TRAINER' },
  'POST /training/classes/0190a7e0-0000-7000-8000-000000000000/roster?dryRun=1': {
    who: 'TASK_FORCE, TRAINER',
    body: 'officer_code\nT-1\n',
    type: 'text/csv',
  },
  'POST /attachments?fileName=x.pdf': {
    who: 'TASK_FORCE, SECRETARY, AGENCY_CONTACT, OFFICER, paper code',
    body: 'no scan',
    type: 'application/pdf',
  },
  'GET /mail-systems/0190a7e0-0000-7000-8000-000000000000/hand-over': { who: 'ADMIN' },
  'POST /mail-systems/0190a7e0-0000-7000-8000-000000000000/hand-over?dryRun=1': {
    who: 'ADMIN',
    body: 'order_no,outcome,done_at\n',
    type: 'text/csv',
  },
  'GET /attachments/0190a7e0-0000-7000-8000-000000000000': { who: EVEN_BY_CODE },
  'GET /calendar/x.ics': 'elsewhere',
  'GET /audit/verify': { who: 'ADMIN' },
  'POST /audit/seal': { who: 'nobody at all: the operator on the machine', body: '{"reason":"x"}', type: 'application/json' },
  'POST /graphql': 'elsewhere',
  'GET /healthz': { who: 'anybody' },
  'GET /readyz': { who: 'anybody' },
  'GET /metrics': 'elsewhere',
  'GET /auth/state': { who: 'anybody' },
  'GET /auth/oidc/start': 'elsewhere',
  'GET /auth/oidc/callback': 'elsewhere',
  'POST /auth/invitation': 'elsewhere',
  'POST /auth/invitation/accept': 'elsewhere',
  'POST /auth/passkey/options': 'elsewhere',
  'POST /auth/passkey/verify': 'elsewhere',
};
