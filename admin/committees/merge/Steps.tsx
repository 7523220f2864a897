// Where one is among the steps of something long.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';

export function Steps({ steps, at }: { steps: string[]; at: number }) {
  const t = useTranslate();
  return (
    <Box
      component="ol"
      aria-label={t('committees.merge.steps')}
      data-part="steps"
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        display: 'grid',
        gap: 1,
        gridTemplateColumns: { xs: '1fr', md: `repeat(${steps.length}, 1fr)` },
      }}
    >
      {steps.map((words, index) => (
        <Box
          component="li"
          key={words}
          aria-current={index === at ? 'step' : undefined}
          sx={{
            display: { xs: index === at ? 'flex' : 'none', md: 'flex' },
            gap: 1,
            alignItems: 'center',
            py: 1,
            borderTop: 4,
            borderColor: index <= at ? 'primary.main' : 'divider',
            fontWeight: index === at ? 600 : 400,
            color: index <= at ? 'text.primary' : 'text.secondary',
          }}
        >
          {t('committees.merge.stepOf', { at: index + 1, all: steps.length, words })}
        </Box>
      ))}
    </Box>
  );
}
