// A member declares a conflict of interest (D-5): what follows is said before, and it cannot be taken back.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../ui/ActDialog.js';
import { DECLARE_CONFLICT } from '../acts.documents.js';
import type { CaseDialogProps } from './case-dialog.js';
import { LongText } from './LongText.js';
import { useCaseAct } from './use-case-act.js';

const follows = ['ballot', 'base', 'file', 'minutes', 'final'] as const;

export function ConflictDialog({ cases, onDone, onClose }: CaseDialogProps) {
  const t = useTranslate();
  const [only] = cases;
  const { doing, submit } = useCaseAct(cases, 'decisions.conflict.told', onDone, onClose);
  const [note, setNote] = useState('');
  const [isUnderstood, setUnderstood] = useState(false);
  return (
    <ActDialog
      title={t('decisions.conflict.title', { name: only!.officer.fullName })}
      submitLabel={t('decisions.conflict.submit')}
      doing={doing}
      fields={['note']}
      onSubmit={() => submit(DECLARE_CONFLICT, { ids: [only!.id], note: note.trim() })}
      onClose={onClose}
      isDangerous
      isIncomplete={note.trim() === '' || !isUnderstood}
    >
      <Alert severity="warning" data-part="conflict">
        {t('decisions.conflict.follows')}
        <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
          {follows.map((what) => (
            <li key={what}>{t(`decisions.conflict.${what}`)}</li>
          ))}
        </Box>
      </Alert>
      <LongText
        name="note"
        label={t('decisions.conflict.note')}
        hint={t('decisions.conflict.noteHint')}
        value={note}
        onChange={setNote}
        error={doing.errorAt('note')}
        rows={2}
      />
      <FormControlLabel
        control={<Checkbox checked={isUnderstood} onChange={(event) => setUnderstood(event.target.checked)} />}
        label={t('decisions.conflict.understood')}
      />
    </ActDialog>
  );
}
