/** Every room lends what it keeps for a time, and what of others' it still needs; called once, before anything is asked or removed. */
import { lendAwardsRetention } from '../../awards/awards.retention.js';
import { lendDecisionsRetention } from '../../decisions/decisions.retention.js';
import { lendEvidenceRetention } from '../../evidence/evidence.retention.js';
import { lendIdentityRetention } from '../../identity/identity.retention.js';
import { lendKernelRetention } from '../../kernel/kernel.retention.js';
import { lendNoticesRetention } from '../../notices/notices.retention.js';
import { lendProvisioningRetention } from '../../provisioning/provisioning.retention.js';
import { lendReviewNeeds } from '../../review/review.retention.js';
import { lendTrainingNeeds } from '../../training/training.retention.js';
import { eraseOne } from './erasure.service.js';
import { lendPersonsRetention } from './persons.retention.js';
import { lendPapersRetention } from '../papers/papers.retention.js';
import { lendPublicationRetention } from '../ended-lists.retention.js';

export function lendKeepers(): void {
  lendKernelRetention();
  lendIdentityRetention();
  lendNoticesRetention();
  lendEvidenceRetention();
  lendReviewNeeds();
  lendTrainingNeeds();
  lendDecisionsRetention();
  lendProvisioningRetention();
  lendAwardsRetention();
  lendPublicationRetention();
  lendPapersRetention();
  lendPersonsRetention(eraseOne);
}
