// While a page is on its way.
import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';

/** Waits a moment before it shows, so that fast pages do not flicker. */
export function Loading() {
  const t = useTranslate();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 250);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Box role="status" aria-busy="true" sx={{ minHeight: '40vh', display: 'grid', placeItems: 'center' }}>
      {isShown && <CircularProgress aria-label={t('ui.loading')} size={32} />}
    </Box>
  );
}
