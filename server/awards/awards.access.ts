/** Who may ask about eligibility, and who lets other systems be told (product.md §2). */
import { type Actor, scopesOf } from '../identity/actor.js';
import { by, byKey, fieldsOf, right, withSecondFactor } from '../identity/right.js';

/** About whom is asked. */
export interface Candidate {
  officerId: string;
  agencyId: string;
}

const isOfOwnAgency = (actor: Actor, { agencyId }: Candidate) => scopesOf(actor, 'AGENCY_CONTACT').includes(agencyId);
const isOneself = (actor: Actor, { officerId }: Candidate) => scopesOf(actor, 'OFFICER').includes(officerId);

export const awardsAccess = {
  /** Whoever holds it for some only is answered UNKNOWN_OFFICER for the others: an answer that differs would tell who there is. */
  readEligibility: right<Candidate>(
    'award.readEligibility',
    by('TASK_FORCE'),
    by('SECRETARY'),
    by('COMMITTEE_MEMBER'),
    by('AGENCY_CONTACT', isOfOwnAgency),
    by('OFFICER', isOneself),
    byKey('awards:read'),
  ),
  readWebhooks: right('webhook.read', by('ADMIN')),
  /** Answers leave the house by it, as by a key. */
  changeWebhooks: withSecondFactor(right('webhook.change', by('ADMIN'))),
};

/** A new field of these types names its place here, or does not build (G-15). What is said of officers in a message is no field: administrators see no answers. */
export const awardsFields = {
  AwardTitle: fieldsOf('code name'),
  AwardEligibility: fieldsOf('officerCode year title status isEligible decisionNumber inForceOn asOf'),
  WebhookSubscription: fieldsOf('id name url createdAt endedAt waiting dead availableActions'),
  WebhookDelivery: fieldsOf(
    'id subscription messageId type officers createdAt state attempts lastTriedAt lastStatus lastProblem nextTryAt deliveredAt',
  ),
};
