// Somebody holds a right that asks for a second factor and has none yet: says so on every page, with the way to set one up.
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import { useViewer } from '../data/viewer.js';

export function SecondFactorBanner() {
  const t = useTranslate();
  const { pathname } = useLocation();
  if (!useViewer()?.needsSecondFactor) return null;
  return (
    <Alert
      severity="warning"
      className="no-print"
      sx={{ mb: 3, alignItems: 'center', flexWrap: { xs: 'wrap', sm: 'nowrap' } }}
      action={
        pathname !== '/account' && (
          <Button component={Link} to="/account" color="inherit" size="small" sx={{ whiteSpace: 'nowrap' }}>
            {t('shell.stepUp.toAccount')}
          </Button>
        )
      }
    >
      {t('shell.stepUp.banner')}
    </Alert>
  );
}
