// A share in a table cell; the numbers behind it in its title.
import { useTranslate } from 'react-admin';
import { useFormat } from './format.js';
import type { TierFigures } from './tiers.js';

export function ShareCell({ figures, of = 'using' }: { figures: TierFigures | null | undefined; of?: 'using' | 'regular' }) {
  const t = useTranslate();
  const { share, number } = useFormat();
  if (!figures) return <>–</>;
  const part = of === 'using' ? figures.regular + figures.irregular : figures.regular;
  return (
    <span title={t('ui.share.ofAssessed', { part: number(part), whole: number(figures.assessed) })}>
      {share(of === 'using' ? figures.usingShare : figures.regularShare)}
    </span>
  );
}
