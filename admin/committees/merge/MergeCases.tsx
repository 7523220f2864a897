// Fourth: what becomes of the cases that are open.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useFormat } from '../../ui/format.js';
import { Section } from '../../ui/Section.js';
import type { WholeCommittee } from '../documents.js';
import { casesOf } from '../words.js';
import type { MergePreview } from './documents.js';

export const outcomes = ['moved', 'reopened', 'joined'] as const;

export function MergeCases({ sources, preview }: { sources: WholeCommittee[]; preview: MergePreview }) {
  const t = useTranslate();
  const { number } = useFormat();
  return (
    <Section title={t('committees.merge.cases')} hint={t('committees.merge.casesHint')}>
      <Box data-part="merged-cases" sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { xs: '1fr', md: 'repeat(3, 1fr)' } }}>
        {outcomes.map((one) => (
          <Box key={one} data-part={one}>
            <Typography component="p" sx={{ fontSize: '1.75rem', fontWeight: 600, lineHeight: 1.2 }}>
              {number(preview[one])}
            </Typography>
            <Typography component="h3" sx={{ fontWeight: 600 }}>
              {t(`committees.merge.outcome.${one}`)}
            </Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t(`committees.merge.outcomeHint.${one}`)}
            </Typography>
          </Box>
        ))}
      </Box>
      <Box component="ul" sx={{ m: 0, mt: 3, pl: 2.5 }}>
        {sources.map(({ id, name }) => (
          <li key={id}>
            <Link to={casesOf(id)}>{t('committees.merge.casesOf', { name })}</Link>
          </li>
        ))}
      </Box>
    </Section>
  );
}
