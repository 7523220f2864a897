/** Every room lends what it holds about a person and how it forgets one, from left to right; called once. */
import { lendAwardsErasing } from '../../awards/awards.erasing.js';
import { lendDecisionsErasing } from '../../decisions/decisions.erasing.js';
import { lendDecisionsHoldings } from '../../decisions/decisions.holdings.js';
import { lendEvidenceErasing } from '../../evidence/evidence.erasing.js';
import { lendEvidenceHoldings } from '../../evidence/evidence.holdings.js';
import { lendIdentityErasing } from '../../identity/identity.erasing.js';
import { lendIdentityHoldings } from '../../identity/identity.holdings.js';
import { lendNoticesErasing } from '../../notices/notices.erasing.js';
import { lendNoticesHoldings } from '../../notices/notices.holdings.js';
import { lendProvisioningErasing } from '../../provisioning/provisioning.erasing.js';
import { lendProvisioningHoldings } from '../../provisioning/provisioning.holdings.js';
import { lendRegistryErasing } from '../../registry/registry.erasing.js';
import { lendRegistryHoldings } from '../../registry/registry.holdings.js';
import { lendReviewErasing } from '../../review/review.erasing.js';
import { lendReviewHoldings } from '../../review/review.holdings.js';
import { lendTrainingErasing } from '../../training/training.erasing.js';
import { lendTrainingHoldings } from '../../training/training.holdings.js';
import { lendPapersErasing } from '../papers/papers.erasing.js';
import { lendPapersHoldings } from '../papers/papers.holdings.js';
import { lendPublicationErasing } from '../publication.erasing.js';
import { lendPublicationHoldings } from '../publication.holdings.js';

export function lendPersons(): void {
  lendRegistryHoldings();
  lendIdentityHoldings();
  lendNoticesHoldings();
  lendEvidenceHoldings();
  lendReviewHoldings();
  lendTrainingHoldings();
  lendDecisionsHoldings();
  lendProvisioningHoldings();
  lendPublicationHoldings();
  lendPapersHoldings();
  // The last is asked first: accounts and addresses go when every other room has looked at them.
  lendIdentityErasing();
  lendRegistryErasing();
  lendNoticesErasing();
  lendEvidenceErasing();
  lendReviewErasing();
  lendTrainingErasing();
  lendDecisionsErasing();
  lendProvisioningErasing();
  lendAwardsErasing();
  lendPublicationErasing();
  lendPapersErasing();
}
