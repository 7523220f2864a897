// A mark of attendance as a shape: tick, clock, dash, cross; told apart without colour.
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { useTranslate } from 'react-admin';
import type { Mark, ServerMark } from './attendance.js';
import { type Session, inTime } from './sessions.js';

const strokes: Record<Mark, string> = {
  PRESENT: 'M3 8.5l3.5 3.5L13 4.5',
  LATE: 'M8 4v4.5l3 2',
  EXCUSED: 'M4 8h8',
  ABSENT: 'M4 4l8 8M12 4l-8 8',
};

export const markColours = { PRESENT: 'success', LATE: 'warning', EXCUSED: 'info', ABSENT: 'error' } as const;

/** In the colour of its text. */
export function MarkShape({ mark, size = 16 }: { mark: Mark; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      {mark === 'LATE' && <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.8" />}
      <path d={strokes[mark]} fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

/** The marks of a person over all sessions; nothing while there is none. */
export function MarkShapes({ sessions, attendance }: { sessions: readonly Session[]; attendance: readonly ServerMark[] }) {
  const t = useTranslate();
  const { palette } = useTheme();
  const bySession = new Map(attendance.map(({ session, mark }) => [session.id, mark]));
  if (![...bySession.values()].some(Boolean)) return null;
  const words = inTime(sessions).map(({ id }, index) => {
    const mark = bySession.get(id);
    return `${t('classes.sessionNumber', { number: index + 1 })}: ${mark ? t(`classes.mark.${mark}`) : t('classes.unmarked')}`;
  });
  return (
    <Box role="img" aria-label={words.join('; ')} className="keep-colour" sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mt: 0.5 }}>
      {inTime(sessions).map(({ id }) => {
        const mark = bySession.get(id);
        return (
          <Box
            key={id}
            component="span"
            sx={{
              width: 20,
              height: 20,
              display: 'grid',
              placeItems: 'center',
              borderRadius: '5px',
              border: 1,
              borderColor: 'divider',
              color: mark ? palette[markColours[mark]].main : 'text.secondary',
            }}
          >
            {mark && <MarkShape mark={mark} size={14} />}
          </Box>
        );
      })}
    </Box>
  );
}
