// The sheet a holder takes away: name, address, password, how to sign in and to change it, and that it is told this once.
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { cityNow } from '../data/city-clock.js';
import { cityDay } from '../ui/city-time.js';
import { useFormat } from '../ui/format.js';
import { Paper } from '../ui/Paper.js';

interface PasswordSheetProps {
  address: string;
  holder: string | undefined;
  password: string;
}

export function PasswordSheet({ address, holder, password }: PasswordSheetProps) {
  const t = useTranslate();
  const { day } = useFormat();
  return (
    <Paper label={t('mailboxes.sheet.title')} part="password-sheet">
      <Box component="h2" sx={{ textAlign: 'center', fontSize: '15pt', fontWeight: 700, textTransform: 'uppercase', m: 0, mb: '6mm' }}>
        {t('mailboxes.sheet.title')}
      </Box>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: 'max-content minmax(0, 1fr)', columnGap: '6mm', rowGap: '3mm' }}
      >
        <Row term={t('mailboxes.sheet.name')}>{holder ?? '–'}</Row>
        <Row term={t('mailboxes.sheet.address')}>{address}</Row>
        <Row term={t('mailboxes.sheet.password')}>
          <Box
            component="span"
            data-part="secret"
            sx={{
              fontFamily: "'Liberation Mono', Menlo, Consolas, monospace",
              fontSize: '15pt',
              fontWeight: 700,
              letterSpacing: '0.05em',
              userSelect: 'all',
            }}
          >
            {password}
          </Box>
        </Row>
        <Row term={t('mailboxes.sheet.day')}>{day(cityDay(cityNow()))}</Row>
      </Box>
      <Box component="ol" sx={{ mt: '6mm', pl: '6mm' }}>
        {(['signIn', 'change', 'safe', 'once'] as const).map((step) => (
          <Box component="li" key={step} sx={{ mb: '2mm' }}>
            {t(`mailboxes.sheet.${step}`)}
          </Box>
        ))}
      </Box>
    </Paper>
  );
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <Box component="dt">{term}</Box>
      <Box component="dd" sx={{ m: 0, fontWeight: 700, overflowWrap: 'anywhere' }}>
        {children}
      </Box>
    </>
  );
}
