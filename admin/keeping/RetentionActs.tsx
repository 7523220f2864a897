// Adopting other periods, and removing now.
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { carryOut, useDoing } from '../data/command.js';
import { LongText } from '../decisions/acts/LongText.js';
import { ActDialog } from '../ui/ActDialog.js';
import { useFormat } from '../ui/format.js';
import { wrong } from '../ui/wrong.js';
import { RETENTION_APPLY, RETENTION_POLICY_SET, type RetentionItem } from './documents.js';

interface Ends {
  onDone: () => Promise<void>;
  onClose: () => void;
}

export function PolicyDialog({ items, onDone, onClose }: { items: RetentionItem[] } & Ends) {
  const t = useTranslate();
  const { number } = useFormat();
  const doing = useDoing();
  const [legalBasis, setLegalBasis] = useState('');
  const settable = items.filter(({ least, most }) => least < most);
  const [periods, setPeriods] = useState<Record<string, string>>(
    Object.fromEntries(settable.map(({ name, period }) => [name, String(period)])),
  );
  const changed = settable.filter(({ name, period }) => periods[name]?.trim() !== String(period));
  const submit = () =>
    doing.run(async () => {
      const input = {
        legalBasis: legalBasis.trim(),
        periods: changed.map(({ name }) => ({ name, period: Math.trunc(Number(periods[name])) })),
      };
      await carryOut(RETENTION_POLICY_SET, { input });
      await onDone();
    });
  return (
    <ActDialog
      title={t('keeping.changeTitle')}
      hint={t('keeping.changeHint')}
      submitLabel={t('keeping.changeSubmit')}
      doing={doing}
      fields={['legalBasis']}
      onSubmit={() => void submit()}
      onClose={onClose}
      isDangerous
      isIncomplete={
        legalBasis.trim() === '' || changed.length === 0 || changed.some(({ name }) => !/^\d+$/.test(periods[name]?.trim() ?? ''))
      }
    >
      <LongText
        name="legalBasis"
        label={t('keeping.legalBasis')}
        value={legalBasis}
        onChange={setLegalBasis}
        error={doing.errorAt('legalBasis')}
        hint={t('keeping.legalBasisHint')}
        rows={2}
      />
      <Box sx={{ display: 'grid', gap: 2 }}>
        {settable.map(({ name, what, unit, least, most }) => (
          <TextField
            key={name}
            name={name}
            label={`${what} (${t(`keeping.unitName.${unit}`)})`}
            value={periods[name] ?? ''}
            onChange={(event) => setPeriods({ ...periods, [name]: event.target.value })}
            inputMode="numeric"
            size="small"
            {...wrong(undefined, t('keeping.bounds', { least: number(least), most: number(most) }))}
          />
        ))}
      </Box>
    </ActDialog>
  );
}

export function ApplyDialog({ onDone, onClose }: Ends) {
  const t = useTranslate();
  const doing = useDoing();
  const submit = () =>
    doing.run(async () => {
      await carryOut(RETENTION_APPLY, {});
      await onDone();
    });
  return (
    <ActDialog
      title={t('keeping.applyTitle')}
      hint={t('keeping.applyHint')}
      submitLabel={t('keeping.apply')}
      doing={doing}
      onSubmit={() => void submit()}
      onClose={onClose}
      isDangerous
    />
  );
}
