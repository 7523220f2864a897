// What became of a request for many seats: the numbers in a sentence, who waits in which place, and who was refused and why.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { ReceiptDialog } from '../ui/ActDialog.js';
import type { Placed } from './acts.documents.js';
import { usePlacedWords } from './placed.js';

export interface Receipt {
  placed: Placed[];
  refused: { name: string; reason: string }[];
}

export function PlacedReceipt({ receipt: { placed, refused }, onClose }: { receipt: Receipt; onClose: () => void }) {
  const t = useTranslate();
  const wordsOf = usePlacedWords();
  const waiting = placed.filter(({ state }) => state === 'WAITLISTED');
  const list = { m: 0, mt: 1, pl: 2.5, maxHeight: 240, overflowY: 'auto' } as const;
  return (
    <ReceiptDialog title={t('classes.placed.title')} closeLabel={t('ra.action.close')} onClose={onClose}>
      <Box sx={{ display: 'grid', gap: 2 }} data-part="placed">
        <Alert severity={refused.length > 0 ? 'warning' : 'success'}>{wordsOf(placed, refused.length)}</Alert>
        {waiting.length > 0 && (
          <Box>
            <Typography variant="h3">{t('classes.group.WAITLISTED')}</Typography>
            <Box component="ul" sx={list}>
              {waiting.map(({ id, officer, waitlistPosition }) => (
                <li key={id}>
                  {officer.fullName}
                  {waitlistPosition !== null && ` · ${t('classes.waitingAt', { position: waitlistPosition })}`}
                </li>
              ))}
            </Box>
          </Box>
        )}
        {refused.length > 0 && (
          <Box>
            <Typography variant="h3">{t('classes.placed.notPlaced')}</Typography>
            <Box component="ul" sx={list}>
              {refused.map(({ name, reason }) => (
                <li key={name}>{`${name}: ${reason}`}</li>
              ))}
            </Box>
          </Box>
        )}
      </Box>
    </ReceiptDialog>
  );
}
