// The session has ended while somebody works: asks for the password over the page and lets the waiting requests go on.
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useSyncExternalStore } from 'react';
import { useLogout, useTranslate } from 'react-admin';
import { type Credentials, signIn } from '../data/auth-provider.js';
import { session } from '../data/session.js';
import { SignInForm } from './SignInForm.js';

export function SignInAgain() {
  const t = useTranslate();
  const logout = useLogout();
  const isLost = useSyncExternalStore(session.subscribe, session.isLost);

  const resume = async (credentials: Credentials) => {
    const before = session.viewer();
    const viewer = await signIn(credentials);
    // Somebody else sits here now: nothing of the former page may stay, and nothing that waits may be sent in their name.
    if (before && before.id !== viewer.id) window.location.reload();
    else session.begin(viewer);
  };

  return (
    <Dialog open={isLost} fullWidth maxWidth="xs" aria-labelledby="sign-in-again">
      <DialogTitle id="sign-in-again">{t('shell.signIn.again')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2.5 }}>{t('shell.signIn.againHint')}</Typography>
        <SignInForm submitLabel={t('shell.signIn.resume')} onSubmit={resume} />
        <Button fullWidth sx={{ mt: 1 }} onClick={() => void logout()}>
          {t('shell.signIn.leave')}
        </Button>
      </DialogContent>
    </Dialog>
  );
}
