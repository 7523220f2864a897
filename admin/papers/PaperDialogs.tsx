// Recording that a paper was signed and sealed, and issuing another version of it.
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { cityNow } from '../data/city-clock.js';
import { carryOut, useDoing } from '../data/command.js';
import { LongText } from '../decisions/acts/LongText.js';
import { type Scan, ScanField } from '../decisions/acts/ScanField.js';
import { ActDialog } from '../ui/ActDialog.js';
import { cityDay } from '../ui/city-time.js';
import { DayField } from '../ui/DayField.js';
import { wrong } from '../ui/wrong.js';
import { type Paper, PAPER_ANEW, PAPER_SIGNATURE } from './documents.js';

interface PaperDialogProps {
  paper: Paper;
  onClose: () => void;
  onDone: () => void;
}

export function SignatureDialog({ paper, onClose, onDone }: PaperDialogProps) {
  const t = useTranslate();
  const doing = useDoing();
  const [signedOn, setSignedOn] = useState(cityDay(cityNow()));
  const [signedBy, setSignedBy] = useState('');
  const [scan, setScan] = useState<Scan>();
  const submit = () =>
    doing.run(async () => {
      const input = { signedOn, signedBy: signedBy.trim() || null, attachmentId: scan?.id ?? null };
      await carryOut(PAPER_SIGNATURE, { kind: paper.kind, aboutId: paper.aboutId, input });
      onDone();
      onClose();
    });
  return (
    <ActDialog
      title={t('papers.sign.title', { title: paper.title })}
      hint={t('papers.sign.hint')}
      submitLabel={t('papers.sign.submit')}
      doing={doing}
      fields={['signedOn', 'signedBy', 'attachmentId']}
      onSubmit={() => void submit()}
      onClose={onClose}
      isIncomplete={signedOn === '' || (scan !== undefined && scan.id === undefined)}
    >
      <DayField
        name="signedOn"
        label={t('papers.sign.day')}
        value={signedOn}
        onChange={setSignedOn}
        error={doing.errorAt('signedOn')}
        hint={t('papers.sign.dayHint')}
      />
      <TextField
        name="signedBy"
        label={t('papers.sign.name')}
        value={signedBy}
        onChange={(event) => setSignedBy(event.target.value)}
        autoComplete="off"
        {...wrong(doing.errorAt('signedBy'), t('papers.sign.nameHint'))}
      />
      <ScanField scan={scan} onChange={setScan} error={doing.errorAt('attachmentId')} />
    </ActDialog>
  );
}

export function AnewDialog({ paper, onClose, onDone }: PaperDialogProps) {
  const t = useTranslate();
  const doing = useDoing();
  const [reason, setReason] = useState('');
  const submit = () =>
    doing.run(async () => {
      await carryOut(PAPER_ANEW, { kind: paper.kind, aboutId: paper.aboutId, reason: reason.trim() });
      onDone();
      onClose();
    });
  return (
    <ActDialog
      title={t('papers.anew.title', { title: paper.title })}
      hint={t('papers.anew.hint')}
      submitLabel={t('papers.anew.submit')}
      doing={doing}
      fields={['reason']}
      onSubmit={() => void submit()}
      onClose={onClose}
      isIncomplete={reason.trim() === ''}
    >
      <LongText
        name="reason"
        label={t('papers.anew.reason')}
        value={reason}
        onChange={setReason}
        error={doing.errorAt('reason')}
        rows={2}
      />
    </ActDialog>
  );
}
