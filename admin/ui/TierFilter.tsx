// The filter by tier: the same wherever findings or people are listed; not there for whoever may read no tier.
import { useTranslate } from 'react-admin';
import { useMay } from '../data/viewer.js';
import { ChoicesFilter } from './filters.js';
import { tiers } from './tiers.js';

export function TierFilter() {
  const t = useTranslate();
  if (!useMay('finding.read')) return null;
  return (
    <ChoicesFilter source="tier" label="ui.filter.tier" choices={tiers.map((tier) => ({ value: tier, words: t(`ui.tier.${tier}`) }))} />
  );
}
