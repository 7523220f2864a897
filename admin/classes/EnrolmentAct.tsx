// Approving, declining or withdrawing one or many on the list of a class; what was refused for single ones is told by name.
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { carryOutEach } from '../data/bulk.js';
import { useAfresh, useDoing } from '../data/command.js';
import { ActDialog } from '../ui/ActDialog.js';
import { useFormat } from '../ui/format.js';
import { wrong } from '../ui/wrong.js';
import { ENROLMENT_APPROVE, ENROLMENT_DECLINE, ENROLMENT_WITHDRAW } from './acts.documents.js';
import type { EnrolmentAction } from './enrolment.js';
import { PlacedReceipt, type Receipt } from './PlacedReceipt.js';
import { toldOfSeats } from './request.js';

interface EnrolmentActProps {
  action: EnrolmentAction;
  rows: readonly { id: string; officer: { fullName: string } }[];
  onClose: () => void;
  onDone: () => void;
}

export function EnrolmentAct({ action, rows, onClose, onDone }: EnrolmentActProps) {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const notify = useNotify();
  const { number } = useFormat();
  const [reason, setReason] = useState('');
  const [receipt, setReceipt] = useState<Receipt>();
  if (receipt) return <PlacedReceipt receipt={receipt} onClose={onDone} />;
  const ids = rows.map(({ id }) => id);
  const why = reason.trim() ? { reason: reason.trim() } : {};
  const submit = () =>
    doing.run(async () => {
      const { payload, refusals } = await {
        APPROVE: () => carryOutEach(ENROLMENT_APPROVE, { ids }),
        DECLINE: () => carryOutEach(ENROLMENT_DECLINE, { ids, ...why }),
        WITHDRAW: () => carryOutEach(ENROLMENT_WITHDRAW, { ids, ...why }),
      }[action]();
      void afresh(...toldOfSeats);
      // Somebody approved may have gone to the queue: that is worth telling too.
      const isPlain = refusals.size === 0 && (action !== 'APPROVE' || payload.enrolments.every(({ state }) => state === 'ENROLLED'));
      if (isPlain) {
        notify(`classes.enrolmentDone.${action}`, { messageArgs: { count: number(rows.length) } });
        return onDone();
      }
      setReceipt({
        placed: action === 'APPROVE' ? payload.enrolments : [],
        refused: [...refusals].map(([place, why]) => ({ name: rows[place]?.officer.fullName ?? '', reason: why })),
      });
    });
  const [only] = rows;
  const who = rows.length === 1 ? only!.officer.fullName : t('classes.people', { count: number(rows.length) });
  return (
    <ActDialog
      title={t('classes.enrolmentActOf', { act: t(`classes.enrolmentAct.${action}`), name: who })}
      hint={t(`classes.enrolmentActHint.${action}`)}
      submitLabel={t(`classes.enrolmentAct.${action}`)}
      doing={doing}
      fields={['reason']}
      onSubmit={() => void submit()}
      onClose={onClose}
      isDangerous={action !== 'APPROVE'}
    >
      {action !== 'APPROVE' && (
        <TextField
          name="reason"
          label={t('classes.reasonOptional')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          multiline
          minRows={2}
          fullWidth
          {...wrong(doing.errorAt('reason'), t('classes.enrolmentReasonHint'))}
        />
      )}
    </ActDialog>
  );
}
