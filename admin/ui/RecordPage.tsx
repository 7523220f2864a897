// The page of one record: waits for it, says so when it is not there, then draws.
import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { ShowBase, useCreatePath, useResourceContext, useShowContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { FaultNote } from './FaultNote.js';

export function RecordPage<Row extends { id: string }>({ children }: { children: (record: Row) => ReactNode }) {
  return (
    // A failed read is told on the page itself, not by going back to the list.
    <ShowBase queryOptions={{ onError: () => undefined, retry: false }}>
      <Body<Row>>{children}</Body>
    </ShowBase>
  );
}

function Body<Row extends { id: string }>({ children }: { children: (record: Row) => ReactNode }) {
  const t = useTranslate();
  const { record, error, isPending, refetch } = useShowContext<Row>();
  const resource = useResourceContext()!;
  const createPath = useCreatePath();
  if (record) return <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>{children(record)}</Box>;
  if (error) {
    return (
      <>
        <FaultNote error={error} onRetry={() => void refetch()} />
        <Button component={Link} to={createPath({ resource, type: 'list' })} variant="outlined" sx={{ mt: 1 }}>
          {t('ui.toList')}
        </Button>
      </>
    );
  }
  if (!isPending) return null;
  return (
    <Box role="status" aria-busy="true" aria-label={t('ui.loading')}>
      <Skeleton width="40%" height={48} />
      <Skeleton variant="rounded" height={180} sx={{ my: 2 }} />
      <Skeleton variant="rounded" height={320} />
    </Box>
  );
}
