// A request that failed: what happened, what to do, and a button to try again.
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { toFault } from '../data/faults.js';

export function FaultNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTranslate();
  const isGone = error instanceof Error && error.message === 'ra.notification.item_doesnt_exist';
  const fault = toFault(error);
  return (
    <Alert
      severity={isGone || fault.code === 'FORBIDDEN' ? 'info' : 'error'}
      variant="outlined"
      sx={{ my: 1 }}
      action={
        !isGone &&
        fault.code !== 'FORBIDDEN' &&
        onRetry && (
          <Button color="inherit" size="small" onClick={onRetry}>
            {t('shell.fault.again')}
          </Button>
        )
      }
    >
      {isGone ? t('ra.notification.item_doesnt_exist') : t(`shell.fault.${fault.code}`)}
      {fault.requestId && <div>{t('shell.fault.requestId', { id: fault.requestId })}</div>}
    </Alert>
  );
}
