// The session has ended while somebody works: asks for them over the page and lets the waiting requests go on.
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslate } from 'react-admin';
import { type WayIn, signIn, signInByPasskey, whoIsIn } from '../data/auth-provider.js';
import type { Viewer } from '../data/me.documents.js';
import { session } from '../data/session.js';
import { SignInForm } from './SignInForm.js';
import { useSignOut } from './sign-out.js';

/** Goes on as this viewer. Somebody else sits here now: nothing of the former page may stay, and nothing that waits may be sent in their name. */
function goOn(viewer: Viewer): void {
  const before = session.viewer();
  if (before && before.id !== viewer.id) window.location.reload();
  else session.begin(viewer);
}

export function SignInAgain() {
  const t = useTranslate();
  const { signOut, question } = useSignOut();
  const isLost = useSyncExternalStore(session.subscribe, session.isLost);
  const because = session.lostBecause();
  useEffect(() => {
    if (!isLost) return undefined;
    // The city's own sign-in opens in a tab beside this one; coming back, the cookie may be there.
    const look = () => void whoIsIn().then(goOn, () => undefined);
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [isLost]);

  const resume = async (way: WayIn) => goOn(await (way === 'passkey' ? signInByPasskey() : signIn(way)));

  return (
    <Dialog open={isLost} fullWidth maxWidth="xs" aria-labelledby="sign-in-again">
      <DialogTitle id="sign-in-again">{t('shell.signIn.again')}</DialogTitle>
      <DialogContent>
        {because && (
          <Alert severity="info" sx={{ mb: 2 }}>
            {because}
          </Alert>
        )}
        <Typography sx={{ mb: 2.5 }}>{t('shell.signIn.againHint')}</Typography>
        <SignInForm email={session.viewer()?.email ?? ''} submitLabel={t('shell.signIn.resume')} onSubmit={resume} isOverPage />
        <Button fullWidth sx={{ mt: 1 }} onClick={signOut}>
          {t('shell.signIn.leave')}
        </Button>
        {question}
      </DialogContent>
    </Dialog>
  );
}
