// The frame of what is seen before signing in: the emblem at one side, one form at the other.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { Emblem } from './Emblem.js';
import { LanguageButton } from './LanguageButton.js';

export function EntrancePage({ title, children }: { title: string; children: ReactNode }) {
  const t = useTranslate();
  const name = t('shell.name');
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
  return (
    <Box
      sx={{
        minHeight: '100dvh',
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1.1fr 1fr' },
        gridTemplateRows: { xs: 'auto 1fr', md: '1fr' },
      }}
    >
      <Box
        component="header"
        sx={{
          bgcolor: '#0b5a5e',
          color: '#fff',
          p: { xs: 3, md: 8 },
          display: 'flex',
          flexDirection: 'column',
          justifyContent: { xs: 'flex-start', md: 'center' },
          gap: 2,
          backgroundImage: 'radial-gradient(circle at 85% 110%, #11777a 0, #0b5a5e 55%)',
        }}
      >
        <Emblem size={56} />
        <Typography component="p" sx={{ fontSize: { xs: '1.5rem', md: '2.375rem' }, fontWeight: 600, lineHeight: 1.2, maxWidth: '16ch' }}>
          {name}
        </Typography>
        <Typography sx={{ fontSize: '1.0625rem', maxWidth: '40ch', color: '#e3f1f0' }}>{t('shell.city')}</Typography>
      </Box>
      <Box
        component="main"
        sx={{ p: { xs: 3, md: 8 }, display: 'flex', flexDirection: 'column', justifyContent: 'center', maxWidth: 560, minWidth: 0 }}
      >
        <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 2, mb: 3 }}>
          <Typography variant="h1">{title}</Typography>
          <LanguageButton />
        </Box>
        {children}
      </Box>
    </Box>
  );
}
