// Which letters are printed: of which kind, and whether those printed before once more.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import type { PrintedLetter } from './documents.js';
import { kindsOf } from './letter.js';

interface PrintChoiceProps {
  letters: PrintedLetter[];
  kind: string;
  onKind: (kind: string) => void;
  /** How many were printed before. */
  oldCount: number;
  isWithOld: boolean;
  onWithOld: (isOn: boolean) => void;
  /** How many of those on the page were printed before and carry a code. */
  oldCodes: number;
}

export function PrintChoice({ letters, kind, onKind, oldCount, isWithOld, onWithOld, oldCodes }: PrintChoiceProps) {
  const t = useTranslate();
  const { number } = useFormat();
  const kinds = kindsOf(letters);
  return (
    <>
      <Box data-part="print-choice" sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        {kinds.length > 1 && (
          <TextField
            select
            size="small"
            label={t('letters.printPage.kind')}
            value={kind}
            onChange={(event) => onKind(event.target.value)}
            slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
            sx={{ minWidth: { xs: '100%', sm: 280 } }}
          >
            <MenuItem value="">{t('ui.list.all')}</MenuItem>
            {kinds.map((one) => (
              <MenuItem key={one.kind} value={one.kind}>
                {t('letters.printPage.kindCount', { kind: one.name, count: number(one.count) })}
              </MenuItem>
            ))}
          </TextField>
        )}
        {oldCount > 0 && (
          <FormControlLabel
            control={<Switch name="withOld" checked={isWithOld} onChange={(event) => onWithOld(event.target.checked)} />}
            label={t('letters.printPage.withOld', { count: number(oldCount) })}
          />
        )}
      </Box>
      {oldCodes > 0 && <Alert severity="warning">{t('letters.printPage.oldCodes', { count: number(oldCodes) })}</Alert>}
    </>
  );
}
