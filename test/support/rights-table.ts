/**
 * Who may do what, written by hand from product.md §2 and not from the code (G-15). A new field, argument or mutation has no line here
 * and fails by its name. A list of roles names who gets something; `own` after a role limits it to the own agency, or the own file.
 * Whoever holds two roles gets what either gives, but never more in the own case (`oneself`).
 */
import {
  EMPTY,
  EVEN_BY_CODE,
  STAFF,
  AGENCIES,
  OFFICERS,
  FILES,
  MAILBOXES,
  FINDINGS,
  EVIDENCE,
  FIGURES,
  REVIEWS,
  SOURCES,
  REGISTRARS,
  AUDITED,
  PEOPLE,
  ROSTER,
  SHELTER,
  type Who,
} from './rights-who.js';
import { type FieldsOf, page, type TypeRow } from './rights-rows.js';
import { AWARDS_ROOTS, AWARDS_TYPES } from './rights-awards-table.js';
import { CAMPAIGN_INPUTS, CAMPAIGN_ROOTS, CAMPAIGN_TYPES } from './rights-campaign.js';
import { COMMITTEE_ROOTS, COMMITTEE_TYPES } from './rights-committee-table.js';
import { DECISIONS_INPUTS, DECISIONS_ROOTS, DECISIONS_TYPES } from './rights-decisions-table.js';
import { KEEPING_ROOTS, KEEPING_TYPES } from './rights-keeping-table.js';
import { NOTICES_INPUTS, NOTICES_ROOTS, NOTICES_TYPES } from './rights-notices-table.js';
import { MAILBOX_OF_OFFICER, MAILBOX_OTHERWISE, PROVISIONING_ROOTS, PROVISIONING_TYPES } from './rights-provisioning-table.js';
import { PUBLICATION_ROOTS, PUBLICATION_TYPES } from './rights-publication-table.js';
import { TRAINING_INPUTS, TRAINING_ROOTS, TRAINING_TYPES } from './rights-training-table.js';
import type { Things } from './rights-world.js';

export type { Fields, FieldsOf, TypeRow } from './rights-rows.js';

const officerIs = (t: Things) => `where: { id: { eq: "${t.officer}" } }`;
const findingIs = (t: Things) => `where: { id: { eq: "${t.finding}" } }`;
const agencyIs = (t: Things) => `where: { id: { eq: "${t.agency}" } }`;
const FIGURE_FIELDS = 'all coverage leaders officers withMailbox';
const TIER_FIELDS = 'assessed irregular never notAssessed regular regularShare usingShare';
/** Whoever reads findings but no evidence is refused at the field that holds it. */
const EVIDENCE_DAYS = { 'key findings:read': 'FORBIDDEN', 'key findings:read other': 'FORBIDDEN' } as const;

/** All for the administrator, cases for the secretary, the own file for an officer; the task force sees its own acts, of which one has some here. */
const TRAIL: FieldsOf = { who: 'ADMIN, TASK_FORCE, SECRETARY, OFFICER own', exceptions: { 'TASK_FORCE+OFFICER other': 'nothing' } };

/** Of the cases about an officer each sees those they may; whoever comes this far by the door of officers alone sees none. */
const FILE_OF_CASES = 'TASK_FORCE, SECRETARY, AGENCY_CONTACT own, OFFICER own, paper code own';

