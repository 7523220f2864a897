// The overview of an officer: the own file.
import Box from '@mui/material/Box';
import { useGetOne } from 'react-admin';
import { CheckWork } from '../checks/CheckWork.js';
import type { Officer } from '../officers/documents.js';
import { OwnOpenFinding } from '../findings/OwnOpenFinding.js';
import { OfficerPage } from '../officers/OfficerShow.js';
import { Loading } from '../shell/Loading.js';
import { FaultNote } from '../ui/FaultNote.js';
import { OfficerClasses } from './OfficerClasses.js';
import { WorkList } from './WorkList.js';

export function OfficerDashboard({ officerId }: { officerId: string }) {
  const { data, error, refetch } = useGetOne<Officer>('officers', { id: officerId });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <OfficerPage
        officer={data}
        first={
          <>
            <WorkList />
            <CheckWork />
            <OwnOpenFinding officerId={officerId} />
            <OfficerClasses officerId={officerId} />
          </>
        }
      />
    </Box>
  );
}
