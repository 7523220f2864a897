// A command of the command line, to be copied.
import Box from '@mui/material/Box';
import { Fragment } from 'react';
import { useTranslate } from 'react-admin';
import { CopyButton } from './CopyButton.js';

export function Command({ text }: { text: string }) {
  const t = useTranslate();
  return (
    <Box
      sx={{
        mt: 1,
        p: 1.5,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1.5,
        alignItems: 'center',
      }}
    >
      <Box
        component="code"
        sx={{
          flex: '1 1 300px',
          minWidth: 0,
          overflowWrap: 'anywhere',
          fontFamily: 'ui-monospace, SFMono-Regular, Menlo, monospace',
          fontSize: '0.8125rem',
          userSelect: 'all',
        }}
      >
        {text.split(' ').map((word, index) => (
          // Kept whole: broken after "--", an option would read as two words.
          <Fragment key={index}>
            {index > 0 && ' '}
            <Box component="span" sx={{ display: 'inline-block' }}>
              {word}
            </Box>
          </Fragment>
        ))}
      </Box>
      <CopyButton text={text} label={t('ui.copyCommand')} />
    </Box>
  );
}
