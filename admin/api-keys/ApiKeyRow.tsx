// One key: its name and prefix, what it may do, until when, last used, made by whom.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import type { ApiKey } from './documents.js';
import { scopes, wordOf } from './scopes.js';

/** Days before its end from which a key is marked. */
const soonDays = 30;

/** A key's last day ends at midnight in the city. */
function stateOf({ endedAt, expiresOn }: ApiKey, now: number): 'ENDED' | 'EXPIRED' | 'SOON' | 'LIVING' {
  if (endedAt) return 'ENDED';
  const left = (new Date(`${expiresOn}T23:59:59+07:00`).getTime() - now) / 86_400_000;
  return left < 0 ? 'EXPIRED' : left < soonDays ? 'SOON' : 'LIVING';
}

export function ApiKeyRow({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) {
  const t = useTranslate();
  const { day, moment } = useFormat();
  const [now] = useState(() => Date.now());
  const state = stateOf(apiKey, now);
  const isOver = state === 'ENDED' || state === 'EXPIRED';
  const knownScopes: readonly string[] = scopes;
  const facts = [
    state === 'ENDED' ? t('apiKeys.endedAt', { at: moment(apiKey.endedAt) }) : t(`apiKeys.until.${state}`, { day: day(apiKey.expiresOn) }),
    apiKey.lastUsedAt ? t('apiKeys.lastUsed', { at: moment(apiKey.lastUsedAt) }) : t('apiKeys.unused'),
    t('apiKeys.made', { by: apiKey.createdBy, at: moment(apiKey.createdAt) }),
  ];
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: { xs: 'wrap', sm: 'nowrap' },
        gap: 2,
        alignItems: 'center',
        px: { xs: 2, sm: 3 },
        py: 2,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
        <Typography component="h2" sx={{ fontWeight: 600, color: isOver ? 'text.secondary' : 'text.primary' }}>
          {apiKey.name} <code>{`${apiKey.prefix}…`}</code>
        </Typography>
        <Typography sx={{ color: isOver ? 'text.secondary' : 'text.primary' }}>
          {apiKey.scopes.map((scope) => (knownScopes.includes(scope) ? t(`apiKeys.scope.${wordOf(scope)}`) : scope)).join(' · ')}
        </Typography>
        <Typography variant="body2" sx={{ color: state === 'SOON' ? 'warning.main' : 'text.secondary' }}>
          {facts.join(' · ')}
        </Typography>
      </Box>
      {apiKey.availableActions.includes('REVOKE') && (
        <Button color="error" variant="outlined" onClick={onRevoke} aria-label={t('apiKeys.revokeOf', { name: apiKey.name })}>
          {t('apiKeys.revoke')}
        </Button>
      )}
    </Box>
  );
}
