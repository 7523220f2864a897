// At the bottom, always in sight: how many are marked, how many marks the server does not have yet and why, and closing the class.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { CompleteClass } from '../classes/CompleteClass.js';
import { nextSession } from '../classes/class.js';
import { useFormat } from '../ui/format.js';
import { useNow } from '../ui/now.js';
import type { MarkedClass } from './documents.js';
import { sender } from './outbox.js';
import type { Marking } from './use-marking.js';

interface CounterBarProps {
  held: MarkedClass;
  marked: number;
  total: number;
  marking: Marking;
  /** How many are marked, in words; people of a session when not said. */
  label?: string;
  /** The server was not reached when it was last asked. */
  isOffline: boolean;
}

export function CounterBar({ held, marked, total, marking, label, isOffline }: CounterBarProps) {
  const t = useTranslate();
  const { number } = useFormat();
  const now = useNow();
  const [isClosing, setClosing] = useState(false);
  const { unsent, sending } = marking;
  const span = { startsAt: held.sessions[0]?.startsAt ?? '', endsAt: held.sessions.at(-1)?.endsAt ?? '' };
  const mayClose = held.availableActions.includes('COMPLETE') && !nextSession({ ...held, ...span }, now);
  const state =
    unsent === 0
      ? t(isOffline ? 'roster.offline' : marked === 0 ? 'roster.noneMarked' : 'roster.allSent')
      : sending.trouble === null
        ? t('roster.sendingNow', { count: number(unsent) })
        : sending.trouble === 'OFFLINE'
          ? t('roster.unsentCount', { count: number(unsent) })
          : `${t('roster.unsentCount', { count: number(unsent) })} ${t(`shell.fault.${sending.trouble}`)}`;
  return (
    <Box
      role="region"
      aria-label={t('roster.progress')}
      className="no-print"
      sx={{
        position: 'fixed',
        bottom: 0,
        left: { xs: 0, md: 232 },
        right: 0,
        zIndex: 1100,
        bgcolor: 'background.paper',
        borderTop: 1,
        borderColor: 'divider',
        pb: 'env(safe-area-inset-bottom)',
      }}
    >
      <LinearProgress
        variant="determinate"
        value={total > 0 ? (marked / total) * 100 : 0}
        aria-label={t('roster.progress')}
        color={marked === total ? 'success' : 'primary'}
        sx={{ height: 5 }}
      />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, px: 2, py: 1.25, maxWidth: 792, mx: 'auto' }}>
        <Box sx={{ flex: 1, minWidth: 0 }} role="status" data-part="counter" data-unsent={unsent}>
          <Box sx={{ fontWeight: 600 }}>{label ?? t('roster.marked', { marked: number(marked), total: number(total) })}</Box>
          <Box sx={{ fontSize: '0.8125rem', color: unsent > 0 ? 'warning.main' : 'text.secondary', fontWeight: unsent > 0 ? 600 : 400 }}>
            {state}
          </Box>
        </Box>
        {unsent > 0 && sending.trouble !== null && (
          <Button variant="outlined" disabled={sending.isSending} onClick={sender.wakeNow}>
            {t('roster.sendNow')}
          </Button>
        )}
        {mayClose && unsent === 0 && (
          <Button variant={marked === total ? 'contained' : 'outlined'} onClick={() => setClosing(true)}>
            {t('classes.act.COMPLETE')}
          </Button>
        )}
      </Box>
      {isClosing && <CompleteClass held={{ ...held, ...span }} roster={held.roster} unsent={unsent} onClose={() => setClosing(false)} />}
    </Box>
  );
}
