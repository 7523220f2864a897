// The filter by tier: the same wherever findings or people are listed.
import { useTranslate } from 'react-admin';
import { ChoicesFilter } from './filters.js';
import { tiers } from './tiers.js';

export function TierFilter() {
  const t = useTranslate();
  return (
    <ChoicesFilter source="tier" label="ui.filter.tier" choices={tiers.map((tier) => ({ value: tier, words: t(`ui.tier.${tier}`) }))} />
  );
}
