// Seats in this class for officers the reader names; ends with what became of each.
import Alert from '@mui/material/Alert';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAfresh, useDoing } from '../data/command.js';
import type { Officer } from '../officers/documents.js';
import { ActDialog } from '../ui/ActDialog.js';
import { useFormat } from '../ui/format.js';
import type { TrainingClass } from './documents.js';
import { OfficersField } from './OfficersField.js';
import { PlacedReceipt, type Receipt } from './PlacedReceipt.js';
import { requestSeats, toldOfSeats } from './request.js';

export function RequestSeats({ held, onClose }: { held: TrainingClass; onClose: () => void }) {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const { number } = useFormat();
  const [officers, setOfficers] = useState<Officer[]>([]);
  const [receipt, setReceipt] = useState<Receipt>();
  if (receipt) return <PlacedReceipt receipt={receipt} onClose={onClose} />;
  const submit = () =>
    doing.run(async () => {
      const made = await requestSeats(
        held.id,
        officers.map(({ id, fullName }) => ({ officerId: id, name: fullName })),
      );
      void afresh(...toldOfSeats);
      setReceipt(made);
    });
  const over = officers.length - held.seatsLeft;
  return (
    <ActDialog
      title={t('classes.request.title', { title: held.title })}
      hint={t('classes.seatsLeft', { count: number(held.seatsLeft) })}
      submitLabel={t('classes.request.submit', { count: number(officers.length) })}
      doing={doing}
      onSubmit={() => void submit()}
      onClose={onClose}
      isIncomplete={officers.length === 0}
    >
      <OfficersField value={officers} onChange={setOfficers} />
      {over > 0 && <Alert severity="info">{t('classes.request.over', { count: number(over) })}</Alert>}
    </ActDialog>
  );
}
