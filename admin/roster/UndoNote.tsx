// After one tap has marked many: how many, and for a few seconds the way back.
import Button from '@mui/material/Button';
import Snackbar from '@mui/material/Snackbar';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import { undoMs } from './use-marking.js';

interface UndoNoteProps {
  count: number;
  onUndo: () => void;
  onClose: () => void;
}

export function UndoNote({ count, onUndo, onClose }: UndoNoteProps) {
  const t = useTranslate();
  const { number } = useFormat();
  return (
    <Snackbar
      open
      // A little less than the marks wait, so that the button never comes too late.
      autoHideDuration={undoMs - 500}
      onClose={(_, reason) => reason === 'timeout' && onClose()}
      message={t('roster.markedAll', { count: number(count) })}
      action={
        <Button size="small" color="inherit" onClick={onUndo} sx={{ fontWeight: 600 }}>
          {t('roster.undo')}
        </Button>
      }
      sx={{ mb: 9 }}
    />
  );
}
