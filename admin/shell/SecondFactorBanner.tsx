// Somebody holds a right that asks for a second factor and has none yet: says so on every page, and sets one up over it.
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { lazy, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { useViewer } from '../data/viewer.js';

const SetUpOverPage = lazy(async () => ({ default: (await import('../account/SetUpOverPage.js')).SetUpOverPage }));

export function SecondFactorBanner() {
  const t = useTranslate();
  const { pathname } = useLocation();
  const [isSettingUp, setSettingUp] = useState(false);
  const isNeeded = useViewer()?.needsSecondFactor;
  const end = () => setSettingUp(false);
  return (
    <>
      {isNeeded && (
        <Alert
          severity="warning"
          className="no-print"
          sx={{ mb: 3, alignItems: 'center', flexWrap: { xs: 'wrap', sm: 'nowrap' } }}
          action={
            pathname !== '/account' && (
              <Button onClick={() => setSettingUp(true)} color="inherit" size="small" sx={{ whiteSpace: 'nowrap' }}>
                {t('shell.stepUp.toAccount')}
              </Button>
            )
          }
        >
          {t('shell.stepUp.banner')}
        </Alert>
      )}
      {isSettingUp && (
        <Suspense fallback={null}>
          <SetUpOverPage onClose={end} onDone={end} />
        </Suspense>
      )}
    </>
  );
}
