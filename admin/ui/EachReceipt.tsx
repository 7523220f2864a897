// What became of many things of which some were refused: how many were done, and of each of the others why not.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { ReceiptDialog } from './ActDialog.js';

interface EachReceiptProps {
  title: string;
  done: number;
  /** The sentence about those that were done. */
  doneWords: string;
  /** A heading above those that were refused. */
  refusedWords?: string;
  refused: readonly { id: string; what: ReactNode; why: string }[];
  onClose: () => void;
}

export function EachReceipt({ title, done, doneWords, refusedWords, refused, onClose }: EachReceiptProps) {
  const t = useTranslate();
  return (
    <ReceiptDialog title={title} closeLabel={t('ra.action.close')} onClose={onClose}>
      <Box data-part="receipt" sx={{ display: 'grid', gap: 2 }}>
        <Alert severity={done > 0 ? 'success' : 'info'} variant="outlined">
          {doneWords}
        </Alert>
        {refusedWords && <Typography sx={{ fontWeight: 600 }}>{refusedWords}</Typography>}
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {refused.map(({ id, what, why }) => (
            <li key={id}>
              <b>{what}</b>: {why}
            </li>
          ))}
        </Box>
      </Box>
    </ReceiptDialog>
  );
}
