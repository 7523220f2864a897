// The orders a case has given to the mail system: where each stands, what was said, whether it was read back; and what the mail system says now.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../data/viewer.js';
import { OrderMark, useProof, useTries } from '../mail-orders/state.js';
import { isOtherwise, useStandingWords } from '../mailboxes/state.js';
import { MomentVi } from '../ui/DateVi.js';
import { Section } from '../ui/Section.js';
import type { Case, CaseOrder } from './documents.js';

/** In force it has changed a mailbox, and the reader wants to know whether it really is so. */
const hasEffect = ({ kind, state }: Case): boolean =>
  kind.startsWith('MAILBOX_') && ['IN_FORCE', 'EXPIRED', 'APPEALED', 'REVERSED'].includes(state);

export function CaseOrders({ one, orders }: { one: Case; orders: readonly CaseOrder[] }) {
  const t = useTranslate();
  const words = useStandingWords();
  const last = orders.at(-1);
  if (!last) return null;
  return (
    <Section title={t('decisions.papers.orders')} hint={t('decisions.papers.ordersHint')}>
      {hasEffect(one) && (
        <Alert
          severity={isOtherwise(last.mailbox) ? 'warning' : 'info'}
          variant="outlined"
          icon={false}
          data-part="mail-system-says"
          sx={{ mb: 2 }}
        >
          {t('decisions.papers.mailboxNow', { address: last.mailbox.address, words: words(last.mailbox) })}{' '}
          {isOtherwise(last.mailbox) && t('mailboxes.otherwise', { expected: t(`mailboxes.state.${last.mailbox.expectedState}`) })}
        </Alert>
      )}
      <Box component="ul" data-part="orders" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.75 }}>
        {orders.map((order) => (
          <li key={order.id}>
            <OrderLine order={order} />
          </li>
        ))}
      </Box>
    </Section>
  );
}

function OrderLine({ order }: { order: CaseOrder }) {
  const t = useTranslate();
  const mayOpen = useMay('mailOrder.read');
  const tries = useTries()(order);
  const proof = useProof()(order);
  const { id, number, kind, message, createdAt, mailbox } = order;
  const title = t('mailOrders.one', { number, what: t(`decisions.order.${kind}`) });
  return (
    <>
      <Box sx={{ overflowWrap: 'anywhere' }}>
        {mayOpen ? <Link to={`/mailOrders/${id}/show`}>{title}</Link> : <b>{title}</b>} · {mailbox.address}
      </Box>
      <OrderMark {...order} />
      <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {t('mailOrders.column.createdAt')} <MomentVi value={createdAt} />
        {tries && ` · ${tries}`}
        {proof !== '–' && ` · ${proof}`}
      </Typography>
      {message && (
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {t('decisions.papers.orderSaid', { message })}
        </Typography>
      )}
    </>
  );
}
