// The overview of an agency contact: the own agency.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useGetOne, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { AgencyPage } from '../agencies/AgencyShow.js';
import type { Agency } from '../agencies/documents.js';
import { CheckWork } from '../checks/CheckWork.js';
import { useViewer } from '../data/viewer.js';
import { OwnOpenFinding } from '../findings/OwnOpenFinding.js';
import { Loading } from '../shell/Loading.js';
import { FaultNote } from '../ui/FaultNote.js';
import { Section } from '../ui/Section.js';
import { ContactClasses } from './ContactClasses.js';
import { OfficerClasses } from './OfficerClasses.js';
import { WorkList } from './WorkList.js';

export function AgencyDashboard({ agencyId }: { agencyId: string }) {
  const t = useTranslate();
  const officer = useViewer()?.officer;
  const { data, error, refetch } = useGetOne<Agency>('agencies', { id: agencyId });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <AgencyPage
        agency={data}
        first={
          <>
            <WorkList />
            <CheckWork />
            <ContactClasses />
            {officer && (
              <Section
                title={t('dashboard.ownFile')}
                hint={t('dashboard.ownFileHint')}
                actions={
                  <Button variant="outlined" component={Link} to={`/officers/${officer.id}/show`}>
                    {t('dashboard.toOwnFile')}
                  </Button>
                }
              >
                {null}
              </Section>
            )}
            {officer && <OwnOpenFinding officerId={officer.id} />}
            {officer && <OfficerClasses officerId={officer.id} />}
          </>
        }
      />
    </Box>
  );
}
