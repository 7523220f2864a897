// What differs, by kind, as a picture with its table.
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { ChartWithTable } from '../ui/ChartWithTable.js';
import { useFormat } from '../ui/format.js';
import { type Part, PartBars } from '../ui/PartBars.js';
import { type DriftKind, driftKinds, MAIL_DRIFT_FIGURES } from './documents.js';

const looks: Record<DriftKind, Pick<Part, 'colour' | 'isStriped'>> = {
  OTHER_STATE: { colour: 'error.main' },
  MISSING: { colour: 'warning.main' },
  OTHER_ADDRESS: { colour: 'info.main' },
  UNKNOWN_THERE: { colour: 'text.secondary', isStriped: true },
};

export function DriftFigures({ connector }: { connector: string | undefined }) {
  const t = useTranslate();
  const { number } = useFormat();
  const { data } = useAsk(MAIL_DRIFT_FIGURES, { connector });
  if (!data || driftKinds.every((kind) => data[kind].totalCount === 0)) return null;
  const words = (kind: DriftKind) => t(`drifts.kind.${kind}`);
  return (
    <ChartWithTable
      title={t('drifts.figures')}
      hint={connector ?? t('drifts.allSystems')}
      file="mail-differences"
      table={{
        head: [t('drifts.column.kind'), t('drifts.count')],
        rows: driftKinds.map((kind) => [words(kind), number(data[kind].totalCount)]),
        csv: driftKinds.map((kind) => [words(kind), data[kind].totalCount]),
      }}
    >
      <PartBars
        legend={false}
        parts={driftKinds.map((kind) => ({ name: kind, words: words(kind), ...looks[kind] }))}
        rows={driftKinds.map((kind) => ({ key: kind, label: words(kind), counts: { [kind]: data[kind].totalCount } }))}
      />
    </ChartWithTable>
  );
}
