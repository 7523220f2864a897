// A secret that is shown once: selectable, with a button that copies it and a sentence that it will not come again.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { CopyButton } from './CopyButton.js';

interface OneTimeTextProps {
  text: string;
  label: string;
  copyLabel: string;
  hint: ReactNode;
}

export function OneTimeText({ text, label, copyLabel, hint }: OneTimeTextProps) {
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box
        component="output"
        aria-label={label}
        data-part="secret"
        sx={{
          display: 'block',
          p: 1.5,
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: 'background.default',
          fontFamily: 'ui-monospace, SFMono-Regular, Menlo, monospace',
          fontSize: '0.875rem',
          overflowWrap: 'anywhere',
          userSelect: 'all',
        }}
      >
        {text}
      </Box>
      <Box>
        <CopyButton text={text} label={copyLabel} variant="contained" />
      </Box>
      <Alert severity="warning">{hint}</Alert>
    </Box>
  );
}
