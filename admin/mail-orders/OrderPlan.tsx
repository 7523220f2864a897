// Sẽ làm gì? The steps an order would take at its mail system now, as statements that can be read; nothing is written by asking.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { FaultNote } from '../ui/FaultNote.js';
import { Section } from '../ui/Section.js';
import { MAIL_ORDER_PLAN, type MailOrder } from './documents.js';

const known = ['sql', 'ldap', 'scim', 'doveadm', 'file'];

export function OrderPlan({ order }: { order: MailOrder }) {
  const t = useTranslate();
  const [isWanted, setWanted] = useState(false);
  const { data, error, isFetching, refetch } = useAsk(MAIL_ORDER_PLAN, { id: order.id }, isWanted);
  const steps = data?.mailOrderPlan;
  return (
    <Section
      title={t('mailOrders.plan.title')}
      hint={t('mailOrders.plan.hint')}
      actions={
        <Button variant="outlined" disabled={isFetching} onClick={() => (isWanted ? void refetch() : setWanted(true))}>
          {isFetching ? t('ui.working') : t('mailOrders.plan.button')}
        </Button>
      }
    >
      {error && <FaultNote error={error} onRetry={() => void refetch()} />}
      {steps?.length === 0 && (
        <Typography role="status">{t(order.connector ? 'mailOrders.plan.none' : 'mailOrders.plan.noSystem')}</Typography>
      )}
      {steps && steps.length > 0 && (
        <Box role="status">
          <Box component="ol" data-part="plan" sx={{ m: 0, pl: 3, display: 'grid', gap: 1.5 }}>
            {steps.map(({ means, text }, place) => (
              <li key={place}>
                {t(known.includes(means) ? `mailOrders.means.${means}` : 'mailOrders.means.other')}
                <Box
                  component="pre"
                  tabIndex={0}
                  sx={{
                    m: 0,
                    mt: 0.5,
                    p: 1.25,
                    border: 1,
                    borderColor: 'divider',
                    borderRadius: 1,
                    bgcolor: 'background.default',
                    fontSize: '0.8125rem',
                    whiteSpace: 'pre-wrap',
                    overflowWrap: 'anywhere',
                  }}
                >
                  {text}
                </Box>
              </li>
            ))}
          </Box>
        </Box>
      )}
    </Section>
  );
}
