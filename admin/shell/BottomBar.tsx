// On a phone: the three places this person uses, and the rest behind one more.
import MenuIcon from '@mui/icons-material/Menu';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import { useViewer } from '../data/viewer.js';
import { firstThree, isHere, usePlaces } from './places.js';

const oneLine = { maxWidth: '100%', px: 0.5, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

export function BottomBar({ onMore }: { onMore: () => void }) {
  const t = useTranslate();
  const places = usePlaces();
  const viewer = useViewer();
  const { pathname } = useLocation();
  const look = {
    flex: 1,
    flexDirection: 'column',
    gap: 0.25,
    py: 1,
    fontSize: '0.75rem',
    fontFamily: 'inherit',
    color: 'text.secondary',
    minWidth: 0,
  } as const;
  return (
    <Box
      component="nav"
      aria-label={t('shell.menu.main')}
      className="no-print"
      sx={{
        display: { xs: 'flex', md: 'none' },
        position: 'fixed',
        bottom: 0,
        left: 0,
        right: 0,
        zIndex: 1100,
        bgcolor: 'background.paper',
        borderTop: 1,
        borderColor: 'divider',
        pb: 'env(safe-area-inset-bottom)',
      }}
    >
      {firstThree(places, viewer).map(({ to, label, icon: Icon }) => {
        const here = isHere(to, pathname);
        return (
          <ButtonBase
            key={to}
            component={Link}
            to={to}
            aria-current={here ? 'page' : undefined}
            sx={{ ...look, ...(here && { color: 'primary.main', fontWeight: 600 }) }}
          >
            <Icon fontSize="small" />
            <Box component="span" sx={oneLine}>
              {t(`shell.menu.short.${to.slice(1)}`, { _: t(label) })}
            </Box>
          </ButtonBase>
        );
      })}
      {places.length > 3 && (
        <ButtonBase onClick={onMore} sx={look}>
          <MenuIcon fontSize="small" />
          <Box component="span" sx={oneLine}>
            {t('shell.menu.more')}
          </Box>
        </ButtonBase>
      )}
    </Box>
  );
}
