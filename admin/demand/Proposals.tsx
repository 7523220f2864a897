// Classes that would meet the demand: one tap opens the form of a class filled in, with the seats to be asked for afterwards.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Skeleton from '@mui/material/Skeleton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useAgencyName } from '../agencies/fields.js';
import type { ProposedStart } from '../classes/ClassCreate.js';
import { useAsk } from '../data/ask.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import { CLASS_PROPOSALS, type ClassProposal } from './documents.js';

const sizes = [20, 25, 30, 40, 50];
const atFirst = 6;

export function Proposals() {
  const t = useTranslate();
  const { number } = useFormat();
  const [capacity, setCapacity] = useState(30);
  const [isWhole, setWhole] = useState(false);
  const { data, error, refetch } = useAsk(CLASS_PROPOSALS, { capacity });
  const proposals = data?.trainingClassProposals;
  if (proposals?.length === 0) return null;
  const shown = isWhole ? proposals : proposals?.slice(0, atFirst);
  return (
    <Section
      title={proposals ? t('demand.proposals', { count: number(proposals.length) }) : t('demand.proposalsLoading')}
      hint={t('demand.proposalsHint')}
      actions={
        <TextField
          select
          size="small"
          label={t('demand.size')}
          value={capacity}
          onChange={(event) => setCapacity(Number(event.target.value))}
          sx={{ minWidth: 140 }}
        >
          {sizes.map((size) => (
            <MenuItem key={size} value={size}>
              {t('demand.seats', { count: size })}
            </MenuItem>
          ))}
        </TextField>
      }
    >
      {error && <FaultNote error={error} onRetry={() => void refetch()} />}
      {!shown && !error && <Skeleton variant="rounded" height={200} />}
      {shown && (
        <Box
          component="ul"
          data-part="proposals"
          sx={{
            listStyle: 'none',
            m: 0,
            p: 0,
            display: 'grid',
            gap: 2,
            gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))',
          }}
        >
          {shown.map((proposal) => (
            <Proposal key={proposal.officerIds[0]} proposal={proposal} capacity={capacity} />
          ))}
        </Box>
      )}
      {proposals && shown && proposals.length > shown.length && (
        <Button size="small" onClick={() => setWhole(true)} sx={{ mt: 2 }}>
          {t('demand.moreProposals', { count: number(proposals.length - shown.length) })}
        </Button>
      )}
    </Section>
  );
}

function Proposal({ proposal, capacity }: { proposal: ClassProposal; capacity: number }) {
  const t = useTranslate();
  const { number } = useFormat();
  const navigate = useNavigate();
  const nameOf = useAgencyName();
  const { title, officers, leaders, agencies, officerIds } = proposal;
  const proposed: ProposedStart = { title, capacity: Math.max(capacity, officers), officerIds };
  return (
    <Box component="li" sx={{ border: 1, borderColor: 'divider', borderRadius: 2, p: 2, display: 'flex', flexDirection: 'column', gap: 1 }}>
      <Typography variant="h3">{title}</Typography>
      <Typography variant="body2">
        <b>{t('demand.people', { count: number(officers) })}</b>
        {leaders > 0 && ` · ${t('demand.ofThemLeaders', { count: number(leaders) })}`}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', flex: 1 }}>
        {agencies
          .slice(0, 4)
          .map(({ agency, officers: count }) => `${nameOf(agency)} (${number(count)})`)
          .join(', ')}
        {agencies.length > 4 && ` ${t('demand.moreAgencies', { count: number(agencies.length - 4) })}`}
      </Typography>
      <Button
        variant="outlined"
        onClick={() => navigate('/classes/create', { state: { proposed } })}
        aria-label={t('demand.makeOf', { title })}
        sx={{ alignSelf: 'flex-start' }}
      >
        {t('demand.make')}
      </Button>
    </Box>
  );
}
