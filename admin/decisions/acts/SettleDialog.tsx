// Settling an appeal (D-9, D-10): upheld or reversed, what the officer is answered, and in the second instance the superior authority's paper.
import Alert from '@mui/material/Alert';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../ui/ActDialog.js';
import { DayField } from '../../ui/DayField.js';
import { wrong } from '../../ui/wrong.js';
import { SETTLE_APPEAL } from '../acts.documents.js';
import type { AppealFile } from '../documents.js';
import type { CaseDialogProps } from './case-dialog.js';
import { LongText } from './LongText.js';
import { useCaseAct } from './use-case-act.js';

const outcomes = ['uphold', 'reverse'] as const;

export function SettleDialog({ cases, appeal, onDone, onClose }: CaseDialogProps & { appeal: AppealFile | undefined }) {
  const t = useTranslate();
  const label = useId();
  const [only] = cases;
  const { doing, submit } = useCaseAct(cases, 'decisions.settle.told', onDone, onClose);
  const [outcome, setOutcome] = useState<'uphold' | 'reverse' | ''>('');
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [paperNumber, setPaperNumber] = useState('');
  const [paperOn, setPaperOn] = useState('');
  const isSecond = (appeal?.instance ?? 1) > 1;
  const isReversal = outcome === 'reverse';
  return (
    <ActDialog
      title={t('decisions.settle.title', { name: only!.officer.fullName })}
      hint={t(isSecond ? 'decisions.settle.hintSecond' : 'decisions.settle.hint')}
      submitLabel={t('decisions.settle.submit')}
      doing={doing}
      fields={['text', 'paperNumber', 'paperOn', 'findingWasWrong']}
      onSubmit={() =>
        submit(SETTLE_APPEAL, {
          id: only!.id,
          uphold: outcome === 'uphold',
          text: text.trim(),
          findingWasWrong: isReversal && isWrong,
          ...(isSecond && { paperNumber: paperNumber.trim(), paperOn }),
        })
      }
      onClose={onClose}
      isIncomplete={outcome === '' || text.trim() === '' || (isSecond && (paperNumber.trim() === '' || paperOn === ''))}
    >
      {appeal?.text && (
        <Typography component="blockquote" sx={{ m: 0, pl: 2, borderLeft: 3, borderColor: 'divider', whiteSpace: 'pre-line' }}>
          {appeal.text}
        </Typography>
      )}
      <div>
        <FormLabel id={label}>{t('decisions.settle.outcome')}</FormLabel>
        <RadioGroup aria-labelledby={label} value={outcome} onChange={(event) => setOutcome(event.target.value as 'uphold' | 'reverse')}>
          {outcomes.map((one) => (
            <FormControlLabel key={one} value={one} control={<Radio />} label={t(`decisions.settle.${one}`)} />
          ))}
        </RadioGroup>
      </div>
      {outcome !== '' && (
        <Alert severity={isReversal ? 'warning' : 'info'} icon={false}>
          {t(isReversal ? `decisions.settle.reverseHint.${only!.kind}` : 'decisions.settle.upholdHint', {
            _: t('decisions.settle.reverseHint.other'),
          })}
        </Alert>
      )}
      {isReversal && (
        <FormControlLabel
          control={<Checkbox checked={isWrong} onChange={(event) => setWrong(event.target.checked)} />}
          label={t('decisions.settle.findingWasWrong')}
        />
      )}
      <LongText name="text" label={t('decisions.settle.text')} value={text} onChange={setText} error={doing.errorAt('text')} />
      {isSecond && (
        <>
          <TextField
            name="paperNumber"
            label={t('decisions.settle.paperNumber')}
            value={paperNumber}
            onChange={(event) => setPaperNumber(event.target.value)}
            required
            autoComplete="off"
            {...wrong(doing.errorAt('paperNumber'))}
          />
          <DayField
            name="paperOn"
            label={t('decisions.settle.paperOn')}
            value={paperOn}
            onChange={setPaperOn}
            error={doing.errorAt('paperOn')}
            hint={t('decisions.settle.paperOnHint')}
          />
        </>
      )}
    </ActDialog>
  );
}
