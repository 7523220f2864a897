/** Corrects what was published when findings say something else: ordered with the change, done after it (P-1, D-10). */
import type { Ground } from '../kernel/ground.js';
import { FINDINGS_CORRECTED, type FindingsCorrected } from '../review/finding-outcome.js';
import { correctLists } from './publish.service.js';

/** Many changes at once make one version. */
export const joined = (one: FindingsCorrected, other: FindingsCorrected): FindingsCorrected => ({
  reviewIds: [...new Set([...one.reviewIds, ...other.reviewIds])],
});

export function listenForCorrectedFindings({ outbox }: Ground): void {
  outbox.on<FindingsCorrected>(FINDINGS_CORRECTED, ({ reviewIds }, ground) => correctLists(ground, reviewIds), joined);
}
