// Everything that happened to a case, as a time line in words.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { MomentVi } from '../ui/DateVi.js';
import { Section } from '../ui/Section.js';
import type { CaseEvent } from './documents.js';

export function CaseHistory({ events }: { events: CaseEvent[] }) {
  const t = useTranslate();
  return (
    <Section title={t('decisions.history.title')}>
      <Box component="ol" data-part="history" sx={{ listStyle: 'none', m: 0, p: 0, borderLeft: 2, borderColor: 'divider', ml: 0.75 }}>
        {events.map((event, place) => (
          <Box component="li" key={place} sx={{ position: 'relative', pl: 2.5, pb: 2, '&:last-child': { pb: 0 } }}>
            <Box
              aria-hidden="true"
              sx={{ position: 'absolute', left: -7, top: 6, width: 12, height: 12, borderRadius: '50%', bgcolor: 'primary.main' }}
            />
            <Typography sx={{ fontWeight: 600 }}>{t(`decisions.event.${event.action}`)}</Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              <MomentVi value={event.at} /> · {event.actor}
            </Typography>
            {event.from !== event.to && event.from !== null && (
              <Typography variant="body2">
                {t('decisions.history.moved', { from: t(`decisions.state.${event.from}`), to: t(`decisions.state.${event.to}`) })}
              </Typography>
            )}
            {event.note && (
              <Typography variant="body2" sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                {event.note}
              </Typography>
            )}
          </Box>
        ))}
      </Box>
    </Section>
  );
}
