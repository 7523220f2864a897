// The system has no account yet: the command that makes the first administrator, and what happens then.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Command } from '../ui/Command.js';

export function FirstAccount() {
  const t = useTranslate();
  const queries = useQueryClient();
  const steps = [
    <Typography key="run">{t('shell.first.run')}</Typography>,
    <Typography key="link">{t('shell.first.link')}</Typography>,
    <Typography key="factor">{t('shell.first.factor')}</Typography>,
  ];
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <Typography>{t('shell.first.why')}</Typography>
      <Box component="ol" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1.5, minWidth: 0 }}>
        {steps.map((step, index) => (
          <Box component="li" key={step.key} sx={{ minWidth: 0 }}>
            {step}
            {index === 0 && (
              <Command
                text={`npm run hopthu -- user add --name "${t('shell.first.exampleName')}" --email ${t('shell.first.exampleEmail')} --role ADMIN`}
              />
            )}
          </Box>
        ))}
      </Box>
      <Button variant="outlined" onClick={() => void queries.invalidateQueries({ queryKey: ['door'] })} sx={{ justifySelf: 'start' }}>
        {t('shell.first.again')}
      </Button>
    </Box>
  );
}
