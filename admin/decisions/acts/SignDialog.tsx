// Signing adopted decisions (D-8, N-1): number, signatory, the day they are in force and the day they were served.
import Alert from '@mui/material/Alert';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../ui/ActDialog.js';
import { cityNow } from '../../data/city-clock.js';
import { cityDay } from '../../ui/city-time.js';
import { DayField } from '../../ui/DayField.js';
import { useFormat } from '../../ui/format.js';
import { wrong } from '../../ui/wrong.js';
import { ENTER_INTO_FORCE } from '../acts.documents.js';
import type { CaseDialogProps } from './case-dialog.js';
import { CasesReceipt } from './CasesReceipt.js';
import { People } from './People.js';
import { useCaseAct } from './use-case-act.js';

export function SignDialog({ cases, onDone, onClose }: CaseDialogProps) {
  const t = useTranslate();
  const { number: write, day } = useFormat();
  const { doing, receipt, submit } = useCaseAct(cases, 'decisions.sign.told', onDone, onClose);
  const today = cityDay(cityNow());
  const [number, setNumber] = useState('');
  const [signedBy, setSignedBy] = useState('');
  const [inForceOn, setInForceOn] = useState(today);
  const [servedOn, setServedOn] = useState(today);
  const isOne = cases.length === 1;
  const title = isOne
    ? t('decisions.sign.titleOne', { name: cases[0]!.officer.fullName })
    : t('decisions.sign.titleMany', { count: write(cases.length) });
  if (receipt) return <CasesReceipt title={title} receipt={receipt} onClose={onClose} />;
  return (
    <ActDialog
      title={title}
      hint={t('decisions.sign.hint')}
      submitLabel={t('decisions.sign.submit', { count: write(cases.length) })}
      doing={doing}
      fields={['number', 'signedBy', 'inForceOn', 'servedOn']}
      onSubmit={() =>
        submit(ENTER_INTO_FORCE, {
          ids: cases.map(({ id }) => id),
          inForceOn,
          servedOn,
          ...(isOne && number.trim() && { number: number.trim() }),
          ...(signedBy.trim() && { signedBy: signedBy.trim() }),
        })
      }
      onClose={onClose}
      isIncomplete={inForceOn === '' || servedOn === ''}
    >
      {isOne && (
        <TextField
          name="number"
          label={t('decisions.sign.number')}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
          autoComplete="off"
          {...wrong(doing.errorAt('number'), t('decisions.sign.numberHint'))}
        />
      )}
      <TextField
        name="signedBy"
        label={t('decisions.sign.signedBy')}
        value={signedBy}
        onChange={(event) => setSignedBy(event.target.value)}
        autoComplete="off"
        {...wrong(doing.errorAt('signedBy'), t('decisions.sign.signedByHint'))}
      />
      <DayField
        name="inForceOn"
        label={t('decisions.sign.inForceOn')}
        value={inForceOn}
        onChange={setInForceOn}
        error={doing.errorAt('inForceOn')}
        hint={t('decisions.sign.inForceOnHint')}
      />
      <DayField
        name="servedOn"
        label={t('decisions.sign.servedOn')}
        value={servedOn}
        onChange={setServedOn}
        error={doing.errorAt('servedOn')}
        hint={t('decisions.sign.servedOnHint')}
      />
      <Alert severity="info" icon={false}>
        {inForceOn > today ? t('decisions.sign.later', { day: day(inForceOn) }) : t('decisions.sign.now')}
      </Alert>
      <People cases={cases} />
    </ActDialog>
  );
}
