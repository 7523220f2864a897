// Search, language, light or dark, and me.
import AccountCircle from '@mui/icons-material/AccountCircleOutlined';
import DarkMode from '@mui/icons-material/DarkModeOutlined';
import LightMode from '@mui/icons-material/LightModeOutlined';
import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import MuiMenu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { useTheme } from '@mui/material/styles';
import { useState } from 'react';
import { useStore, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { LanguageButton } from './LanguageButton.js';
import { useViewer } from '../data/viewer.js';
import { Search } from './Search.js';
import { useSignOut } from './sign-out.js';

/** `isBare`: on a phone the page has the whole screen. */
export function TopBar({ isBare }: { isBare: boolean }) {
  const t = useTranslate();
  const { palette } = useTheme();
  const viewer = useViewer();
  const [, setMode] = useStore<'light' | 'dark'>('theme', palette.mode);
  const isDark = palette.mode === 'dark';
  const words = isDark ? t('shell.bar.toLight') : t('shell.bar.toDark');
  return (
    <Box
      component="header"
      className="no-print"
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 1000,
        display: { xs: isBare ? 'none' : 'flex', md: 'flex' },
        alignItems: 'center',
        gap: 1,
        px: { xs: 2, sm: 3, lg: 5 },
        py: 1.25,
        bgcolor: 'background.default',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0, maxWidth: 520 }}>{!viewer?.isByCode && <Search />}</Box>
      <Box sx={{ ml: 'auto', display: 'flex', alignItems: 'center', gap: { xs: 0, sm: 0.5 } }}>
        <LanguageButton />
        <IconButton onClick={() => setMode(isDark ? 'light' : 'dark')} title={words} aria-label={words} color="inherit">
          {isDark ? <LightMode fontSize="small" /> : <DarkMode fontSize="small" />}
        </IconButton>
        <Me />
      </Box>
    </Box>
  );
}

function Me() {
  const t = useTranslate();
  const { signOut, question } = useSignOut();
  const viewer = useViewer();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (!viewer) return null;
  const close = () => setAnchor(null);
  const words = t('shell.bar.account', { name: viewer.name });
  return (
    <>
      <IconButton onClick={(event) => setAnchor(event.currentTarget)} title={words} aria-label={words} aria-haspopup="menu" color="inherit">
        <AccountCircle fontSize="small" />
      </IconButton>
      <MuiMenu anchorEl={anchor} open={!!anchor} onClose={close}>
        <Box component="li" sx={{ px: 2, py: 1, maxWidth: 280 }}>
          <Typography sx={{ fontWeight: 600 }}>{viewer.name}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {viewer.isByCode ? t('shell.bar.byCode') : viewer.roles.map((role) => t(`shell.role.${role}`)).join(', ')}
          </Typography>
        </Box>
        <Divider />
        {!viewer.isByCode && (
          <MenuItem component={Link} to="/account" onClick={close}>
            {t('shell.bar.myAccount')}
          </MenuItem>
        )}
        {viewer.officer && (
          <MenuItem component={Link} to={`/officers/${viewer.officer.id}/show`} onClick={close}>
            {t('shell.bar.ownFile')}
          </MenuItem>
        )}
        {viewer.agency && (
          <MenuItem component={Link} to={`/agencies/${viewer.agency.id}/show`} onClick={close}>
            {t('shell.bar.ownAgency')}
          </MenuItem>
        )}
        <MenuItem
          onClick={() => {
            close();
            window.print();
          }}
        >
          {t('shell.bar.print')}
        </MenuItem>
        <MenuItem
          onClick={() => {
            close();
            signOut();
          }}
        >
          {t('shell.bar.signOut')}
        </MenuItem>
      </MuiMenu>
      {question}
    </>
  );
}
