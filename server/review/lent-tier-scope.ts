/** Lends the lists of officers whose tier may be known: whoever's latest finding the actor may read (T-6). */
import { lendTierScope } from '../registry/tier-scope.js';
import { withVisibleTier } from './finding.read.js';

export const lendTierScopeOfFindings = (): void => lendTierScope(withVisibleTier);
