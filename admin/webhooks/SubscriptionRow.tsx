// One system that is told: its name and address, what waits and what was given up, what can be done.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useNotify, useTranslate } from 'react-admin';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { useFormat } from '../ui/format.js';
import { type Subscription, WEBHOOK_TEST } from './documents.js';
import type { SubscriptionAct } from './SubscriptionActs.js';

export function SubscriptionRow({ subscription, onAct }: { subscription: Subscription; onAct: (act: SubscriptionAct) => void }) {
  const t = useTranslate();
  const { moment, number } = useFormat();
  const doing = useDoing();
  const notify = useNotify();
  const afresh = useAfresh();
  const { name, url, endedAt, waiting, dead, availableActions } = subscription;
  const facts = [
    endedAt ? t('webhooks.endedAt', { at: moment(endedAt) }) : t('webhooks.since', { at: moment(subscription.createdAt) }),
    waiting > 0 && t('webhooks.waiting', { count: number(waiting) }),
  ].filter(Boolean);
  const test = () =>
    doing.run(async () => {
      await carryOut(WEBHOOK_TEST, { id: subscription.id });
      notify('webhooks.tested');
      await afresh('webhooks', 'WebhookSubscriptions', 'AuditEvents');
    });
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1.5,
        alignItems: 'center',
        px: { xs: 2, sm: 3 },
        py: 2,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Box sx={{ flex: '1 1 280px', minWidth: 0 }}>
        <Typography component="h2" sx={{ fontWeight: 600, color: endedAt ? 'text.secondary' : 'text.primary' }}>
          {name}
        </Typography>
        <Typography sx={{ overflowWrap: 'anywhere', color: endedAt ? 'text.secondary' : 'text.primary' }}>
          <code>{url}</code>
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {facts.join(' · ')}
        </Typography>
        {dead > 0 && (
          <Typography variant="body2" sx={{ color: 'error.main', fontWeight: 600 }}>
            {t('webhooks.dead', { count: number(dead) })}
          </Typography>
        )}
        <ErrorNotes errors={doing.otherErrors()} />
      </Box>
      {availableActions.includes('TEST') && (
        <>
          <Button variant="outlined" disabled={doing.isBusy} onClick={() => void test()} aria-label={t('webhooks.testOf', { name })}>
            {t('webhooks.test')}
          </Button>
          <Button variant="outlined" onClick={() => onAct('REPLAY')} aria-label={t('webhooks.replayOf', { name })}>
            {t('webhooks.replay')}
          </Button>
        </>
      )}
      {availableActions.includes('UNSUBSCRIBE') && (
        <Button variant="outlined" color="error" onClick={() => onAct('UNSUBSCRIBE')} aria-label={t('webhooks.endOf', { name })}>
          {t('webhooks.end')}
        </Button>
      )}
    </Box>
  );
}
