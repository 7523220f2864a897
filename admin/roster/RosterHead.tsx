// Which class and which session is marked; today's session is chosen first.
import ArrowBack from '@mui/icons-material/ArrowBack';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { cityClock, cityDay } from '../ui/city-time.js';
import { useFormat } from '../ui/format.js';
import { useNow } from '../ui/now.js';
import { type Session, isToday } from '../classes/sessions.js';
import type { MarkedClass } from './documents.js';

interface RosterHeadProps {
  held: MarkedClass;
  session: Session;
  sessions: Session[];
  onSession: (id: string) => void;
}

export function RosterHead({ held, session, sessions, onSession }: RosterHeadProps) {
  const t = useTranslate();
  const { day, span } = useFormat();
  const name = t('shell.name');
  const chosen = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    document.title = `${t('roster.title')} · ${held.title} · ${name}`;
  }, [t, held.title, name]);
  useEffect(() => {
    // Newer browsers answer with a promise, which is no way to end an effect.
    void chosen.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  const now = useNow();
  return (
    <Box component="header">
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 0.5, ml: -1 }}>
        <IconButton component={Link} to={`/classes/${held.id}/show`} aria-label={t('roster.back')} color="inherit">
          <ArrowBack />
        </IconButton>
        <Box sx={{ minWidth: 0, pt: 0.5 }}>
          <Typography variant="h1" sx={{ fontSize: '1.25rem' }}>
            {held.title}
          </Typography>
          <Typography variant="body2" noWrap sx={{ color: 'text.secondary' }}>
            {[span(session.startsAt, session.endsAt), held.place].filter(Boolean).join(' · ')}
          </Typography>
        </Box>
      </Box>
      {sessions.length > 1 && (
        <Box
          role="group"
          aria-label={t('roster.sessions')}
          sx={{ display: 'flex', gap: 1, overflowX: 'auto', py: 1, mx: { xs: -2, sm: 0 }, px: { xs: 2, sm: 0 } }}
        >
          {sessions.map((one, index) => {
            const isChosen = one.id === session.id;
            return (
              <ButtonBase
                key={one.id}
                ref={isChosen ? chosen : undefined}
                aria-pressed={isChosen}
                onClick={() => onSession(one.id)}
                sx={{
                  flex: 'none',
                  flexDirection: 'column',
                  alignItems: 'flex-start',
                  minHeight: 52,
                  px: 1.5,
                  py: 0.75,
                  borderRadius: 2,
                  border: 1,
                  fontFamily: 'inherit',
                  borderColor: isChosen ? 'primary.main' : 'divider',
                  bgcolor: isChosen ? 'primary.main' : 'background.paper',
                  color: isChosen ? 'primary.contrastText' : 'text.primary',
                }}
              >
                <Box component="span" sx={{ fontWeight: 600 }}>
                  {t('classes.sessionNumber', { number: index + 1 })}
                </Box>
                <Box component="span" sx={{ fontSize: '0.8125rem' }}>
                  {isToday(one, now)
                    ? `${t('classes.today')} ${cityClock(one.startsAt)}`
                    : `${cityClock(one.startsAt)} ${day(cityDay(one.startsAt))}`}
                </Box>
              </ButtonBase>
            );
          })}
        </Box>
      )}
    </Box>
  );
}
