// The overview of an officer: the own file.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useGetOne, useTranslate } from 'react-admin';
import { useViewer } from '../data/viewer.js';
import type { Officer } from '../officers/documents.js';
import { OfficerPage } from '../officers/OfficerShow.js';
import { Loading } from '../shell/Loading.js';
import { FaultNote } from '../ui/FaultNote.js';

export function OfficerDashboard({ officerId }: { officerId: string }) {
  const t = useTranslate();
  const isTrainer = useViewer()?.roles.includes('TRAINER');
  const { data, error, refetch } = useGetOne<Officer>('officers', { id: officerId });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {isTrainer && <Alert severity="info">{t('dashboard.noClasses')}</Alert>}
      <OfficerPage officer={data} />
    </Box>
  );
}
