// One of the classes that take requests: when, where, how many seats are left.
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { useSessionWords } from './fields.js';
import { OPEN_CLASSES, type ShortClass } from './open.documents.js';
import { inTime } from './sessions.js';

export function useOpenClasses(isWanted = true): { classes: ShortClass[] | undefined; error: unknown; refetch: () => void } {
  const { data, error, refetch } = useAsk(OPEN_CLASSES, {}, isWanted);
  const classes = data?.trainingClasses.nodes
    .filter(({ availableActions }) => availableActions.includes('ENROL'))
    // One that has begun takes people only in passing.
    .sort((a, b) => Number(a.state === 'RUNNING') - Number(b.state === 'RUNNING') || a.startsAt.localeCompare(b.startsAt));
  return { classes, error, refetch: () => void refetch() };
}

/** Its first session, place and seats in a line. */
export function ShortClassFacts({ held }: { held: ShortClass }) {
  const t = useTranslate();
  const { number } = useFormat();
  const wordsOf = useSessionWords();
  const [first] = inTime(held.sessions);
  const parts = [
    first && wordsOf(first),
    held.sessions.length > 1 && t('classes.sessionCount', { count: held.sessions.length }),
    held.place,
    held.seatsLeft > 0
      ? t('classes.seatsLeft', { count: number(held.seatsLeft) })
      : t('classes.full', { count: number(held.waitlistedCount) }),
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}

export function ClassChoice({ value, onChange }: { value: string | undefined; onChange: (id: string) => void }) {
  const t = useTranslate();
  const { classes, error, refetch } = useOpenClasses();
  if (error) return <FaultNote error={error} onRetry={refetch} />;
  if (!classes) return <Skeleton variant="rounded" height={160} />;
  if (classes.length === 0) return <Typography sx={{ color: 'text.secondary' }}>{t('classes.noneOpen')}</Typography>;
  return (
    <RadioGroup
      aria-label={t('classes.request.class')}
      value={value ?? ''}
      onChange={(_, next) => onChange(next)}
      sx={{ gap: 1, flexWrap: 'nowrap' }}
    >
      {classes.map((held) => (
        <FormControlLabel
          key={held.id}
          value={held.id}
          control={<Radio sx={{ pt: 0 }} />}
          sx={{
            alignItems: 'flex-start',
            m: 0,
            p: 1.5,
            border: 1,
            borderColor: held.id === value ? 'primary.main' : 'divider',
            borderRadius: 1,
          }}
          label={
            <Box sx={{ minWidth: 0 }}>
              <Typography component="span" sx={{ display: 'block', fontWeight: 600 }}>
                {held.title}
              </Typography>
              <Typography component="span" variant="body2" sx={{ display: 'block', color: 'text.secondary' }}>
                <ShortClassFacts held={held} />
              </Typography>
            </Box>
          }
        />
      ))}
    </RadioGroup>
  );
}
