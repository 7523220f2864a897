// An act needs the second factor (G-18): asks for it over the page, then the act is repeated.
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type FormEvent, lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { whoIsIn } from '../data/auth-provider.js';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { FACTORS, SESSION_PROVE } from '../data/me.documents.js';
import { canPasskey, showPasskey } from '../data/passkey.js';
import { session } from '../data/session.js';
import { stepUp } from '../data/step-up.js';
import { CodeField } from '../ui/CodeField.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';

const SetUpOverPage = lazy(async () => ({ default: (await import('../account/SetUpOverPage.js')).SetUpOverPage }));

export function StepUp() {
  const isAsked = useSyncExternalStore(stepUp.subscribe, stepUp.isAsked);
  return (
    <Dialog open={isAsked} fullWidth maxWidth="xs" aria-labelledby="step-up" onClose={stepUp.giveUp}>
      {isAsked && <Proof />}
    </Dialog>
  );
}

function Proof() {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const [code, setCode] = useState('');
  const [isSettingUp, setSettingUp] = useState(false);
  const { data } = useAsk(FACTORS, {});
  const factors = data?.me?.factors;
  const hasPasskey = canPasskey() && !!factors?.passkeys.length;
  const hasCode = factors?.hasTotp || !!factors?.recoveryCodesLeft;

  const prove = async (work: () => Promise<unknown>) => {
    const isShown = await doing.run(async () => {
      await work();
      session.begin(await whoIsIn());
    });
    if (!isShown) return;
    void afresh('Factors', 'Account', 'MySessions');
    stepUp.shown();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void prove(() => carryOut(SESSION_PROVE, { code: code.trim() }));
  };

  // Whoever has just set it up has shown it: the act that waits goes on.
  if (isSettingUp) {
    return (
      <Suspense fallback={null}>
        <SetUpOverPage onClose={() => setSettingUp(false)} onDone={stepUp.shown} />
      </Suspense>
    );
  }
  return (
    <form onSubmit={submit}>
      <DialogTitle id="step-up">{t('shell.stepUp.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography>{t(factors && !hasCode && !factors.passkeys.length ? 'shell.stepUp.none' : 'shell.stepUp.why')}</Typography>
        {hasCode && <CodeField value={code} onChange={setCode} error={doing.errorAt('code')} />}
        {hasPasskey && (
          <Button variant="outlined" disabled={doing.isBusy} onClick={() => void prove(showPasskey)}>
            {t('shell.stepUp.passkey')}
          </Button>
        )}
        <ErrorNotes errors={doing.otherErrors(...(hasCode ? ['code'] : []))} />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5 }}>
        <Button onClick={stepUp.giveUp}>{t('ui.cancel')}</Button>
        {hasCode && (
          <Button type="submit" variant="contained" disabled={doing.isBusy}>
            {t('shell.stepUp.submit')}
          </Button>
        )}
        {factors && !hasCode && !factors.passkeys.length && (
          <Button variant="contained" onClick={() => setSettingUp(true)}>
            {t('shell.stepUp.toAccount')}
          </Button>
        )}
      </DialogActions>
    </form>
  );
}
