// The first page, by who looks: a trainer's classes first, then the city for those who lead the work, the own agency for its contact, the own
// file for an officer.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { Viewer } from '../data/me.documents.js';
import { useViewer } from '../data/viewer.js';
import { PageHead } from '../ui/PageHead.js';
import { AgencyDashboard } from './AgencyDashboard.js';
import { CityDashboard } from './CityDashboard.js';
import { OfficerDashboard } from './OfficerDashboard.js';
import { PlacesDashboard } from './PlacesDashboard.js';
import { TrainerClasses } from './TrainerClasses.js';

const seesCity = ['TASK_FORCE', 'SECRETARY', 'COMMITTEE_MEMBER'];

export function Dashboard() {
  const t = useTranslate();
  const viewer = useViewer();
  if (!viewer) return null;
  if (!viewer.roles.includes('TRAINER')) return <Home viewer={viewer} />;
  // Whoever only teaches has come for the classes; the own file stays one step away, in the menu of the account.
  const onlyTeaches = viewer.roles.every((role) => role === 'TRAINER' || role === 'OFFICER');
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {onlyTeaches && <PageHead title={t('dashboard.greeting', { name: viewer.name })} />}
      <TrainerClasses />
      {onlyTeaches ? <PlacesDashboard name={viewer.name} isBelow /> : <Home viewer={viewer} />}
    </Box>
  );
}

function Home({ viewer }: { viewer: Viewer }) {
  if (viewer.roles.some((role) => seesCity.includes(role))) return <CityDashboard />;
  if (viewer.agency) return <AgencyDashboard agencyId={viewer.agency.id} />;
  if (viewer.officer) return <OfficerDashboard officerId={viewer.officer.id} />;
  return <PlacesDashboard name={viewer.name} />;
}
