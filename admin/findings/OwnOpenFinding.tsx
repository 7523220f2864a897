// The officer's finding of a review that is still open: it is no decision yet, and can be contested from here.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAsk } from '../data/ask.js';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import { TierChip } from '../ui/TierChip.js';
import { OFFICER_FINDINGS } from './contest.documents.js';
import { ContestActs } from './ContestActs.js';

export function OwnOpenFinding({ officerId }: { officerId: string }) {
  const t = useTranslate();
  const { day } = useFormat();
  const open = useAsk(OFFICER_FINDINGS, { officerId }).data?.findings.nodes.find(({ review }) => review.state === 'OPEN');
  if (!open) return null;
  const { review, tier, signals } = open;
  return (
    <Section title={t('findings.own.title', { review: review.title })}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 2 }}>
        <TierChip tier={tier} size="large" />
        <Box sx={{ flex: '1 1 280px' }}>
          {t('findings.own.hint')} {review.contestUntil && t('findings.own.until', { day: day(review.contestUntil) })}
        </Box>
      </Box>
      {signals.includes('CONTESTED') && (
        <Alert severity="info" variant="outlined" sx={{ mb: 2 }}>
          {t('findings.own.contested')}
        </Alert>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button component={Link} to={`/findings/${open.id}/show`} variant="contained">
          {t('findings.own.look')}
        </Button>
        <ContestActs finding={open} />
      </Box>
    </Section>
  );
}
