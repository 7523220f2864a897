// Pages that stand in for a page: not found, not allowed, broken.
import Button from '@mui/material/Button';
import { useTranslate, useResetErrorBoundaryOnLocationChange } from 'react-admin';
import { Link } from 'react-router-dom';
import { Empty } from '../ui/Empty.js';

function Home() {
  const t = useTranslate();
  return (
    <Button component={Link} to="/" variant="outlined">
      {t('shell.fault.home')}
    </Button>
  );
}

export function PageMissing() {
  const t = useTranslate();
  return <Empty title={t('shell.fault.notFound')} hint={t('shell.fault.notFoundHint')} action={<Home />} />;
}

export function PageRefused() {
  const t = useTranslate();
  return <Empty title={t('shell.fault.denied')} hint={t('shell.fault.deniedHint')} action={<Home />} />;
}

export function PageFault({ resetErrorBoundary }: { resetErrorBoundary: (...args: unknown[]) => void }) {
  const t = useTranslate();
  useResetErrorBoundaryOnLocationChange(resetErrorBoundary);
  return (
    <Empty
      title={t('shell.fault.page')}
      hint={t('shell.fault.pageHint')}
      action={
        <Button variant="outlined" onClick={resetErrorBoundary}>
          {t('shell.fault.again')}
        </Button>
      }
    />
  );
}
