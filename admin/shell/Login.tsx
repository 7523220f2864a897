// The first page of whoever is not signed in.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useLogin, useTranslate } from 'react-admin';
import { Emblem } from './Emblem.js';
import { LanguageButton } from './LanguageButton.js';
import { SignInForm } from './SignInForm.js';

export function Login() {
  const t = useTranslate();
  const login = useLogin();
  return (
    <Box
      sx={{
        minHeight: '100dvh',
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', md: '1.1fr 1fr' },
        gridTemplateRows: { xs: 'auto 1fr', md: '1fr' },
      }}
    >
      <Box
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
          {t('shell.name')}
        </Typography>
        <Typography sx={{ fontSize: '1.0625rem', maxWidth: '40ch', color: '#e3f1f0' }}>{t('shell.city')}</Typography>
      </Box>
      <Box component="main" sx={{ p: { xs: 3, md: 8 }, display: 'flex', flexDirection: 'column', justifyContent: 'center', maxWidth: 560 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', mb: 3 }}>
          <Typography variant="h1">{t('shell.signIn.title')}</Typography>
          <LanguageButton />
        </Box>
        <SignInForm submitLabel={t('shell.signIn.submit')} onSubmit={async (credentials) => void (await login(credentials))} />
        <Typography variant="body2" sx={{ mt: 3, color: 'text.secondary' }}>
          {t('shell.signIn.forgotten')}
        </Typography>
      </Box>
    </Box>
  );
}
