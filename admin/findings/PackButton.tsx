// The evidence pack of a review or of one finding, as a file.
import Button from '@mui/material/Button';
import { useNotify, useTranslate } from 'react-admin';
import { Refused, toFault } from '../data/faults.js';
import { downloadFile } from '../data/files.js';
import { useMay } from '../data/viewer.js';

/** `path` on the server; `name` of the file, without its ending. */
export function PackButton({ path, name, right = 'finding.readEvidence' }: { path: string; name: string; right?: string }) {
  const t = useTranslate();
  const notify = useNotify();
  if (!useMay(right)) return null;
  const fetchPack = () =>
    void downloadFile(path, `${name}.evidence-pack.jsonl.gz`).catch((error: unknown) =>
      notify(error instanceof Refused ? error.message : `shell.fault.${toFault(error).code}`, { type: 'error' }),
    );
  return (
    <Button variant="outlined" onClick={fetchPack} title={t('reviews.packHint')}>
      {t('reviews.pack')}
    </Button>
  );
}
