// The three sides of training: the classes, who still needs one, and what they changed.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../data/viewer.js';

type Side = 'classes' | 'demand' | 'effect';

export function ClassTabs({ here }: { here: Side }) {
  const t = useTranslate();
  const mayDemand = useMay('training.readDemand');
  const mayEffect = useMay('training.readEffect');
  if (!mayDemand && !mayEffect) return null;
  const sides: [Side, string, boolean][] = [
    ['classes', '/classes', true],
    ['demand', '/classes/demand', mayDemand],
    ['effect', '/classes/effect', mayEffect],
  ];
  return (
    <Box
      component="nav"
      aria-label={t('classes.tabs')}
      className="no-print"
      sx={{ display: 'flex', gap: 0.5, mb: 3, borderBottom: 1, borderColor: 'divider', overflowX: 'auto' }}
    >
      {sides
        .filter(([, , isOpen]) => isOpen)
        .map(([side, to]) => (
          <Box
            key={side}
            component={Link}
            to={to}
            aria-current={side === here ? 'page' : undefined}
            sx={{
              px: 1.5,
              py: 1.25,
              whiteSpace: 'nowrap',
              textDecoration: 'none',
              fontWeight: 600,
              color: side === here ? 'primary.main' : 'text.secondary',
              boxShadow: (theme) => (side === here ? `inset 0 -3px 0 ${theme.palette.primary.main}` : 'none'),
              '&:hover': { color: 'text.primary' },
            }}
          >
            {t(`classes.tab.${side}`)}
          </Box>
        ))}
    </Box>
  );
}
