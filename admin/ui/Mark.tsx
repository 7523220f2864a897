// A state as shape, word and colour together: never by colour alone.
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** good: as it should be; wait: under way; look: somebody must look; bad: went wrong; quiet: of no concern. */
export type MarkLook = 'good' | 'wait' | 'look' | 'bad' | 'quiet';

const looks: Record<MarkLook, { colour: string; shape: object }> = {
  good: { colour: 'success.main', shape: { borderRadius: '50%', bgcolor: 'success.main' } },
  wait: { colour: 'info.main', shape: { borderRadius: '50%' } },
  look: { colour: 'warning.main', shape: { transform: 'rotate(45deg)' } },
  bad: { colour: 'error.main', shape: { bgcolor: 'error.main' } },
  quiet: { colour: 'text.secondary', shape: { height: 0, borderWidth: '1px', position: 'relative', top: -4 } },
};

export function Mark({ look, children }: { look: MarkLook; children: ReactNode }) {
  const { colour, shape } = looks[look];
  return (
    <Box component="span" className="keep-colour" sx={{ display: 'inline-flex', alignItems: 'baseline', gap: 1, color: colour }}>
      <Box component="span" aria-hidden="true" sx={{ width: 10, height: 10, flex: 'none', border: 2, ...shape }} />
      <span>{children}</span>
    </Box>
  );
}
