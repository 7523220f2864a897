// How much of what there is at each of several places: one bar a place, its parts in colours with a legend in words; the numbers stand beside it.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useFormat } from './format.js';

export interface Part {
  name: string;
  words: string;
  colour: string;
  /** Drawn striped, so that it differs without colour. */
  isStriped?: boolean;
}

export interface PartRow {
  key: string;
  label: ReactNode;
  /** By the name of the part. */
  counts: Readonly<Record<string, number>>;
}

const stripes = 'repeating-linear-gradient(45deg, transparent 0 4px, rgb(255 255 255 / 0.45) 4px 7px)';
const fill = ({ colour, isStriped }: Part) => ({ bgcolor: colour, ...(isStriped && { backgroundImage: stripes }) });

export function PartBars({ parts, rows, legend = true }: { parts: readonly Part[]; rows: readonly PartRow[]; legend?: boolean }) {
  const { number } = useFormat();
  const sumOf = ({ counts }: PartRow) => parts.reduce((sum, { name }) => sum + (counts[name] ?? 0), 0);
  const most = Math.max(1, ...rows.map(sumOf));
  return (
    <Box>
      {legend && (
        <Box
          component="ul"
          sx={{
            listStyle: 'none',
            p: 0,
            m: 0,
            mb: 2,
            display: 'flex',
            flexWrap: 'wrap',
            columnGap: 2.5,
            rowGap: 0.5,
            fontSize: '0.8125rem',
          }}
        >
          {parts.map((part) => (
            <Box component="li" key={part.name} sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
              <Box aria-hidden="true" className="keep-colour" sx={{ width: 12, height: 12, borderRadius: 0.5, ...fill(part) }} />
              {part.words}
            </Box>
          ))}
        </Box>
      )}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1.5 }}>
        {rows.map((row) => (
          <Box component="li" key={row.key}>
            <Typography component="div" variant="body2" sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, mb: 0.5 }}>
              <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>{row.label}</Box>
              <b>{number(sumOf(row))}</b>
            </Typography>
            <Box
              role="img"
              aria-label={parts.map(({ name, words }) => `${words}: ${number(row.counts[name] ?? 0)}`).join('; ')}
              className="keep-colour"
              sx={{ height: 14, borderRadius: 1, overflow: 'hidden', bgcolor: 'action.hover' }}
            >
              <Box sx={{ display: 'flex', gap: '2px', height: '100%', width: `${(sumOf(row) / most) * 100}%` }}>
                {parts
                  .filter(({ name }) => (row.counts[name] ?? 0) > 0)
                  .map((part) => (
                    <Box key={part.name} sx={{ flex: row.counts[part.name], minWidth: 3, ...fill(part) }} />
                  ))}
              </Box>
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
