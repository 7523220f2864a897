// What to mind while marking: no line, a list as it was, a session that has not begun, a class that is closed, a device that keeps nothing.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import { useNow } from '../ui/now.js';
import { type Session, hasBegun } from '../classes/sessions.js';
import type { MarkedClass } from './documents.js';
import type { Marking } from './use-marking.js';

interface RosterNotesProps {
  held: MarkedClass;
  session: Session;
  keptAt: string | undefined;
  marking: Marking;
}

export function RosterNotes({ held, session, keptAt, marking }: RosterNotesProps) {
  const t = useTranslate();
  const { moment } = useFormat();
  const now = useNow();
  const notes: ['info' | 'warning', string][] = [];
  if (!marking.isSafe) notes.push(['warning', t('roster.notKept')]);
  if (keptAt) notes.push(['warning', t('roster.keptList', { at: moment(keptAt) })]);
  if (held.state === 'CANCELLED') notes.push(['warning', t('roster.cancelled')]);
  else if (held.state === 'COMPLETED') notes.push(['info', t('roster.completed')]);
  else if (!hasBegun(session, now)) notes.push(['info', t('roster.notBegun', { at: moment(session.startsAt) })]);
  if (notes.length === 0) return null;
  return (
    <Box sx={{ display: 'grid', gap: 1, mt: 1.5 }}>
      {notes.map(([severity, words]) => (
        <Alert key={words} severity={severity} variant="outlined">
          {words}
        </Alert>
      ))}
    </Box>
  );
}