export const TYPES: Readonly<Record<string, TypeRow>> = {
  Absence: {
    at: (t) => `officer(id: "${t.officer}") { absences { * } }`,
    door: OFFICERS,
    fields: { 'id document fromOn untilOn': FILES },
  },
  Agency: {
    at: (t) => `agency(id: "${t.agency}") { * }`,
    door: AGENCIES,
    fields: {
      'id code name nameEn kind staffQuota mailDomain version parent': AGENCIES,
      'closedOn successor': EMPTY,
      officers: OFFICERS,
      usage: FIGURES,
      availableActions: REGISTRARS,
    },
  },
  AgencyConnection: { at: (t) => `agencies(${agencyIs(t)}) { * }`, door: AGENCIES, fields: page(AGENCIES) },
  AgencyEdge: { at: (t) => `agencies(${agencyIs(t)}) { edges { * } }`, door: AGENCIES, fields: { 'cursor node': AGENCIES } },
  ApiKey: {
    at: () => `apiKeys { * }`,
    door: 'ADMIN',
    fields: { 'id name prefix scopes createdAt expiresOn endedAt createdBy availableActions lastUsedAt': 'ADMIN' },
  },
  AuditEvent: {
    at: (t) => `auditEvents(subject: "officer:${t.officer}") { nodes { * } }`,
    door: AUDITED,
    fields: { 'seq at actor actorName action subject subjectName summary hash': TRAIL },
  },
  AuditEventConnection: {
    at: (t) => `auditEvents(subject: "officer:${t.officer}") { * }`,
    door: AUDITED,
    fields: { 'edges nodes totalCount': TRAIL, pageInfo: 'everyone' },
  },
  AuditEventEdge: {
    at: (t) => `auditEvents(subject: "officer:${t.officer}") { edges { * } }`,
    door: AUDITED,
    fields: { 'cursor node': TRAIL },
  },
  CoverageDay: {
    at: () => `evidenceCoverage(from: "2026-09-01", to: "2026-09-03") { * }`,
    door: SOURCES,
    fields: { 'date isCovered isThin mailDomain mailboxesSeen shows source': SOURCES },
  },
  EvidenceDay: {
    at: (t) => `finding(id: "${t.finding}") { days { * } }`,
    door: FINDINGS,
    exceptions: EVIDENCE_DAYS,
    fields: { 'date forwarded isAssessable isCovered isDayOfUse isExcused isHeld isWorkingDay logins polled read received sent': EVIDENCE },
  },
  EvidenceImport: {
    at: (_t, w) => `evidenceImport(id: "${w.import}") { * }`,
    door: SOURCES,
    fields: {
      'id format source fileName state lines used ignored duplicate quarantined unknownAddresses unknownCount firstDay lastDay startedAt finishedAt':
        SOURCES,
      message: EMPTY,
    },
  },
  EvidenceImportConnection: { at: () => `evidenceImports { * }`, door: SOURCES, fields: page(SOURCES) },
  EvidenceImportEdge: { at: () => `evidenceImports { edges { * } }`, door: SOURCES, fields: { 'cursor node': SOURCES } },
  EvidenceSource: {
    at: () => `evidenceSources { * }`,
    door: SOURCES,
    fields: {
      'id name format mailDomains timeZone shows reads countsReceived pollingLogins version': SOURCES,
      'defaultDomain ignoredAccounts ignoredAddresses': EMPTY,
    },
  },
  Finding: {
    at: (t) => `finding(id: "${t.finding}") { * }`,
    door: FINDINGS,
    sees: FINDINGS,
    fields: {
      'id version review officer agency post isLeader tier cause nextStep': FINDINGS,
      'candidateDays assessableDays coverage daysOfUse daysOfUseOutside polledDays sent read logins received forwarded signals': FINDINGS,
      improvedTier: FINDINGS,
      notAssessedReason: EMPTY,
      'days reason excusedDays': { who: EVIDENCE, otherwise: 'FORBIDDEN' },
      'causeNote contestNote contestAnswer': EVIDENCE,
      'contestAttachmentId contestFromOn contestUntilOn answer': EMPTY,
      // A case rests on it, so that its cause stands (T-8): only what the signals ask for is left.
      availableActions: { who: 'TASK_FORCE', oneself: 'nothing' },
    },
  },
  FindingConnection: { at: (t) => `findings(${findingIs(t)}) { * }`, door: FINDINGS, fields: page(FINDINGS) },
  FindingEdge: { at: (t) => `findings(${findingIs(t)}) { edges { * } }`, door: FINDINGS, fields: { 'cursor node': FINDINGS } },
  Mailbox: { ...MAILBOX_OF_OFFICER, also: MAILBOX_OTHERWISE },
  MailboxConnection: { at: () => `mailboxes { * }`, door: PEOPLE, fields: page(PEOPLE) },
  MailboxEdge: { at: () => `mailboxes { edges { * } }`, door: PEOPLE, fields: { 'cursor node': PEOPLE } },
  Officer: {
    at: (t) => `officer(id: "${t.officer}") { * }`,
    door: OFFICERS,
    fields: {
      'id code fullName post isLeader version agency': OFFICERS,
      leftOn: EMPTY,
      mailbox: MAILBOXES,
      'postings absences otherEmail phone prefersPaper': FILES,
      latestFinding: FINDINGS,
      enrolments: ROSTER,
      decisions: FILE_OF_CASES,
      trainingShelter: SHELTER,
      'mayReadFile mayReadFinding': OFFICERS,
      availableActions: 'ADMIN, TASK_FORCE, AGENCY_CONTACT own, OFFICER own',
    },
  },
  OfficerConnection: { at: (t) => `officers(${officerIs(t)}) { * }`, door: OFFICERS, fields: page(OFFICERS) },
  OfficerEdge: { at: (t) => `officers(${officerIs(t)}) { edges { * } }`, door: OFFICERS, fields: { 'cursor node': OFFICERS } },
  PageInfo: {
    at: (t) => `officers(${officerIs(t)}) { pageInfo { * } }`,
    door: OFFICERS,
    fields: { 'hasNextPage hasPreviousPage': EVEN_BY_CODE, 'startCursor endCursor': OFFICERS },
  },
  Posting: {
    at: (t) => `officer(id: "${t.officer}") { postings { * } }`,
    door: OFFICERS,
    fields: { 'id isMain post isLeader fromOn agency': FILES, untilOn: EMPTY },
  },
  QuarantinedLine: {
    at: (_t, w) => `quarantinedLines(importId: "${w.import}") { nodes { * } }`,
    door: SOURCES,
    fields: { 'count line reason sample': SOURCES },
  },
  QuarantinedLineConnection: { at: (_t, w) => `quarantinedLines(importId: "${w.import}") { * }`, door: SOURCES, fields: page(SOURCES) },
  QuarantinedLineEdge: {
    at: (_t, w) => `quarantinedLines(importId: "${w.import}") { edges { * } }`,
    door: SOURCES,
    fields: { 'cursor node': SOURCES },
  },
  Review: {
    at: (_t, w) => `review(id: "${w.review}") { * }`,
    door: REVIEWS,
    fields: {
      'id reference title state windowFrom windowTo openedAt finalisedAt version policy': REVIEWS,
      'contestUntil checkUntil decideUntil stage rerunOf rerunScope cancelReason': EMPTY,
      'lists silence': REVIEWS,
      progress: { who: 'TASK_FORCE, SECRETARY', otherwise: 'FORBIDDEN' },
      // It was opened without a check.
      steps: EMPTY,
      evidencePacks: 'TASK_FORCE, SECRETARY',
      findings: 'TASK_FORCE, SECRETARY, AGENCY_CONTACT, OFFICER, key findings:read',
      figures: { who: 'TASK_FORCE, SECRETARY, COMMITTEE_MEMBER, AGENCY_CONTACT, OFFICER', otherwise: 'FORBIDDEN' },
      files: 'TASK_FORCE, SECRETARY',
      availableActions: 'TASK_FORCE',
    },
  },
  ReviewConnection: { at: () => `reviews { * }`, door: REVIEWS, fields: page(REVIEWS) },
  ReviewEdge: { at: () => `reviews { edges { * } }`, door: REVIEWS, fields: { 'cursor node': REVIEWS } },
  ReviewFile: {
    at: (_t, w) => `review(id: "${w.review}") { files { * } }`,
    door: REVIEWS,
    fields: { 'fileName importId lines source': 'TASK_FORCE, SECRETARY' },
  },
  RoleGrant: {
    at: (_t, w) => `user(id: "${w.user}") { grants { * } }`,
    door: 'everyone',
    fields: { 'id role scopeId officer': 'ADMIN', agency: EMPTY },
  },
  TierFigures: { at: (t) => `agency(id: "${t.agency}") { usage { all { * } } }`, door: AGENCIES, fields: { [TIER_FIELDS]: FIGURES } },
  UsageFigures: { at: (t) => `agency(id: "${t.agency}") { usage { * } }`, door: AGENCIES, fields: { [FIGURE_FIELDS]: FIGURES } },
  UsagePolicy: {
    at: () => `usagePolicies { * }`,
    door: STAFF,
    fields: {
      'id version effectiveOn windowDays regularShare minimumCoverage minimumAssessableDays acts newMailboxGraceDays trainingGraceDays contestDays holidays extraWorkingDays':
        STAFF,
    },
  },
  User: {
    at: (_t, w) => `user(id: "${w.user}") { * }`,
    door: 'everyone',
    fields: {
      'id name version': PEOPLE,
      'email grants hasPassword hasSecondFactor hasSingleSignOn lastSignInAt availableActions': 'ADMIN',
      officer: PEOPLE,
      'disabledAt invitedUntil': EMPTY,
    },
  },
  UserConnection: { at: () => `users(search: "target") { * }`, door: PEOPLE, fields: page(PEOPLE) },
  UserEdge: { at: () => `users(search: "target") { edges { * } }`, door: PEOPLE, fields: { 'cursor node': PEOPLE } },
  Session: {
    at: () => `mySessions { * }`,
    door: 'everyone',
    fields: { 'id createdAt lastUsedAt expiresAt isCurrent method secondFactorAt': STAFF, device: EMPTY },
  },
  Factors: {
    at: () => `me { factors { * } }`,
    door: 'anybody',
    fields: { 'hasPassword hasTotp recoveryCodesLeft': EVEN_BY_CODE, passkeys: EMPTY },
  },
  Passkey: { at: () => `me { factors { passkeys { * } } }`, door: 'anybody', fields: { 'id name createdAt lastUsedAt': EMPTY } },
  Viewer: {
    at: () => `me { * }`,
    door: 'anybody',
    fields: {
      'id name roles rights isByCode now': EVEN_BY_CODE,
      email: STAFF,
      'factors needsSecondFactor': EVEN_BY_CODE,
      secondFactorUntil: STAFF,
      officer: 'OFFICER, paper code, password code',
      codeAbout: 'paper code, password code',
      agency: 'AGENCY_CONTACT',
      calendarLink: EMPTY,
    },
  },
  ...NOTICES_TYPES,
  ...TRAINING_TYPES,
  ...COMMITTEE_TYPES,
  ...DECISIONS_TYPES,
  ...AWARDS_TYPES,
  ...PROVISIONING_TYPES,
  ...PUBLICATION_TYPES,
  ...CAMPAIGN_TYPES,
  ...CAMPAIGN_TYPES,
  ...KEEPING_TYPES,
};

