// A card with a heading and, at its right, what can be done with it.
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface SectionProps {
  title?: ReactNode;
  hint?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  isTight?: boolean;
}

export function Section({ title, hint, actions, children, isTight = false }: SectionProps) {
  return (
    <Card component="section" sx={{ p: isTight ? 0 : { xs: 2, sm: 3 }, minWidth: 0 }}>
      {(title || actions) && (
        <Box
          sx={{
            display: 'flex',
            alignItems: 'flex-start',
            justifyContent: 'space-between',
            gap: 2,
            flexWrap: 'wrap',
            mb: 2,
            '&:last-child': { mb: 0 },
            ...(isTight && { p: { xs: 2, sm: 3 }, pb: 0, mb: 1 }),
          }}
        >
          <Box sx={{ minWidth: 0, flex: '1 1 260px' }}>
            <Typography variant="h2">{title}</Typography>
            {hint && (
              <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5, maxWidth: '68ch' }}>
                {hint}
              </Typography>
            )}
          </Box>
          {actions && (
            <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
              {actions}
            </Box>
          )}
        </Box>
      )}
      {children}
    </Card>
  );
}
