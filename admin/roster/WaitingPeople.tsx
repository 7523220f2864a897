// Below those who have a seat: who waits for one. Whoever holds the class may give a free seat.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAgencyName } from '../agencies/fields.js';
import { EnrolmentAct } from '../classes/EnrolmentAct.js';
import { EnrolmentStateWords } from '../classes/state.js';
import { useFormat } from '../ui/format.js';
import type { MarkedClass, Person } from './documents.js';

export function WaitingPeople({ held, onAfresh }: { held: MarkedClass; onAfresh: () => void }) {
  const t = useTranslate();
  const { number } = useFormat();
  const agencyName = useAgencyName();
  const [chosen, setChosen] = useState<Person>();
  const waiting = held.roster
    .filter(({ state }) => state === 'WAITLISTED' || state === 'REQUESTED')
    .sort((a, b) => (a.waitlistPosition ?? 0) - (b.waitlistPosition ?? 0));
  if (waiting.length === 0) return null;
  return (
    <Box component="section" sx={{ mt: 3 }}>
      <Typography variant="h2">{t('roster.waiting', { count: number(waiting.length) })}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {held.seatsLeft > 0 ? t('classes.seatsLeft', { count: number(held.seatsLeft) }) : t('roster.noSeatHint')}
      </Typography>
      {held.seatsLeft === 0 && held.availableActions.includes('UPDATE') && (
        <Button component={Link} to={`/classes/${held.id}`} variant="outlined" sx={{ mt: 1, minHeight: 44 }}>
          {t('roster.moreSeats')}
        </Button>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mt: 1 }}>
        {waiting.map((person) => (
          <Box
            component="li"
            key={person.id}
            sx={{ display: 'flex', gap: 1.5, alignItems: 'center', py: 1.25, borderTop: 1, borderColor: 'divider' }}
          >
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Box sx={{ fontWeight: 600 }}>{person.officer.fullName}</Box>
              <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{agencyName(person.officer.agency)}</Box>
              <Box sx={{ fontSize: '0.8125rem' }}>
                <EnrolmentStateWords state={person.state} position={person.waitlistPosition} />
              </Box>
            </Box>
            {person.availableActions.includes('APPROVE') && held.seatsLeft > 0 && (
              <Button variant="outlined" onClick={() => setChosen(person)} sx={{ minHeight: 44 }}>
                {t('roster.giveSeat')}
              </Button>
            )}
          </Box>
        ))}
      </Box>
      {chosen && (
        <EnrolmentAct
          action="APPROVE"
          rows={[chosen]}
          onClose={() => setChosen(undefined)}
          onDone={() => {
            setChosen(undefined);
            onAfresh();
          }}
        />
      )}
    </Box>
  );
}
