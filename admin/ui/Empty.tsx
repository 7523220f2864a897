// Nothing here yet: says why, and what the next step is.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

export function Empty({ title, hint, action }: { title: string; hint: ReactNode; action?: ReactNode }) {
  return (
    <Box sx={{ py: 6, px: 3, textAlign: 'center' }}>
      <svg width="56" height="44" viewBox="0 0 56 44" aria-hidden="true" focusable="false">
        <rect x="2" y="10" width="52" height="32" rx="7" fill="none" stroke="currentColor" strokeWidth="2" opacity="0.35" />
        <path d="M4 14l24 16 24-16" fill="none" stroke="currentColor" strokeWidth="2" opacity="0.35" />
      </svg>
      <Typography variant="h2" component="p" sx={{ mt: 1.5 }}>
        {title}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mt: 0.75, mx: 'auto', maxWidth: '52ch' }}>{hint}</Typography>
      {action && <Box sx={{ mt: 2 }}>{action}</Box>}
    </Box>
  );
}
