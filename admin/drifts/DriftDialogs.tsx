// What a person does about differences: the order of the decision in force is given again, or they stay and the reason is kept.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { carryOutEach } from '../data/bulk.js';
import { useAfresh, useDoing } from '../data/command.js';
import { LongText } from '../decisions/acts/LongText.js';
import { toldOfMail } from '../mail-systems/afresh.js';
import { ActDialog } from '../ui/ActDialog.js';
import { EachReceipt } from '../ui/EachReceipt.js';
import { useFormat } from '../ui/format.js';
import { type Drift, MAIL_DRIFT_ACCEPT, MAIL_DRIFT_REPAIR } from './documents.js';
import { useDifference, useRepairWords } from './words.js';

interface DriftDialogProps {
  act: 'REPAIR' | 'ACCEPT';
  drifts: readonly Drift[];
  onDone: () => void;
  onClose: () => void;
}

export function DriftDialog({ act, drifts, onDone, onClose }: DriftDialogProps) {
  const t = useTranslate();
  const { number } = useFormat();
  const doing = useDoing();
  const notify = useNotify();
  const afresh = useAfresh();
  const [note, setNote] = useState('');
  const [isSure, setSure] = useState(false);
  const [refused, setRefused] = useState<{ done: number; reasons: [Drift, string][] }>();
  const isStopped = act === 'REPAIR' && drifts.some((drift) => drift.isStopped);
  const count = number(drifts.length);
  const title = t(`drifts.many.${act}`, { count });
  const command = () => {
    const ids = drifts.map(({ id }) => id);
    return act === 'REPAIR'
      ? carryOutEach(MAIL_DRIFT_REPAIR, { ids, ...(isSure && { evenMany: true }) })
      : carryOutEach(MAIL_DRIFT_ACCEPT, { ids, note: note.trim() });
  };
  const submit = () =>
    doing.run(async () => {
      const { payload, refusals } = await command();
      await afresh(...toldOfMail);
      onDone();
      const done = payload.drifts.length;
      if (refusals.size > 0) return setRefused({ done, reasons: [...refusals].map(([place, reason]) => [drifts[place]!, reason]) });
      notify(t(`drifts.told.${act}`, { count: number(done) }));
      onClose();
    });
  if (refused) {
    return (
      <EachReceipt
        title={title}
        done={refused.done}
        doneWords={t(`drifts.told.${act}`, { count: number(refused.done) })}
        refused={refused.reasons.map(([drift, why]) => ({ id: drift.id, what: drift.address, why }))}
        onClose={onClose}
      />
    );
  }
  return (
    <ActDialog
      title={title}
      hint={t(`drifts.manyHint.${act}`)}
      submitLabel={title}
      doing={doing}
      fields={['note']}
      onSubmit={() => void submit()}
      onClose={onClose}
      isIncomplete={(act === 'ACCEPT' && note.trim() === '') || (isStopped && !isSure)}
    >
      <Named act={act} drifts={drifts} />
      {isStopped && (
        <Alert severity="warning" variant="outlined" data-part="stopped">
          {t('drifts.stopped')}
          <FormControlLabel
            sx={{ display: 'flex', mt: 1 }}
            control={<Checkbox checked={isSure} onChange={(event) => setSure(event.target.checked)} />}
            label={t('drifts.evenMany', { count })}
          />
        </Alert>
      )}
      {act === 'ACCEPT' && (
        <LongText
          name="note"
          label={t('drifts.note')}
          value={note}
          onChange={setNote}
          error={doing.errorAt('note')}
          hint={t('drifts.noteHint')}
          rows={2}
        />
      )}
    </ActDialog>
  );
}

function Named({ act, drifts }: Pick<DriftDialogProps, 'act' | 'drifts'>) {
  const t = useTranslate();
  const repairWords = useRepairWords();
  const difference = useDifference();
  return (
    <Box
      component="ul"
      tabIndex={0}
      data-part="named"
      aria-label={t('drifts.title')}
      sx={{
        listStyle: 'none',
        m: 0,
        p: 1.5,
        maxHeight: 260,
        overflowY: 'auto',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        display: 'grid',
        gap: 1,
      }}
    >
      {drifts.map((drift) => (
        <li key={drift.id}>
          <Box sx={{ overflowWrap: 'anywhere', fontWeight: 600 }}>{drift.address}</Box>
          <Typography variant="body2">{difference(drift)}</Typography>
          {act === 'REPAIR' && (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {repairWords(drift)}
            </Typography>
          )}
        </li>
      ))}
    </Box>
  );
}
