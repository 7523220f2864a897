// How many marks wait on this device, of which class, and why; and those the server refused.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useFormat } from '../ui/format.js';
import { kept, sender } from './outbox.js';
import { useUnsent } from './use-unsent.js';

export function UnsentBanner() {
  const t = useTranslate();
  const { number } = useFormat();
  const { unsent, refused, sending } = useUnsent();
  if (unsent.length + refused.length === 0) return null;
  const classes = [...new Set([...unsent, ...refused].map(({ classId }) => classId))];
  const reasons = [...new Set(refused.map(({ refusal = '' }) => t(refusal, { _: refusal })))];
  return (
    <Box className="no-print" sx={{ display: 'grid', gap: 1, mb: 3 }}>
      {unsent.length > 0 && (
        <Alert
          severity="warning"
          action={
            <Button color="inherit" size="small" disabled={sending.isSending} onClick={sender.wakeNow} sx={{ whiteSpace: 'nowrap' }}>
              {t('roster.sendNow')}
            </Button>
          }
        >
          {t('roster.unsentCount', { count: number(unsent.length) })} {sending.trouble && t(`shell.fault.${sending.trouble}`)}{' '}
          {classes.map((id) => (
            <Link key={id} to={`/classes/${id}/roster`}>
              {t('roster.open')}
            </Link>
          ))}
        </Alert>
      )}
      {refused.length > 0 && (
        <Alert
          severity="error"
          action={
            <Button color="inherit" size="small" onClick={() => kept.remove(refused.map(({ key }) => key))} sx={{ whiteSpace: 'nowrap' }}>
              {t('roster.seen')}
            </Button>
          }
        >
          {t('roster.refusedCount', { count: number(refused.length), reason: reasons.join(' ') })}
        </Alert>
      )}
    </Box>
  );
}
