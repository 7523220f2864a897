// The head of a page: where it stands in the flow, what it is about, what can be done with it.
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useTopOfPage } from './top-of-page.js';

export interface Step {
  to: string;
  words: string;
}

interface PageHeadProps {
  title: string;
  trail?: Step[];
  hint?: ReactNode;
  actions?: ReactNode;
}

export function PageHead({ title, trail = [], hint, actions }: PageHeadProps) {
  const t = useTranslate();
  const name = t('shell.name');
  useTopOfPage();
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
  return (
    <Box component="header">
      {trail.length > 0 && (
        <Box
          component="nav"
          aria-label={t('ui.trail')}
          className="no-print"
          sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1, fontSize: '0.875rem', color: 'text.secondary' }}
        >
          {trail.map((step, index) => (
            <Box component="span" key={step.to + index} sx={{ display: 'flex', gap: 1 }}>
              {index > 0 && <span aria-hidden="true">›</span>}
              <Link component={RouterLink} to={step.to} color="inherit" underline="always">
                {step.words}
              </Link>
            </Box>
          ))}
        </Box>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', justifyContent: 'space-between', gap: 2 }}>
        <Box sx={{ minWidth: 0, flex: '1 1 320px' }}>
          <Typography variant="h1" tabIndex={-1}>
            {title}
          </Typography>
          {hint && (
            <Typography component="div" sx={{ color: 'text.secondary', mt: 0.75 }}>
              {hint}
            </Typography>
          )}
        </Box>
        {actions && (
          <Box className="no-print" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
            {actions}
          </Box>
        )}
      </Box>
    </Box>
  );
}
