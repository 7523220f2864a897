// The columns of the log of deliveries.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useNotify, useTranslate } from 'react-admin';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { useMay } from '../data/viewer.js';
import type { Column, Translate } from '../ui/column.js';
import { MomentVi } from '../ui/DateVi.js';
import { useFormat } from '../ui/format.js';
import { type Delivery, WEBHOOK_REPLAY } from './documents.js';

const typeWord = (type: string): string => (type === 'webhook.test' ? 'TEST' : 'CHANGED');

const why = (t: Translate, { lastProblem, lastStatus }: Delivery): string =>
  lastProblem
    ? [t(`webhooks.problem.${lastProblem}`), lastStatus && t('webhooks.status', { status: lastStatus })].filter(Boolean).join(' · ')
    : '';

function Outcome({ delivery }: { delivery: Delivery }) {
  const t = useTranslate();
  const { moment } = useFormat();
  const { state, deliveredAt, nextTryAt } = delivery;
  const colour = { WAITING: 'text.primary', DELIVERED: 'success.main', DEAD: 'error.main', CANCELLED: 'text.secondary' }[state];
  const detail = state === 'DELIVERED' ? moment(deliveredAt) : why(t, delivery);
  return (
    <Box>
      <Box className="keep-colour" sx={{ color: colour, fontWeight: 600 }}>
        {t(`webhooks.state.${state}`)}
      </Box>
      <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{detail}</Box>
      {state === 'WAITING' && nextTryAt && delivery.attempts > 0 && (
        <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{t('webhooks.nextTry', { at: moment(nextTryAt) })}</Box>
      )}
    </Box>
  );
}

function TypeWords({ delivery: { type, officers } }: { delivery: Delivery }) {
  const t = useTranslate();
  const { number } = useFormat();
  return <>{t(`webhooks.type.${typeWord(type)}`, { count: number(officers) })}</>;
}

function Replay({ delivery }: { delivery: Delivery }) {
  const t = useTranslate();
  const may = useMay('webhook.change');
  const doing = useDoing();
  const notify = useNotify();
  const afresh = useAfresh();
  if (!may || delivery.subscription.endedAt) return <>–</>;
  const run = async () => {
    const isDone = await doing.run(async () => void (await carryOut(WEBHOOK_REPLAY, { ids: [delivery.id] })));
    if (isDone) notify('webhooks.replayedOne');
    await afresh('webhooks', 'WebhookSubscriptions', 'AuditEvents');
  };
  return (
    <>
      <Button
        size="small"
        disabled={doing.isBusy}
        onClick={() => void run()}
        aria-label={t('webhooks.replayMessage', { id: delivery.messageId })}
      >
        {t('webhooks.again')}
      </Button>
      {doing.otherErrors().map((error) => (
        <Box key={error} role="alert" sx={{ color: 'error.main', fontSize: '0.8125rem' }}>
          {error}
        </Box>
      ))}
    </>
  );
}

export const deliveryColumns: Column<Delivery>[] = [
  {
    source: 'createdAt',
    label: 'webhooks.column.createdAt',
    phone: 'title',
    isTight: true,
    cell: ({ createdAt }) => <MomentVi value={createdAt} />,
  },
  {
    source: 'subscription',
    label: 'webhooks.column.subscription',
    cell: ({ subscription }) => subscription.name,
  },
  {
    source: 'type',
    label: 'webhooks.column.type',
    cell: (delivery) => <TypeWords delivery={delivery} />,
  },
  {
    source: 'state',
    label: 'webhooks.column.state',
    cell: (delivery) => <Outcome delivery={delivery} />,
  },
  {
    source: 'attempts',
    label: 'webhooks.column.attempts',
    isNumber: true,
    cell: ({ attempts }) => attempts,
  },
  {
    source: 'messageId',
    label: 'webhooks.column.messageId',
    isExtra: true,
    phone: 'none',
    cell: ({ messageId }) => <code>{messageId}</code>,
  },
  { source: 'replay', label: 'webhooks.column.replay', cell: (delivery) => <Replay delivery={delivery} /> },
];
