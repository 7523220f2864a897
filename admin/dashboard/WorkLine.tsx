// One line of what waits: a sentence and the way to it.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';

export function WorkLine({ to, button, isUrgent, children }: { to: string; button: string; isUrgent: boolean; children: ReactNode }) {
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1.5,
        py: 1.25,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Typography sx={{ flex: '1 1 260px', minWidth: 0, fontWeight: isUrgent ? 600 : 400 }}>{children}</Typography>
      <Button component={Link} to={to} variant={isUrgent ? 'contained' : 'outlined'}>
        {button}
      </Button>
    </Box>
  );
}
