// The proof that letters came: day, means, a note, and the signed slip as a picture or PDF; for one or many at once.
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { carryOutEach } from '../data/bulk.js';
import { useAfresh, useDoing } from '../data/command.js';
import { Refused } from '../data/faults.js';
import { sendFile } from '../data/files.js';
import { ActDialog } from '../ui/ActDialog.js';
import { cityDay } from '../ui/city-time.js';
import { DayField } from '../ui/DayField.js';
import { FilePicker } from '../ui/FilePicker.js';
import { useFormat } from '../ui/format.js';
import { wrong } from '../ui/wrong.js';
import { LETTER_RECORD_RECEIPT } from './documents.js';
import { type ReceiptMeans, receiptMeans } from './letter.js';
import { toldOfLetters } from './use-letter-acts.js';

const largest = 10 * 1024 * 1024;

interface ReceiptDialogProps {
  letters: readonly { id: string; officer: { fullName: string } }[];
  onClose: () => void;
  onDone: () => void;
}

export function ReceiptDialog({ letters, onClose, onDone }: ReceiptDialogProps) {
  const t = useTranslate();
  const doing = useDoing();
  const upload = useDoing();
  const notify = useNotify();
  const afresh = useAfresh();
  const { number } = useFormat();
  const [receivedOn, setReceivedOn] = useState(() => cityDay(new Date()));
  const [means, setMeans] = useState<ReceiptMeans>('SIGNED');
  const [note, setNote] = useState('');
  const [sheet, setSheet] = useState<{ name: string; id?: string }>();
  const [progress, setProgress] = useState<number>();
  const take = (file: File) =>
    upload.run(async () => {
      setSheet({ name: file.name });
      setProgress(0);
      try {
        const path = `/attachments?fileName=${encodeURIComponent(file.name)}`;
        const { attachmentId } = await sendFile<{ attachmentId: string }>(path, file, setProgress);
        setSheet({ name: file.name, id: attachmentId });
      } catch (error) {
        setSheet(undefined);
        throw error;
      } finally {
        setProgress(undefined);
      }
    });
  const submit = () =>
    doing.run(async () => {
      const input = { receivedOn, means, ...(note.trim() && { note: note.trim() }), ...(sheet?.id && { attachmentId: sheet.id }) };
      const { refusals } = await carryOutEach(LETTER_RECORD_RECEIPT, { ids: letters.map(({ id }) => id), input });
      await afresh(...toldOfLetters);
      const done = letters.length - refusals.size;
      if (done > 0) notify('letters.receiptDone', { messageArgs: { count: number(done) } });
      if (refusals.size > 0) {
        throw new Refused(
          [...refusals].map(([place, reason]) => ({
            code: 'NOT_ALLOWED_NOW',
            message: `${letters[place]?.officer.fullName ?? ''}: ${reason}`,
            path: [],
            rule: null,
          })),
        );
      }
      onDone();
      onClose();
    });
  const [only] = letters;
  return (
    <ActDialog
      title={
        letters.length === 1
          ? t('letters.receipt.titleOne', { name: only!.officer.fullName })
          : t('letters.receipt.titleMany', { count: number(letters.length) })
      }
      hint={t('letters.receipt.hint')}
      submitLabel={t('letters.receipt.submit')}
      doing={doing}
      fields={['receivedOn', 'means', 'note', 'attachmentId']}
      onSubmit={() => void submit()}
      onClose={onClose}
      isIncomplete={receivedOn === '' || progress !== undefined}
    >
      <DayField
        name="receivedOn"
        label={t('letters.receipt.receivedOn')}
        value={receivedOn}
        onChange={setReceivedOn}
        error={doing.errorAt('receivedOn')}
        hint={t('letters.receipt.receivedOnHint')}
      />
      <TextField
        select
        name="means"
        label={t('letters.receipt.means')}
        value={means}
        onChange={(event) => setMeans(event.target.value as ReceiptMeans)}
        {...wrong(doing.errorAt('means'))}
      >
        {receiptMeans.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`letters.means.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <FilePicker
        label={t('letters.receipt.sheet')}
        hint={t('letters.receipt.sheetHint')}
        accept="application/pdf,image/png,image/jpeg"
        largest={largest}
        onFile={(file) => void take(file)}
        chosen={sheet?.name}
        progress={progress}
        error={upload.otherErrors()[0] ?? doing.errorAt('attachmentId')}
        hasCamera
      />
      <TextField
        name="note"
        label={t('letters.receipt.note')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        multiline
        minRows={2}
        {...wrong(doing.errorAt('note'), t('letters.receipt.noteHint'))}
      />
    </ActDialog>
  );
}
