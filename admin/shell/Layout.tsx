// The frame around every page: the flow at the left, search and me at the top; on a phone a bar at the bottom.
import Box from '@mui/material/Box';
import { Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { LayoutProps } from 'react-admin';

import { useIsBare } from './bare.js';
import { BottomBar } from './BottomBar.js';
import { ErrorBoundary } from './ErrorBoundary.js';

import { Loading } from './Loading.js';
import { Menu } from './Menu.js';
import { SecondFactorBanner } from './SecondFactorBanner.js';
import { SignInAgain } from './SignInAgain.js';
import { StepUp } from './StepUp.js';
import { TopBar } from './TopBar.js';
import { UnsentMarks } from './UnsentMarks.js';

export const menuWidth = 232;

export function Layout({ children }: LayoutProps) {
  const t = useTranslate();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const isBare = useIsBare();
  return (
    <Box sx={{ minHeight: '100dvh', display: 'flex' }}>
      <Box
        component="a"
        href="#content"
        className="no-print"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
        sx={{
          position: 'absolute',
          left: -9999,
          '&:focus': { left: 12, top: 12, zIndex: 2000, bgcolor: 'background.paper', p: 1.5, borderRadius: 1 },
        }}
      >
        {t('shell.skip')}
      </Box>
      <Menu width={menuWidth} isOpen={isMenuOpen} onClose={() => setMenuOpen(false)} />
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
        <TopBar isBare={isBare} />
        <Box
          component="main"
          id="content"
          tabIndex={-1}
          sx={{
            flex: 1,
            width: '100%',
            maxWidth: 1280,
            mx: 'auto',
            px: { xs: 2, sm: 3, lg: 5 },
            pt: { xs: 2, md: 4 },
            pb: { xs: 12, md: 8 },
            '&:focus': { outline: 'none' },
          }}
        >
          <SecondFactorBanner />
          <UnsentMarks />
          <ErrorBoundary>
            <Suspense fallback={<Loading />}>{children}</Suspense>
          </ErrorBoundary>
        </Box>
        {!isBare && <BottomBar onMore={() => setMenuOpen(true)} />}
      </Box>
      <SignInAgain />
      <StepUp />
    </Box>
  );
}
