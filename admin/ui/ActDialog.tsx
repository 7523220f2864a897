// One deliberate act: what it does in a sentence, what the reader must give, the button that does it. Refusals stand in it and keep what was typed.
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type FormEvent, type ReactNode, useId } from 'react';
import { useTranslate } from 'react-admin';
import type { Doing } from '../data/command.js';
import { ErrorNotes } from './ErrorNotes.js';

interface ActDialogProps {
  title: string;
  hint?: ReactNode;
  submitLabel: string;
  /** Where the usual word could be taken for the act itself. */
  cancelLabel?: string;
  doing: Doing;
  onSubmit: () => void;
  onClose: () => void;
  /** Names of the fields in it; refusals at others stand above the buttons. */
  fields?: string[];
  isDangerous?: boolean;
  /** Something is still missing. */
  isIncomplete?: boolean;
  children?: ReactNode;
}

export function ActDialog({
  title,
  hint,
  submitLabel,
  cancelLabel,
  doing,
  onSubmit,
  onClose,
  fields = [],
  isDangerous = false,
  isIncomplete = false,
  children,
}: ActDialogProps) {
  const t = useTranslate();
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A dialog is drawn elsewhere, but React hands its events to the form that holds it too.
    event.stopPropagation();
    onSubmit();
  };
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby={id} onClose={onClose}>
      <form onSubmit={submit}>
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {hint && <Typography component="div">{hint}</Typography>}
          {children}
          <ErrorNotes errors={doing.otherErrors(...fields)} />
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2.5 }}>
          <Button onClick={onClose}>{cancelLabel ?? t('ui.cancel')}</Button>
          <Button type="submit" variant="contained" color={isDangerous ? 'error' : 'primary'} disabled={doing.isBusy || isIncomplete}>
            {doing.isBusy ? t('ui.working') : submitLabel}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

interface ReceiptDialogProps {
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
}

/** What an act has made and shows once; closed only on purpose. */
export function ReceiptDialog({ title, closeLabel, onClose, children }: ReceiptDialogProps) {
  const id = useId();
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>{children}</DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5 }}>
        <Button variant="outlined" onClick={onClose}>
          {closeLabel}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
