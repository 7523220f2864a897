// Where all orders stand, as a picture with its table; each line opens the list of those.
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAsk } from '../data/ask.js';
import { ordersPath } from '../mail-systems/paths.js';
import { ChartWithTable } from '../ui/ChartWithTable.js';
import { useFormat } from '../ui/format.js';
import { PartBars } from '../ui/PartBars.js';
import { MAIL_ORDER_FIGURES } from './documents.js';

const lines = [
  ['failed', { state: ['FAILED'] }, 'error.main'],
  ['unknown', { state: ['UNKNOWN'] }, 'warning.main'],
  ['held', { isHeld: true }, 'warning.main'],
  ['waiting', { state: ['WAITING'], isHeld: false }, 'info.main'],
  ['running', { state: ['RUNNING'] }, 'info.main'],
] as const;

export function OrderFigures() {
  const t = useTranslate();
  const { number } = useFormat();
  const { data } = useAsk(MAIL_ORDER_FIGURES, {});
  if (!data) return null;
  const open = lines.filter(([name]) => data[name].totalCount > 0);
  if (open.length === 0) return null;
  const words = (name: string) => t(`mailOrders.figure.${name}`);
  return (
    <ChartWithTable
      title={t('mailOrders.figures')}
      hint={t('mailOrders.figuresHint', { done: number(data.done.totalCount) })}
      file="mail-orders"
      table={{
        head: [t('mailOrders.column.state'), t('mailOrders.count')],
        rows: lines.map(([name]) => [words(name), number(data[name].totalCount)]),
        csv: lines.map(([name]) => [words(name), data[name].totalCount]),
      }}
    >
      <PartBars
        legend={false}
        parts={open.map(([name, , colour]) => ({ name, words: words(name), colour }))}
        rows={open.map(([name, filter]) => ({
          key: name,
          label: <Link to={ordersPath(filter)}>{words(name)}</Link>,
          counts: { [name]: data[name].totalCount },
        }))}
      />
    </ChartWithTable>
  );
}
