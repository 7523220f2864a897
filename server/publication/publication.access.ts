/** Who publishes, and who reads what (product.md §2): the lists are for everyone, those for inside only for whoever is signed in. */
import type { Actor } from '../identity/actor.js';
import { by, fieldsOf, right } from '../identity/right.js';
import { decisionFields } from '../decisions/decision.access.js';
import { reviewFields } from '../review/review.access.js';
import { trainingFields } from '../training/training.access.js';
import { papersFields } from './papers/papers.access.js';
import type { Audience } from './vocabulary.js';

export const publicationAccess = {
  publish: right('publication.publish', by('TASK_FORCE')),
  withdraw: right('publication.withdraw', by('TASK_FORCE')),
};

/** Whether somebody may read a list for this audience; whoever holds the code of a paper notice is not signed in for that. */
export const mayRead = (actor: Actor | null | undefined, audience: Audience): boolean =>
  audience === 'PUBLIC' || (actor != null && !actor.restrictedTo);

/** A new field of these types names its place here, or does not build (G-15). */
export const publicationFields = {
  Review: { ...reviewFields.Review, ...fieldsOf('lists') },
  Decision: { ...decisionFields.Decision, ...fieldsOf('papers') },
  Docket: { ...decisionFields.Docket, ...fieldsOf('papers') },
  Enrolment: { ...trainingFields.Enrolment, ...fieldsOf('papers') },
  ...papersFields,
  PublishedList: fieldsOf(
    'slug title version audience publishedAt expiresOn withdrawnAt withdrawReason isUp supersededBy corrections legalBasis windowFrom windowTo agencies figures rows',
  ),
  PublishedFigures: fieldsOf('all leaders'),
  PublishedTierFigures: fieldsOf('regular irregular never notAssessed assessed regularShare usingShare isSuppressed'),
  PublishedRow: fieldsOf('name post agency tier isCorrected'),
  PublishedAgency: fieldsOf('code name regular irregular never assessed regularShare usingShare'),
};
