// The sessions of a class, each a row of day and hours; the next one is a tap away.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { cityDay } from '../ui/city-time.js';
import { ClockField, DayWords } from '../ui/MomentField.js';
import { type Following, type SessionRow, asksForAfternoon, withNext } from './session-rows.js';

interface SessionsFieldProps {
  rows: SessionRow[];
  onChange: (rows: SessionRow[]) => void;
  errorAt: (field: string) => string | undefined;
}

export function SessionsField({ rows, onChange, errorAt }: SessionsFieldProps) {
  const t = useTranslate();
  const change = (index: number, part: Partial<SessionRow>) => onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  const followings: Following[] = [...(asksForAfternoon(rows) ? (['AFTERNOON'] as const) : []), 'NEXT_DAY', 'NEXT_WEEK'];
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {rows.map((row, index) => (
        <Box
          key={row.row}
          role="group"
          aria-label={t('classes.sessionNumber', { number: index + 1 })}
          sx={{
            display: 'grid',
            gap: 1.5,
            alignItems: 'start',
            gridTemplateColumns: { xs: '1fr 1fr', sm: '76px minmax(130px, 1fr) 110px 110px auto' },
          }}
        >
          <Typography sx={{ pt: 1, fontWeight: 600, gridColumn: { xs: '1 / -1', sm: 'auto' } }}>
            {t('classes.sessionNumber', { number: index + 1 })}
          </Typography>
          <Box sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' }, display: 'grid' }}>
            <DayWords
              name={`sessions.${index}.day`}
              label={t('classes.sessionDay')}
              value={row.day}
              onChange={(day) => change(index, { day })}
            />
          </Box>
          <ClockField
            name={`sessions.${index}.from`}
            label={t('classes.sessionFrom')}
            value={row.from}
            onChange={(from) => change(index, { from })}
            error={errorAt(`sessions.${index}.startsAt`)}
          />
          <ClockField
            name={`sessions.${index}.to`}
            label={t('classes.sessionTo')}
            value={row.to}
            onChange={(to) => change(index, { to })}
            error={errorAt(`sessions.${index}.endsAt`)}
          />
          {rows.length > 1 && (
            <Button
              color="error"
              onClick={() => onChange(rows.filter((_, at) => at !== index))}
              aria-label={t('classes.sessionRemoveOf', { number: index + 1 })}
              sx={{ justifySelf: 'start' }}
            >
              {t('classes.sessionRemove')}
            </Button>
          )}
        </Box>
      ))}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {followings.map((following) => (
          <Button key={following} variant="outlined" size="small" onClick={() => onChange(withNext(rows, following, cityDay(new Date())))}>
            {t(`classes.following.${following}`)}
          </Button>
        ))}
      </Box>
    </Box>
  );
}
