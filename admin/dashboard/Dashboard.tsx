// The first page, by who looks: the city for those who lead the work, the own agency for its contact, the own file for an officer.
import { useViewer } from '../data/viewer.js';
import { AgencyDashboard } from './AgencyDashboard.js';
import { CityDashboard } from './CityDashboard.js';
import { OfficerDashboard } from './OfficerDashboard.js';
import { PlacesDashboard } from './PlacesDashboard.js';

const seesCity = ['TASK_FORCE', 'SECRETARY', 'COMMITTEE_MEMBER'];

export function Dashboard() {
  const viewer = useViewer();
  if (!viewer) return null;
  if (viewer.roles.some((role) => seesCity.includes(role))) return <CityDashboard />;
  if (viewer.agency) return <AgencyDashboard agencyId={viewer.agency.id} />;
  if (viewer.officer) return <OfficerDashboard officerId={viewer.officer.id} />;
  return <PlacesDashboard name={viewer.name} />;
}
