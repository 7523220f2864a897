/** Lends the lists of officers whose tier may be known: whoever's latest finding the actor may read (T-6). */
import { mayAll } from '../identity/right.js';
import { lendTierScope } from '../registry/tier-scope.js';
import { visibleFindings } from './finding.read.js';
import { reviewAccess } from './review.access.js';

export function lendTierScopeOfFindings(): void {
  lendTierScope((actor, officers, alias) => {
    if (mayAll(actor, reviewAccess.readFindings as never)) return officers;
    return officers.where((eb: any) =>
      eb.exists(visibleFindings(actor, eb.selectFrom('finding as f').select('f.id').whereRef('f.id', '=', `${alias}.latest_finding_id`))),
    );
  });
}