/** The root fields, their arguments, and a question to each that the own and the other side answer differently where it can. */
export const ROOTS: Readonly<Record<string, { args: string; at: TypeRow['at']; who: Who | FieldsOf; door?: Who }>> = {
  agencies: { args: 'first after offset search where orderBy', at: (t) => `agencies(${agencyIs(t)}) { nodes { id } }`, who: AGENCIES },
  agency: { args: 'id code', at: (t) => `agency(code: "${t.agencyCode}") { id }`, who: AGENCIES },
  apiKeys: { args: '', at: () => `apiKeys { id }`, who: 'ADMIN' },
  auditEvents: { args: 'first after offset subject', at: () => `auditEvents(first: 20) { nodes { seq } }`, who: AUDITED },
  evidenceCoverage: { args: 'from to', at: () => `evidenceCoverage(from: "2026-09-01", to: "2026-09-02") { date }`, who: SOURCES },
  evidenceImport: { args: 'id', at: (_t, w) => `evidenceImport(id: "${w.import}") { id }`, who: SOURCES },
  evidenceImports: { args: 'first after offset state', at: () => `evidenceImports(state: [DONE]) { nodes { id } }`, who: SOURCES },
  evidenceSources: { args: '', at: () => `evidenceSources { id }`, who: SOURCES },
  finding: { args: 'id', at: (t) => `finding(id: "${t.openFinding}") { id }`, who: FINDINGS },
  findings: {
    args: 'first after offset where',
    at: (t) => `findings(where: { officerId: { eq: "${t.officer}" } }) { nodes { id } }`,
    who: FINDINGS,
  },
  mailboxes: {
    args: 'first after offset search where',
    at: (t) => `mailboxes(where: { agencyId: { eq: "${t.agency}" } }) { nodes { id } }`,
    who: PEOPLE,
  },
  me: { args: '', at: () => `me { id }`, who: EVEN_BY_CODE, door: 'anybody' },
  mySessions: { args: '', at: () => `mySessions { id }`, who: STAFF, door: 'everyone' },
  officer: { args: 'id code', at: (t) => `officer(code: "${t.officerCode}") { id }`, who: OFFICERS },
  officers: {
    args: 'first after offset search where orderBy',
    at: (t) => `officers(search: "${t.officerCode}") { nodes { id } }`,
    who: OFFICERS,
  },
  quarantinedLines: {
    args: 'first after importId',
    at: (_t, w) => `quarantinedLines(importId: "${w.import}") { nodes { line } }`,
    who: SOURCES,
  },
  review: { args: 'id reference', at: () => `review(reference: "DR-2026-0001") { id }`, who: REVIEWS },
  reviews: { args: 'first after offset windowTo', at: () => `reviews(first: 5) { nodes { id } }`, who: REVIEWS },
  usagePolicies: { args: '', at: () => `usagePolicies { id }`, who: STAFF },
  user: { args: 'id', at: (_t, w) => `user(id: "${w.user}") { id }`, who: PEOPLE, door: 'everyone' },
  users: { args: 'first after offset search role', at: () => `users(role: [TRAINER]) { nodes { id } }`, who: PEOPLE },
  ...NOTICES_ROOTS,
  ...TRAINING_ROOTS,
  ...COMMITTEE_ROOTS,
  ...DECISIONS_ROOTS,
  ...AWARDS_ROOTS,
  ...PROVISIONING_ROOTS,
  ...PUBLICATION_ROOTS,
  ...KEEPING_ROOTS,
  ...CAMPAIGN_ROOTS,
};

