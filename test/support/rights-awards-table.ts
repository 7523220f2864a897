/** Who may read what of awards and webhooks, written by hand from product.md §2 (G-15); a part of rights-table.ts. */
import { type FieldsOf, page, type TypeRow } from './rights-rows.js';
import { EMPTY, type Who } from './rights-who.js';
import type { Things } from './rights-world.js';

const DOOR = 'TASK_FORCE, SECRETARY, COMMITTEE_MEMBER, AGENCY_CONTACT, OFFICER, key awards:read';
const ELIGIBILITY = 'TASK_FORCE, SECRETARY, COMMITTEE_MEMBER, AGENCY_CONTACT own, OFFICER own, key awards:read';
const answerTo = (t: Things) => `awardEligibility(officerCodes: ["${t.officerCode}"], year: 2026, title: "CSTDCS")`;
const LOG = 'webhookDeliveries(state: [DEAD])';

export const AWARDS_TYPES: Readonly<Record<string, TypeRow>> = {
  AwardTitle: { at: () => `awardTitles { * }`, door: 'everyone', fields: { 'code name': 'everyone' } },
  AwardEligibility: {
    at: (t) => `${answerTo(t)} { * }`,
    door: DOOR,
    // Of others it is said that nobody has the code; the rest is an echo of the question.
    fields: { 'officerCode year title status isEligible asOf': DOOR, 'decisionNumber inForceOn': ELIGIBILITY },
  },
  WebhookSubscription: {
    at: () => `webhookSubscriptions { * }`,
    door: 'ADMIN',
    fields: { 'id name url createdAt waiting dead availableActions': 'ADMIN', endedAt: EMPTY },
  },
  WebhookDelivery: {
    at: () => `${LOG} { nodes { * } }`,
    door: 'ADMIN',
    fields: {
      'id subscription messageId type officers createdAt state attempts lastTriedAt lastStatus lastProblem nextTryAt deliveredAt': 'ADMIN',
    },
  },
  WebhookDeliveryConnection: { at: () => `${LOG} { * }`, door: 'ADMIN', fields: { ...page('ADMIN'), pageInfo: 'ADMIN' } },
  WebhookDeliveryEdge: { at: () => `${LOG} { edges { * } }`, door: 'ADMIN', fields: { 'cursor node': 'ADMIN' } },
};

export const AWARDS_ROOTS: Readonly<Record<string, { args: string; at: TypeRow['at']; who: Who | FieldsOf; door?: Who }>> = {
  awardTitles: { args: '', at: () => `awardTitles { code }`, who: 'everyone' },
  awardEligibility: { args: 'officerCodes year title asOf', at: (t) => `${answerTo(t)} { status }`, who: DOOR },
  webhookSubscriptions: { args: '', at: () => `webhookSubscriptions { id }`, who: 'ADMIN' },
  webhookDeliveries: { args: 'first after offset subscriptionId state', at: () => `${LOG} { nodes { id } }`, who: 'ADMIN' },
};
