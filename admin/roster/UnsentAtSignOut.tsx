// Signing out with marks that are not sent: send them now, or leave them on this device for the next time.
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { session } from '../data/session.js';
import { useFormat } from '../ui/format.js';
import { sender } from './outbox.js';
import { useUnsent } from './use-unsent.js';

export function UnsentAtSignOut({ onClose, onLeave }: { onClose: () => void; onLeave: () => void }) {
  const t = useTranslate();
  const { number } = useFormat();
  const { unsent, sending } = useUnsent();
  const count = unsent.length;
  const hasLeft = useRef(false);
  useEffect(() => {
    // Sent meanwhile: nothing is left to ask.
    if (count > 0 || hasLeft.current) return;
    hasLeft.current = true;
    onLeave();
  }, [count, onLeave]);
  return (
    <Dialog open fullWidth maxWidth="xs" aria-labelledby="unsent-title" onClose={onClose}>
      <DialogTitle id="unsent-title">{t('roster.signOut.title', { count: number(count) })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography>{t('roster.signOut.hint')}</Typography>
        {sending.trouble && <Alert severity="warning">{t(`shell.fault.${sending.trouble}`)}</Alert>}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5, flexWrap: 'wrap', gap: 1 }}>
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button color="error" onClick={onLeave}>
          {t('roster.signOut.leave')}
        </Button>
        {!session.isLost() && (
          <Button variant="contained" disabled={sending.isSending} onClick={sender.wakeNow}>
            {sending.isSending ? t('ui.working') : t('roster.signOut.send')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
