// The seats of a class as a picture: taken, free, and who waits behind them; its numbers beside it in words.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTheme } from '@mui/material/styles';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import type { TrainingClass } from './documents.js';

/** More seats than this are a bar, not dots. */
const mostDots = 120;
const step = 18;
const perRow = 20;

type Seats = Pick<TrainingClass, 'capacity' | 'seatsLeft' | 'enrolledCount' | 'waitlistedCount' | 'requestedCount'>;

export function SeatPicture({ held }: { held: Seats }) {
  const t = useTranslate();
  const { number } = useFormat();
  const { palette } = useTheme();
  const { capacity, seatsLeft, enrolledCount, waitlistedCount, requestedCount } = held;
  const taken = capacity - seatsLeft;
  const facts: [string, number, string][] = [
    [t('classes.seat.taken'), enrolledCount, 'success.main'],
    [t('classes.seat.free'), seatsLeft, 'text.secondary'],
    [t('classes.seat.waitlisted'), waitlistedCount, 'info.main'],
    [t('classes.seat.requested'), requestedCount, 'warning.main'],
  ];
  const label = facts.map(([words, count]) => `${words}: ${number(count)}`).join('; ');
  const waiting = Math.min(waitlistedCount, mostDots);
  const rows = Math.ceil(capacity / perRow);
  const queueRows = Math.ceil(waiting / perRow);
  const height = rows * step + (queueRows > 0 ? queueRows * step + 10 : 0);
  const at = (index: number, top: number) => ({ cx: (index % perRow) * step + 9, cy: top + Math.floor(index / perRow) * step + 9 });
  return (
    <Box>
      {capacity <= mostDots ? (
        <svg
          role="img"
          aria-label={label}
          className="keep-colour"
          viewBox={`0 0 ${perRow * step} ${height}`}
          style={{ width: '100%', maxWidth: perRow * step, display: 'block' }}
        >
          {Array.from({ length: capacity }, (_, index) => (
            <circle
              key={index}
              {...at(index, 0)}
              r="6"
              fill={index < taken ? palette.success.main : 'none'}
              stroke={index < taken ? palette.success.main : palette.text.secondary}
              strokeWidth="1.5"
            />
          ))}
          {Array.from({ length: waiting }, (_, index) => (
            <circle
              key={`waiting ${index}`}
              {...at(index, rows * step + 10)}
              r="4.5"
              fill="none"
              stroke={palette.info.main}
              strokeWidth="2"
              strokeDasharray="3 2"
            />
          ))}
        </svg>
      ) : (
        <Box
          role="img"
          aria-label={label}
          className="keep-colour"
          sx={{ height: 16, borderRadius: 99, bgcolor: 'divider', overflow: 'hidden' }}
        >
          <Box sx={{ height: '100%', width: `${(taken / capacity) * 100}%`, bgcolor: 'success.main' }} />
        </Box>
      )}
      <Box
        component="dl"
        aria-hidden="true"
        sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(110px, 1fr))', gap: 1.5, m: 0, mt: 2 }}
      >
        {facts.map(([words, count, colour]) => (
          <Box key={words}>
            <Typography component="dd" sx={{ m: 0, fontSize: '1.5rem', fontWeight: 600, lineHeight: 1.2, color: colour }}>
              {number(count)}
            </Typography>
            <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
              {words}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
