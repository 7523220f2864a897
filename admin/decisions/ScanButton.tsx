// Fetches the scanned paper of an explanation.
import Button from '@mui/material/Button';
import { useNotify, useTranslate } from 'react-admin';
import { Refused, toFault } from '../data/faults.js';
import { downloadFile } from '../data/files.js';

export function ScanButton({ id, fileName }: { id: string; fileName: string }) {
  const t = useTranslate();
  const notify = useNotify();
  const fetchScan = () =>
    void downloadFile(`/attachments/${id}`, fileName).catch((error: unknown) =>
      notify(error instanceof Refused ? error.message : toFault(error).message, { type: 'error' }),
    );
  return (
    <Button size="small" variant="outlined" onClick={fetchScan} sx={{ mt: 1 }}>
      {t('decisions.papers.scan', { name: fileName })}
    </Button>
  );
}
