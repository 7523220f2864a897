// The sessions of a class in order, with how far each is marked for those who see the list.
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import { useNow } from '../ui/now.js';
import { Section } from '../ui/Section.js';
import { unmarkedBySession } from './class.js';
import type { Enrolment, TrainingClass } from './documents.js';
import { isSeated } from './enrolment.js';
import { useSessionWords } from './fields.js';
import { hasBegun, inTime, isToday } from './sessions.js';

export function SessionList({ held, roster }: { held: TrainingClass; roster: Enrolment[] | undefined }) {
  const t = useTranslate();
  const { number } = useFormat();
  const wordsOf = useSessionWords();
  const now = useNow();
  const seated = (roster ?? []).filter(({ state }) => isSeated(state));
  const unmarked = new Map(unmarkedBySession(held.sessions, roster ?? []).map(({ session, count }) => [session.id, count]));
  const marked = (id: string) =>
    seated.filter(({ attendance }) => attendance.some((one) => one.session.id === id && one.mark !== null)).length;
  const isLed = held.availableActions.includes('MARK') && seated.length > 0;
  return (
    <Section title={t('classes.sessions')}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {inTime(held.sessions).map((session, index) => (
          <Box
            component="li"
            key={session.id}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              alignItems: 'center',
              columnGap: 2,
              rowGap: 0.5,
              py: 1,
              borderTop: 1,
              borderColor: 'divider',
              '&:first-of-type': { borderTop: 0 },
            }}
          >
            <Typography sx={{ fontWeight: 600, minWidth: 64 }}>{t('classes.sessionNumber', { number: index + 1 })}</Typography>
            <Typography sx={{ flex: '1 1 240px' }}>{wordsOf(session)}</Typography>
            {isToday(session, now) && <Chip size="small" color="primary" variant="outlined" label={t('classes.today')} />}
            {isLed && hasBegun(session, now) && (
              <Typography variant="body2" sx={{ color: unmarked.has(session.id) ? 'warning.main' : 'text.secondary' }}>
                {t('classes.markedOf', { marked: number(marked(session.id)), total: number(seated.length) })}
              </Typography>
            )}
          </Box>
        ))}
      </Box>
    </Section>
  );
}
