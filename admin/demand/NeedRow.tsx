// One person who needs a class: who, where, and by which finding.
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAgencyName } from '../agencies/fields.js';
import { TierChip } from '../ui/TierChip.js';
import type { Need } from './documents.js';

export function NeedRow({ need, isChosen, onToggle }: { need: Need; isChosen: boolean; onToggle: () => void }) {
  const t = useTranslate();
  const agencyName = useAgencyName();
  const { officer, agency, district, finding } = need;
  const place = [agencyName(agency), district && district.id !== agency.id && agencyName(district)].filter(Boolean).join(' · ');
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '42px 1fr', md: '42px minmax(200px, 1fr) minmax(220px, 1.3fr) 170px' },
        columnGap: { xs: 1, sm: 2 },
        alignItems: 'center',
        px: { xs: 1, sm: 2 },
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Checkbox
        checked={isChosen}
        onChange={onToggle}
        slotProps={{ input: { 'aria-label': t('classes.choose', { name: officer.fullName }) } }}
        sx={{ gridRow: { xs: '1 / span 3', md: 'auto' } }}
      />
      <Box sx={{ minWidth: 0 }}>
        <Link to={`/officers/${officer.id}/show`}>
          <b>{officer.fullName}</b>
        </Link>
        <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
          {[officer.post, officer.isLeader && t('ui.leader'), officer.code].filter(Boolean).join(' · ')}
        </Box>
      </Box>
      <Box sx={{ minWidth: 0, fontSize: '0.875rem' }}>{place}</Box>
      <Box>
        <Link to={`/findings/${finding.id}/show`} style={{ textDecoration: 'none' }}>
          <TierChip tier={finding.tier} short />
        </Link>
      </Box>
    </Box>
  );
}
