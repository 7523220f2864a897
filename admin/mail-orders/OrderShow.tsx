// One order: whose mailbox, what is to be done and why, where it stands, what it would do, and every attempt so far.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAgencyName } from '../agencies/fields.js';
import { AuditTrail } from '../audit/AuditTrail.js';
import { MomentVi } from '../ui/DateVi.js';
import { Facts } from '../ui/Facts.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { RecordPage } from '../ui/RecordPage.js';
import { Section } from '../ui/Section.js';
import { AttemptLog } from './AttemptLog.js';
import type { MailOrder, OrderAction } from './documents.js';
import { OrdersDialog, SettleDialog } from './OrderDialogs.js';
import { OrderPlan } from './OrderPlan.js';
import { OrderMark, useTries } from './state.js';

export function OrderShow() {
  return <RecordPage<MailOrder>>{(order) => <OrderPage key={order.id} order={order} />}</RecordPage>;
}

const inOrder: readonly OrderAction[] = ['APPROVE', 'RETRY', 'SETTLE'];

function OrderPage({ order: one }: { order: MailOrder }) {
  const t = useTranslate();
  const { day, number } = useFormat();
  const agencyName = useAgencyName();
  const tries = useTries()(one);
  const [act, setAct] = useState<OrderAction>();
  const close = () => setAct(undefined);
  const { mailbox, liveSessionsRemaining } = one;
  return (
    <>
      <PageHead
        title={t('mailOrders.one', { number: one.number, what: t(`decisions.order.${one.kind}`) })}
        hint={[mailbox.officer?.fullName, mailbox.address].filter(Boolean).join(' · ')}
        trail={[{ to: '/mailOrders', words: t('mailOrders.title') }]}
        actions={inOrder
          .filter((action) => one.availableActions.includes(action))
          .map((action, place) => (
            <Button key={action} variant={place === 0 ? 'contained' : 'outlined'} onClick={() => setAct(action)}>
              {t(`mailOrders.act.${action}`)}
            </Button>
          ))}
      />
      {one.heldFor && (
        <Alert severity={one.heldFor === 'BRAKE' ? 'warning' : 'info'} variant="outlined">
          {t(`mailOrders.heldHint.${one.heldFor}`)}
        </Alert>
      )}
      {!one.heldFor && one.state === 'UNKNOWN' && <Alert severity="warning">{t('mailOrders.unknownHint')}</Alert>}
      {!one.heldFor && one.state === 'FAILED' && <Alert severity="error">{t('mailOrders.failedHint')}</Alert>}
      {liveSessionsRemaining !== null && liveSessionsRemaining > 0 && (
        <Alert severity="warning" variant="outlined">
          {t('mailOrders.sessionsHint', { count: number(liveSessionsRemaining) })}
        </Alert>
      )}
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '1fr 1fr' }, alignItems: 'start' }}>
        <Section title={t('mailOrders.thisOrder')}>
          <Facts
            facts={[
              [t('mailOrders.column.state'), <OrderMark {...one} />],
              !!tries && [t('mailOrders.triesFact'), tries],
              !!one.message && [t('mailOrders.column.message'), one.message],
              one.state === 'DONE' && [t('mailOrders.proof'), t(one.verified ? 'mailOrders.verified' : 'mailOrders.unverified')],
              [t('mailOrders.column.mailbox'), <Link to={`/mailboxes/${mailbox.id}/show`}>{mailbox.address}</Link>],
              !!mailbox.officer && [
                t('mailOrders.officer'),
                <>
                  <Link to={`/officers/${mailbox.officer.id}/show`}>{mailbox.officer.fullName}</Link>, {agencyName(mailbox.officer.agency)}
                </>,
              ],
              [t('mailOrders.column.connector'), one.connector || t('mailOrders.noSystem')],
              [t('mailOrders.column.createdAt'), <MomentVi value={one.createdAt} />],
              !!one.reason && [t('mailOrders.reason'), one.reason],
              !!one.endsAt && [t('mailOrders.endsAt'), <MomentVi value={one.endsAt} />],
              !!one.approvedAt && [t('mailOrders.approvedAt'), <MomentVi value={one.approvedAt} />],
              !!one.handedOverAt && [t('mailOrders.handedOverAt'), <MomentVi value={one.handedOverAt} />],
              !!one.confirmBy && [t('mailOrders.confirmBy'), day(one.confirmBy)],
            ]}
          />
        </Section>
        <Section title={t('mailOrders.attempts')} hint={t('mailOrders.attemptsHint')}>
          <AttemptLog orderId={one.id} />
        </Section>
      </Box>
      {one.state !== 'DONE' && <OrderPlan order={one} />}
      <AuditTrail subject={`mailOrder:${one.id}`} />
      {(act === 'RETRY' || act === 'APPROVE') && <OrdersDialog act={act} orders={[one]} onDone={() => undefined} onClose={close} />}
      {act === 'SETTLE' && <SettleDialog order={one} onClose={close} />}
    </>
  );
}
