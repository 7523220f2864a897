// Every attempt at an order: when, what came of it, and what the mail system said; the newest are open, older ones one step away.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { Mark, type MarkLook } from '../ui/Mark.js';
import { MAIL_ORDER_ATTEMPTS } from './documents.js';

const looks: Record<string, MarkLook> = { changed: 'good', unchanged: 'good', retryable: 'look', permanent: 'bad', unknown: 'look' };
const shownFirst = 5;

export function AttemptLog({ orderId }: { orderId: string }) {
  const t = useTranslate();
  const { moment, number } = useFormat();
  const [isAll, setAll] = useState(false);
  const { data, error, refetch } = useAsk(MAIL_ORDER_ATTEMPTS, { id: orderId });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={40} aria-busy="true" />;
  const attempts = data.mailOrder?.attemptLog ?? [];
  if (attempts.length === 0) return <Typography>{t('mailOrders.noAttempt')}</Typography>;
  const shown = isAll ? attempts : attempts.slice(0, shownFirst);
  return (
    <>
      <Box component="ol" data-part="attempts" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {shown.map(({ id, createdAt, endedAt, outcome, message }) => (
          <li key={id}>
            <Mark look={(outcome && looks[outcome]) || (endedAt ? 'look' : 'wait')}>
              {t(
                outcome && looks[outcome]
                  ? `mailOrders.outcome.${outcome}`
                  : endedAt
                    ? 'mailOrders.outcome.unknown'
                    : 'mailOrders.outcome.running',
              )}
            </Mark>
            <Typography variant="body2" sx={{ color: 'text.secondary', pl: 2.5, overflowWrap: 'anywhere' }}>
              {[moment(createdAt), message].filter(Boolean).join(' · ')}
            </Typography>
          </li>
        ))}
      </Box>
      {attempts.length > shownFirst && (
        <Button size="small" sx={{ mt: 1 }} aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {t(isAll ? 'mailOrders.fewer' : 'mailOrders.allAttempts', { count: number(attempts.length) })}
        </Button>
      )}
    </>
  );
}
