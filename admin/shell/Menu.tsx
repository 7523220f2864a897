// The flow at the left: only what the viewer may open.
import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import Typography from '@mui/material/Typography';
import type { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import { Emblem } from './Emblem.js';
import { type Place, isHere, usePlaces } from './places.js';

export function Menu({ width, isOpen, onClose }: { width: number; isOpen: boolean; onClose: () => void }) {
  const t = useTranslate();
  const isWide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));
  if (!isWide) {
    return (
      <Drawer open={isOpen} onClose={onClose} slotProps={{ paper: { sx: { width } } }}>
        <Box component="nav" aria-label={t('shell.menu.main')} sx={{ pt: 2 }}>
          <Entries onChosen={onClose} />
        </Box>
      </Drawer>
    );
  }
  return (
    <Box
      component="nav"
      aria-label={t('shell.menu.main')}
      className="no-print"
      sx={{
        width,
        flex: 'none',
        borderRight: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        position: 'sticky',
        top: 0,
        height: '100dvh',
        overflowY: 'auto',
      }}
    >
      <Box
        component={Link}
        to="/"
        sx={{ display: 'flex', alignItems: 'center', gap: 1.25, p: 2.5, color: 'text.primary', textDecoration: 'none', fontWeight: 600 }}
      >
        <Emblem size={30} />
        {t('shell.name')}
      </Box>
      <Entries />
    </Box>
  );
}

function Entries({ onChosen }: { onChosen?: () => void }) {
  const t = useTranslate();
  const places = usePlaces();
  const ofSystem = places.filter((place) => place.group === 'system');
  return (
    <Box sx={{ p: 1.5, pt: 0.5 }}>
      {places
        .filter((place) => !place.group)
        .map((place) => (
          <Entry key={place.to} place={place} onChosen={onChosen} />
        ))}
      {ofSystem.length > 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary', px: 1.5, mt: 2.5, mb: 0.75 }}>
          {t('shell.menu.system')}
        </Typography>
      )}
      {ofSystem.map((place) => (
        <Entry key={place.to} place={place} onChosen={onChosen} />
      ))}
    </Box>
  );
}

function Entry({ place: { to, label, icon: Icon }, onChosen }: { place: Place; onChosen: (() => void) | undefined }) {
  const t = useTranslate();
  const { pathname } = useLocation();
  const here = isHere(to, pathname);
  return (
    <Box
      component={Link}
      to={to}
      onClick={onChosen}
      aria-current={here ? 'page' : undefined}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        px: 1.5,
        py: 1.1,
        mb: 0.25,
        borderRadius: 2,
        textDecoration: 'none',
        fontWeight: here ? 600 : 400,
        color: here ? 'primary.main' : 'text.primary',
        bgcolor: here ? 'primary.light' : 'transparent',
        '&:hover': { bgcolor: here ? 'primary.light' : 'action.hover' },
      }}
    >
      <Icon fontSize="small" />
      {t(label)}
    </Box>
  );
}
