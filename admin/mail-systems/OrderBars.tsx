// The orders that are not done, by mail system, as a picture with its table: where does something wait, and for what?
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ChartWithTable } from '../ui/ChartWithTable.js';
import { useFormat } from '../ui/format.js';
import { type Part, PartBars } from '../ui/PartBars.js';
import type { MailSystem } from './documents.js';
import { ordersPath } from './paths.js';

const parts = ['waiting', 'handedOver', 'held', 'failed'] as const;
const looks: Record<(typeof parts)[number], Pick<Part, 'colour' | 'isStriped'>> = {
  waiting: { colour: 'info.main' },
  handedOver: { colour: 'info.main', isStriped: true },
  held: { colour: 'warning.main', isStriped: true },
  failed: { colour: 'error.main' },
};

export function OrderBars({ systems }: { systems: readonly MailSystem[] }) {
  const t = useTranslate();
  const { number } = useFormat();
  const busy = systems.filter((system) => parts.some((part) => system[part] > 0));
  if (busy.length === 0) return null;
  const drawn = parts.map((name) => ({ name, words: t(`mailSystems.figure.${name}`), ...looks[name] }));
  return (
    <ChartWithTable
      title={t('mailSystems.bars')}
      hint={t('mailSystems.barsHint')}
      file="mail-orders"
      table={{
        head: [t('mailSystems.name'), ...drawn.map(({ words }) => words)],
        rows: systems.map((system) => [system.name, ...parts.map((part) => number(system[part]))]),
        csv: systems.map((system) => [system.name, ...parts.map((part) => system[part])]),
      }}
    >
      <PartBars
        parts={drawn}
        rows={busy.map((system) => ({
          key: system.id,
          label: <Link to={ordersPath({ connector: system.name })}>{system.name}</Link>,
          counts: Object.fromEntries(parts.map((part) => [part, system[part]])),
        }))}
      />
    </ChartWithTable>
  );
}