/** What lists can be filtered and ordered by. A new one is a new way to learn something: side-doors.api.test.ts tries those that would tell. */
export const INPUTS: Readonly<Record<string, string>> = {
  AgencyOrder: 'field direction',
  AgencyOrderField: 'CODE NAME STAFF_QUOTA LEADER_SHARE',
  AgencyWhere: 'id code kind',
  DateFilter: 'gte lte',
  FindingWhere: 'id reviewId agencyId officerId tier cause isLeader windowTo causeMissing isAnswered isContestOpen',
  IdFilter: 'eq in',
  MailboxWhere: 'id state agencyId connector isOtherwise awaitsPassword isLocked',
  OfficerOrder: 'field direction',
  OfficerOrderField: 'FULL_NAME CODE AGENCY',
  OfficerWhere: 'id code agencyId isLeader mailboxState tier',
  TextFilter: 'eq in startsWith',
  ...NOTICES_INPUTS,
  ...TRAINING_INPUTS,
  ...DECISIONS_INPUTS,
  ...CAMPAIGN_INPUTS,
};

/** Arguments of fields of objects. */
export const FIELD_ARGUMENTS: Readonly<Record<string, string>> = {
  'PublishedList.rows': 'first after agencyCode tier',
  'Agency.officers': 'first after offset where',
  'Agency.usage': 'reviewId',
  'Committee.members': 'all',
  'Committee.rule': 'kind',
  'Officer.decisions': 'first after offset',
  'Review.findings': 'first after offset where',
};
