// Short notes at the foot of the page after something was done or refused.
import Alert from '@mui/material/Alert';
import Snackbar from '@mui/material/Snackbar';
import { useEffect, useState } from 'react';
import { type NotificationPayload, useNotificationContext, useTranslate } from 'react-admin';

export function Notes() {
  const t = useTranslate();
  const { notifications, takeNotification } = useNotificationContext();
  const [note, setNote] = useState<NotificationPayload | null>(null);
  useEffect(() => {
    if (note === null && notifications.length > 0) setNote(takeNotification() ?? null);
  }, [note, notifications, takeNotification]);
  if (!note) return null;
  const { message, type, notificationOptions } = note;
  return (
    <Snackbar
      open
      autoHideDuration={6000}
      onClose={(_, reason) => reason !== 'clickaway' && setNote(null)}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
      sx={{ mb: { xs: 8, md: 1 } }}
    >
      <Alert
        severity={type === 'error' ? 'error' : type === 'warning' ? 'warning' : 'success'}
        variant="filled"
        onClose={() => setNote(null)}
        closeText={t('ra.action.close')}
      >
        {typeof message === 'string' ? t(message, notificationOptions?.messageArgs) : message}
      </Alert>
    </Snackbar>
  );
}
