// Whom an act is about, by name; many in a box that scrolls, so that nobody is left out of sight.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../ui/format.js';
import type { ActCase } from './use-case-act.js';

interface PeopleProps {
  cases: readonly (ActCase & { officer: { fullName: string; agency?: { name: string } } })[];
}

export function People({ cases }: PeopleProps) {
  const t = useTranslate();
  const { number } = useFormat();
  if (cases.length < 2) return null;
  return (
    <Box>
      <Typography sx={{ fontWeight: 600, mb: 0.5 }}>{t('decisions.people', { count: number(cases.length) })}</Typography>
      <Box
        component="ol"
        data-part="people"
        tabIndex={0}
        aria-label={t('decisions.people', { count: number(cases.length) })}
        sx={{
          m: 0,
          pl: 5,
          pr: 1.5,
          py: 1,
          maxHeight: 220,
          overflowY: 'auto',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          display: 'grid',
          gridTemplateColumns: { sm: '1fr 1fr' },
          columnGap: 4,
          rowGap: 0.5,
          alignContent: 'start',
        }}
      >
        {cases.map(({ id, reference, officer }) => (
          <li key={id}>
            {officer.fullName}
            <Typography component="span" variant="body2" sx={{ color: 'text.secondary', display: 'block' }}>
              {[reference, officer.agency?.name].filter(Boolean).join(' · ')}
            </Typography>
          </li>
        ))}
      </Box>
    </Box>
  );
}
