// All orders are held: said where orders and systems are looked at, with the button that lets them go again.
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ask } from '../data/client.js';
import { useAfresh, useDoing } from '../data/command.js';
import { useMay } from '../data/viewer.js';
import { ActDialog } from '../ui/ActDialog.js';
import { toldOfMail } from './afresh.js';
import { PROVISIONING_PAUSE } from './documents.js';

export function PausedBanner({ isPaused }: { isPaused: boolean | undefined }) {
  const t = useTranslate();
  const mayPause = useMay('provisioning.pause');
  const [isAsking, setAsking] = useState(false);
  if (!isPaused) return null;
  return (
    <>
      <Alert
        severity="warning"
        variant="outlined"
        data-part="paused"
        action={
          mayPause && (
            <Button variant="contained" color="warning" onClick={() => setAsking(true)}>
              {t('mailSystems.pause.release')}
            </Button>
          )
        }
        sx={{ flexWrap: 'wrap', '& .MuiAlert-message': { flex: '1 1 240px' } }}
      >
        <AlertTitle>{t('mailSystems.pause.is')}</AlertTitle>
        {t('mailSystems.pause.isHint')}
      </Alert>
      {isAsking && <PauseDialog isPaused={false} onClose={() => setAsking(false)} />}
    </>
  );
}

/** Holds all orders, or lets them go again. */
export function PauseDialog({ isPaused, onClose }: { isPaused: boolean; onClose: () => void }) {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const act = isPaused ? 'hold' : 'release';
  const submit = () =>
    doing.run(async () => {
      await ask(PROVISIONING_PAUSE, { isPaused });
      await afresh(...toldOfMail);
      onClose();
    });
  return (
    <ActDialog
      title={t(`mailSystems.pause.${act}`)}
      hint={t(`mailSystems.pause.${act}Hint`)}
      submitLabel={t(`mailSystems.pause.${act}`)}
      doing={doing}
      onSubmit={() => void submit()}
      onClose={onClose}
      isDangerous={isPaused}
    />
  );
}
