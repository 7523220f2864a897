// Where an order stands, in a word with a shape; what keeps it, how often it was tried and when next.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import { Mark, type MarkLook } from '../ui/Mark.js';
import type { MailOrder, OrderState } from './documents.js';

const looks: Record<OrderState, MarkLook> = { DONE: 'good', WAITING: 'wait', RUNNING: 'wait', UNKNOWN: 'look', FAILED: 'bad' };

type Standing = Pick<MailOrder, 'state'> & Partial<Pick<MailOrder, 'heldFor' | 'isTrouble' | 'isLate'>>;

export function OrderMark({ state, heldFor = null, isTrouble = false, isLate = false }: Standing) {
  const t = useTranslate();
  if (isLate) return <Mark look="look">{t('mailOrders.held.LATE')}</Mark>;
  if (heldFor) return <Mark look={heldFor === 'BRAKE' ? 'look' : 'wait'}>{t(`mailOrders.held.${heldFor}`)}</Mark>;
  return <Mark look={isTrouble && state !== 'FAILED' ? 'look' : looks[state]}>{t(`decisions.orderState.${state}`)}</Mark>;
}

/** How often it was tried, and when it is tried next or was done. */
export function useTries(): (order: Pick<MailOrder, 'state' | 'attempts' | 'nextTryAt' | 'doneAt' | 'heldFor'>) => string {
  const t = useTranslate();
  const { moment, number } = useFormat();
  return ({ state, attempts, nextTryAt, doneAt, heldFor }) =>
    [
      state === 'DONE' && doneAt && moment(doneAt),
      attempts > 0 && t('mailOrders.tries', { count: number(attempts) }),
      state !== 'DONE' && !heldFor && nextTryAt && t('mailOrders.nextTry', { at: moment(nextTryAt) }),
    ]
      .filter(Boolean)
      .join(' · ');
}

export function OrderStanding({ order }: { order: MailOrder }) {
  const tries = useTries()(order);
  return (
    <Box>
      <OrderMark {...order} />
      {tries && <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{tries}</Box>}
    </Box>
  );
}

/** Whether what was done was read back, and who is still signed in. */
export function useProof(): (order: Pick<MailOrder, 'state' | 'verified' | 'liveSessionsRemaining'>) => string {
  const t = useTranslate();
  const { number } = useFormat();
  return ({ state, verified, liveSessionsRemaining }) =>
    [
      state === 'DONE' && t(verified ? 'mailOrders.verified' : 'mailOrders.unverified'),
      liveSessionsRemaining !== null && liveSessionsRemaining > 0 && t('mailOrders.sessionsLeft', { count: number(liveSessionsRemaining) }),
    ]
      .filter(Boolean)
      .join(' · ') || '–';
}
